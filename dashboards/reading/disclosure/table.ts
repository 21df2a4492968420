import { enclosing } from "./periods.ts";
import { type Tree, treeOf } from "./tree.ts";

/** A count as the protector sees it. */
export interface Cell {
  area: string;
  /** The period's key. */
  period: string;
  value: number;
  /** Counts from 1 to this are small. */
  limit: number;
  /** The least and most that readers must keep thinking possible; null where that does not matter. */
  needed: { low: number; high: number } | null;
  /** True where zero may be hidden: a part of a whole or of a small total, or a mended number. */
  mayBeZero: boolean;
  /** The least and most that it could be, by what its row and its percentages say. */
  least: number;
  most: number;
  /** True where the last publication told this very number: hiding it would be no use. */
  isKnown: boolean;
  /** The name under which it is hidden: another one for another number. */
  version: string;
  /** True where an earlier publication hid it; then it is hidden again. */
  wasHidden: boolean;
  /** True where it is hidden for its own sake or another's. */
  isHidden: boolean;
  /** True where it is not hidden, but all its rows stay back for other counts' sake. */
  isUnshown: boolean;
  /** True where it is hidden and not in the data any more. */
  isGone: boolean;
}

/** All counts of one measure, with the sums that bind them: areas to the ward, months to years. */
export interface Table {
  measure: string;
  cells: Map<string, Cell>;
  areas: Tree;
  periods: Tree;
}

/** True where readers of this publication do not see it. */
export function staysBack({ isHidden, isUnshown }: Cell): boolean {
  return isHidden || isUnshown;
}

/** Lets a count be hidden even where it is zero, so that readers cannot take it for one at least. */
export function allowZero(cell: Cell): void {
  cell.mayBeZero = true;
  if (cell.least <= 1) cell.least = 0;
}

/** Asks that a count stays possible from `low` to `high`, as far as its own bounds let it. */
export function keepPossible(cell: Cell, low: number, high: number): void {
  const { needed, least, most } = cell;
  cell.needed = {
    low: Math.min(needed?.low ?? Infinity, Math.max(low, least)),
    high: Math.max(needed?.high ?? -Infinity, Math.min(high, most)),
  };
}

/** A cell's place in its table. */
export function cellKey(area: string, period: string): string {
  return `${area}|${period}`;
}

/** Puts counts into a table; `wardOf` names what an area is a part of. */
export function tableOf(
  measure: string,
  cells: Map<string, Cell>,
  wardOf: (area: string) => string | null,
): Table {
  const list = [...cells.values()];
  const periods = [...new Set(list.map(({ period }) => period))];
  return {
    measure,
    cells,
    areas: treeOf(
      list.map(({ area }) => area),
      wardOf,
    ),
    periods: treeOf(periods, (period) => enclosing(period, periods)),
  };
}
