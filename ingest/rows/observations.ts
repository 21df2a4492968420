import type { Form } from "../form.ts";
import type { LandedRow } from "../land/landed.ts";
import type { KnownIndicator } from "../parse/indicator.ts";
import { wordKey } from "../parse/key.ts";
import { convertUnit, parseUnit, type ScaledUnit, strangeUnit } from "../parse/unit.ts";
import { type Problem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { addressIn } from "../read/cell_place.ts";
import type { TableRow } from "../recognise/locate.ts";
import { checkRow } from "./check_row.ts";
import { type CheckedRow, checkRows } from "./check_rows.ts";
import { type ColumnWarnings, columnWarnings } from "./column_warnings.ts";
import { answerTo, asking, CONFIRM } from "./doubt.ts";
import type { ExtractedRows, RowOutcome } from "./extracted_rows.ts";
import { heldRows } from "./held_rows.ts";
import { type MeasureColumn, measureColumns, measureUnit, readMeasure } from "./measure.ts";
import { notNeeded } from "./not_needed.ts";
import { readRemarks } from "./remarks.ts";
import { rowAreas } from "./row_area.ts";
import { keyReader, keyText, type RowKey } from "./row_key.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";
import { factorTo, UNIT_HEADERS } from "./stated_unit.ts";
import { rowDoubts } from "./value_doubt.ts";
import { type WardTotals, wardTotals } from "./ward_total.ts";

/** What reading the rows of a sheet leaves behind. */
interface ObservationReader {
  context: SheetContext;
  columns: MeasureColumn[];
  readKey: ReturnType<typeof keyReader>;
  totals: WardTotals;
  /** 0-based, where rows state their units. */
  unitColumn: number | undefined;
  /** Key of a row → the cell where it stands. */
  seen: Map<string, string>;
  warnings: ColumnWarnings;
  /** The rows whose key was believed. */
  rows: CheckedRow[];
  observations: LandedRow<"observations">[];
  remarks: LandedRow<"remarks">[];
  problems: Problem[];
}

/**
 * Reads the figures of a sheet: each cell of a measure becomes an observation or a problem, each of a
 * remark a remark or a problem.
 */
export function readObservations(context: SheetContext): ExtractedRows {
  const areas = rowAreas(context);
  const measures = measureColumns(context);
  const reader: ObservationReader = {
    context,
    columns: measures.columns,
    readKey: keyReader(context, areas),
    totals: wardTotals(context, areas),
    unitColumn: unitColumnOf(context.match),
    seen: new Map(),
    warnings: columnWarnings(context),
    rows: [],
    observations: [],
    remarks: [],
    problems: measures.problems,
  };
  const isNotNeeded = notNeeded(context);
  const held = heldRows(context);
  const outcomes = context.table.rows.map((row) =>
    isNotNeeded(row) ? "not_needed" : (held.of(row) ?? observeRow(reader, row)),
  );
  const isWhole = !outcomes.includes("rejected");
  const broken = checkRows(context, reader.columns, reader.rows, isWhole);
  const doubts = [...areas.problems(), ...reader.totals.problems];
  const problems = [
    ...reader.problems,
    ...reader.warnings.problems(),
    ...broken,
    ...doubts,
    ...held.problems(),
  ];
  const { observations, remarks } = reader;
  return { observations, remarks, records: [], problems, outcomes };
}

function observeRow(reader: ObservationReader, row: TableRow): RowOutcome {
  const { context, problems } = reader;
  const key = reader.readKey(row);
  const past = key.ok ? pastRule(reader, row, key.value) : null;
  if (past) return past;
  const unit = rowUnit(reader, row.index, key.ok ? key.value.category : null);
  const problem = !key.ok
    ? key.problem
    : !unit.ok
      ? unit.problem
      : repeated(reader, row, key.value);
  if (problem || !key.ok || !unit.ok) {
    problems.push(...(problem ? [problem] : []));
    return "rejected";
  }
  const before = problems.length;
  const values = readValues(reader, row, key.value, unit.value);
  const said = readRemarks(context, row.index, key.value);
  reader.remarks.push(...said.remarks);
  problems.push(...said.problems);
  if (values.size === 0 && said.remarks.length > 0) return "landed";
  if (values.size === 0) return problems.length > before ? "rejected" : "no_values";
  reader.rows.push({ index: row.index, key: key.value, values });
  const { form, columns } = context.match;
  problems.push(...checkRow(form, values, (id) => placeOf(context, row.index, columns.get(id))));
  return "landed";
}

/** Why a row is read past whose key was believed: its area is another ward's, its sum not the ward's. */
function pastRule({ totals }: ObservationReader, row: TableRow, key: RowKey): RowOutcome | null {
  if (key.past) return key.past;
  return row.is_total ? totals.past(row) : null;
}

/** A row whose key stands in the sheet already. */
function repeated(
  { context, seen }: ObservationReader,
  { index }: TableRow,
  key: RowKey,
): Problem | null {
  const place = placeOf(context, index, keyColumn(context));
  const first = seen.get(keyText(key));
  if (first) return problem("duplicate_key", place, labelOf(key), { first });
  seen.set(keyText(key), place.cell ?? "");
  return null;
}

/**
 * Reads the measures of a row; returns the believed values by measure. A row without any figure is one
 * that nobody has filled in yet: blanks that mean zero beside figures mean nothing there, nor beside
 * a cross or a word alone.
 */
function readValues(
  reader: ObservationReader,
  row: TableRow,
  key: RowKey,
  unit: ScaledUnit | null,
) {
  const { context, warnings, observations, problems } = reader;
  const values = new Map<string, number>();
  const written = new Map<string, number>();
  const made: LandedRow<"observations">[] = [];
  const isEmpty = ({ id }: MeasureColumn) => cellOf(context, row.index, id) === null;
  const cells = reader.columns.every(isEmpty)
    ? []
    : reader.columns.map((column) => ({
        column,
        cell: readMeasure(context, row.index, column, unit),
      }));
  const hasFigure = cells.some(({ column, cell }) => cell.kind === "value" && !isEmpty(column));
  for (const { column, cell } of cells) {
    if (cell.kind === "problem") problems.push(cell.problem);
    if (cell.kind === "blank" && cell.policy === "missing" && !row.is_total)
      warnings.add("missing_value", column, row.index);
    if (cell.kind !== "value" || !hasFigure) continue;
    const doubt = fractionDoubt(context, row.index, column, key, cell);
    if (doubt) {
      problems.push(doubt);
      continue;
    }
    for (const warning of cell.warnings) warnings.add(warning, column, row.index);
    values.set(column.id, cell.value);
    if (cell.is_written) written.set(column.id, cell.value);
    made.push(observation(context, row.index, column, key, cell, unit));
  }
  const isScaled = reader.columns.some(({ scale }) => scale > 1);
  const doubts = rowDoubts(context, row.index, labelOf(key), written, isScaled);
  problems.push(...doubts.problems);
  for (const measure of doubts.withheld) values.delete(measure);
  for (const one of made) if (values.has(one.measure)) observations.push(one);
  return values;
}

/** A percentage of an indicator of at most 1 without its sign may be a fraction: 0,95 is 95%. */
function fractionDoubt(
  context: SheetContext,
  row: number,
  { id, measure, column }: MeasureColumn,
  key: RowKey,
  { value, is_written }: { value: number; is_written: boolean },
): Problem | null {
  if (measure.unit !== "indicator_unit" || id !== "value" || !is_written) return null;
  const indicator = context.indicators.find(({ indicator_id }) => indicator_id === key.category);
  const found = cellOf(context, row, id)?.text ?? "";
  if (indicator?.unit !== "percent" || value <= 0 || value > 1 || found.includes("%")) return null;
  const text = [labelOf(key), found].join(" · ");
  if (answerTo(context, "value", id, text) === CONFIRM.id) return null;
  const place = placeOf(context, row, column);
  const words = { expected: "0–100%", cells: place.cell ?? "" };
  return asking(context, problem("value_in_doubt", place, text, words), {
    ...{ kind: "value", column: id, text, samples: [found] },
    candidates: [CONFIRM, NOT_NEEDED],
  });
}

function observation(
  { match, sheet, file_hash }: SheetContext,
  row: number,
  { id, measure, column }: MeasureColumn,
  key: RowKey,
  { value, is_approximate }: { value: number; is_approximate: boolean },
  unit: ScaledUnit | null,
): LandedRow<"observations"> {
  const { period } = key;
  const kind = key.kind ?? measure.kind;
  return {
    form: match.form.id,
    measure: id,
    category: key.category,
    area_text: key.area_text,
    area_id: key.area_id,
    frequency: period.frequency,
    period_start: period.start,
    period_end: period.end,
    value,
    unit: measureUnit(measure, unit),
    kind: kind === "flow" && period.is_accumulated ? "flow_ytd" : kind,
    is_approximate,
    is_total: key.is_total,
    is_subset: key.is_subset || (measure.is_subset ?? false),
    file_hash,
    sheet: sheet.name,
    cell: addressIn(sheet, row, column),
  };
}

/** The unit that a row states: in the form's column for it, or in one that says `ĐVT` and is not the form's. */
function rowUnit(
  { context, columns, unitColumn }: ObservationReader,
  row: number,
  category: string | null,
): { ok: true; value: ScaledUnit | null } | { ok: false; problem: Problem } {
  const isOfForm = formUnitColumn(context.match.form) !== null;
  if (!isOfForm && unitColumn === undefined) return { ok: true, value: null };
  const text = context.sheet.rows[row]?.[unitColumn ?? -1]?.text ?? "";
  const unit = parseUnit(text);
  const indicator = context.indicators.find(({ indicator_id }) => indicator_id === category);
  if (indicator && !isOfForm && !isOfIndicator(text, unit, indicator)) {
    const words = { unit: indicator.unit_vi ?? "" };
    const place = placeOf(context, row, unitColumn);
    return { ok: false, problem: problem("unexpected_unit", place, text, words) };
  }
  if (unit && (isOfForm || columns.some(({ measure }) => factorTo(unit, measure) !== null)))
    return { ok: true, value: unit };
  if (!unit && !isOfForm && strangeUnit(text) === null) return { ok: true, value: null };
  const place = placeOf(context, row, unitColumn);
  return { ok: false, problem: problem("unknown_unit", place, text || null) };
}

/** Whether a unit that a row states is that of its indicator, in the machine's words or as it is written. */
function isOfIndicator(
  text: string,
  unit: ScaledUnit | null,
  { unit: own = "", unit_vi = "" }: KnownIndicator,
): boolean {
  if (text === "" || own === "" || wordKey(text) === wordKey(unit_vi)) return true;
  if (!unit) return false;
  return convertUnit(unit, own) !== null || unit.unit === parseUnit(unit_vi)?.unit;
}

/** The 0-based column where rows state their units. */
function unitColumnOf({ form, columns, unknown }: SheetContext["match"]): number | undefined {
  const id = formUnitColumn(form);
  if (id !== null) return columns.get(id);
  return unknown.find(({ keys }) => UNIT_HEADERS.includes(keys.at(-1) ?? ""))?.column;
}

function formUnitColumn({ measures }: Form): string | null {
  const units = Object.values(measures).map(({ unit }) => unit);
  return units.flatMap((unit) => (typeof unit === "string" ? [] : unit.column))[0] ?? null;
}

function keyColumn({ match: { form, columns } }: SheetContext): number | undefined {
  return columns.get(form.keys.category?.column ?? "") ?? columns.get(form.keys.area?.column ?? "");
}

function labelOf({ category, area_text, period }: RowKey): string {
  return [category, area_text, period.end].filter((part) => part !== null).join(" · ");
}
