import type { Cell } from "../../../ingest/parse/cell.ts";
import type { Merge, Sheet } from "../../../ingest/read/grid.ts";
import { cellPlace } from "../../../lib/office/address.ts";
import { columnWidth } from "../../../lib/office/column_width.ts";
import { xlsxFile } from "../../../lib/office/xlsx.ts";
import type { XlsxCell, XlsxColumn, XlsxSheet } from "../../../lib/office/xlsx_sheet.ts";
import { shownCell } from "./shown_cell.ts";

/** A cell to be marked, and what its comment says. Without a cell the sheet's first one is meant. */
export interface Mark {
  sheet: string;
  cell: string | null;
  comment: string;
}

/**
 * Sheets as an .xlsx in which every cell stands at its own address as it was shown, the marked ones filled
 * and with a comment; `first` are sheets that stand before them. The same sheets and marks give the same bytes.
 */
export function markedCopy(
  sheets: readonly Sheet[],
  marks: readonly Mark[],
  first: readonly XlsxSheet[] = [],
): Uint8Array {
  const copies = sheets.map((sheet) =>
    copyOf(sheet, commentsOf(marks.filter((mark) => mark.sheet === sheet.name))),
  );
  return xlsxFile([...first, ...copies]);
}

/** What is said of a sheet's cells, by their 0-based row and column. */
type Comments = Map<number, Map<number, string>>;

/** One comment for each cell, whatever the order in which marks come. */
function commentsOf(marks: readonly Mark[]): Comments {
  const texts = new Map<string, string[]>();
  for (const { cell, comment } of marks)
    texts.set(cell ?? "A1", [...(texts.get(cell ?? "A1") ?? []), comment]);
  const comments: Comments = new Map();
  for (const [cell, all] of texts) {
    const { row, column } = cellPlace(cell);
    const ofRow = comments.get(row) ?? new Map<number, string>();
    comments.set(row, ofRow.set(column, [...new Set(all)].join("\n\n")));
  }
  return comments;
}

function copyOf(sheet: Sheet, comments: Comments): XlsxSheet {
  const last = endOf(sheet.rows.length, comments);
  return {
    name: sheet.name,
    is_hidden: sheet.is_hidden,
    columns: columnsOf(sheet),
    rows: Array.from({ length: last }, (_, row) =>
      rowOf(sheet.rows[row] ?? [], comments.get(row) ?? new Map()),
    ),
    merges: apart(sheet.merges),
  };
}

/** Empty cells may be marked too, even beyond what a row holds. */
function rowOf(cells: readonly (Cell | null)[], comments: ReadonlyMap<number, string>): XlsxCell[] {
  const width = endOf(cells.length, comments);
  return Array.from({ length: width }, (_, column) => {
    const cell = cells[column] ?? null;
    const note = comments.get(column);
    const shown = cell === null || cell.text === "" ? null : shownCell(cell);
    if (note === undefined) return shown;
    return { value: null, ...shown, note, style: { ...shown?.style, look: "marked" } };
  });
}

/** How far rows or cells reach: as many as there are, and to the last that is commented. */
function endOf(length: number, comments: ReadonlyMap<number, unknown>): number {
  return [...comments.keys()].reduce((end, index) => Math.max(end, index + 1), length);
}

const WIDTH = { least: 8, most: 41, columns: 256, rows: 200 };

/** Columns as wide as their first rows ask for. */
function columnsOf({ rows }: Sheet): XlsxColumn[] {
  const first = rows.slice(0, WIDTH.rows);
  const count = Math.min(WIDTH.columns, Math.max(0, ...first.map((row) => row.length)));
  return Array.from({ length: count }, (_, column) => {
    const shown = first.map((row) => row[column]?.text ?? null);
    return { width: columnWidth(shown, WIDTH.least, WIDTH.most) };
  });
}

/** A workbook with overlapping merges does not open; past so many they are left out. */
const MOST_MERGES = 2000;

function apart(merges: readonly Merge[]): Merge[] {
  const kept: Merge[] = [];
  for (const merge of merges) {
    const isBlock = merge.bottom > merge.top || merge.right > merge.left;
    if (kept.length < MOST_MERGES && isBlock && !kept.some((other) => overlap(merge, other)))
      kept.push(merge);
  }
  return kept;
}

function overlap(a: Merge, b: Merge): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
