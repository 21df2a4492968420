import type { Cell } from "../parse/cell.ts";
import type { CellPlace, Merge, Sheet } from "../read/grid.ts";

/** A cell with its place in the sheet that it was taken from. */
export interface SourceCell extends CellPlace {
  cell: Cell;
}

/** A row of a table in the making. */
export type Line = (SourceCell | null)[];

/** How a part of a sheet is laid out, when it is read so. */
type Layout =
  | "plain"
  | "beside"
  | "sections"
  | "turned"
  | "grouped"
  | "across"
  | "listed"
  | "pivoted"
  | "categories"
  | "things"
  | "joined"
  | "card";

/** A table of the plain layout: header on top, one record a row. */
export interface PlainTable {
  sheet: Sheet;
  /** The column that the areas were put into, where the sheet had none of its own. */
  area_column: number | null;
  /** Columns that tell its rows apart and were read out of headers or labels: the form's own, or it is none. */
  named_columns?: readonly number[];
  /** The header of its own columns names its period: the sheet's name says nothing of it. */
  is_dated: boolean;
  /** Lines below the sheet's table that date the paper and are not in the made one. */
  below: string[];
}

/** A column or row with figures that a reading leaves out: a plan, a ratio to it, another period's. */
export interface PastCell extends CellPlace {
  text: string;
}

/** One way to read a part of a sheet. */
export interface Reading {
  layout: Layout;
  tables: PlainTable[];
  /** By their header or label; told once each. */
  read_past: PastCell[];
  /** Rows of the sheet that are no records whatever comes of them, with the rule. */
  ignored: ReadonlyMap<number, string>;
}

/** Rows of a sheet, 0-based, the last not included. */
export interface RowSpan {
  from: number;
  to: number;
}

/** A part of a sheet and the ways to read it, the plain one first. */
export interface Region {
  span: RowSpan;
  readings: Reading[];
  /** The readings of each of its tables, where several stand side by side. */
  sides: Reading[][];
}

/** The cell at a place of a sheet as a source; null where nothing is. */
export function sourceAt(sheet: Sheet, row: number, column: number): SourceCell | null {
  const cell = sheet.rows[row]?.[column];
  return cell ? { cell, ...placeIn(sheet, row, column) } : null;
}

function placeIn({ place }: Sheet, row: number, column: number): CellPlace {
  return place?.(row, column) ?? { row, column };
}

/** A source with another text. */
export function withText(source: SourceCell, text: string): SourceCell {
  return { ...source, cell: { type: "text", text } };
}

/**
 * The sheet that lines make, each cell knowing its place, and a gap the place that would be its own. A cell
 * that heads several rows of the header stands in the first of them, merged, and is found from all of them.
 */
export function sheetOfLines(
  { name, is_hidden, remarks = [] }: Sheet,
  above: readonly Line[],
  header: readonly Line[] = [],
  records: readonly Line[] = [],
): Sheet {
  const heads = header.map((line, level) =>
    line.map((source, column) => (source === header[level - 1]?.[column] ? null : source)),
  );
  const lines = [...above, ...heads, ...records];
  const sources = [...above, ...header, ...records];
  const place = (row: number, column: number): CellPlace => {
    const line = sources[row] ?? [];
    const head = row < above.length + header.length ? null : header.at(-1)?.[column];
    const source = line[column] ?? gapIn(line, head ?? null);
    return source ? { row: source.row, column: source.column } : { row, column };
  };
  const rows = lines.map((line) => line.map((source) => source?.cell ?? null));
  return { name, is_hidden, rows, merges: mergesOf(header, above.length), remarks, place };
}

/** Where a gap of a line stands: in the row or the column that its cells share, across from its header. */
function gapIn(line: Line, head: SourceCell | null): CellPlace | null {
  const [first = null, ...others] = line.filter((each) => each !== null);
  if (!first || !head) return first;
  if (others.length > 0 && others.every(({ row }) => row === first.row))
    return { row: first.row, column: head.column };
  const isOfOneColumn = others.length > 0 && others.every(({ column }) => column === first.column);
  return isOfOneColumn && head.column !== first.column
    ? { row: head.row, column: first.column }
    : first;
}

/** Where one cell heads several rows. */
function mergesOf(header: readonly Line[], top: number): Merge[] {
  return header.flatMap((line, level) =>
    line.flatMap((source, column) => {
      const isFirst = source !== null && source !== header[level - 1]?.[column];
      const end = header.findIndex((each, row) => row > level && each[column] !== source);
      const bottom = (end < 0 ? header.length : end) - 1;
      const isTall = isFirst && bottom > level;
      return isTall ? { top: top + level, bottom: top + bottom, left: column, right: column } : [];
    }),
  );
}

/** The plain reading of a sheet as it stands. */
export function plainReading(sheet: Sheet): Reading {
  const table = { sheet, area_column: null, is_dated: false, below: [] };
  return { layout: "plain", tables: [table], read_past: [], ignored: new Map() };
}
