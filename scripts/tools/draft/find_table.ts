import type { AreaReader } from "../../../ingest/parse/area.ts";
import type { Cell } from "../../../ingest/parse/cell.ts";
import { wordKey } from "../../../ingest/parse/key.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import { type HeaderBlock, headerBlocks } from "../../../ingest/recognise/header.ts";
import { filledRows } from "../../../ingest/recognise/locate.ts";
import { isLetterhead } from "../../../ingest/recognise/title.ts";

/** A table found in a sheet that no form recognises. */
export interface FoundTable {
  sheet: Sheet;
  header: HeaderBlock;
  /** 0-based rows below the header with at least two cells filled under it. */
  rows: number[];
  /** The lines above the header that are no letterhead. */
  titles: string[];
}

const LEAST_COLUMNS = 2;
/** Share of a row of figures that must stand below words of the header. */
const LEAST_SHARE = 0.6;

/**
 * The table of a sheet: the first rows of words that have figures below them in most of their columns.
 * Null when the sheet has none.
 */
export function findTable(sheet: Sheet, areas: AreaReader): FoundTable | null {
  const filled = filledRows(sheet);
  const blocks = headerBlocks(sheet).filter((block) => isWords(sheet, block, areas));
  const bottoms = blocks.filter((block) => hasFiguresBelow(sheet, block, filled));
  const first = bottoms[0];
  if (!first) return null;
  const bottom = lastOf(bottoms, first.bottom);
  const header = blocks
    .filter((block) => block.bottom === bottom && block.top >= topOf(sheet, bottom, areas))
    .sort((a, b) => a.top - b.top)[0];
  if (!header) return null;
  const columns = new Set(header.cells.map(({ column }) => column));
  const rows = filled.filter(
    (row) => row > bottom && filledUnder(sheet, row, columns) >= LEAST_COLUMNS,
  );
  const lines = sheet.rows.slice(0, header.top).flatMap((row) => row.flatMap(linesOf));
  return { sheet, header, rows, titles: lines.filter((line) => !isLetterhead(line, areas)) };
}

/** The rows of a header hold words only, each row of them two or more. */
function isWords(sheet: Sheet, { top, bottom }: HeaderBlock, areas: AreaReader): boolean {
  const rows = sheet.rows.slice(top, bottom + 1);
  return rows.every((row) => {
    const cells = row.flatMap((cell) => cell ?? []);
    return cells.every(isWord) && cells.some(({ text }) => !isLetterhead(text, areas));
  });
}

function isWord({ type, text }: Cell): boolean {
  return type === "text" && /\p{L}/u.test(text) && !/^\d/.test(text.trim());
}

function hasFiguresBelow(sheet: Sheet, { bottom, cells }: HeaderBlock, filled: number[]): boolean {
  const columns = new Set(cells.map(({ column }) => column));
  const below = filled.filter((row) => row > bottom && row <= bottom + 4);
  return below.some((row) => {
    const own = (sheet.rows[row] ?? []).filter((cell) => cell !== null).length;
    const under = filledUnder(sheet, row, columns);
    const isFigures = (sheet.rows[row] ?? []).some((cell) => cell !== null && !isWord(cell));
    return isFigures && under >= LEAST_COLUMNS && under >= own * LEAST_SHARE;
  });
}

/** Where the header of several rows that begins here ends. */
function lastOf(blocks: readonly HeaderBlock[], first: number): number {
  const bottoms = new Set(blocks.map(({ bottom }) => bottom));
  let bottom = first;
  while (bottoms.has(bottom + 1) && bottom - first < 2) bottom++;
  return bottom;
}

/** The upper rows of a header are joined to the lower ones by merged cells, or fill the same columns. */
function topOf(sheet: Sheet, bottom: number, areas: AreaReader): number {
  let top = bottom;
  while (top > 0 && bottom - top < 2 && isUpperLevel(sheet, top - 1, areas)) top--;
  return top;
}

function isUpperLevel(sheet: Sheet, row: number, areas: AreaReader): boolean {
  const texts = (sheet.rows[row] ?? []).flatMap((cell) => cell?.text ?? []);
  if (
    new Set(texts.map(wordKey)).size < LEAST_COLUMNS ||
    texts.some((text) => isLetterhead(text, areas))
  )
    return false;
  const isMerged = sheet.merges.some(({ top, bottom }) => top <= row && bottom > row);
  const isGroup = sheet.merges.some(({ top, left, right }) => top === row && right > left);
  return isMerged || isGroup || texts.length > LEAST_COLUMNS;
}

function filledUnder(sheet: Sheet, row: number, columns: ReadonlySet<number>): number {
  return (sheet.rows[row] ?? []).filter((cell, column) => cell && columns.has(column)).length;
}

function linesOf(cell: Cell | null): string[] {
  return cell?.text.split("\n").filter((line) => line.trim() !== "") ?? [];
}
