import type { Cell } from "../parse/cell.ts";
import { LAST_COLUMN, LAST_ROW, type Merge } from "./grid.ts";
import { NotPlain } from "./plain.ts";
import { outsideSheet, repeatedCell, tooManyCells } from "./sheet_faults.ts";
import { TagScan } from "./tag_scan.ts";
import { readCell, type SheetSources } from "./xlsx_cell.ts";
import { tags } from "./xlsx_parts.ts";
import { attribute } from "./xml_text.ts";

/** A worksheet's part, read. `stored` counts the cells with a value or a formula, blank texts too. */
export interface SheetContent {
  rows: (Cell | null)[][];
  merges: Merge[];
  stored: number;
}

/**
 * Reads the part of a worksheet. `xml` holds its bytes, one character each. `cellsLeft` is how many places for
 * cells are left. Throws NotPlain for whatever Excel does not write; a Refusal where cells would be lost.
 */
export function readSheetXml(xml: string, sources: SheetSources, cellsLeft: number): SheetContent {
  const [head, closed] = /<sheetData\s*(\/?)>/.exec(xml) ?? [];
  if (head === undefined) throw new NotPlain("no sheet data");
  const start = xml.indexOf(head) + head.length;
  const end = closed === "/" ? start : xml.indexOf("</sheetData>", start);
  if (end === -1) throw new NotPlain("sheet data without an end");
  const content: SheetContent = { rows: [], merges: [], stored: 0 };
  if (closed === "") readRows(new TagScan(xml, start), end, content, sources, cellsLeft);
  content.merges = tags(xml.slice(end), /<mergeCell\s[^>]*>/g).map(toMerge);
  return content;
}

function readRows(
  scan: TagScan,
  end: number,
  content: SheetContent,
  sources: SheetSources,
  cellsLeft: number,
): void {
  const { rows } = content;
  let held = 0;
  while (scan.skipSpace() < end) {
    if (!scan.sees("<row")) throw new NotPlain("something between rows");
    scan.readTag(4);
    const { row } = scan;
    if (row < 1) throw new NotPlain("a row without its number");
    if (row > LAST_ROW) throw outsideSheet();
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as (Cell | null)[];
    held -= cells.length;
    if (!scan.isClosed) content.stored += readCells(scan, row, cells, sources);
    held += cells.length;
    if (held > cellsLeft) throw tooManyCells();
  }
}

/** Reads the cells of a row into their places; returns how many were stored. */
function readCells(
  scan: TagScan,
  row: number,
  cells: (Cell | null)[],
  sources: SheetSources,
): number {
  let stored = 0;
  for (scan.skipSpace(); !scan.sees("</row>"); scan.skipSpace()) {
    if (!scan.sees("<c")) throw new NotPlain("something between cells");
    scan.readTag(2);
    const { column } = scan;
    if (scan.row !== row || column < 1) throw new NotPlain("a cell without its address");
    if (column > LAST_COLUMN) throw outsideSheet();
    const cell = scan.isClosed ? undefined : readCell(scan, sources);
    if (cell === undefined) continue;
    if (cells[column - 1]) throw repeatedCell();
    stored += 1;
    while (cells.length < column) cells.push(null);
    cells[column - 1] = cell;
  }
  scan.at += "</row>".length;
  return stored;
}

function toMerge(tag: string): Merge {
  const [from = "", to = from] = (attribute(tag, "ref") ?? "").split(":");
  const [left, top] = place(from);
  const [right, bottom] = place(to);
  return { top, left, bottom, right };
}

/** The 0-based column and row of an address such as `$B$12`. */
function place(address: string): [column: number, row: number] {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) throw new NotPlain("a merge");
  const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  return [column - 1, Number(digits) - 1];
}
