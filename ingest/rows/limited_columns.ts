import type { Form } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import type { Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { caveatsOf } from "./caveats.ts";
import { answerTo, CONFIRM } from "./doubt.ts";
import { heldProblem } from "./held.ts";
import { limitedRows } from "./limited_rows.ts";
import type { SheetContext } from "./sheet_context.ts";

/** The mark that a remark begins with and that stands in what it is about: `(*)`, `²`, `(1)`, `(a)`. */
const MARK = /^\s*(\([*\da-e]{1,2}\)|[*¹²³⁴⁵†]+)/u;
/** `Cột số người có thẻ còn …`, `Số liệu sau cai chép …`. */
const NAMED = /^(?:ghi chu |luu y )?(?:rieng )?(?:cot|so lieu(?: cot)?|so) /;

/** A remark that limits figures. */
interface Limit {
  text: string;
  /** The rows (0-based) that it speaks of; null where it names none. */
  rows: ReadonlySet<number> | null;
  /** Else the measures that it speaks of; null where it speaks of the whole table. */
  measures: ReadonlySet<string> | null;
}

/** The remarks that limit figures and to which nobody has said that these are right all the same. */
export function openLimits(context: SheetContext): Limit[] {
  return caveatsOf(context)
    .filter((text) => answerTo(context, "choice", null, text) !== CONFIRM.id)
    .map((text) => {
      const rows = limitedRows(context, text);
      return { text, rows, measures: rows ? null : measuresOf(context, text) };
    });
}

/** The measures whose columns remarks limit, and the questions about them. */
export function limitedColumns(context: SheetContext): {
  measures: ReadonlySet<string>;
  problems: Problem[];
} {
  const limits = openLimits(context).filter(({ measures }) => measures !== null);
  const rows = context.table.rows.map(({ index }) => index);
  const asked = limits.filter(
    ({ text }) => answerTo(context, "choice", null, text) !== NOT_NEEDED.id,
  );
  return {
    measures: new Set(limits.flatMap(({ measures }) => [...(measures ?? [])])),
    problems: rows.length > 0 ? asked.map(({ text }) => heldProblem(context, text, rows)) : [],
  };
}

/** The measures in whose header a remark's mark stands, or whose header it names, with those that hold them. */
function measuresOf(context: SheetContext, text: string): ReadonlySet<string> | null {
  const { form, columns } = context.match;
  const ids = Object.keys(form.measures).filter((id) => columns.has(id));
  const mark = MARK.exec(text)?.[1];
  const marked = mark ? ids.filter((id) => headerOf(context, id).includes(mark)) : [];
  const named = marked.length > 0 ? marked : ids.filter((id) => isNamed(context, id, text));
  const found = named.length > 0 ? named : begunBy(context, ids, text);
  return found.length > 0 ? withHolders(form, found) : null;
}

/** The header of a measure as it is written, all its levels. */
function headerOf({ match: { header, columns }, sheet }: SheetContext, id: string): string {
  const column = columns.get(id) ?? -1;
  const rows = sheet.rows.slice(header.top, header.bottom + 1);
  return rows.flatMap((row) => row[column]?.text ?? []).join(" ");
}

function isNamed(context: SheetContext, id: string, text: string): boolean {
  const key = wordKey(text);
  const header = wordKey(headerOf(context, id).replace(/\([^()]*\)/g, " "));
  if (!NAMED.test(key) || header === "") return false;
  const words = header.split(" ");
  return key.includes(header) || key.replace(NAMED, "").startsWith(words.slice(-2).join(" "));
}

/** `Cột người sử dụng là …`: the one measure whose header begins as the remark does, by two words or more. */
function begunBy(context: SheetContext, ids: readonly string[], text: string): string[] {
  const key = wordKey(text);
  if (!NAMED.test(key)) return [];
  const said = key.replace(NAMED, "").split(" ");
  const shared = ids.map((id) => {
    const words = wordKey(headerOf(context, id)).split(" ");
    const until = words.findIndex((word, index) => word !== said[index]);
    return { id, count: until < 0 ? words.length : until };
  });
  const most = Math.max(...shared.map(({ count }) => count));
  const found = shared.filter(({ count }) => count === most).map(({ id }) => id);
  return most >= 2 && found.length === 1 ? found : [];
}

/** Measures with the sums and shares that hold them, and those that hold these. */
function withHolders(form: Form, ids: readonly string[]): ReadonlySet<string> {
  const held = new Set(ids);
  for (const id of held) for (const holder of holdersOf(form, id)) held.add(holder);
  return held;
}

/** The sums and shares of a form that a measure is in. */
function holdersOf({ checks = [] }: Form, id: string): string[] {
  return checks.flatMap((check) => {
    if (check.rule === "sum" && check.parts.includes(id)) return [check.total];
    const isShared = check.rule === "ratio" && [check.numerator, check.denominator].includes(id);
    return isShared ? [check.ratio] : [];
  });
}
