export { cellAddress, columnLetters } from "../../lib/office/address.ts";

/** What a cell holds, as the program that wrote it said; text is never turned into a number here. */
type CellType = "text" | "number" | "boolean" | "date" | "error";

/** One cell. An empty cell is `null` in its row, never a Cell without text (but see `error`). */
export interface Cell {
  type: CellType;
  /** As shown, decoded to Unicode NFC, trimmed at the ends. Empty only for a formula without a value. */
  text: string;
  /** The raw number of a number or date cell (a date's is its serial). */
  number?: number;
  /** ISO `yyyy-mm-dd`, when the cell is a real date. */
  date?: string;
  /** The value is the cached result of a formula. Type `error` and no text: there was none cached. */
  isFormula?: boolean;
}

/** A merged block, 0-based and inclusive; its text stands in the top left cell only. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet as rows of cells. The index of a row is its number in the file less one; so for columns. */
export interface Sheet {
  name: string;
  isHidden: boolean;
  rows: (Cell | null)[][];
  merges: Merge[];
}

/** The most cells of all sheets of a workbook that are held, empty ones before others included. */
export const MOST_CELLS = 20_000_000;

/** As far as a sheet of Excel goes, and the most that a cell of it holds. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
export const LONGEST_TEXT = 32_767;

/** The most sheets of a workbook that are read. */
export const MOST_SHEETS = 1_000;

/** The formats that are read, by what the bytes are and not by what the file is called. */
export type WorkbookFormat = "xlsx" | "xls" | "ods" | "csv" | "html";

/** Something worth saying about a file that could be read. */
export interface Note {
  code: string;
  message_vi: string;
  message_en: string;
  sheet?: string;
  cell?: string;
}

/** A file, read whole. */
export interface Workbook {
  format: WorkbookFormat;
  /** The text encoding of a csv or html file, or the legacy encoding found in a workbook, else null. */
  encoding: string | null;
  sheets: Sheet[];
  notes: Note[];
}
