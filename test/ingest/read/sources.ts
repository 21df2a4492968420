import * as XLSX from "@e965/xlsx";

/** Bytes of workbooks as offices' programs write them. */
export type BookType = "xlsx" | "ods" | "biff8" | "xlsb";

/** A workbook of one sheet, its cells given by address (`A1`), written in a format. */
export function book(
  cells: Record<string, XLSX.CellObject>,
  type: BookType = "xlsx",
  adjust: (workbook: XLSX.WorkBook) => void = () => {},
): Uint8Array {
  const sheet: XLSX.WorkSheet = { ...cells, "!ref": "A1:Z60" };
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, "T10");
  adjust(workbook);
  return new Uint8Array(XLSX.write(workbook, { type: "buffer", bookType: type }));
}

/** A text cell. */
export function text(value: string): XLSX.CellObject {
  return { t: "s", v: value };
}

/** A number cell with a number format. */
export function number(value: number, format = "General"): XLSX.CellObject {
  return { t: "n", v: value, z: format };
}

/** Bytes of characters below U+0100, one each. */
export function bytes(characters: string): Uint8Array {
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
