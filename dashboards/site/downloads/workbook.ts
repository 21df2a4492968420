import { utils, type WorkSheet } from "@e965/xlsx";
import { type SheetValue, xlsxFile } from "../../../lib/office/xlsx.ts";
import { printable } from "../../../lib/xml.ts";
import { columnNames, type DownloadRow } from "./downloads.ts";

/**
 * The rows behind an indicator's charts as .xlsx bytes, with a sheet that says what, whence and
 * when. Texts are cells of type text, so that none is ever read as a formula.
 */
export function toXlsx(
  rows: readonly DownloadRow[],
  about: readonly [string, string][],
): Uint8Array {
  const table = rows.map((row) => columnNames.map((name) => row[name]));
  return xlsxFile({ "Số liệu": [columnNames, ...table], Nguồn: about });
}

/** Rows as a sheet: numbers as numbers, texts as texts that no program takes for a formula. */
export function sheetOf(rows: SheetValue[][]): WorkSheet {
  const data = rows.map((row) => row.map(cellOf));
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const range = { s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } };
  return { "!data": data, "!ref": utils.encode_range(range) } as WorkSheet;
}

function cellOf(value: SheetValue) {
  if (value === null) return undefined;
  if (typeof value === "number") return { t: "n", v: value };
  if (typeof value === "boolean") return { t: "b", v: value };
  return { t: "s", v: printable(value) };
}
