import * as XLSX from "@e965/xlsx";
import type { Cell } from "../parse/cell.ts";
import { serialDate } from "../parse/date.ts";

/** A number format, judged once for all cells that have it. */
export interface NumberFormat {
  format: string;
  is_general: boolean;
  is_date: boolean;
  /** What a date of this format shows of itself. */
  shows: "day" | "month" | "year";
}

/** Days that the 1904 date system begins after the 1900 one. */
export const DAYS_TO_1904 = 1462;

const LITERALS = /"[^"]*"|\[[^\]]*\]/g;

/** Judges a number format. One that a spreadsheet could not read counts as general. */
export function numberFormat(format: string): NumberFormat {
  const shown = format.replace(LITERALS, "").toLowerCase();
  return {
    format,
    is_general: format === "General",
    is_date: /[dmy]/.test(shown) && XLSX.SSF.is_date(format),
    shows: shown.includes("d") ? "day" : shown.includes("m") ? "month" : "year",
  };
}

/** A stored number as a cell: a date by its format, else the number as shown. `dateOffset` is in days. */
export function numberCell(number: number, judged: NumberFormat, dateOffset: number): Cell {
  if (!Number.isFinite(number)) return { type: "error", text: String(number) };
  const date = judged.is_date ? serialDate(number + dateOffset) : null;
  if (date) return { type: "date", text: dateText(date, judged), number, date };
  return { type: "number", text: shownText(number, judged), number };
}

function shownText(number: number, { format, is_general }: NumberFormat): string {
  if (is_general && (number | 0) === number) return String(number);
  return XLSX.SSF.format(format, number);
}

/** A date as Vietnam writes it, as much of it as its format shows; formats themselves follow the machine. */
function dateText(date: string, { shows }: NumberFormat): string {
  const [year, month, day] = date.split("-");
  if (shows === "day") return `${day}/${month}/${year}`;
  return shows === "month" ? `${month}/${year}` : `${year}`;
}
