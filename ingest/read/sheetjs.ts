import { createRequire } from "node:module";
import * as XLSX from "@e965/xlsx";
import { serialDate } from "../parse/date.ts";
import type { Cell, Merge, Sheet } from "./grid.ts";
import { Refusal } from "./refusal.ts";

/** A workbook as SheetJS holds it. */
type Book = XLSX.WorkBook;
type DenseSheet = XLSX.WorkSheet & { "!data"?: (XLSX.CellObject | undefined)[][] };

/** Strict on purpose: the stated range is not believed, a sheet in trouble is an error and not a gap. */
const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  nodim: true,
  cellNF: true,
  cellFormula: true,
  cellHTML: false,
  raw: true,
};
const MOST_CELLS = 20_000_000;
/** Days that the 1904 date system begins after the 1900 one. */
const DAYS_TO_1904 = 1462;

/**
 * The sheets of workbook bytes (or of an HTML text). Throws a Refusal: `encrypted`, `damaged`, `too_large`.
 * `isStrict` false reads past trouble, of which cells may be lost without a word: count them.
 */
export function readSheets(source: Uint8Array | string, isStrict = true): Sheet[] {
  const book = readBook(source, { ...OPTIONS, WTF: isStrict });
  const missing = book.SheetNames.filter((name) => !Object.hasOwn(book.Sheets, name));
  if (missing.length > 0 || book.SheetNames.length === 0) {
    throw new Refusal("damaged", "trang tính không đọc được", "a sheet that can't be read");
  }
  const offset = book.Workbook?.WBProps?.date1904 ? DAYS_TO_1904 : 0;
  let room = MOST_CELLS;
  return book.SheetNames.map((name, index) => {
    const rows = toRows(book.Sheets[name] as DenseSheet, offset, room);
    room -= rows.reduce((count, row) => count + row.length, 0);
    return {
      name,
      isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows,
      merges: (book.Sheets[name]?.["!merges"] ?? []).map(toMerge),
    };
  });
}

/** SheetJS knows code pages (of workbooks before Excel 97) only when given them; they are 66 ms to load. */
export function loadCodePages(): void {
  XLSX.set_cptable(createRequire(import.meta.url)("@e965/xlsx/dist/cpexcel.js"));
}

function readBook(source: Uint8Array | string, options: XLSX.ParsingOptions): Book {
  try {
    return typeof source === "string"
      ? XLSX.read(source, { ...options, type: "string" })
      : XLSX.read(source, { ...options, type: "array" });
  } catch (error) {
    if (/password|encrypt/i.test(String(error))) {
      throw new Refusal("encrypted", "nội dung đã mã hóa", "encrypted content");
    }
    throw new Refusal("damaged", "nội dung không đọc được", "content that can't be read");
  }
}

function toRows(sheet: DenseSheet, dateOffset: number, room: number): (Cell | null)[][] {
  const rows: (Cell | null)[][] = [];
  let cells = 0;
  for (const row of sheet["!data"] ?? []) {
    cells += row?.length ?? 0;
    if (cells > room) {
      throw new Refusal("too_large", `quá ${MOST_CELLS} ô`, `more than ${MOST_CELLS} cells`);
    }
    rows.push(Array.from(row ?? [], (cell) => toCell(cell, dateOffset)));
  }
  return rows;
}

function toCell(cell: XLSX.CellObject | undefined, dateOffset: number): Cell | null {
  if (!cell) return null;
  const value = toValue(cell, dateOffset);
  if (!value) return null;
  return cell.f === undefined ? value : { ...value, isFormula: true };
}

function toValue(cell: XLSX.CellObject, dateOffset: number): Cell | null {
  const { t, v, w, f } = cell;
  if (v === undefined) return f === undefined ? null : { type: "error", text: "" };
  if (t === "e") return { type: "error", text: w ?? String(v) };
  if (t === "b") return { type: "boolean", text: v ? "TRUE" : "FALSE" };
  if (t === "n" && typeof v === "number") return toNumber(cell, v, dateOffset);
  return String(v).trim() === "" ? null : { type: "text", text: String(v) };
}

function toNumber({ w, z }: XLSX.CellObject, number: number, dateOffset: number): Cell {
  const format = String(z ?? "General");
  const isDate =
    XLSX.SSF.is_date(format) && /[dmy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ""));
  const date = isDate ? serialDate(number + dateOffset) : null;
  if (date) return { type: "date", text: dateText(date, format), number, date };
  const isPercent = format.includes("%") && w?.endsWith("%") !== true;
  return {
    type: "number",
    text: (isPercent ? XLSX.SSF.format(format, number) : w) ?? String(number),
    number,
  };
}

/** A date as Vietnam writes it, as much of it as its format shows; formats themselves follow the machine. */
function dateText(date: string, format: string): string {
  const [year, month, day] = date.split("-");
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]/g, "").toLowerCase();
  if (shown.includes("d")) return `${day}/${month}/${year}`;
  return shown.includes("m") ? `${month}/${year}` : `${year}`;
}

function toMerge({ s, e }: XLSX.Range): Merge {
  return { top: s.r, left: s.c, bottom: e.r, right: e.c };
}
