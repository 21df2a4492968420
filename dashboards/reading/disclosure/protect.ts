import { lossOf, movesFor, roomOf } from "./moves.ts";
import { allowZero, type Cell, cellKey, type Table } from "./table.ts";
import { chainOf } from "./tree.ts";

/**
 * Hides small counts. Of a small total everything goes that it is the sum of, zeros too: else
 * readers would count the parts that are not zero, and know it to be as large at least.
 */
export function hideSmall({ cells, areas, periods }: Table): void {
  const small = [...cells.values()].filter(({ needed }) => needed !== null);
  for (const cell of small) cell.isHidden = true;
  const totals = small.filter(
    ({ area, period, value, limit }) =>
      value < limit + 1 && (areas.totals.has(area) || periods.totals.has(period)),
  );
  for (const cell of cells.values()) {
    const [own, around] = [
      chainOf(cell.area, areas.parents),
      chainOf(cell.period, periods.parents),
    ];
    const isBelow = totals.some(
      (total) => total !== cell && own.includes(total.area) && around.includes(total.period),
    );
    if (!isBelow) continue;
    allowZero(cell);
    cell.isHidden = true;
  }
}

/**
 * Hides, beside small counts, the fewest others that keep readers from working them out.
 *
 * A count is safe when there is another table that a reader cannot tell from the true one, in
 * which it stands at the low end of the range that must stay possible, and one in which it stands
 * at the high end. Such a table is the true one plus a move: a change of areas times a change of
 * periods, so that all sums stay (the hypercube method of statistical offices, with the sizes of
 * cells taken into account). A move touches hidden counts only, and none that readers know from an
 * earlier publication. What earlier publications tell beside that is left to `mend`.
 */
export function protect(table: Table): void {
  const small = [...table.cells.values()].filter((cell) => cell.needed !== null && !cell.isKnown);
  const widestFirst = small.toSorted(
    (a, b) => roomNeeded(b) - roomNeeded(a) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const safe = widestFirst.filter((cell) => hideFor(cell, table));
  showAgain(table, safe);
}

/** Hides what the cheapest moves need; false where there are none. */
function hideFor(cell: Cell, table: Table): boolean {
  const moves = movesFor(cell, table);
  for (const [other] of moves?.flatMap((move) => move.cells) ?? []) {
    other.isHidden = true;
  }
  return moves !== null;
}

function roomNeeded(cell: Cell): number {
  const { up, down } = roomOf(cell);
  return Math.max(up, down);
}

/** Shows again what this publication hid for one count and a later choice has made needless. */
function showAgain(table: Table, safe: readonly Cell[]): void {
  const helpers = [...table.cells.values()].filter(
    ({ needed, mayBeZero, isHidden, wasHidden }) =>
      needed === null && !mayBeZero && isHidden && !wasHidden,
  );
  const dearestFirst = helpers.toSorted((a, b) => lossOf(b, table) - lossOf(a, table));
  for (const helper of dearestFirst) {
    helper.isHidden = false;
    helper.isHidden = !safe.every((cell) => isFree(cell, table));
  }
}

/** True where moves of what is hidden already reach both ends of what must stay possible. */
function isFree(cell: Cell, table: Table): boolean {
  return movesFor(cell, table)?.every(({ loss }) => loss === 0) ?? false;
}

function keyOf({ area, period }: Cell): string {
  return cellKey(area, period);
}
