import { cellAddress } from "../../lib/office/address.ts";
import type { Form, FormCheck } from "../form.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { answerTo, asking, CONFIRM } from "./doubt.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";

/** Beyond what rounding and late corrections explain: shares of a limit, and points of a percentage. */
const BEYOND = { limit: 0.02, points: 5, fraction: 0.5 };

type Values = ReadonlyMap<string, number>;

/** Measures of a row that can't all be right, and what they should keep. */
interface Doubt {
  measures: string[];
  /** In the headers' words. */
  expected: string;
}

/** What of a row is held back until somebody confirms it. */
export interface RowDoubts {
  withheld: ReadonlySet<string>;
  problems: Problem[];
}

/** Identities that a row breaks so far that its figures are no rounding: they are asked about, not landed. */
export function rowDoubts(
  context: SheetContext,
  row: number,
  label: string,
  values: Values,
  isScaled: boolean,
): RowDoubts {
  const { form } = context.match;
  const withheld = new Set<string>();
  const problems: Problem[] = [];
  for (const { measures, expected } of doubtsOf(form, values, isScaled)) {
    const text = doubtText(context, row, label, measures);
    if (answerTo(context, "value", measures[0] ?? null, text) === CONFIRM.id) continue;
    for (const measure of measures) withheld.add(measure);
    problems.push(valueQuestion(context, row, text, measures, expected));
  }
  return { withheld, problems };
}

function doubtsOf(form: Form, values: Values, isScaled: boolean): Doubt[] {
  const header = (id: string) => form.columns[id]?.headers[0] ?? id;
  return (form.checks ?? []).flatMap((check): Doubt[] => {
    if (check.rule === "same_sign") return signDoubt(check, values, header);
    if (check.rule === "at_most") return limitDoubt(check, values, header);
    if (check.rule !== "ratio") return [];
    const over = canExceed(form, check) ? [] : overDoubt(check, values, header);
    return over.length > 0 || isScaled ? over : ratioDoubt(check, values, header);
  });
}

type Check<Rule> = Extract<FormCheck<string>, { rule: Rule }>;
type Header = (id: string) => string;

function limitDoubt({ measure, limit }: Check<"at_most">, values: Values, header: Header): Doubt[] {
  const [part, whole] = [values.get(measure), values.get(limit)];
  if (part === undefined || whole === undefined || part <= whole * (1 + BEYOND.limit)) return [];
  const expected = `${header(measure)} ≤ ${header(limit)}`;
  return [{ measures: [measure, limit], expected }];
}

/** A share of a fall is one too; without its sign it is the one that is wrong. */
function signDoubt({ measure, of }: Check<"same_sign">, values: Values, header: Header): Doubt[] {
  const [share = 0, change = 0] = [values.get(measure), values.get(of)];
  if (share * change >= 0) return [];
  const expected = `${header(measure)} ${change < 0 ? "<" : ">"} 0`;
  return [{ measures: share > 0 ? [measure] : [measure, of], expected }];
}

/** Whether the numerator of a ratio may exceed its denominator: where no check says that it may not. */
function canExceed({ checks = [] }: Form, { numerator, denominator }: Check<"ratio">): boolean {
  return !checks.some(
    (one) => one.rule === "at_most" && one.measure === numerator && one.limit === denominator,
  );
}

function overDoubt({ ratio }: Check<"ratio">, values: Values, header: Header): Doubt[] {
  if ((values.get(ratio) ?? 0) <= 100 * (1 + BEYOND.limit)) return [];
  const expected = `${header(ratio)} ≤ 100%`;
  return [{ measures: [ratio], expected }];
}

function ratioDoubt(
  { ratio, numerator, denominator }: Check<"ratio">,
  values: Values,
  header: Header,
): Doubt[] {
  const stated = values.get(ratio) ?? Number.NaN;
  const made = ((values.get(numerator) ?? Number.NaN) / (values.get(denominator) ?? 0)) * 100;
  if (!Number.isFinite(made) || !(Math.abs(stated - made) > BEYOND.points)) return [];
  const isFraction = Math.abs(stated * 100 - made) <= BEYOND.fraction;
  const rounded = Math.round(made * 100) / 100;
  const expected = `${header(ratio)} = ${header(numerator)} ÷ ${header(denominator)} = ${rounded}%`;
  return [
    {
      measures: isFraction ? [ratio] : [ratio, numerator],
      expected,
    },
  ];
}

/** What is asked about, as written: the row and the figures in doubt. */
function doubtText(
  context: SheetContext,
  row: number,
  label: string,
  measures: readonly string[],
): string {
  const written = measures.map((id) => cellOf(context, row, id)?.text ?? "");
  return [label, ...written].join(" · ");
}

function valueQuestion(
  context: SheetContext,
  row: number,
  text: string,
  measures: readonly string[],
  expected: string,
): Problem {
  const { columns } = context.match;
  const [first = ""] = measures;
  const cells = measures.map((id) => cellAddress(row, columns.get(id) ?? 0)).join(", ");
  const place = placeOf(context, row, columns.get(first));
  const words = { expected, cells };
  return asking(context, problem("value_in_doubt", place, text, words), {
    kind: "value",
    column: first,
    text,
    samples: measures.flatMap((id) => cellOf(context, row, id)?.text ?? []),
    candidates: [CONFIRM, NOT_NEEDED],
  });
}
