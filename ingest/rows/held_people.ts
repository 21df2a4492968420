import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { HeaderCell } from "../recognise/header.ts";
import type { TableRow } from "../recognise/locate.ts";
import { titleContent } from "../recognise/title_content.ts";
import { answerTo, asking, CONFIRM } from "./doubt.ts";
import { isAmbiguous } from "./held_rows.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";

/** Rows of a list that do not count, by their own words or those of the heading above them. */
export interface HeldPeople {
  /** `not_counted`: it says so; `rejected`: it may not count. */
  of(row: TableRow): "not_counted" | "rejected" | null;
  problems(): Problem[];
}

/** Who is said to be this does not count. */
const GONE: readonly string[] = [
  ...[
    "not",
    "stopped",
    "expired",
    "dropped",
    "decrease",
    "death",
    "moved_away",
    "plan",
    "forecast",
  ],
];
/** Said beside it, this changes nothing. */
const BESIDE: readonly string[] = [
  ...[
    "participate",
    "card",
    "health_insurance",
    "social_insurance",
    "contract_of_work",
    "reason",
    "to",
  ],
  ...[
    "compulsory",
    "voluntary",
    "compulsory voluntary",
    "period",
    "on_date",
    "labour_force",
    "start",
  ],
];
/** Columns that say of a person whether he counts. */
const STATUS: readonly string[] = [
  "decision",
  "note",
  "reason",
  "participate",
  "death",
  "moved_away",
  "to",
];

/** Opens what of a list does not count. */
export function heldPeople(context: SheetContext): HeldPeople {
  const gone: number[] = [];
  const held = new Map<string, number[]>();
  const isGone = goneReader(context);
  const headingOf = headingReader(context, isGone);
  const cellsOf = statusReader(context);
  return {
    of: (row) => {
      const { heading, fate } = headingOf(row);
      if (fate === "rejected" && heading !== null)
        held.set(heading, [...(held.get(heading) ?? []), row.index]);
      if (fate === "rejected") return fate;
      const isOut = fate === "not_counted" || cellsOf(row.index).some((text) => isGone(text));
      if (isOut) gone.push(row.index);
      return isOut ? "not_counted" : null;
    },
    problems: () => [
      ...gone.slice(0, 1).map((row) => {
        const words = { count: String(gone.length) };
        return problem("person_not_counted", placeOf(context, row, undefined), null, words);
      }),
      ...[...held].map(([text, rows]) => headingProblem(context, text, rows)),
    ],
  };
}

function headingProblem(context: SheetContext, text: string, rows: readonly number[]): Problem {
  const words = { count: String(rows.length) };
  const told = problem("row_held", placeOf(context, rows[0] ?? 0, undefined), text, words);
  const candidates = [CONFIRM, NOT_NEEDED];
  return asking(context, told, { kind: "choice", column: null, text, samples: [], candidates });
}

/** Whether a text says that somebody does not count, and nothing that changes it. */
function goneReader({ match: { words, form } }: SheetContext): (text: string) => boolean {
  const out = form.records?.sections ? ["dropped"] : GONE;
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text) ?? saysGone(text);
    if (known.size < MOST_KNOWN) known.set(text, found);
    return found;
  };

  function saysGone(text: string): boolean {
    if (!/\p{L}{2}/u.test(text)) return false;
    if (out === GONE && NO.test(wordKey(text))) return true;
    const terms = words
      .parts(text)
      .filter(({ is_sure, text: said }) => is_sure && !isAmbiguous(said))
      .flatMap((part) => part.terms);
    const meant = terms.filter((term) => !words.isNeutral(term));
    const isOnly = meant.every((term) => out.includes(term) || BESIDE.includes(term));
    return isOnly && meant.some((term) => out.includes(term));
  }
}

const MOST_KNOWN = 10_000;
const NO = /^(?:khong|ko|k|chua)$/;

interface Heading {
  heading: string | null;
  fate: "not_counted" | "rejected" | null;
}

/** What the headings above a row say of it: a declared section speaks for itself, with no words beside. */
function headingReader(
  context: SheetContext,
  isGone: (text: string) => boolean,
): (row: TableRow) => Heading {
  const { match } = context;
  const known = new Map<string, Heading["fate"]>();
  const isSectioned = match.form.records?.sections !== undefined;
  const fateOf = (text: string): Heading["fate"] => {
    const answer = answerTo(context, "choice", null, text);
    if (answer === CONFIRM.id) return null;
    if (answer === NOT_NEEDED.id) return "not_counted";
    const said = match.words.read(text).meanings.flat();
    if (isSectioned) return isStrange(text, said) ? "rejected" : null;
    if (isGone(text)) return "not_counted";
    return said.some((term) => GONE.includes(term)) ? "rejected" : null;
  };
  const isStrange = (text: string, said: readonly string[]) =>
    titleContent([text], match, match).length > 0 ||
    said.some((term) => match.words.isExcluding(term) && !match.title_allowed.has(term));
  return ({ headings = [] }) => {
    for (const text of headings) {
      const fate = known.get(text) ?? fateOf(text);
      known.set(text, fate);
      if (fate !== null) return { heading: text, fate };
    }
    return { heading: null, fate: null };
  };
}

/** A function that gives what the columns of status, remark and card say of a row; a blank among marks says no. */
function statusReader({ match, sheet, table }: SheetContext): (row: number) => string[] {
  const { columns, unknown, words } = match;
  const isOfStatus = ({ texts }: HeaderCell) =>
    texts.some((text) =>
      words
        .read(text)
        .meanings.flat()
        .some((term) => STATUS.includes(term)),
    );
  const own = [...columns].flatMap(([id, column]) =>
    id === "note" || id === "card" || id === "validity" ? column : [],
  );
  const others = unknown.filter(isOfStatus).map(({ column }) => column);
  const cellAt = (row: number, column: number): Cell | null => sheet.rows[row]?.[column] ?? null;
  const marked = others.filter((column) =>
    areMarks(table.rows.map(({ index }) => cellAt(index, column)?.text ?? "")),
  );
  const deaths = unknown
    .filter(({ texts }) => texts.some((text) => isOfDeath(words.read(text).meanings.flat())))
    .map(({ column }) => column);
  return (row) => [
    ...[...own, ...others].flatMap((column) => cellAt(row, column)?.text ?? []),
    ...marked.flatMap((column) => (cellAt(row, column) ? [] : "không tham gia")),
    ...deaths.flatMap((column) => (cellAt(row, column) ? "đã chết" : [])),
  ];
}

function isOfDeath(terms: readonly string[]): boolean {
  return terms.includes("death") || terms.includes("moved_away");
}

const MARK = /^(?:x|v|co|1|roi|da tham gia|tham gia)$/;

/** Marks in some rows, and nothing or a no in the others. */
function areMarks(texts: readonly string[]): boolean {
  const said = texts.filter((text) => text.trim() !== "").map(wordKey);
  return said.some((key) => MARK.test(key)) && said.every((key) => MARK.test(key) || NO.test(key));
}
