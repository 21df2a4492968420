/** What a cell may hold: a date is a calendar day of UTC; a text is never a formula; null is empty. */
export type SheetValue = string | number | boolean | Date | null;

/** A value, or a value that looks otherwise than its column, with a note, or reckoned by a formula. */
export type XlsxCell = SheetValue | StyledCell;

export interface StyledCell {
  value: SheetValue;
  /** Stands instead of the column's. */
  style?: XlsxStyle;
  /** A comment at the cell. */
  note?: string;
  /** What may be chosen in this cell. */
  list?: ColumnList;
  /** Without `=`, in English as files hold it: `SUM(B2:B9)`; the value is what it gives. */
  formula?: string;
}

/** How a cell looks; each part left out is plain. */
export interface XlsxStyle {
  format?: CellFormat;
  look?: CellLook;
}

/**
 * How a value is shown: `decimals` with its thousands apart, `percent` of a share with so many decimals,
 * `digits` with leading zeros and nothing apart. Text stays as typed. Dates are dd/mm/yyyy or a part of it.
 */
export type CellFormat =
  | "text"
  | "date"
  | "month"
  | "year"
  | { decimals: number }
  | { percent: number }
  | { digits: number };

export type CellLook = "title" | "header" | "total" | "wrapped" | "marked";

/** A drop-down list of the texts below a column's header on a sheet of the same workbook. */
export interface ColumnList {
  sheet: string;
  column: string;
  /** Whether anything else is refused, or only asked about. */
  is_strict: boolean;
}

export interface XlsxColumn {
  header?: string;
  /** In characters; as the program likes where it is left out. */
  width?: number;
  /** Of its cells below the header, empty ones too. */
  style?: XlsxStyle;
  /** A comment at the header. */
  note?: string;
  list?: ColumnList;
}

/** A merged block, 0-based and inclusive; blocks of a sheet must not overlap. */
export interface CellBlock {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet from top to bottom: the lines of its head, the columns' headers if any has one, the rows. */
export interface XlsxSheet {
  name: string;
  head?: readonly (readonly XlsxCell[])[];
  columns?: readonly XlsxColumn[];
  rows: readonly (readonly XlsxCell[])[];
  merges?: readonly CellBlock[];
  /** Whether head and headers stay in sight. */
  has_frozen_head?: boolean;
  /** Whether the headers offer to filter the rows. */
  has_filter?: boolean;
  is_hidden?: boolean;
  /** The last row to be filled in, counted from 1, as far as drop-down lists reach; the last written else. */
  last_row?: number;
  /** On A4, as few pages wide as lets it be read, its headers on every page. */
  print?: { is_landscape: boolean };
}
