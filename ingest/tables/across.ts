import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Facets } from "./facets.ts";
import { figureColumns, measureText } from "./figure_columns.ts";
import { type Frame, type FrameColumn, roleOfColumn } from "./frame.ts";
import type { HeaderLevel } from "./header_rows.ts";
import { keptColumns, keptLevels, levelCell } from "./kept_columns.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import { periodsDown } from "./periods_down.ts";
import {
  type Line,
  type PlainTable,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
} from "./reading.ts";
import { titleMeasure } from "./title_measure.ts";
import { datedLines, keyOfPeriod, lineTexts, titleArea, titleLines } from "./titles.ts";
import { areaCell, areaHeader, groupsBy, padded } from "./turned.ts";
import { unitMeasure } from "./unit_measure.ts";

/** What the tables of this layout have in common. */
interface Across {
  frame: Frame;
  above: Line[];
  /** The columns that are kept in each table as they are: what names the rows, notes. */
  kept: FrameColumn[];
  /** What its figures count, where their own header does not say it. */
  measure: SourceCell | null;
  /** Of rows that are no areas, in a sheet whose title names one neighbourhood. */
  area: SourceCell | null;
}

/** Columns that say of when, or of what plan, their figures are. */
const TRIGGERS = ["done", "this", "last", "cumulative"];

/**
 * Measures under periods or periods under measures, plan beside done: a table for each period, its rows
 * those of the sheet. Null where no column says a period or what was done, and where rows are measures.
 */
export function acrossReading(frame: Frame, areas: AreaReader): Reading | null {
  const above = titleLines(frame.sheet, frame.top);
  const { taken, read_past, compared } = figureColumns(frame, lineTexts(above), areas);
  const isAcross = taken.some(
    ({ role, period_level, area }) =>
      period_level !== null || area !== null || TRIGGERS.includes(role),
  );
  if (!isAcross || frame.body.length === 0) return null;
  const isUnnamed = taken.every(({ measure }) => measure.length === 0);
  const measure = isUnnamed ? measureOf(frame, above, areas) : null;
  if (isUnnamed && !measure) return null;
  const named = taken.filter(({ measure }) => isUnnamed || measure.length > 0);
  const unnamed = taken.filter((facets) => !named.includes(facets)).map(({ header }) => header);
  const kept = [...keptColumns(frame), ...(measure?.cell.text === VALUE ? unitColumn(frame) : [])];
  const titled = titleArea(above, areas, frame.sheet.name);
  const area = titled && isOfNeighbourhood(titled.cell.text) ? titled : null;
  const across = { frame, above, kept, measure, area };
  const added = taken.every(({ area }) => area === null) ? compared : [];
  const tables = tablesOf(across, [...named, ...added]);
  if (tables.some((table) => table === null)) return null;
  return {
    layout: "across",
    tables: tables.filter((table) => table !== null),
    read_past: [
      ...read_past.filter((past) => !added.some(({ header }) => header === past)),
      ...unnamed,
    ],
    ignored: new Map(),
  };
}

/** A table for each period, be it across or down. */
function tablesOf(across: Across, named: readonly Facets[]): (PlainTable | null)[] {
  const { frame, above } = across;
  const down = periodsDown(frame, above);
  if (down === null) {
    const groups = groupsBy(named, ({ period }) => keyOfPeriod(period));
    return groups.map((columns) => acrossTable(across, columns));
  }
  const isDated = named.some(({ period }) => period !== null);
  return down.map(({ lines, ...rows }) => {
    const table =
      lines && !isDated ? acrossTable({ ...across, ...rows, above: lines }, named) : null;
    return table && { ...table, is_dated: true };
  });
}

/** Rows that a header calls contents are measures themselves, unless all are of one unit that is counted. */
function measureOf(frame: Frame, above: readonly Line[], areas: AreaReader): SourceCell | null {
  const isOfContents = roleOfColumn(frame.label) === "label";
  return isOfContents
    ? (unitMeasure(frame) ?? valueHeader(frame))
    : titleMeasure(frame, above, areas);
}

/** Figures of contents that codes name: of each its value. */
function valueHeader({ figures, keys }: Frame): SourceCell | null {
  const level = figures[0]?.levels.at(-1);
  const isOfCodes = keys.some(({ levels }) =>
    /^ma(?: |$)/.test(wordKey(levels.at(-1)?.text ?? "")),
  );
  return level && isOfCodes
    ? { cell: { type: "text", text: VALUE }, row: level.row, column: level.column }
    : null;
}

const VALUE = "Giá trị";

/** Values of several units keep the column that states them. */
function unitColumn({ unit, header, sheet }: Frame): FrameColumn[] {
  const row = header.at(-1) ?? 0;
  const text = unit === null ? undefined : sheet.rows[row]?.[unit]?.text;
  return unit === null || text === undefined
    ? []
    : [{ column: unit, levels: [{ text, row, column: unit }] }];
}

function acrossTable(across: Across, columns: readonly Facets[]): PlainTable | null {
  const { frame, above, kept } = across;
  const lines = columns[0] && datedLines(above, columns[0]);
  const measures = groupsBy(columns, measureText);
  const byArea = groupsBy(
    columns,
    ({ area_text, role }) => area_text ?? (role === "total" ? "∑" : ""),
  );
  const isSure = byArea.every((group) => new Set(group.map(measureText)).size === group.length);
  if (!lines || !isSure) return null;
  const areas = byArea.map(([first]) => (first ? areaCell(first) : null));
  const hasAreas = areas.some((source) => source !== null);
  const records = byArea.flatMap((group, index) => {
    const area = hasAreas ? [areas[index] ?? null] : [];
    return frame.body.map((row) => [...area, ...cellsOf(across, row, measures, group)]);
  });
  const header = headerOf(across, measures, hasAreas ? areas : null);
  return {
    sheet: sheetOfLines(frame.sheet, lines, header, records),
    area_column: hasAreas ? 0 : null,
    is_dated: columns[0]?.period !== null,
    below: [],
  };

  function cellsOf(
    { frame: { sheet } }: Across,
    row: number,
    measures: readonly (readonly Facets[])[],
    group: readonly Facets[],
  ): Line {
    const figures = measures.map(([measure]) =>
      group.find((each) => measure && measureText(each) === measureText(measure)),
    );
    return [
      ...kept.map(({ column }) => sourceAt(sheet, row, column)),
      ...figures.map((each) => (each ? sourceAt(sheet, row, each.column) : null)),
    ];
  }
}

function headerOf(
  { frame, kept, measure }: Across,
  measures: readonly (readonly Facets[])[],
  areas: readonly (SourceCell | null)[] | null,
): Line[] {
  const levels = [
    ...(areas ? [[areaHeader(areas)]] : []),
    ...kept.map((column) => keptLevels(frame, column)),
    ...measures.map(([facets]) => {
      const own = (facets ? levelsOf(facets) : []).map(levelCell);
      return own.length > 0 ? own : measure ? [measure] : [];
    }),
  ];
  const height = Math.max(1, ...levels.map(({ length }) => length));
  const columns = levels.map((each) => (each.length > 0 ? padded(each, height) : []));
  return Array.from({ length: height }, (_, level) => columns.map((each) => each[level] ?? null));
}

/** What is counted; that it is of the period alone stays said. */
function levelsOf({ within, measure }: Facets): HeaderLevel[] {
  return within && measure.length > 0 ? [within, ...measure] : measure;
}
