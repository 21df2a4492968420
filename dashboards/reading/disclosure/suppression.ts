import type { CountCell, CountTable } from "./cells.ts";
import { chainOf } from "./sums.ts";

/** What a publication in the making suppresses; every step of disclosure control adds to it. */
export interface Suppression {
  /** For their own sake (primary suppression) or that of others (secondary suppression). */
  suppressed: Set<CountCell>;
  /** Not suppressed, but in no row that is shown: a row is shown with all of its counts or not at all. */
  unshown: Set<CountCell>;
  /** Counts that readers must be able to take for zero, beside those that may be zero anyway. */
  zeros: Set<CountCell>;
}

/** The counts of a row. */
export type RowCells = readonly CountCell[];

/** True where readers of this publication do not see it. */
export function isHidden(cell: CountCell, { suppressed, unshown }: Suppression): boolean {
  return suppressed.has(cell) || unshown.has(cell);
}

/** True where zero may be suppressed, so that readers cannot take it for one at least. */
export function canBeZero(cell: CountCell, { zeros }: Suppression): boolean {
  return cell.can_be_zero || zeros.has(cell);
}

/** The least that readers must think possible of a count. */
export function leastOf(cell: CountCell, { zeros }: Suppression): number {
  return zeros.has(cell) && cell.least <= 1 ? 0 : cell.least;
}

/**
 * Primary suppression: what was suppressed before, and what is small. Of a small total everything
 * goes that it is the sum of, zeros too: else readers would count the parts that are not zero, and
 * know it to be as large at least.
 */
export function primarySuppression(tables: readonly CountTable[]): Suppression {
  const suppression: Suppression = { suppressed: new Set(), unshown: new Set(), zeros: new Set() };
  for (const table of tables) {
    const cells = [...table.cells.values()];
    const primary = cells.filter(({ protection, was_suppressed }) => protection || was_suppressed);
    const parts = partsOfSmallTotals(table);
    for (const cell of [...primary, ...parts]) suppression.suppressed.add(cell);
    for (const cell of parts) suppression.zeros.add(cell);
  }
  return suppression;
}

function partsOfSmallTotals({ cells, areas, periods }: CountTable): CountCell[] {
  const totals = [...cells.values()].filter(
    ({ protection, area, period, value, limit }) =>
      protection !== null &&
      value < limit + 1 &&
      (areas.totals.has(area) || periods.totals.has(period)),
  );
  return [...cells.values()].filter((cell) => {
    const own = chainOf(cell.area, areas.parents);
    const around = chainOf(cell.period, periods.parents);
    return totals.some(
      (total) => total !== cell && own.includes(total.area) && around.includes(total.period),
    );
  });
}

/** Finds the counts that are not suppressed but stand in no row that is shown. */
export function markUnshown(rows: readonly RowCells[], suppression: Suppression): void {
  const { unshown } = suppression;
  unshown.clear();
  const isBack = (row: RowCells) => row.some((cell) => isHidden(cell, suppression));
  for (let isDone = false; !isDone; ) {
    const shown = new Set(rows.filter((row) => !isBack(row)).flat());
    const more = rows.flat().filter((cell) => !shown.has(cell) && !isHidden(cell, suppression));
    for (const cell of more) unshown.add(cell);
    isDone = more.length === 0;
  }
}
