import { utils, write } from "@e965/xlsx";
import { address, type Sheet } from "../sheet.ts";

/** Writes sheets as an .xls workbook (BIFF8 in a compound file). The same sheets make the same bytes. */
export function writeXls(sheets: readonly Sheet[]): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheet(sheet), sheet.name);
  return new Uint8Array(write(book, { type: "buffer", bookType: "biff8" }));
}

function worksheet({ rows, merges, widths }: Sheet) {
  const sheet = utils.aoa_to_sheet(rows.map(({ cells }) => cells));
  sheet["!cols"] = widths.map((wch) => ({ wch }));
  sheet["!merges"] = merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  for (const [r, { style, cells }] of rows.entries()) {
    for (const [c, cell] of cells.entries()) {
      if (typeof cell !== "number" || (style !== "body" && style !== "total")) continue;
      sheet[address(r, c)].z = Number.isInteger(cell) ? "#,##0" : "#,##0.00";
    }
  }
  return sheet;
}
