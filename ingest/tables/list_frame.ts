import type { Sheet } from "../read/grid.ts";
import { type Frame, isWords, LOOK } from "./frame.ts";
import { roleOf } from "./words.ts";

/** Where a list stands: its header, the rows below it, the columns of words. */
export interface ListFrame {
  sheet: Sheet;
  /** The first row of the header, or of the body where there is none. */
  top: number;
  header: readonly number[];
  body: readonly number[];
  words: readonly number[];
}

/** The list that a table with figures is. */
export function listOfFrame({ sheet, top, header, body, label, keys }: Frame): ListFrame {
  return { sheet, top, header, body, words: [label, ...keys].map(({ column }) => column) };
}

const HIGHEST_HEADER = 3;

/** A list without figures, by its header: words that begin with that of running numbers. */
export function listFrameOf(sheet: Sheet): ListFrame | null {
  const top = sheet.rows.slice(0, LOOK).findIndex(isHeader);
  if (top < 0) return null;
  const tall = sheet.merges.filter((merge) => merge.top === top).map(({ bottom }) => bottom);
  const last = Math.max(top, ...tall.filter((bottom) => bottom < top + HIGHEST_HEADER));
  const rows = sheet.rows.flatMap((cells, row) => (row > last && cells.some(Boolean) ? row : []));
  const header = Array.from({ length: last - top + 1 }, (_, level) => top + level);
  return { sheet, top, header, body: rows, words: wordColumns(sheet, rows) };
}

function isHeader(cells: Sheet["rows"][number]): boolean {
  const filled = cells.filter((cell) => cell !== null);
  const areWords = filled.every(({ type, text }) => type === "text" && !/\d{3}/.test(text));
  return filled.length > 2 && areWords && roleOf(filled[0]?.text ?? "") === "ordinal";
}

/** The columns that hold words in most of the first rows. */
function wordColumns({ rows }: Sheet, body: readonly number[]): number[] {
  const looked = body.slice(0, LOOK).map((row) => rows[row] ?? []);
  const width = Math.max(0, ...looked.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) => looked.filter((cells) => isWords(cells[column])).length * 3 > looked.length,
  );
}
