import * as XLSX from "@e965/xlsx";
import type { Cell } from "../parse/cell.ts";
import { serialDate } from "../parse/date.ts";

/** A number format, judged once for all cells that have it. */
export interface NumberFormat {
  format: string;
  is_general: boolean;
  is_date: boolean;
  /** Shows a hundred times the number; a percent sign that is a mere letter of the format does not. */
  is_percent: boolean;
  /** What a date of this format shows of itself. */
  shows: "day" | "month" | "year";
}

/** Days that the 1904 date system begins after the 1900 one. */
export const DAYS_TO_1904 = 1462;

const LITERALS = /"[^"]*"|\[[^\]]*\]|\\./g;
/** What a format says of positive numbers. */
const SECTION = /^(?:"[^"]*"|\\.|[^;"\\])*/;

/** Judges a number format. Of one that can't be printed only that it is a percentage is kept. */
export function numberFormat(stated: string): NumberFormat {
  const isPercent = stated.replace(LITERALS, "").includes("%");
  const format = isPrintable(stated) ? stated : isPercent ? "0.00%" : "General";
  const [positive = ""] = SECTION.exec(format) ?? [];
  const shown = positive.replace(LITERALS, "").toLowerCase();
  return {
    format,
    is_general: format === "General",
    is_date: /[dmy]/.test(shown) && XLSX.SSF.is_date(positive),
    is_percent: isPercent,
    shows: shown.includes("d") ? "day" : shown.includes("m") ? "month" : "year",
  };
}

/** Whether numbers of either sign and zero can be printed in a format. */
function isPrintable(format: string): boolean {
  try {
    for (const sample of [1.5, -1.5, 0]) XLSX.SSF.format(format, sample);
    return true;
  } catch {
    return false;
  }
}

/**
 * A stored number as a cell: a date by its format, else the number as shown; the number of what is shown as a
 * percentage is a fraction. `dateOffset` is in days.
 */
export function numberCell(number: number, judged: NumberFormat, dateOffset: number): Cell {
  if (!Number.isFinite(number)) return { type: "error", text: String(number) };
  const date = judged.is_date ? serialDate(number + dateOffset) : null;
  if (date) return { type: "date", text: dateText(date, judged), number, date };
  const text = shownText(number, judged);
  const isFraction = !text.endsWith("%") || judged.is_percent;
  return { type: "number", text, number: isFraction ? number : number / 100 };
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
