import { createRequire } from "node:module";
import * as XLSX from "@e965/xlsx";
import type { Cell } from "../parse/cell.ts";
import { couldGive } from "./formula_result.ts";
import { type Merge, MOST_CELLS, type Sheet } from "./grid.ts";
import { DAYS_TO_1904, type NumberFormat, numberCell, numberFormat } from "./number_cell.ts";
import { Refusal } from "./refusal.ts";
import { tooManyCells } from "./sheet_faults.ts";

/** A workbook as SheetJS holds it. */
type Book = XLSX.WorkBook;
type DenseSheet = XLSX.WorkSheet & { "!data"?: (XLSX.CellObject | undefined)[][] };

/** Strict on purpose: the stated range is not believed, a sheet in trouble is an error and not a gap. */
const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  nodim: true,
  cellNF: true,
  cellFormula: true,
  sheetStubs: true,
  cellHTML: false,
  raw: true,
};

/** A sheet with the number of its cells that hold a value or a formula, blank texts too. */
export interface CountedSheet {
  sheet: Sheet;
  stored: number;
  /** What is said of its cells. */
  comments?: readonly string[];
}

/**
 * The sheets of workbook bytes (or of an HTML text). Throws a Refusal: `encrypted`, `damaged`, `too_large`.
 * `isStrict` false reads past trouble, of which cells may be lost without a word: count them.
 */
export function readWithSheetJs(source: Uint8Array | string, isStrict = true): CountedSheet[] {
  const book = readBook(source, { ...OPTIONS, WTF: isStrict });
  const missing = book.SheetNames.filter((name) => !Object.hasOwn(book.Sheets, name));
  if (missing.length > 0 || book.SheetNames.length === 0) {
    throw new Refusal("damaged", "trang tính không đọc được", "a sheet that can't be read");
  }
  const offset = book.Workbook?.WBProps?.date1904 ? DAYS_TO_1904 : 0;
  let cellsLeft = MOST_CELLS;
  return book.SheetNames.map((name, index) => {
    const data = (book.Sheets[name] as DenseSheet)["!data"] ?? [];
    const rows = toRows(data, offset, cellsLeft);
    cellsLeft -= rows.reduce((count, row) => count + row.length, 0);
    const is_hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const merges = (book.Sheets[name]?.["!merges"] ?? []).map(toMerge);
    const sheet = { name, is_hidden, rows, merges };
    return { sheet, stored: countStored(data), comments: commentsIn(data) };
  });
}

function commentsIn(data: NonNullable<DenseSheet["!data"]>): string[] {
  const cells = data.flatMap((row) => row?.filter((cell) => cell?.c) ?? []);
  return cells.flatMap((cell) => cell?.c?.map(({ t = "" }) => t.trim()) ?? []);
}

function countStored(data: NonNullable<DenseSheet["!data"]>): number {
  let count = 0;
  for (const row of data)
    for (const cell of row ?? []) if (cell && (cell.t !== "z" || cell.f !== undefined)) count += 1;
  return count;
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

function toRows(
  data: NonNullable<DenseSheet["!data"]>,
  dateOffset: number,
  cellsLeft: number,
): (Cell | null)[][] {
  const rows: (Cell | null)[][] = [];
  let cells = 0;
  for (const row of data) {
    cells += row?.length ?? 0;
    if (cells > cellsLeft) throw tooManyCells();
    rows.push(Array.from(row ?? [], (cell) => toCell(cell, dateOffset)));
  }
  return rows;
}

function toCell(cell: XLSX.CellObject | undefined, dateOffset: number): Cell | null {
  if (!cell) return null;
  const { f, v } = cell;
  const isResult = typeof v === "string" || typeof v === "number";
  if (f !== undefined && isResult && !couldGive(f, v))
    return { type: "error", text: "", is_formula: true };
  const value = toValue(cell, dateOffset);
  if (!value) return null;
  return cell.f === undefined ? value : { ...value, is_formula: true };
}

/** A stub (`z`) is an empty cell, or a formula whose value was not stored. */
function toValue(cell: XLSX.CellObject, dateOffset: number): Cell | null {
  const { t, v, w, f } = cell;
  if (v === undefined || t === "z") return f === undefined ? null : { type: "error", text: "" };
  if (t === "e") return { type: "error", text: w ?? String(v) };
  if (t === "b") return { type: "boolean", text: v ? "TRUE" : "FALSE" };
  if (t === "n" && typeof v === "number") return toNumber(cell, v, dateOffset);
  return String(v).trim() === "" ? null : { type: "text", text: String(v) };
}

/** Shown as the file shows it, where it says so. */
function toNumber({ w, z }: XLSX.CellObject, number: number, dateOffset: number): Cell {
  const format = String(z ?? "General");
  const cell = numberCell(number, formatOf(format), dateOffset);
  const isShown = cell.type === "number" && w !== undefined;
  return isShown && format.includes("%") === w.endsWith("%") ? { ...cell, text: w } : cell;
}

const formats = new Map<string, NumberFormat>();

function formatOf(format: string): NumberFormat {
  const known = formats.get(format) ?? numberFormat(format);
  formats.set(format, known);
  return known;
}

function toMerge({ s, e }: XLSX.Range): Merge {
  return { top: s.r, left: s.c, bottom: e.r, right: e.c };
}
