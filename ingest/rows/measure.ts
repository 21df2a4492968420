import type { Blanks, Measure } from "../form.ts";
import {
  detectNumberStyle,
  type NumberStyle,
  type ParsedNumber,
  parseNumberCell,
} from "../parse/number.ts";
import type { BlankMark } from "../parse/number_marks.ts";
import { success } from "../parse/result.ts";
import { parseUnit, type ScaledUnit } from "../parse/unit.ts";
import { type Problem, parserProblem, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import { limitedColumns } from "./limited_columns.ts";
import { scaledFigure } from "./scaled_figure.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";
import { factorTo, statedUnits } from "./stated_unit.ts";
import { answeredFigure, figureQuestion } from "./unclear_figure.ts";

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
  | {
      kind: "value";
      value: number;
      /** A figure stands there; a blank may mean zero. */
      is_written: boolean;
      is_approximate: boolean;
      warnings: RuleId[];
    }
  | { kind: "blank"; policy: "missing" | "not_applicable" }
  | { kind: "problem"; problem: Problem };

/** The measures that a sheet has columns for, each with the way its numbers are written, and what is told. */
export function measureColumns(context: SheetContext): {
  columns: MeasureColumn[];
  problems: Problem[];
} {
  const { form, columns } = context.match;
  const limited = limitedColumns(context);
  const headed = Object.entries(form.measures).flatMap(([id, measure]) => {
    const column = columns.get(id);
    return column === undefined || limited.measures.has(id)
      ? []
      : [{ id, measure, column, texts: headerTexts(context, column) }];
  });
  const statedOf = statedUnits(context, headed);
  const read = headed.map((one) => ({ one, stated: statedOf(one) }));
  return {
    columns: read.flatMap(({ one, stated }) =>
      "factor" in stated ? measureColumn(context, one, stated.factor) : [],
    ),
    problems: [
      ...limited.problems,
      ...read.flatMap(({ stated }) => ("problem" in stated ? stated.problem : [])),
    ],
  };
}

function measureColumn(
  context: SheetContext,
  { id, measure, column }: { id: string; measure: Measure; column: number },
  factor: number,
): MeasureColumn {
  const scale = scaleOf(measure, factor);
  return {
    id,
    measure,
    column,
    header: headerText(context, column),
    style: numberStyle(context, id, isWhole(measure, scale)),
    scale,
    blanks: measure.blanks ?? context.match.form.blanks,
  };
}

/** An edition's own factor says what a stated unit says again (`m2`). */
function scaleOf({ scale = 1 }: Measure, factor: number): number {
  return scale === factor ? scale : scale * factor;
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
  const read = parseNumberCell(cell, column.style);
  const answered = read.ok ? null : answeredFigure(context, column.id, cell);
  const parsed = answered ? success(answered) : read;
  if (!parsed.ok) {
    const told = parserProblem(parsed, place, found);
    const asked = figureQuestion(context, column.id, cell, column.style, told);
    return { kind: "problem", problem: asked };
  }
  if (parsed.value.kind === "blank") return blank(parsed.value.mark, column);
  const misfit = misfitOf(parsed.value, measureUnit(column.measure, unit));
  if (misfit) return { kind: "problem", problem: problem(misfit, place, found) };
  const factor = cellFactor(parsed.value, column, unit);
  if (factor === null) {
    const words = { unit: measureUnit(column.measure, unit) };
    return { kind: "problem", problem: problem("unexpected_unit", place, found, words) };
  }
  const open = scaledFigure(context, column.id, cell, factor, place);
  if (open && "problem" in open) return { kind: "problem", problem: open.problem };
  if (open?.value === null) return { kind: "blank", policy: "not_applicable" };
  const value = open?.value ?? scaled(parsed.value, factor);
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = column.measure;
  if (!Number.isFinite(value) || value < minimum || value > maximum) {
    const bounds = { minimum: bound(minimum), maximum: bound(maximum) };
    return { kind: "problem", problem: problem("out_of_bounds", place, found, bounds) };
  }
  if (isBroken(value, column.measure, unit)) {
    const words = { column: column.header };
    return { kind: "problem", problem: problem("not_whole", place, found, words) };
  }
  const { is_approximate } = parsed.value;
  return {
    kind: "value",
    value,
    is_written: true,
    is_approximate,
    warnings: warningsOf(parsed.value),
  };
}

/** A fraction is a percentage only where one is wanted, a percentage is no count. */
function misfitOf(number: WrittenNumber, unit: string): RuleId | null {
  if (number.kind === "fraction") return unit === "percent" ? null : "unexpected_fraction";
  const mayBePercent = ["percent", "indicator_unit"].includes(unit);
  return number.is_percent && !mayBePercent ? "unexpected_percent" : null;
}

/**
 * The factor from what a cell shows to its unit: by the unit that the cell states itself, else the row, else the
 * column. Null where its own unit is of another kind. A cell's own scale is in its figure already.
 */
function cellFactor(
  number: WrittenNumber,
  { measure, scale }: MeasureColumn,
  row: ScaledUnit | null,
): number | null {
  const { is_scaled = false, unit_text } = number.kind === "number" ? number : {};
  const isPlain = typeof measure.unit === "string";
  const own = isPlain && unit_text ? parseUnit(unit_text) : null;
  if (own) return factorTo({ ...own, scale: 1 }, measure);
  if (isPlain && unit_text) return null;
  const base = is_scaled ? (measure.scale ?? 1) : scale;
  if (row === null) return base;
  const stated = factorTo(is_scaled && isPlain ? { ...row, scale: 1 } : row, measure);
  return isPlain ? (stated ?? base) : base * (stated ?? 1);
}

/** The figure in its unit; 15 digits are what a double holds for sure. */
function scaled(number: WrittenNumber, factor: number): number {
  const written =
    number.kind === "fraction" ? (number.numerator / number.denominator) * 100 : number.value;
  return Number((written * factor).toPrecision(15));
}

/** A part of a person or a case: the unit is missing, or the figure is another. */
function isBroken(value: number, measure: Measure, unit: ScaledUnit | null): boolean {
  return WHOLE_UNITS.includes(measureUnit(measure, unit)) && !Number.isInteger(value);
}

function warningsOf(number: WrittenNumber): RuleId[] {
  if (number.kind === "fraction") return [];
  return [
    ...(number.is_ambiguous ? (["ambiguous_number"] as const) : []),
    ...(number.has_sign_conflict ? (["sign_conflict"] as const) : []),
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

/**
 * `…` is not yet collected and a cross does not apply, whatever a dash is; `không` of what is counted is none.
 * No mark in a column of rates is zero: nothing divided by nothing is no rate.
 */
function blank(mark: BlankMark, { blanks, measure }: MeasureColumn): MeasureCell {
  const isRate = measure.unit === "percent" || measure.unit === "indicator_unit";
  const policies = {
    empty: blanks.empty,
    dash: blanks.dash,
    ellipsis: blanks.ellipsis ?? "missing",
    cross: blanks.cross ?? "not_applicable",
    none: "zero",
  } as const;
  const policy = isRate && policies[mark] === "zero" ? "not_applicable" : policies[mark];
  return policy === "zero"
    ? { kind: "value", value: 0, is_written: false, is_approximate: false, warnings: [] }
    : { kind: "blank", policy };
}

function bound(value: number): string {
  return Number.isFinite(value) ? String(value) : value < 0 ? "−∞" : "∞";
}
