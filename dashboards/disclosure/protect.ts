import { keepsEarlier, keepsUnmended } from "./earlier.ts";
import { lossOf, type Move, movesFor, type Rule, roomOf } from "./moves.ts";
import { type Cell, cellKey, keepPossible, type Table } from "./table.ts";

/**
 * Hides small counts and, beside them, the fewest others that keep readers from working them out.
 *
 * A count is safe when there is another table that a reader cannot tell from the true one, in
 * which it stands at the low end of the range that must stay possible, and one in which it stands
 * at the high end. Such a table is the true one plus a move: a change of areas times a change of
 * periods, so that all sums stay (the hypercube method of statistical offices, with the sizes of
 * cells taken into account). A move touches hidden counts only, none that readers know from an
 * earlier publication, and leaves true what earlier ones showed about theirs.
 *
 * @returns the small counts for which no such move exists
 */
export function protect(table: Table): Cell[] {
  const { cells, publication } = table;
  const small = [...cells.values()].filter((cell) => cell.needed !== null && !cell.isKnown);
  for (const cell of cells.values()) if (cell.needed) cell.hiddenSince ??= publication;
  const widestFirst = small.toSorted(
    (a, b) => roomNeeded(b) - roomNeeded(a) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  const rules = new Map(widestFirst.map((cell) => [cell, hideFor(cell, table)] as const));
  showAgain(table, rules);
  return widestFirst.filter((cell) => !rules.get(cell));
}

/** Hides what the cheapest moves need; the rule they keep, null where there are none. */
function hideFor(cell: Cell, table: Table): Rule | null {
  for (const rule of [keepsEarlier, keepsUnmended]) {
    if (hide(movesFor(cell, table, rule), table)) return rule;
  }
  shift(cell, table);
  const free = () => true;
  return hide(movesFor(cell, table, free), table) ? free : null;
}

function hide(moves: Move[] | null, { publication }: Table): Cell[] | null {
  const cells = moves?.flatMap((move) => move.cells.map(([cell]) => cell)) ?? null;
  for (const cell of cells ?? []) cell.hiddenSince ??= publication;
  return cells;
}

/**
 * Where earlier publications have told too much for the whole range, one as wide is kept possible
 * above or below the count, so that it cannot be told exactly. What that hides stays hidden.
 */
function shift(cell: Cell, table: Table): void {
  const width = cell.limit - 1;
  for (const room of [
    { up: width, down: 0 },
    { up: 0, down: width },
  ]) {
    const hidden = hide(movesFor(cell, table, keepsUnmended, room), table);
    for (const other of hidden ?? []) keepPossible(other, other.value, other.value);
    if (hidden) return;
  }
}

function roomNeeded(cell: Cell): number {
  const { up, down } = roomOf(cell);
  return Math.max(up, down);
}

/** Shows again what this publication hid for one count and a later choice has made needless. */
function showAgain(table: Table, rules: ReadonlyMap<Cell, Rule | null>): void {
  const { cells, publication } = table;
  const helpers = [...cells.values()].filter(
    (cell) => cell.needed === null && cell.hiddenSince === publication,
  );
  const dearestFirst = helpers.toSorted((a, b) => lossOf(b, table) - lossOf(a, table));
  for (const helper of dearestFirst) {
    helper.hiddenSince = null;
    const isSafe = [...rules].every(([cell, rule]) => !rule || isFree(cell, table, rule));
    if (!isSafe) helper.hiddenSince = publication;
  }
}

/** True where moves of what is hidden already reach both ends of what must stay possible. */
function isFree(cell: Cell, table: Table, rule: Rule): boolean {
  return movesFor(cell, table, rule)?.every(({ loss }) => loss === 0) ?? false;
}

function keyOf({ area, period }: Cell): string {
  return cellKey(area, period);
}
