import type { SheetValue } from "./xlsx_sheet.ts";

/** The width of a column, in characters, that shows its texts whole, within these bounds. */
export function columnWidth(values: readonly SheetValue[], least: number, most: number): number {
  const longest = values.reduce<number>(
    (width, value) => (typeof value === "string" ? Math.max(width, value.length) : width),
    least,
  );
  return Math.min(most, longest);
}
