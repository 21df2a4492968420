/** A value of a cell: text, a number, or nothing. */
export type Cell = string | number | null;

/**
 * How a row is printed. Numbers in `body` and `total` rows are figures, grouped by thousands; those in
 * an `entry` of a list are numbers, years and serials, printed as they are.
 */
export type RowStyle =
  | "plain"
  | "letterhead"
  | "title"
  | "note"
  | "header"
  | "entry"
  | "body"
  | "total";

/** A rectangle of merged cells, zero-based and inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A row of a sheet. */
export interface Row {
  style: RowStyle;
  cells: Cell[];
}

/** A sheet as an office lays it out. Widths are in characters. */
export interface Sheet {
  name: string;
  rows: Row[];
  merges: Merge[];
  widths: number[];
}

/** The address of a cell, `F17`, from zero-based row and column. */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The zero-based row and column of an address such as `F17`. Throws on anything else. */
export function place(at: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]{1,2})(\d+)$/.exec(at) ?? [];
  if (letters === undefined || digits === undefined) throw new Error(`not a cell address: ${at}`);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** `A`, `B`, … `Z`, `AA`. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** Merges cells of a sheet; a single cell stays as it is. */
export function merge(sheet: Sheet, area: Merge): void {
  if (area.top !== area.bottom || area.left !== area.right) sheet.merges.push(area);
}
