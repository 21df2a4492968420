import type { Sheet } from "./grid.ts";
import { lostCells } from "./sheet_faults.ts";
import type { CountedSheet } from "./sheetjs.ts";

/** The sheets, if none holds fewer cells than were counted in the file. Throws a Refusal otherwise. */
export function complete(sheets: readonly CountedSheet[], counts: readonly number[]): Sheet[] {
  if (sheets.some(({ stored }, index) => stored < (counts[index] ?? 0))) throw lostCells();
  return sheets.map(({ sheet }) => sheet);
}
