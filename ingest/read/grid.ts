import type { Cell } from "../parse/cell.ts";

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
  is_hidden: boolean;
  rows: (Cell | null)[][];
  merges: Merge[];
  /** What is said of the sheet outside its cells: comments, headers and footers of its printed pages. */
  remarks?: readonly string[];
  /** Of a table made of a sheet: where a cell stands in the file. Absent: where it stands here. */
  place?: (row: number, column: number) => CellPlace;
}

/** Where a cell stands, 0-based. */
export interface CellPlace {
  row: number;
  column: number;
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
export type WorkbookFormat = "xlsx" | "xls" | "ods" | "csv" | "html" | "xml";

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
