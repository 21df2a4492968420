import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import { parseUnit } from "../parse/unit.ts";
import type { Facets } from "./facets.ts";
import { type FigureColumns, figureColumns, measureText } from "./figure_columns.ts";
import { type Frame, isFigure, roleOfColumn } from "./frame.ts";
import { type LabelRow, labelRows } from "./label_path.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import {
  type Line,
  type PlainTable,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { dateBelow, datedLines, keyOfPeriod, lineTexts, titleArea, titleLines } from "./titles.ts";
import { isBlankMark } from "./words.ts";

/** A table whose rows are measures: what it names down and across. */
export interface TurnedFrame {
  frame: Frame;
  columns: FigureColumns;
  labels: LabelRow[];
  above: Line[];
  area: SourceCell | null;
}

/** The frame as a turned table; null where its rows are areas, or its columns measures. */
export function turnedFrame(frame: Frame, areas: AreaReader): TurnedFrame | null {
  const above = titleLines(frame.sheet, frame.top);
  const labels = labelRows(frame);
  const named = labels.filter(({ has_figures }) => has_figures);
  const areAreas = named.filter(({ path }) => areas.isKnown(path.at(-1) ?? "")).length;
  if (named.length === 0 || areAreas * 2 > named.length) return null;
  const columns = figureColumns(frame, lineTexts(above), areas);
  if (columns.taken.length === 0 || !speakOfAll(frame, columns.taken)) return null;
  return { frame, columns, labels: named, above, area: titleArea(above, areas, frame.sheet.name) };
}

/** Columns say where and when, not what; one alone may say what its figures count (`Số người`). */
function speakOfAll(frame: Frame, taken: readonly Facets[]): boolean {
  const [first, ...others] = taken;
  const isLabelled = frame.header.length === 0 || roleOfColumn(frame.label) === "label";
  if (first && others.length === 0 && isLabelled) return true;
  return taken.every(({ measure }) => measure.length === 0);
}

/**
 * Labels down, areas and periods across: a table for each period, with a row for each area and a column
 * for each label. `withArea` gives the rows of a table without areas the one that its title names.
 */
export function turnedReading(turned: TurnedFrame, withArea: boolean): Reading | null {
  const groups = groupsBy(turned.columns.taken, ({ period }) => keyOfPeriod(period));
  const hasAreas = turned.columns.taken.some(({ area }) => area !== null);
  if (withArea && (hasAreas || !turned.area)) return null;
  const tables = groups.map((group) => turnedTable(turned, group, withArea));
  if (tables.some((table) => table === null)) return null;
  return {
    layout: "turned",
    tables: tables.filter((table) => table !== null),
    read_past: turned.columns.read_past,
    ignored: new Map(),
  };
}

function turnedTable(
  turned: TurnedFrame,
  columns: readonly Facets[],
  withArea: boolean,
): PlainTable | null {
  const { frame, labels, above, area } = turned;
  const hasAreas = turned.columns.taken.some((facets) => facets.area !== null);
  const areas = columns.map((facets) => (hasAreas ? areaCell(facets) : withArea ? area : null));
  const names = new Set(areas.map((source) => source?.cell.text));
  const lines = columns[0] && datedLines(above, columns[0]);
  if (names.size < columns.length || !lines) return null;
  const hasArea = areas.some((source) => source !== null);
  const records = columns.map((facets, index) => {
    const cells = labels.map(({ row }) => filledAt(frame, row, facets.column));
    return [...(hasArea ? [areas[index] ?? null] : []), ...cells];
  });
  const header = headerOf(turned, columns, hasArea ? areas : null);
  const filled = records.filter((record) => record.slice(hasArea ? 1 : 0).some(Boolean));
  if (filled.length === 0) return null;
  return {
    sheet: sheetOfLines(frame.sheet, lines, header, filled),
    area_column: hasArea ? 0 : null,
    is_dated: columns[0]?.period !== null,
    below: dateBelow(frame.sheet, frame.body),
  };
}

/** A mark for no figure stays: what it means is the form's to say. */
function filledAt({ sheet }: Frame, row: number, column: number): SourceCell | null {
  const source = sourceAt(sheet, row, column);
  return source &&
    (isFigure(source.cell) || isBlankMark(source.cell.text) || source.cell.text !== "")
    ? source
    : null;
}

/** The area of a column, or that it is the sum of the others. */
export function areaCell({ area, area_text, role, header }: Facets): SourceCell | null {
  if (area && area_text !== null) return textAt(area_text, area);
  return role === "total" ? textAt(header.text, header) : null;
}

function textAt(text: string, { row, column }: { row: number; column: number }): SourceCell {
  return { cell: { type: "text", text }, row, column };
}

/** The header of a turned table: the levels of each label, its unit in brackets behind the lowest. */
function headerOf(
  { frame, labels }: TurnedFrame,
  columns: readonly Facets[],
  areas: readonly (SourceCell | null)[] | null,
): Line[] {
  const [only, ...others] = columns;
  const parent = only && others.length === 0 ? measureText(only) : "";
  const height = Math.max(...labels.map(({ path }) => path.length + (parent === "" ? 0 : 1)));
  const headers = labels.map((label) => {
    const levels = labelLevels(frame, label);
    return padded(
      parent === "" ? levels : [withText(levels[0] as SourceCell, parent), ...levels],
      height,
    );
  });
  const area = areas && padded([areaHeader(areas)], height);
  return Array.from({ length: height }, (_, level) => [
    ...(area ? [area[level] ?? null] : []),
    ...headers.map((levels) => levels[level] ?? null),
  ]);
}

/** How a column of such areas is headed. */
export function areaHeader(areas: readonly (SourceCell | null)[]): SourceCell {
  const known = areas.filter((source) => source !== null);
  const near = known.filter(({ cell }) => isOfNeighbourhood(cell.text));
  const text = near.length > 0 ? "Tổ dân phố" : "Khu vực";
  return textAt(text, known[0] ?? { row: 0, column: 0 });
}

/** The levels of a label as cells that stand where the label does. */
export function labelLevels(frame: Frame, { row, path }: LabelRow): SourceCell[] {
  const source = sourceAt(frame.sheet, row, frame.label.column);
  const unit = frame.unit === null ? "" : (frame.sheet.rows[row]?.[frame.unit]?.text ?? "");
  return path.map((text, level) => {
    const isLowest = level === path.length - 1;
    return textAt(isLowest ? withUnit(text, unit) : text, source ?? { row, column: 0 });
  });
}

/** `Dân số (người)`; a label that says its unit stays. */
export function withUnit(text: string, unit: string): string {
  const key = wordKey(unit);
  const isSaid =
    unit === "" || text.includes("%") || (key !== "" && ` ${wordKey(text)} `.includes(` ${key} `));
  return isSaid || parseUnit(unit) === null ? text : `${text} (${unit.trim()})`;
}

/** Levels to a height: the lowest stands in the rows that are left. */
export function padded(levels: readonly SourceCell[], height: number): SourceCell[] {
  const last = levels.at(-1) as SourceCell;
  return Array.from({ length: height }, (_, level) => levels[level] ?? last);
}

/** Things in groups of one key, in the order in which keys first appear. */
export function groupsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
