import * as XLSX from "@e965/xlsx";
import type { Written, WrittenSheet } from "./table.ts";

/** Sheets as SheetJS writes them in a format. */
export function sheetJs(sheets: readonly WrittenSheet[], type: XLSX.BookType): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, cells, merges } of sheets) {
    const sheet: XLSX.WorkSheet = { "!ref": "A1:I20" };
    for (const cell of cells)
      sheet[XLSX.utils.encode_cell({ r: cell.at[0], c: cell.at[1] })] = cellOf(cell);
    sheet["!merges"] = merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: type }));
}

function cellOf({ kind, value, format, formula }: Written): XLSX.CellObject {
  const more = { ...(format ? { z: format } : {}), ...(formula ? { f: formula } : {}) };
  if (kind === "number") return { t: "n", v: value, ...more };
  if (kind === "boolean") return { t: "b", v: value, ...more };
  if (kind === "date") {
    const days = (Date.parse(String(value)) - Date.UTC(1899, 11, 30)) / 86_400_000;
    return { t: "n", v: days, ...more };
  }
  return { t: "s", v: String(value), ...more };
}
