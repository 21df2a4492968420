import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import { type Frame, type FrameColumn, isFigure, isWords, roleOfColumn } from "./frame.ts";
import { readNumbering } from "./label_path.ts";
import { isPurePeriod, linesYear, periodIn } from "./periods.ts";
import {
  type Line,
  type PlainTable,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { dateBelow, datedLines, lineTexts, titleArea, titleLines } from "./titles.ts";
import { areaHeader, groupsBy, labelLevels, padded } from "./turned.ts";

/** A row of a long table: one figure with what it is of. */
interface LongRow {
  row: number;
  area: SourceCell | null;
  period: SourceCell | null;
  /** Without numbering. */
  label: string;
}

/**
 * A row for each figure (area, period, label, value), or labels that recur below areas merged down: a
 * row for each area with a column for each label; a table for each period. Null where the sheet is not long.
 */
export function pivotedReading(frame: Frame, areas: AreaReader): Reading | null {
  const columns = longColumns(frame, areas);
  if (!columns) return null;
  const rows = longRows(frame, columns);
  const above = titleLines(frame.sheet, frame.top);
  const titled = titleArea(above, areas, frame.sheet.name);
  const year = linesYear(lineTexts(above), frame.sheet.name);
  const periods = groupsBy(rows, ({ period }) => wordKey(period?.cell.text ?? ""));
  const tables = periods.map((group) => {
    const lines = datedBy(above, group[0]?.period ?? null, year);
    return lines && pivotedTable(frame, columns, lines, group, titled);
  });
  if (tables.some((table) => !table)) return null;
  return {
    layout: "pivoted",
    tables: tables.flatMap((table) => table ?? []),
    read_past: [],
    ignored: new Map(),
  };
}

interface LongColumns {
  area: number | null;
  period: number | null;
  label: FrameColumn;
  value: FrameColumn;
}

/** How a column of periods is headed. */
export const PERIOD_HEADER = /^(?:ky|thang|quy|nam|thoi diem|ky so lieu|ky bao cao)$/;

/** The columns of a long table: one of figures, one of labels that recur, those of areas or periods. */
function longColumns(frame: Frame, areas: AreaReader): LongColumns | null {
  const isOfPeriod = ({ levels }: FrameColumn) =>
    PERIOD_HEADER.test(wordKey(levels.at(-1)?.text ?? ""));
  const words = [...frame.keys, frame.label];
  const period = [...words, ...frame.figures].find(isOfPeriod) ?? null;
  const values = frame.figures.filter((each) => each !== period);
  const named = words.filter((each) => each !== period);
  const area = named.find(({ column }) => holdsAreas(frame, column, areas)) ?? null;
  const labels = named.filter((each) => each !== area);
  const [value] = values;
  const [label] = labels;
  if (!value || !label || values.length > 1 || labels.length > 1) return null;
  if (area === null && period === null) return null;
  const columns = { area: area?.column ?? null, period: period?.column ?? null, label, value };
  return recurs(longRows(frame, columns)) ? columns : null;
}

function holdsAreas({ sheet, body }: Frame, column: number, areas: AreaReader): boolean {
  const texts = body.flatMap((row) => sheet.rows[row]?.[column]?.text ?? []);
  const known = texts.filter((text) => areas.isKnown(areaName(text)));
  return texts.length > 0 && known.length * 2 > texts.length;
}

/** An area without the remark behind it: `TDP số 7 (khu tập thể)`. */
function areaName(text: string): string {
  return text.replace(/\s*\([^)]*\)\s*$/, "");
}

/** Labels recur, and stand several to an area and period. */
function recurs(rows: readonly LongRow[]): boolean {
  const records = groupsBy(rows, recordKey);
  const labels = new Set(rows.map(({ label }) => wordKey(label)));
  return records.length < rows.length && labels.size < rows.length;
}

function recordKey({ area, period }: LongRow): string {
  return JSON.stringify([area?.cell.text, period?.cell.text].map((text) => wordKey(text ?? "")));
}

/** The rows with a figure; what is written once for several rows holds for those below it. */
function longRows({ sheet, body }: Frame, { area, period, label, value }: LongColumns): LongRow[] {
  let last: { area: SourceCell | null; period: SourceCell | null } = { area: null, period: null };
  return body.flatMap((row) => {
    const own = (column: number | null) => (column === null ? null : sourceAt(sheet, row, column));
    last = { area: own(area) ?? last.area, period: own(period) ?? last.period };
    const name = sheet.rows[row]?.[label.column];
    const hasValue = isFigure(sheet.rows[row]?.[value.column]);
    if (!isWords(name) || !hasValue) return [];
    return { row, ...last, label: readNumbering(name?.text ?? "").label };
  });
}

/** The lines above a table of the period that a cell names; null where it names none, or its year is not known. */
export function datedBy(
  above: readonly Line[],
  source: SourceCell | null,
  year: number | undefined,
): Line[] | null {
  if (!source) return [...above];
  const { cell, row, column } = source;
  const text = /^\d{1,2}$/.test(cell.text)
    ? `Tháng ${cell.text}`
    : (cell.date?.slice(0, 7) ?? cell.text);
  const period = periodIn(text, year);
  if (!period || !(isPurePeriod(text) || /^\d{4}-\d\d$/.test(text))) return null;
  const level = { text, row, column };
  return datedLines(above, {
    ...{ column, header: level, area: null, area_text: null, period, period_level: level },
    ...{ role: "value", within: null, measure: [] },
  });
}

function pivotedTable(
  frame: Frame,
  { value, period, area }: LongColumns,
  lines: readonly Line[],
  rows: readonly LongRow[],
  titled: SourceCell | null,
): PlainTable | null {
  const labels = groupsBy(rows, ({ label }) => wordKey(label));
  const records = groupsBy(rows, recordKey);
  const isSure = records.every(
    (group) => new Set(group.map(({ label }) => wordKey(label))).size === group.length,
  );
  if (!isSure) return null;
  const areas = records.map(([first]) => (area === null ? titled : (first?.area ?? null)));
  const hasAreas = areas.some((source) => source !== null);
  const cellOf = (group: readonly LongRow[], label: string) => {
    const found = group.find((each) => wordKey(each.label) === wordKey(label));
    return found ? sourceAt(frame.sheet, found.row, value.column) : null;
  };
  const body = records.map((group, index) => [
    ...(hasAreas ? [areas[index] ?? null] : []),
    ...labels.map(([first]) => (first ? cellOf(group, first.label) : null)),
  ]);
  const header = headerOf(frame, value, labels, hasAreas ? areas : null);
  return {
    sheet: sheetOfLines(frame.sheet, lines, header, body),
    area_column: hasAreas ? 0 : null,
    is_dated: period !== null,
    below: dateBelow(frame.sheet, frame.body),
  };
}

/** The label under the header of the values, where that says what they are. */
function headerOf(
  frame: Frame,
  value: FrameColumn,
  labels: readonly (readonly LongRow[])[],
  areas: readonly (SourceCell | null)[] | null,
): Line[] {
  const parent = roleOfColumn(value) === "other" ? (value.levels.at(-1)?.text ?? "") : "";
  const height = parent === "" ? 1 : 2;
  const heads = labels.map(([first]) => {
    const own = first
      ? labelLevels(frame, { row: first.row, path: [first.label], has_figures: true })
      : [];
    return padded(parent === "" ? own : [withText(own[0] as SourceCell, parent), ...own], height);
  });
  const columns = [...(areas ? [padded([areaHeader(areas)], height)] : []), ...heads];
  return Array.from({ length: height }, (_, level) => columns.map((each) => each[level] ?? null));
}
