import { placesOf } from "./lines.ts";
import type { Cell, Table } from "./table.ts";

/** A count that a move raises (1) or lowers (-1). */
export type SignedCell = readonly [cell: Cell, sign: 1 | -1];

/**
 * True where a move leaves every sum of earlier publications as it was: of the counts that one had
 * hidden, those of a sum must rise by as much as they fall, or else what it showed of the sum
 * would tell readers that this is not how the table can have been.
 */
export function keepsEarlier(cells: readonly SignedCell[], table: Table): boolean {
  return keeps(cells, table, () => true);
}

/** The same for the sums whose hidden counts are still what they were; a mended count frees its sums. */
export function keepsUnmended(cells: readonly SignedCell[], table: Table): boolean {
  return keeps(cells, table, (line) => !table.mended.has(line));
}

function keeps(
  cells: readonly SignedCell[],
  table: Table,
  isBinding: (line: string) => boolean,
): boolean {
  const publications = new Set(cells.map(([cell]) => since(cell)));
  return [...publications]
    .filter((publication) => publication < table.publication)
    .every((publication) => {
      const own = cells.filter(([cell]) => since(cell) <= publication);
      return isBalanced(own, table, publication, isBinding);
    });
}

function isBalanced(
  own: readonly SignedCell[],
  table: Table,
  publication: number,
  isBinding: (line: string) => boolean,
): boolean {
  const sums = new Map<string, number>();
  const wasThere = (total: Cell | undefined) =>
    total !== undefined && (total.wasPublished || since(total) <= publication);
  for (const [cell, change] of own) {
    for (const { line, sign, total } of placesOf(cell, table)) {
      if (!isBinding(line) || !wasThere(table.cells.get(total))) continue;
      sums.set(line, (sums.get(line) ?? 0) + change * sign);
    }
  }
  return [...sums.values()].every((sum) => sum === 0);
}

function since({ hiddenSince }: Cell): number {
  return hiddenSince ?? Infinity;
}
