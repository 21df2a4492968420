import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { read, utils } from "@e965/xlsx";

/** The committed sample. */
export const sampleFolder = resolve(import.meta.dirname, "../../../data/sample");

/** The raw cells of a workbook's sheets, read by a library that had no part in writing .xlsx or .ods. */
export function cellsOf(bytes: Uint8Array): Record<string, unknown[][]> {
  const book = read(bytes, { WTF: true });
  const sheets = Object.entries(book.Sheets).map(([name, sheet]) => [
    name,
    utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null }),
  ]);
  return Object.fromEntries(sheets);
}

/** The cells of a committed file's sheet. */
export function committed(file: string, sheet: string): unknown[][] {
  const rows = cellsOf(readFileSync(join(sampleFolder, file)))[sheet];
  if (!rows) throw new Error(`no such sheet: ${file} ${sheet}`);
  return rows;
}

/** The cell at an address with one letter, `D46`. */
export function cellAt(rows: unknown[][], address: string): unknown {
  return rows[Number(address.slice(1)) - 1]?.[address.charCodeAt(0) - 65];
}
