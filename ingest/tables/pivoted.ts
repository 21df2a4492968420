import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Facets } from "./facets.ts";
import { figureColumns } from "./figure_columns.ts";
import { type Frame, type FrameColumn, isFigure, isWords, roleOfColumn } from "./frame.ts";
import { keptLevels } from "./kept_columns.ts";
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
import { roleOf } from "./words.ts";

/** A row of a long table: a figure, or one for each period, with what it is of. */
interface LongRow {
  row: number;
  /** The area or category. */
  key: SourceCell | null;
  period: SourceCell | null;
  /** Without numbering. */
  label: string;
}

/**
 * A row for each figure (area, period, label, value), or labels that recur below areas or categories, with
 * one column of figures or one for each period: a row for each area or category with a column for each
 * label; a table for each period. Null where the sheet is not long.
 */
export function pivotedReading(frame: Frame, areas: AreaReader): Reading | null {
  const above = titleLines(frame.sheet, frame.top);
  const { taken, read_past } = figureColumns(frame, lineTexts(above), areas);
  const columns = longColumns(frame, taken, areas);
  if (!columns) return null;
  const titled = titleArea(above, areas, frame.sheet.name);
  const tables = datedGroups(frame, columns, above).map(({ lines, value, rows }) =>
    lines ? pivotedTable(frame, columns, { lines, value, rows, titled }) : null,
  );
  if (tables.some((table) => table === null)) return null;
  return {
    layout: "pivoted",
    tables: tables.flatMap((table) => table ?? []),
    read_past: read_past.filter(({ column }) => column !== columns.period),
    ignored: new Map(),
  };
}

interface LongColumns {
  /** The areas or categories that labels recur below. */
  key: FrameColumn | null;
  has_areas: boolean;
  period: number | null;
  label: FrameColumn;
  values: readonly Facets[];
}

/** The rows of one period, and the lines above their table; none where the period is unclear. */
interface DatedRows {
  lines: Line[] | null;
  value: Facets;
  rows: readonly LongRow[];
}

/** The rows by their periods, be these across or down. */
function datedGroups(frame: Frame, columns: LongColumns, above: readonly Line[]): DatedRows[] {
  const year = linesYear(lineTexts(above), frame.sheet.name);
  return columns.values.flatMap((value) => {
    const rows = longRows(frame, columns, value);
    const groups = groupsBy(rows, ({ period }) => wordKey(period?.cell.text ?? ""));
    return groups.map((group) => {
      const period = group[0]?.period ?? null;
      const lines = period ? datedBy(above, period, year) : datedLines(above, value);
      return { lines, value, rows: group };
    });
  });
}

/** How a column of periods is headed. */
export const PERIOD_HEADER = /^(?:ky|thang|quy|nam|thoi diem|ky so lieu|ky bao cao)$/;

/** The columns of a long table: one of labels that recur, those of areas or categories and of periods, one of figures or several of periods. */
function longColumns(
  frame: Frame,
  taken: readonly Facets[],
  areas: AreaReader,
): LongColumns | null {
  const isOfPeriod = ({ levels }: FrameColumn) =>
    PERIOD_HEADER.test(wordKey(levels.at(-1)?.text ?? ""));
  const words = [...frame.keys, frame.label];
  const down = [...words, ...frame.figures].find(isOfPeriod) ?? null;
  const named = words.filter((each) => each !== down);
  const area = named.find(({ column }) => holdsAreas(frame, column, areas)) ?? null;
  const key = area ?? categoryColumn(frame, named);
  const [label, ...otherLabels] = named.filter((each) => each !== key);
  const values = taken.filter(({ column }) => column !== down?.column);
  const areAcross = values.length > 1 && values.every(isOfPeriodAlone);
  if (!label || otherLabels.length > 0 || (values.length !== 1 && !areAcross)) return null;
  if ((key === null && down === null) || (areAcross && down !== null)) return null;
  const has_areas = area !== null;
  const columns = { key, has_areas, period: down?.column ?? null, label, values };
  return values.some((value) => recurs(longRows(frame, columns, value))) ? columns : null;
}

