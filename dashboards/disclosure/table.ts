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
  /** The least and most that it could be, by what its row and its percentages say. */
  least: number;
  most: number;
  /** True where readers have this very number from an earlier publication. */
  isKnown: boolean;
  /** True where an earlier publication showed a number here, this one or another. */
  wasPublished: boolean;
  /** The publication that hid it first, null while it is shown. */
  hiddenSince: number | null;
}

/** All counts of one measure, with the sums that bind them: areas to the ward, months to years. */
export interface Table {
  measure: string;
  /** The number of the publication in the making. */
  publication: number;
  cells: Map<string, Cell>;
  areas: Tree;
  periods: Tree;
  /** Sums whose hidden counts are not what they were at the last publication. */
  mended: Set<string>;
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
  publication: number,
  cells: Map<string, Cell>,
  wardOf: (area: string) => string | null,
): Table {
  const list = [...cells.values()];
  const periods = [...new Set(list.map(({ period }) => period))];
  return {
    measure,
    publication,
    cells,
    mended: new Set(),
    areas: treeOf(
      list.map(({ area }) => area),
      wardOf,
    ),
    periods: treeOf(periods, (period) => enclosing(period, periods)),
  };
}
