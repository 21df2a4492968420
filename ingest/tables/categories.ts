import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Facets } from "./facets.ts";
import { figureColumns } from "./figure_columns.ts";
import { type Frame, type FrameColumn, isFigure, roleOfColumn } from "./frame.ts";
import { GROUP_HEADER } from "./grouped.ts";
import { keptColumns, keptLevels, levelCell } from "./kept_columns.ts";
import { periodsDown } from "./periods_down.ts";
import {
  type Line,
  type PlainTable,
  type Reading,
  type SourceCell,
  sheetOfLines,
  sourceAt,
  withText,
} from "./reading.ts";
import { datedLines, keyOfPeriod, lineTexts, titleLines } from "./titles.ts";
import { groupsBy, padded } from "./turned.ts";
import { countOf } from "./unit_measure.ts";

/** A column of figures: what it is of, and what it counts of it. */
interface CategoryColumn {
  facets: Facets;
  category: SourceCell;
  measure: SourceCell;
}

/**
 * Categories across, each over its measures (`Phạm pháp hình sự` over `Số vụ`, `Số đối tượng`) or alone with
 * its unit (`Vi phạm hành chính (vụ)`), which the title may say of all (`Số vụ phạm tội`): a row for each row
 * and category, a table for each period. Null where rows are contents themselves, areas stand across, or
 * there is one category.
 */
export function categoriesReading(frame: Frame, areas: AreaReader): Reading | null {
  const above = titleLines(frame.sheet, frame.top);
  const { taken, read_past } = figureColumns(frame, lineTexts(above), areas);
  if (roleOfColumn(frame.label) === "label" || taken.some(({ area }) => area !== null)) return null;
  const counted = titleCount(above);
  const columns = taken.flatMap((facets) => categoryColumn(facets, counted) ?? []);
  const isOver = columns.some(({ facets }) => facets.measure.length > 1);
  if (!(isOver || counted) || groupsBy(columns, categoryKey).length < 2) return null;
  const tables = tablesOf(frame, above, columns);
  if (tables.some((table) => table === null)) return null;
  const known = columns.map(({ facets }) => facets);
  const unplaced = taken.filter((each) => !known.includes(each)).map(({ header }) => header);
  return {
    layout: "categories",
    tables: tables.filter((table) => table !== null),
    read_past: [...read_past, ...unplaced],
    ignored: new Map(),
  };
}

/** A table for each period, be it across or down. */
function tablesOf(
  frame: Frame,
  above: readonly Line[],
  columns: readonly CategoryColumn[],
): (PlainTable | null)[] {
  const down = periodsDown(frame, above);
  const isDated = columns.some(({ facets }) => facets.period !== null);
  if (down)
    return down.map(({ lines, ...rows }) =>
      lines && !isDated ? categoryTable({ ...rows, lines, is_dated: true }, columns) : null,
    );
  const groups = groupsBy(columns, ({ facets }) => keyOfPeriod(facets.period));
  return groups.map((group) => {
    const lines = group[0] ? datedLines(above, group[0].facets) : null;
    return lines && categoryTable({ frame, kept: keptColumns(frame), lines }, group);
  });
}

/** A table in the making. */
interface CategoryRows {
  frame: Frame;
  kept: readonly FrameColumn[];
  lines: readonly Line[];
  is_dated?: true;
}

function categoryColumn(facets: Facets, counted: string | null): CategoryColumn | null {
  const [upper, ...lower] = facets.measure.filter(({ text }) => !isOfParts(text));
  if (!upper) return null;
  const source = levelCell(upper);
  const last = lower.at(-1);
  if (last) return { facets, category: source, measure: levelCell(last) };
  const [, bracketed = "", unit = ""] = /^(.*\S)\s*\(([^()]*)\)$/.exec(upper.text) ?? [];
  const [, before = "", named = ""] = COUNTED.exec(upper.text) ?? [];
  const count = countOf(unit) ?? countOf(before) ?? counted;
  if (count === null) return null;
  const name = bracketed || named || upper.text;
  return { facets, category: withText(source, name), measure: withText(source, count) };
}

/** `Trong đó`: what stands below it is a category like those beside it. */
function isOfParts(text: string): boolean {
  return /^(?:trong do|chia ra|gom)$/.test(wordKey(text));
}

/** `Tổng số vụ TTXH`: what is counted, and of what. */
const COUNTED = /^(?:tổng\s+)?số\s+(vụ|người|đối tượng|hộ)\s+(?:việc\s+)?(\S.*)$/iu;

/** What the lines above say that all figures count: `SỐ VỤ PHẠM TỘI …` → `Số vụ`. */
function titleCount(above: readonly Line[]): string | null {
  const [unit] = lineTexts(above).flatMap((text) => SAID.exec(text)?.[1] ?? []);
  return unit ? countOf(unit) : null;
}

const SAID = /(?<!\p{L})số\s+(vụ|người|đối tượng|hộ)\s/iu;

function categoryTable(
  { frame, kept, lines, is_dated }: CategoryRows,
  columns: readonly CategoryColumn[],
): PlainTable | null {
  const categories = groupsBy(columns, categoryKey);
  const measures = groupsBy(columns, measureKey);
  const isSure = categories.every((group) => new Set(group.map(measureKey)).size === group.length);
  if (!isSure) return null;
  const rows = frame.body.filter((row) => columns.some((each) => hasFigure(frame, row, each)));
  const records = rows.flatMap((row) => categories.map((group) => recordOf(row, group)));
  const first = columns[0]?.category as SourceCell;
  const heads = [
    ...kept.map((column) => keptLevels(frame, column)),
    [withText(first, GROUP_HEADER)],
    ...measures.map(([column]) => (column ? [column.measure] : [])),
  ];
  const height = Math.max(1, ...heads.map(({ length }) => length));
  const filled = heads.map((each) => (each.length > 0 ? padded(each, height) : []));
  const header = Array.from({ length: height }, (_, level) =>
    filled.map((each) => each[level] ?? null),
  );
  return {
    sheet: sheetOfLines(frame.sheet, lines, header, records),
    area_column: null,
    named_columns: [kept.length],
    is_dated: is_dated ?? columns[0]?.facets.period !== null,
    below: [],
  };

  function recordOf(row: number, group: readonly CategoryColumn[]): Line {
    const figures = measures.map(([measure]) =>
      group.find((each) => measure && measureKey(each) === measureKey(measure)),
    );
    return [
      ...kept.map(({ column }) => sourceAt(frame.sheet, row, column)),
      group[0]?.category ?? null,
      ...figures.map((each) => (each ? sourceAt(frame.sheet, row, each.facets.column) : null)),
    ];
  }
}

function hasFigure({ sheet }: Frame, row: number, { facets }: CategoryColumn): boolean {
  return isFigure(sheet.rows[row]?.[facets.column]);
}

function categoryKey({ category }: CategoryColumn): string {
  return wordKey(category.cell.text);
}

function measureKey({ measure }: CategoryColumn): string {
  return wordKey(measure.cell.text);
}
