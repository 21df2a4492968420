import { type Cell, cellAddress } from "../../../ingest/read/grid.ts";
import type { Styles } from "./styles.ts";
import { escapeXml } from "./xml.ts";

/** What a cell of a spreadsheet can hold at most. */
const LONGEST_TEXT = 32_767;
const DAY = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);

/**
 * A cell as it was shown. Text stays text, in a format that keeps it so when it is edited: an identifier
 * keeps its zeros, and what begins with = + - @ is never a formula. Formulas give their value only.
 */
export function cellXml(
  cell: Cell | null,
  row: number,
  column: number,
  isMarked: boolean,
  styles: Styles,
): string {
  const open = (format: string) =>
    `<c r="${cellAddress(row, column)}" s="${styles.indexOf(format, isMarked)}"`;
  if (cell === null || cell.text === "") return isMarked ? `${open("General")}/>` : "";
  if (cell.type === "boolean")
    return `${open("General")} t="b"><v>${cell.text === "TRUE" ? 1 : 0}</v></c>`;
  if (cell.type === "date" && cell.date)
    return `${open(dateFormat(cell.text))}><v>${serial(cell.date)}</v></c>`;
  if (cell.type === "number" && Number.isFinite(cell.number))
    return `${open(numberFormat(cell.text))}><v>${cell.number}</v></c>`;
  const text = escapeXml(cell.text.slice(0, LONGEST_TEXT));
  return `${open("@")} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function serial(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - DAY_ZERO) / DAY;
}

/** As much of a date as was shown: `31/10/2026`, `10/2026`, `2026`. */
function dateFormat(shown: string): string {
  const parts = ["dd", "mm", "yyyy"].slice(-shown.split("/").length);
  return parts.join("/");
}

/** The format by which a number was shown, as far as its text tells. */
function numberFormat(shown: string): string {
  if (/^0\d+$/.test(shown)) return "0".repeat(shown.length);
  if (/^\d{11,}$/.test(shown)) return "0";
  if (shown.endsWith("%")) return `0${decimals(shown.slice(0, -1))}%`;
  return /^-?\d{1,3}(?:[., ]\d{3})+$/.test(shown) ? "#,##0" : "General";
}

function decimals(shown: string): string {
  const places = /[.,](\d+)$/.exec(shown.trim())?.[1]?.length ?? 0;
  return places > 0 ? `.${"0".repeat(places)}` : "";
}
