import { sheetText } from "./sheet_text.ts";
import type { SheetValue, StyledCell, XlsxCell, XlsxStyle } from "./xlsx_sheet.ts";
import type { Styles } from "./xlsx_styles.ts";

/** What the cells of a workbook share: each text once with its number, each style. */
export interface Shared {
  texts: Map<string, number>;
  styles: Styles;
}

/** A style with its number, as the cells of a column have it. */
export interface NumberedStyle {
  style: XlsxStyle;
  index: number;
}

/** A cell's XML at its address; a date whose style has no format is dd/mm/yyyy. */
export function cellXml(
  cell: XlsxCell,
  address: string,
  column: NumberedStyle,
  shared: Shared,
): string {
  if (cell === null) return "";
  // Nearly all cells of a large sheet are plain: no style is looked up for them.
  if (typeof cell !== "object") return valueXml(cell, address, column.index, shared.texts);
  const { value, style = column.style, formula } = isStyled(cell) ? cell : { value: cell };
  const isBareDate = value instanceof Date && style.format === undefined;
  const index = shared.styles.indexOf(isBareDate ? { ...style, format: "date" } : style);
  if (formula !== undefined) return formulaXml(formula, value, address, index);
  return valueXml(value, address, index, shared.texts);
}

/** Whether a cell is more than its value. */
export function isStyled(cell: XlsxCell): cell is StyledCell {
  return typeof cell === "object" && cell !== null && !(cell instanceof Date);
}

function valueXml(
  value: SheetValue,
  address: string,
  style: number,
  texts: Map<string, number>,
): string {
  if (value === null) return style === 0 ? "" : `${opened(address, style)}/>`;
  const plain = plainValue(value, address);
  if (typeof plain === "string")
    return `${opened(address, style)} t="s"><v>${textIndex(plain, texts)}</v></c>`;
  return `${opened(address, style)}${bareXml(plain)}</c>`;
}

function formulaXml(formula: string, value: SheetValue, address: string, style: number): string {
  const written = `<f>${sheetText(formula)}</f>`;
  if (value === null) return `${opened(address, style)}>${written}</c>`;
  const plain = plainValue(value, address);
  const bare = typeof plain === "string" ? ` t="str"><v>${sheetText(plain)}</v>` : bareXml(plain);
  return `${opened(address, style)}${bare.replace(">", () => `>${written}`)}</c>`;
}

function opened(address: string, style: number): string {
  return style === 0 ? `<c r="${address}"` : `<c r="${address}" s="${style}"`;
}

function bareXml(value: number | boolean): string {
  return typeof value === "number" ? `><v>${value}</v>` : ` t="b"><v>${value ? 1 : 0}</v>`;
}

/** A date as the number that it is in spreadsheets; a date that none can tell as text. */
function plainValue(value: Exclude<SheetValue, null>, address: string): string | number | boolean {
  const plain = value instanceof Date ? serial(value) : value;
  if (typeof plain === "number" && !Number.isFinite(plain))
    throw new Error(`${address}: not a number or date: ${value}`);
  return value instanceof Date && Number(plain) < firstDay ? written(value) : plain;
}

/** Days since 30 December 1899, as spreadsheets count them. */
function serial(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
}

// 1 March 1900: Excel takes that year for a leap year, so that its days before are one day off.
const firstDay = 61;

function written(date: Date): string {
  return date.toISOString().slice(0, 10).split("-").reverse().join("/");
}

function textIndex(text: string, texts: Map<string, number>): number {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, texts.size);
  return texts.size - 1;
}
