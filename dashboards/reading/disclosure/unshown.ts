import type { Cell } from "./table.ts";

/** The counts of a row. */
export type RowCells = readonly Cell[];

/**
 * Marks the counts that are not hidden but stand in no row that is shown: a row is shown with all
 * of its counts or not at all.
 */
export function markUnshown(rows: readonly RowCells[]): void {
  for (const cell of rows.flat()) cell.isUnshown = false;
  const isBack = (row: RowCells) => row.some(({ isHidden, isUnshown }) => isHidden || isUnshown);
  for (let isDone = false; !isDone; ) {
    const shown = new Set(rows.filter((row) => !isBack(row)).flat());
    const unshown = rows.flat().filter((cell) => !shown.has(cell) && !isBack([cell]));
    for (const cell of unshown) cell.isUnshown = true;
    isDone = unshown.length === 0;
  }
}
