import { type Cell, cellAddress, type Merge, type Sheet } from "../../../ingest/read/grid.ts";
import { cellXml } from "./cell_xml.ts";
import type { Styles } from "./styles.ts";
import { document } from "./xml.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WIDTH = { least: 9, most: 42, columns: 256, rows: 200 };
/** A workbook with overlapping merges does not open; past so many they are left out. */
const MOST_MERGES = 2000;

/** A sheet's XML, every cell at its own address; `marked` holds the addresses to be marked. */
export function sheetXml(sheet: Sheet, marked: ReadonlySet<string>, styles: Styles): string {
  const widths = widthsByRow(marked);
  const last = Math.max(sheet.rows.length, ...widths.keys());
  const rows = Array.from({ length: last }, (_, row) => {
    const cells = sheet.rows[row] ?? [];
    return rowXml(cells, row, Math.max(cells.length, widths.get(row + 1) ?? 0), marked, styles);
  });
  const merges = apart(sheet.merges).map((merge) => `<mergeCell ref="${rangeOf(merge)}"/>`);
  return document(
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${columnsXml(sheet)}` +
      `<sheetData>${rows.join("")}</sheetData>` +
      (merges.length > 0
        ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`
        : "") +
      (marked.size > 0 ? `<legacyDrawing r:id="rId1"/>` : "") +
      `</worksheet>`,
  );
}

/** The 1-based row and 0-based column of an A1 address. */
export function placeOf(address: string): { row: number; column: number } {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? "A";
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(/\d+$/.exec(address)?.[0] ?? 1), column };
}

/** Row (1-based) → how far its marks reach: empty cells may be marked too. */
function widthsByRow(marked: ReadonlySet<string>): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { row, column } of [...marked].map(placeOf))
    widths.set(row, Math.max(widths.get(row) ?? 0, column + 1));
  return widths;
}

function rowXml(
  cells: readonly (Cell | null)[],
  row: number,
  width: number,
  marked: ReadonlySet<string>,
  styles: Styles,
): string {
  const written = Array.from({ length: width }, (_, column) => {
    const isMarked = marked.has(cellAddress(row, column));
    return cellXml(cells[column] ?? null, row, column, isMarked, styles);
  }).join("");
  return written === "" ? "" : `<row r="${row + 1}">${written}</row>`;
}

/** Columns as wide as their first rows ask for. */
function columnsXml({ rows }: Sheet): string {
  const first = rows.slice(0, WIDTH.rows);
  const count = Math.min(WIDTH.columns, Math.max(0, ...first.map((row) => row.length)));
  const columns = Array.from({ length: count }, (_, column) => {
    const longest = Math.max(0, ...first.map((row) => row[column]?.text.length ?? 0));
    const width = Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2));
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
}

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

function rangeOf({ top, left, bottom, right }: Merge): string {
  return `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
}
