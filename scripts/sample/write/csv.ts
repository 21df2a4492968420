import { strToU8 } from "fflate";
import type { Cell, Sheet } from "../sheet.ts";

/**
 * Writes one sheet as the CSV that a Vietnamese Excel saves: UTF-8 with a byte order mark, `;` between
 * the cells, decimal commas, CRLF.
 */
export function writeCsv(sheet: Sheet): Uint8Array {
  const width = sheet.widths.length;
  const lines = sheet.rows.map(({ cells }) =>
    Array.from({ length: width }, (_, i) => field(cells[i] ?? null)).join(";"),
  );
  return strToU8(`\uFEFF${lines.join("\r\n")}\r\n`);
}

function field(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "number" ? String(cell).replace(".", ",") : cell;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
