import type { Measure } from "../form.ts";
import { detectNumberStyle, isOfTwoMeanings, parseNumberCell } from "../parse/number.ts";
import { convertUnit, parseUnit, type ScaledUnit, strangeUnit } from "../parse/unit.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { type Candidate, NOT_NEEDED } from "../problems/question.ts";
import { answerTo, asking, CONFIRM } from "./doubt.ts";
import { placeOf, type SheetContext } from "./sheet_context.ts";

/** A column of figures with the words of its header. */
interface Headed {
  id: string;
  measure: Measure;
  column: number;
  texts: readonly string[];
}

/** How columns are headed in which rows state their units. */
export const UNIT_HEADERS: readonly string[] = ["dvt", "don vi tinh", "dv tinh"];

/** What is stated of a column's figures: the factor to its unit, or why they can't be believed. */
export type StatedUnit = { factor: number } | { problem: Problem };

/**
 * A function that says what the sheet states of a column: its own header first (`Dân số (nghìn người)`), else
 * the lines above the table, which are about the columns that they fit. One that fits no column, as đồng,
 * speaks of another table than the form's: no column of it is believed.
 */
export function statedUnits(
  context: SheetContext,
  all: readonly Headed[],
): (one: Headed) => StatedUnit {
  const statedOf = statedBy(context, all);
  const read = all.map((one) => ({ one, stated: statedOf(one) }));
  const isTooMany = read.some(({ one, stated }) => isImplausible(context, one, stated));
  return (one) => {
    const stated = statedOf(one);
    const isInDoubt = isTooMany && "factor" in stated && isOfThousands(one, stated.factor);
    return isInDoubt ? thousands(context, one, stated.factor) : stated;
  };
}

/** A stated scale of counts that can be taken for what the figures show already. */
function isOfThousands({ measure: { unit } }: Headed, factor: number): boolean {
  return factor >= 1000 && typeof unit === "string" && WHOLE.includes(unit);
}

/** No ward has as many people, households or cases. */
const LARGEST_WARD = 300_000;

/** Whether a stated scale makes whole figures of a column more than a ward has: they were written out already. */
function isImplausible(context: SheetContext, one: Headed, stated: StatedUnit): boolean {
  if (context.match.form.is_published || !("factor" in stated)) return false;
  const { factor } = stated;
  if (!isOfThousands(one, factor)) return false;
  const figures = plainFigures(context, one.column, false, isUnscaled);
  return figures.some((each) => Number.isInteger(each) && each * factor > LARGEST_WARD);
}

/** A text that names no scale of its own and has one meaning. */
function isUnscaled(text: string): boolean {
  return !/\p{L}/u.test(text) && !isOfTwoMeanings(text);
}

function thousands(context: SheetContext, one: Headed, factor: number): StatedUnit {
  const unit = String(one.measure.unit);
  return settled(context, one, `1 / ${factor}`, { [unit]: 1, thousand: factor });
}

/** A function that says what the words around a column state of it, whatever its figures are. */
function statedBy(context: SheetContext, all: readonly Headed[]): (one: Headed) => StatedUnit {
  const { units } = context.title;
  const [title = null] = units;
  const isOfNone = !units.some((unit) =>
    all.some(({ measure }) => factorTo(unit, measure) !== null),
  );
  const isUnsaid = all.every(({ texts, measure }) => {
    return measure.kind === "ratio" || glossesOf(texts).length === 0;
  });
  return (one) => {
    const glosses = glossesOf(one.texts);
    if (title !== null && isOfNone && isUnsaid) return ofTitle(context, one, title.unit);
    const own = glosses.map((gloss) => factorTo(gloss, one.measure)).find((one) => one !== null);
    if (own !== undefined) return { factor: own };
    const [other] = glosses;
    if (other !== undefined) return settled(context, one, other.unit);
    if (title === null) return unstated(context, one, all);
    if (isOfNone) return ofTitle(context, one, title.unit);
    const factors = units.flatMap((unit) => factorTo(unit, one.measure) ?? []);
    return { factor: factors[0] ?? 1 };
  };
}

/** A unit of the lines above that fits no column is asked about once, for all of them. */
function ofTitle(context: SheetContext, one: Headed, text: string): StatedUnit {
  const answer = answerTo(context, "unit", null, text);
  if (answer === CONFIRM.id) return { factor: 1 };
  const place = placeOf(context, context.match.header.bottom, one.column);
  const words = { column: one.texts.join(" | "), unit: String(one.measure.unit) };
  const told = problem("unit_in_doubt", place, text, words);
  if (answer !== null) return { problem: told };
  const candidates = [OWN_UNITS, NOT_NEEDED];
  const question = { kind: "unit" as const, column: null, text, samples: [], candidates };
  return { problem: asking(context, told, question) };
}

/** The answer that figures are in the form's own units all the same. */
const OWN_UNITS: Candidate = {
  ...CONFIRM,
  vi: "số liệu theo đơn vị của biểu (người, vụ, hộ, %…)",
  en: "in the form's own units",
};

