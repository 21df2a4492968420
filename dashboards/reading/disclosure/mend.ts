import { audit, type Narrowed } from "./audit.ts";
import type { WithEquations } from "./linear.ts";
import { canBeHidden, lossOf } from "./moves.ts";
import type { Knowledge } from "./reader.ts";
import { allowZero, type Cell, staysBack, type Table } from "./table.ts";
import { markUnshown, type RowCells } from "./unshown.ts";

/**
 * Hides more, the cheapest count first, until no hidden number is narrowed that can be helped; then
 * shows again what later choices have made needless.
 */
export function mend(
  tables: readonly Table[],
  rows: readonly RowCells[],
  know: () => Knowledge,
  withEquations: WithEquations,
): void {
  const tableOf = new Map(
    tables.flatMap((table) => [...table.cells.values()].map((cell) => [cell, table] as const)),
  );
  const safe = new Set<string>();
  const look = () => {
    markUnshown(rows);
    return audit(know(), withEquations, safe);
  };
  const hidden: Cell[] = [];
  let narrowed = look();
  for (let more = helpersOf(narrowed, tableOf); more.length > 0; ) {
    for (const cell of more) cell.isHidden = true;
    hidden.push(...more);
    narrowed = look();
    more = helpersOf(narrowed, tableOf);
  }
  const loss = sumOf(narrowed);
  for (const cell of hidden.toReversed()) {
    cell.isHidden = false;
    cell.isHidden = sumOf(look()) > loss + tiny;
  }
  markUnshown(rows);
}

const tiny = 1e-4;

function sumOf(narrowed: readonly Narrowed[]): number {
  return narrowed.reduce((sum, { loss }) => sum + loss, 0);
}

/** What to hide for each number that is narrowed: the cheapest count that helps, or a whole sum. */
function helpersOf(narrowed: readonly Narrowed[], tableOf: ReadonlyMap<Cell, Table>): Cell[] {
  const loss = (cell: Cell) => lossOf(cell, tableOf.get(cell) as Table);
  const helpers = narrowed.flatMap(({ by, sums }) => {
    const open = by.flatMap(({ cells }) => cells.filter(isShown).filter(canBeHidden));
    const [cheapest] = open.toSorted((a, b) => loss(a) - loss(b));
    return cheapest ? [cheapest] : wholeSum(sums);
  });
  return [...new Set(helpers)];
}

/** What is shown of the first sum that can be hidden as a whole, zeros too. */
function wholeSum(sums: readonly Cell[][]): Cell[] {
  const shown = sums.map((cells) => cells.filter(isShown));
  const sum =
    shown.find((cells) => cells.length > 0 && !cells.some(({ isKnown }) => isKnown)) ?? [];
  for (const cell of sum) allowZero(cell);
  return sum;
}

function isShown(cell: Cell): boolean {
  return !staysBack(cell);
}
