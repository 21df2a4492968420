import { merge, type Sheet } from "./sheet.ts";

/** A column of a table: its stacked header, its label in the row of column numbers, its width. */
export interface TableColumn {
  header: readonly string[];
  label: string;
  width: number;
}

/** A column whose header has as many levels as texts are given. */
export function column(label: string, width: number, ...header: string[]): TableColumn {
  return { label, width, header };
}

/** Neighbours with the same upper texts share a merged cell; short headers reach down. */
export function addHeader(sheet: Sheet, columns: readonly TableColumn[]): void {
  const depth = Math.max(...columns.map((c) => c.header.length));
  const top = sheet.rows.length;
  for (let level = 0; level < depth; level += 1) {
    const cells = columns.map((c, i) => (startsCell(columns, i, level) ? c.header[level] : null));
    sheet.rows.push({ style: "header", cells: cells.map((text) => text ?? null) });
  }
  for (const [left, { header }] of columns.entries()) {
    for (let level = 0; level < header.length; level += 1) {
      if (!startsCell(columns, left, level)) continue;
      const bottom = level === header.length - 1 ? depth - 1 : level;
      merge(sheet, {
        top: top + level,
        left,
        bottom: top + bottom,
        right: endOf(columns, left, level),
      });
    }
  }
}

function startsCell(columns: readonly TableColumn[], index: number, level: number): boolean {
  return index === 0 || !sharesCell(columns[index - 1], columns[index], level);
}

function endOf(columns: readonly TableColumn[], left: number, level: number): number {
  let right = left;
  while (sharesCell(columns[right], columns[right + 1], level)) right += 1;
  return right;
}

/** A group's cell is shared by columns that go on below it. */
function sharesCell(
  a: TableColumn | undefined,
  b: TableColumn | undefined,
  level: number,
): boolean {
  if (!a || !b || a.header.length <= level + 1 || b.header.length <= level + 1) return false;
  return a.header.slice(0, level + 1).join("|") === b.header.slice(0, level + 1).join("|");
}