/** The factor from a stated unit to the measure's; null where it is of another kind. */
export function factorTo(stated: ScaledUnit, { unit }: Measure): number | null {
  if (typeof unit !== "string" || unit === "indicator_unit") return stated.scale;
  return convertUnit(stated, unit);
}

/** What stands behind a header in parentheses, after a comma, a dash or on a line of its own. */
const GLOSS = /(?:[(,\n]|\s[-–]\s)\s*([^()\n,]+)/g;

function glossesOf(headers: readonly string[]): ScaledUnit[] {
  const glosses = headers.flatMap((text) =>
    [...text.matchAll(GLOSS)].map(([, gloss = ""]) => parseUnit(gloss) ?? strangeUnit(gloss)),
  );
  return glosses.filter((unit) => unit !== null);
}

/** A unit that people may name where none is stated, and the factor from it. */
interface OpenUnit {
  text: string;
  choices: Readonly<Record<string, number>>;
}

/** Where no unit is stated the form's own holds, unless the figures or the columns beside speak against it. */
function unstated(context: SheetContext, one: Headed, all: readonly Headed[]): StatedUnit {
  const open = openUnit(context, one, all);
  return open ? settled(context, one, open.text, open.choices) : { factor: 1 };
}

function openUnit(context: SheetContext, one: Headed, all: readonly Headed[]): OpenUnit | null {
  const { unit, minimum } = one.measure;
  const isWhole = typeof unit === "string" && WHOLE.includes(unit);
  const figures = plainFigures(context, one.column, isWhole);
  const isFraction = figures.some((each) => each > 0) && figures.every((each) => each <= 1);
  const isProvable = context.match.form.checks?.some(
    (check) =>
      check.rule === "ratio" &&
      check.ratio === one.id &&
      [check.numerator, check.denominator].every((id) => context.match.columns.has(id)),
  );
  if (unit === "percent" && minimum !== undefined && isFraction && !isProvable)
    return { text: "0 – 1", choices: { percent: 1, fraction: 100 } };
  const isOtherBeside = all.some(
    (each) => each.measure.unit === unit && glossesOf(each.texts).some(({ unit: u }) => u !== unit),
  );
  const own = one.measure.scale ?? 1;
  const areOfRows = context.match.unknown.some(({ keys }) =>
    UNIT_HEADERS.includes(keys.at(-1) ?? ""),
  );
  if (
    unit === "hectares" &&
    !areOfRows &&
    (isOtherBeside || figures.some((each) => each * own >= LARGEST))
  )
    return { text: "ha / m2", choices: { hectares: 1 / own, square_metres: 0.0001 } };
  const broken = figures.filter((each) => !Number.isInteger(each)).length;
  const isMixed = broken < figures.length && broken > 0 && broken * 3 >= figures.length;
  return isWhole && isMixed
    ? { text: "1 / 1000", choices: { [String(unit)]: 1, thousand: 1000 } }
    : null;
}

/** Units of whole things: where a third of a column has decimals the rest may be in thousands too. */
const WHOLE: readonly string[] = ["people", "cases", "units", "households", "places"];

/** Hectares that no site in a ward has. */
const LARGEST = 500;

/** The figures of a column that state no unit of their own. */
function plainFigures(
  { sheet, table }: SheetContext,
  column: number,
  isWhole: boolean,
  isSure: (text: string) => boolean = () => true,
): number[] {
  const all = table.rows.flatMap(({ index }) => sheet.rows[index]?.[column] ?? []);
  const cells = all.filter(({ type, text }) => type !== "text" || isSure(text));
  const texts = cells.flatMap(({ type, text }) => (type === "text" ? text : []));
  const style = detectNumberStyle(texts, { isWhole });
  return cells.flatMap((cell) => {
    const read = parseNumberCell(cell, style);
    if (!read.ok || read.value.kind !== "number") return [];
    const { value, is_percent, unit_text } = read.value;
    return is_percent ? [100] : unit_text === undefined ? [value] : [];
  });
}

/** A unit of another kind, or one of several: as people answered, else asked. */
function settled(
  context: SheetContext,
  one: Headed,
  text: string,
  choices: OpenUnit["choices"] = { [String(one.measure.unit)]: 1 },
): StatedUnit {
  const answer = answerTo(context, "unit", one.id, text);
  const factor = choices[answer ?? ""];
  if (factor !== undefined) return { factor };
  const place = placeOf(context, context.match.header.bottom, one.column);
  const words = { column: one.texts.join(" | "), unit: Object.keys(choices).join(" / ") };
  const told = problem("unit_in_doubt", place, text, words);
  if (answer !== null) return { problem: told };
  const question = {
    kind: "unit" as const,
    column: one.id,
    text,
    samples: samplesOf(context, one.column),
    candidates: [...Object.keys(choices).map((id) => ({ id, vi: id, en: id })), NOT_NEEDED],
  };
  return { problem: asking(context, told, question) };
}

function samplesOf({ sheet, table }: SheetContext, column: number): string[] {
  const texts = table.rows.flatMap(({ index }) => sheet.rows[index]?.[column]?.text ?? []);
  return [...new Set(texts)].slice(0, 3);
}
