import type { Blanks, Measure } from "../form.ts";
import {
  detectNumberStyle,
  type NumberStyle,
  type ParsedNumber,
  parseNumberCell,
} from "../parse/number.ts";
import { parseUnit, type ScaledUnit } from "../parse/unit.ts";
import { type Problem, parserProblem, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";

/** A measure of a form as a sheet shows it. */
export interface MeasureColumn {
  id: string;
  measure: Measure;
  column: number;
  header: string;
  style: NumberStyle;
  /** Factor from the written figures to the unit. */
  scale: number;
  blanks: Blanks;
}

/** What the cell of a measure says. */
export type MeasureCell =
  | { kind: "value"; value: number; is_approximate: boolean; warnings: RuleId[] }
  | { kind: "blank"; policy: "missing" | "not_applicable" }
  | { kind: "problem"; problem: Problem };

/** The measures that a sheet has columns for, each with the way its numbers are written. */
export function measureColumns(context: SheetContext): MeasureColumn[] {
  const { form, columns } = context.match;
  return Object.entries(form.measures).flatMap(([id, measure]) => {
    const column = columns.get(id);
    if (column === undefined) return [];
    const texts = headerTexts(context, column);
    const scale = (measure.scale ?? 1) * statedScale(measure, texts, context.title.unit);
    return {
      id,
      measure,
      column,
      header: headerText(context, column),
      style: numberStyle(context, id, isWhole(measure, scale)),
      scale,
      blanks: measure.blanks ?? form.blanks,
    };
  });
}

/** The header of a 0-based column as messages show it. */
export function headerText(context: SheetContext, column: number): string {
  return headerTexts(context, column).join(" | ");
}

function headerTexts({ match: { header } }: SheetContext, column: number): string[] {
  return header.cells.find((cell) => cell.column === column)?.texts ?? [];
}

/** How a column writes its numbers; real numbers say nothing about it. */
export function numberStyle(context: SheetContext, id: string, isWhole: boolean): NumberStyle {
  const cells = context.table.rows.map(({ index }) => cellOf(context, index, id));
  const texts = cells.flatMap((cell) => (cell?.type === "text" ? cell.text : []));
  return detectNumberStyle(texts, { isWhole });
}

/** Reads the cell of a measure in a row; `unit` is the row's own, where rows state theirs. */
export function readMeasure(
  context: SheetContext,
  row: number,
  column: MeasureColumn,
  unit: ScaledUnit | null,
): MeasureCell {
  const cell = cellOf(context, row, column.id);
  const place = placeOf(context, row, column.column);
  const found = cell?.text ?? "";
  const parsed = parseNumberCell(cell, column.style);
  if (!parsed.ok) return { kind: "problem", problem: parserProblem(parsed, place, found) };
  if (parsed.value.kind === "blank") return blank(parsed.value.mark, column);
  const misfit = misfitOf(parsed.value, measureUnit(column.measure, unit));
  if (misfit) return { kind: "problem", problem: problem(misfit, place, found) };
  const value = scaled(parsed.value, column, unit);
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = column.measure;
  if (!Number.isFinite(value) || value < minimum || value > maximum) {
    const bounds = { minimum: bound(minimum), maximum: bound(maximum) };
    return { kind: "problem", problem: problem("out_of_bounds", place, found, bounds) };
  }
  const { is_approximate } = parsed.value;
  return {
    kind: "value",
    value,
    is_approximate,
    warnings: warningsOf(parsed.value, column, unit, value),
  };
}

/** A fraction is a percentage only where one is wanted, a percentage is no count. */
function misfitOf(number: WrittenNumber, unit: string): RuleId | null {
  if (number.kind === "fraction") return unit === "percent" ? null : "unexpected_fraction";
  const mayBePercent = ["percent", "indicator_unit"].includes(unit);
  return number.is_percent && !mayBePercent ? "unexpected_percent" : null;
}

/** The figure in its unit; 15 digits are what a double holds for sure. */
function scaled(
  number: WrittenNumber,
  { measure, scale }: MeasureColumn,
  unit: ScaledUnit | null,
): number {
  const written =
    number.kind === "fraction" ? (number.numerator / number.denominator) * 100 : number.value;
  const hasOwnScale = number.kind === "number" && number.is_scaled;
  const factor = (hasOwnScale ? (measure.scale ?? 1) : scale) * (unit?.scale ?? 1);
  return Number((written * factor).toPrecision(15));
}

function warningsOf(
  number: WrittenNumber,
  { measure }: MeasureColumn,
  unit: ScaledUnit | null,
  value: number,
): RuleId[] {
  if (number.kind === "fraction") return [];
  const isPart = WHOLE_UNITS.includes(measureUnit(measure, unit)) && !Number.isInteger(value);
  return [
    ...(number.is_ambiguous ? (["ambiguous_number"] as const) : []),
    ...(number.has_sign_conflict ? (["sign_conflict"] as const) : []),
    ...(isPart ? (["not_whole"] as const) : []),
  ];
}

/** Whether a column counts whole things one by one: its numbers can have no decimals. */
function isWhole({ unit }: Measure, scale: number): boolean {
  return scale === 1 && typeof unit === "string" && WHOLE_UNITS.includes(unit);
}

type WrittenNumber = Exclude<ParsedNumber, { kind: "blank" }>;

const WHOLE_UNITS = ["people", "cases", "units", "households", "places"];

/** The machine unit of a measure in a row. */
export function measureUnit({ unit }: Measure, stated: ScaledUnit | null): string {
  return typeof unit === "string" ? unit : (stated?.unit ?? "");
}

function blank(mark: string, { blanks }: MeasureColumn): MeasureCell {
  const policy = mark === "empty" ? blanks.empty : blanks.dash;
  return policy === "zero"
    ? { kind: "value", value: 0, is_approximate: false, warnings: [] }
    : { kind: "blank", policy };
}

/** The scale that a header's or the title's unit gives (`nghìn người`); it must be of the same unit. */
function statedScale(
  { unit }: Measure,
  headers: readonly string[],
  title: ScaledUnit | null,
): number {
  const glosses = headers.flatMap((text) =>
    [...text.matchAll(GLOSS)].map(([, gloss = ""]) => gloss),
  );
  const stated = [...glosses.map(parseUnit), title].filter((one) => one !== null);
  return stated.find((one) => one.unit === unit)?.scale ?? 1;
}

/** What stands behind a header in parentheses, after a comma, a dash or on a line of its own. */
const GLOSS = /(?:[(,\n]|\s[-–]\s)\s*([^()\n,]+)/g;

function bound(value: number): string {
  return Number.isFinite(value) ? String(value) : value < 0 ? "−∞" : "∞";
}
