import { cellAddress } from "../../lib/office/address.ts";
import type { CategoryCheck } from "../form.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { placeInSheet } from "../read/cell_place.ts";
import type { CellPlace } from "../read/grid.ts";
import { isGroupOrdinal } from "../recognise/row_rules.ts";
import type { MeasureColumn } from "./measure.ts";
import type { RowKey } from "./row_key.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";

/** A row of figures whose key was believed, with its values by measure. */
export interface CheckedRow {
  /** 0-based. */
  index: number;
  key: RowKey;
  values: ReadonlyMap<string, number>;
}

/** Figures in thousands are rounded one by one: each may be off by this share of its unit. */
const ROUNDING = 0.05;

/**
 * Warnings for totals that their rows do not make: stated total rows against all the others (where no row
 * was rejected), and the category checks of the form.
 */
export function checkRows(
  context: SheetContext,
  columns: readonly MeasureColumn[],
  rows: readonly CheckedRow[],
  isWhole: boolean,
): Problem[] {
  const { category_checks = [] } = context.match.form;
  const stated = isWhole ? columns.flatMap((column) => statedTotals(context, column, rows)) : [];
  const declared = category_checks.flatMap((check) =>
    columns
      .filter(({ id }) => check.measures.includes(id))
      .flatMap((column) => categoryTotals(context, column, rows, check)),
  );
  return [...stated, ...declared];
}

/** Total rows whose figure is not that of the rows of their period; only figures that add up are asked. */
function statedTotals(
  context: SheetContext,
  column: MeasureColumn,
  rows: readonly CheckedRow[],
): Problem[] {
  const { kind, unit } = column.measure;
  if (kind === "ratio" || unit === "percent" || unit === "indicator_unit") return [];
  const totals = rows.filter(({ key }) => key.is_total && key.category === null);
  return totals.flatMap((total) => {
    const parts = highest(
      context,
      rows.filter(({ key }) => isPartOf(key, total.key)),
    );
    const isFull = parts.length > 1 && parts.every(({ values }) => values.has(column.id));
    return isFull ? differing(context, column, total, parts, "total_differs") : [];
  });
}

/** Where groups have figures of their own (`I`, `II`), they make the total and their rows make them. */
function highest(context: SheetContext, rows: readonly CheckedRow[]): readonly CheckedRow[] {
  const { columns } = context.match.form;
  const ordinal = Object.keys(columns).find((id) => columns[id]?.type === "ordinal") ?? "";
  const groups = rows.filter(({ index }) =>
    isGroupOrdinal(cellOf(context, index, ordinal)?.text ?? ""),
  );
  return groups.length > 0 ? groups : rows;
}

function isPartOf(key: RowKey, total: RowKey): boolean {
  return !key.is_total && !key.is_subset && key.period.end === total.period.end;
}

function categoryTotals(
  context: SheetContext,
  column: MeasureColumn,
  rows: readonly CheckedRow[],
  check: CategoryCheck<string>,
): Problem[] {
  const named = rows.filter(({ values }) => values.has(column.id));
  const totals = named.filter(({ key }) => key.category === check.total);
  return totals.flatMap((total) => {
    const parts = named.filter(
      ({ key }) =>
        check.parts.includes(key.category ?? "") &&
        key.area_id === total.key.area_id &&
        key.period.end === total.key.period.end,
    );
    const isFull = parts.length === check.parts.length && parts.length > 1;
    const rule = isFull ? "total_differs" : "parts_exceed";
    return parts.length > 0 ? differing(context, column, total, parts, rule) : [];
  });
}

function differing(
  context: SheetContext,
  { id, column, header, scale }: MeasureColumn,
  total: CheckedRow,
  parts: readonly CheckedRow[],
  rule: "total_differs" | "parts_exceed",
): Problem[] {
  const sum = parts.reduce((all, { values }) => all + (values.get(id) ?? 0), 0);
  const stated = total.values.get(id);
  const tolerance = scale === 1 ? 0.5 : scale * ROUNDING * (parts.length + 1);
  if (stated === undefined || Math.abs(stated - sum) <= tolerance) return [];
  if (rule === "parts_exceed" && sum < stated) return [];
  const value = String(Math.round(sum * 100) / 100);
  const words = { whole: header, parts: cellsOf(context, column, parts), value };
  return [problem(rule, placeOf(context, total.index, column), String(stated), words)];
}

/** `D9:D93` for cells that follow one another, else each cell, a long list cut. */
function cellsOf({ sheet }: SheetContext, column: number, rows: readonly CheckedRow[]): string {
  const places = rows.map(({ index }) => placeInSheet(sheet, index, column));
  const [rowSpan, columnSpan] = [spanOf(places, "row"), spanOf(places, "column")];
  const isBlock = Math.min(rowSpan.length, columnSpan.length) === 1;
  if (isBlock && rowSpan.length * columnSpan.length === places.length && places.length > 1)
    return `${cellAddress(rowSpan.first, columnSpan.first)}:${cellAddress(rowSpan.last, columnSpan.last)}`;
  const cells = places
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column }) => cellAddress(row, column));
  return cells.length > 12 ? `${cells.slice(0, 12).join(", ")} …` : cells.join(", ");
}

function spanOf(places: readonly CellPlace[], axis: "row" | "column") {
  const numbers = places.map((place) => place[axis]).sort((a, b) => a - b);
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  return { first, last, length: last - first + 1 };
}
