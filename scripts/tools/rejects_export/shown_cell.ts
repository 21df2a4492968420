import type { Cell } from "../../../ingest/parse/cell.ts";
import type { CellFormat, StyledCell } from "../../../lib/office/xlsx_sheet.ts";

/**
 * A cell as it was shown. Text stays text, in a format that keeps it so when it is edited: an identifier
 * keeps its zeros, and what begins with = + - @ is never a formula. Formulas give their value only.
 */
export function shownCell(cell: Cell): StyledCell {
  if (cell.type === "boolean") return { value: cell.text === "TRUE" };
  if (cell.type === "date" && cell.date)
    return { value: new Date(cell.date), style: { format: dateFormat(cell.text) } };
  if (cell.type === "number" && cell.number !== undefined && Number.isFinite(cell.number))
    return { value: cell.number, style: numberStyle(cell.text) };
  return { value: cell.text, style: { format: "text" } };
}

/** As much of a date as was shown: `31/10/2026`, `10/2026`, `2026`. */
function dateFormat(shown: string): CellFormat {
  const parts = shown.split("/").length;
  return parts === 1 ? "year" : parts === 2 ? "month" : "date";
}

/** The format by which a number was shown, as far as its text tells. */
function numberStyle(shown: string): { format?: CellFormat } {
  if (/^0\d+$/.test(shown)) return { format: { digits: shown.length } };
  if (/^\d{11,}$/.test(shown)) return { format: { digits: 1 } };
  if (shown.endsWith("%")) return { format: { percent: decimals(shown.slice(0, -1)) } };
  return /^-?\d{1,3}(?:[., ]\d{3})+$/.test(shown) ? { format: { decimals: 0 } } : {};
}

function decimals(shown: string): number {
  return /[.,](\d+)$/.exec(shown.trim())?.[1]?.length ?? 0;
}