/** What stands beside labels that are headed as such. */
function categoryColumn({ label }: Frame, named: readonly FrameColumn[]): FrameColumn | null {
  const [other, ...more] = named.filter((each) => each !== label);
  const isBeside = other !== undefined && more.length === 0 && named.includes(label);
  return isBeside && roleOfColumn(label) === "label" && other.levels.length > 0 ? other : null;
}

function isOfPeriodAlone({ period_level, area, measure }: Facets): boolean {
  return period_level !== null && area === null && measure.length === 0;
}

/** Whether a column names areas in most of its rows. */
export function holdsAreas({ sheet, body }: Frame, column: number, areas: AreaReader): boolean {
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

function recordKey({ key, period }: LongRow): string {
  return JSON.stringify([key?.cell.text, period?.cell.text].map((text) => wordKey(text ?? "")));
}

/** The rows with a figure; what is written once for several rows holds for those below it. */
function longRows(
  { sheet, body }: Frame,
  { key, period, label }: LongColumns,
  value: Facets,
): LongRow[] {
  let last: { key: SourceCell | null; period: SourceCell | null } = { key: null, period: null };
  return body.flatMap((row) => {
    const own = (column: number | null) => (column === null ? null : sourceAt(sheet, row, column));
    last = { key: own(key?.column ?? null) ?? last.key, period: own(period) ?? last.period };
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
  { key, period, has_areas }: LongColumns,
  { lines, value, rows, titled }: DatedRows & { titled: SourceCell | null },
): PlainTable | null {
  const labels = groupsBy(rows, ({ label }) => wordKey(label));
  const records = groupsBy(rows, recordKey);
  const isSure = records.every(
    (group) => new Set(group.map(({ label }) => wordKey(label))).size === group.length,
  );
  if (!isSure) return null;
  const names = records.map(([first]) => (key === null ? titled : (first?.key ?? null)));
  const hasNames = names.some((source) => source !== null);
  const cellOf = (group: readonly LongRow[], label: string) => {
    const found = group.find((each) => wordKey(each.label) === wordKey(label));
    return found ? sourceAt(frame.sheet, found.row, value.column) : null;
  };
  const body = records.map((group, index) => [
    ...(hasNames ? [names[index] ?? null] : []),
    ...labels.map(([first]) => (first ? cellOf(group, first.label) : null)),
  ]);
  const isOfAreas = hasNames && (has_areas || key === null);
  const head = isOfAreas ? [areaHeader(names)] : hasNames && key ? keptLevels(frame, key) : null;
  return {
    sheet: sheetOfLines(frame.sheet, lines ?? [], headerOf(frame, value, labels, head), body),
    area_column: isOfAreas ? 0 : null,
    ...(hasNames && !isOfAreas ? { named_columns: [0] } : {}),
    is_dated: period !== null || value.period !== null,
    below: dateBelow(frame.sheet, frame.body),
  };
}

/** The label under the header of the values, where that says what they are. */
function headerOf(
  frame: Frame,
  { header, measure }: Facets,
  labels: readonly (readonly LongRow[])[],
  head: readonly SourceCell[] | null,
): Line[] {
  const isSaid = measure.includes(header) && roleOf(header.text) === "other";
  const parent = isSaid ? header.text : "";
  const height = Math.max(head?.length ?? 1, parent === "" ? 1 : 2);
  const heads = labels.map(([first]) => {
    const own = first
      ? labelLevels(frame, { row: first.row, path: [first.label], has_figures: true })
      : [];
    return padded(parent === "" ? own : [withText(own[0] as SourceCell, parent), ...own], height);
  });
  const columns = [...(head ? [padded(head, height)] : []), ...heads];
  return Array.from({ length: height }, (_, level) => columns.map((each) => each[level] ?? null));
}
