import type { Blanks, Measure } from "./form.ts";
import { cellOf, placeOf, type SheetContext } from "./harvest.ts";
import { detectNumberStyle, type NumberStyle, parseNumberCell } from "./parse/number.ts";
import { parseUnit, type Unit } from "./parse/unit.ts";
import { type Problem, parserProblem, problem } from "./problem.ts";

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
  | { kind: "value"; value: number; is_approximate: boolean; is_ambiguous: boolean; doubt: boolean }
  | { kind: "blank"; policy: "missing" | "not_applicable" }
  | { kind: "problem"; problem: Problem };

/** The measures that a sheet has columns for, each with the way its numbers are written. */
export function measureColumns(context: SheetContext): MeasureColumn[] {
  const { form, columns, header } = context.match;
  return Object.entries(form.measures).flatMap(([id, measure]) => {
    const column = columns.get(id);
    if (column === undefined) return [];
    const texts = header.cells.find((cell) => cell.column === column)?.texts ?? [];
    return {
      id,
      measure,
      column,
      header: texts.join(" | "),
      style: numberStyle(context, id),
      scale: (measure.scale ?? 1) * statedScale(measure, texts, context.title.unit),
      blanks: measure.blanks ?? form.blanks,
    };
  });
}

/** How a column writes its numbers; real numbers say nothing about it. */
export function numberStyle(context: SheetContext, id: string): NumberStyle {
  const cells = context.table.rows.map(({ index }) => cellOf(context, index, id));
  return detectNumberStyle(cells.flatMap((cell) => (cell?.type === "text" ? cell.text : [])));
}

/** Reads the cell of a measure in a row; `unit` is the row's own, where rows state theirs. */
export function readMeasure(
  context: SheetContext,
  row: number,
  column: MeasureColumn,
  unit: Unit | null,
): MeasureCell {
  const cell = cellOf(context, row, column.id);
  const place = placeOf(context, row, column.column);
  const found = cell?.text ?? "";
  const parsed = parseNumberCell(cell, column.style);
  if (!parsed.ok) return { kind: "problem", problem: parserProblem(parsed, place, found) };
  const number = parsed.value;
  if (number.kind === "blank") return blank(number.mark, column);
  const isPercent = unitOf(column.measure, unit) === "percent";
  if (number.kind === "fraction" && !isPercent)
    return { kind: "problem", problem: problem("unexpected_fraction", place, found) };
  if (number.kind === "number" && number.is_percent && isPlain(column.measure, unit))
    return { kind: "problem", problem: problem("unexpected_percent", place, found) };
  const isScaled = number.kind === "number" && number.is_scaled;
  const written =
    number.kind === "fraction" ? (number.numerator / number.denominator) * 100 : number.value;
  const scale = (isScaled ? (column.measure.scale ?? 1) : column.scale) * (unit?.scale ?? 1);
  const value = Number((written * scale).toPrecision(15));
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = column.measure;
  if (!Number.isFinite(value) || value < minimum || value > maximum) {
    const bounds = { minimum: bound(minimum), maximum: bound(maximum) };
    return { kind: "problem", problem: problem("out_of_bounds", place, found, bounds) };
  }
  return {
    kind: "value",
    value,
    is_approximate: number.is_approximate,
    is_ambiguous: number.kind === "number" && number.is_ambiguous && !isWhole(column, unit, scale),
    doubt: number.kind === "number" && number.has_sign_conflict,
  };
}

/** The machine unit of a measure in a row. */
export function unitOf({ unit }: Measure, stated: Unit | null): string {
  return typeof unit === "string" ? unit : (stated?.unit ?? "");
}

/** Whether decimals would make no sense, so that a lone dot can only part thousands. */
function isWhole({ measure }: MeasureColumn, unit: Unit | null, scale: number): boolean {
  return scale === 1 && WHOLE_UNITS.includes(unitOf(measure, unit));
}

const WHOLE_UNITS = ["people", "cases", "units", "households", "places"];

function isPlain(measure: Measure, stated: Unit | null): boolean {
  return !["percent", "indicator_unit"].includes(unitOf(measure, stated));
}

function blank(mark: string, { blanks }: MeasureColumn): MeasureCell {
  const policy = mark === "empty" ? blanks.empty : blanks.dash;
  return policy === "zero"
    ? { kind: "value", value: 0, is_approximate: false, is_ambiguous: false, doubt: false }
    : { kind: "blank", policy };
}

/** The scale that a header's or the title's unit gives (`nghìn người`); it must be of the same unit. */
function statedScale({ unit }: Measure, headers: readonly string[], title: Unit | null): number {
  const glosses = headers.flatMap((text) => /\(([^)]+)\)/.exec(text)?.[1] ?? []);
  const stated = [...glosses.map(parseUnit), title].filter((one) => one !== null);
  return stated.find((one) => one.unit === unit)?.scale ?? 1;
}

function bound(value: number): string {
  return Number.isFinite(value) ? String(value) : value < 0 ? "−∞" : "∞";
}
