import { isStyled } from "./xlsx_cell.ts";
import type { XlsxCell, XlsxColumn, XlsxStyle } from "./xlsx_sheet.ts";

/** The characters that a column's cells hold in a line, where they break a longer text; null where not. */
export function lineLengths(
  columns: readonly XlsxColumn[],
  styles: readonly XlsxStyle[],
): (number | null)[] {
  return styles.map(({ look }, index) =>
    look === "wrapped" || look === "header" ? (columns[index]?.width ?? usualWidth) : null,
  );
}

/** The width of a column of which none is told. */
export const usualWidth = 8;

/**
 * About how high a row must be, in points, to show its broken texts whole; null for the usual height.
 * Excel reckons it anew when a cell is edited, but not every program does when it opens a file.
 */
export function rowHeight(
  cells: readonly XlsxCell[],
  lengths: readonly (number | null)[],
): number | null {
  const lines = lengths.reduce<number>((most, length, column) => {
    const cell = cells[column] ?? null;
    const value = isStyled(cell) ? cell.value : cell;
    return length !== null && typeof value === "string"
      ? Math.max(most, linesOf(value, length))
      : most;
  }, 1);
  return lines > 1 ? Math.min(tallest, lines * lineHeight) : null;
}

const lineHeight = 15;
const tallest = 405;

/** Letters are narrower than the digits by which widths are counted, but lines end between words. */
function linesOf(text: string, length: number): number {
  const fits = Math.max(1, length * 1.1);
  return text
    .split("\n")
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / fits)), 0);
}
