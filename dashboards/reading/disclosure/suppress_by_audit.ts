import type { Knowledge } from "./attacker.ts";
import { audit, type Narrowed } from "./audit.ts";
import type { CountCell, CountTable } from "./cells.ts";
import type { WithEquations } from "./linear.ts";
import { canBeSuppressed, lossOf } from "./secondary.ts";
import { isHidden, markUnshown, type RowCells, type Suppression } from "./suppression.ts";

/** What is audited: the tables, the rows that show them, what is suppressed, and what is known then. */
interface Audited {
  tables: readonly CountTable[];
  rows: readonly RowCells[];
  suppression: Suppression;
  know: () => Knowledge;
  withEquations: WithEquations;
}

/**
 * Secondary suppression by audit: suppresses more, the cheapest count first, until no hidden number
 * is narrowed that can be helped; then shows again what later choices have made needless.
 */
export function suppressByAudit(audited: Audited): void {
  const { suppression, rows } = audited;
  const lossesOf = lossesIn(audited.tables);
  const safe = new Set<string>();
  const look = () => {
    markUnshown(rows, suppression);
    return audit(audited.know(), audited.withEquations, safe);
  };
  const added: CountCell[] = [];
  let narrowed = look();
  for (let more = helpersOf(narrowed, lossesOf, suppression); more.length > 0; ) {
    for (const cell of more) suppression.suppressed.add(cell);
    added.push(...more);
    narrowed = look();
    more = helpersOf(narrowed, lossesOf, suppression);
  }
  const loss = sumOf(narrowed);
  for (const cell of added.toReversed()) {
    suppression.suppressed.delete(cell);
    if (sumOf(look()) > loss + tiny) suppression.suppressed.add(cell);
  }
  markUnshown(rows, suppression);
}

const tiny = 1e-4;

function sumOf(narrowed: readonly Narrowed[]): number {
  return narrowed.reduce((sum, { loss }) => sum + loss, 0);
}

function lossesIn(tables: readonly CountTable[]): (cell: CountCell) => number {
  const losses = tables.flatMap((table) =>
    [...table.cells.values()].map((cell) => [cell, lossOf(cell, table)] as const),
  );
  const byCell = new Map(losses);
  return (cell) => byCell.get(cell) as number;
}

/** What to suppress for each number that is narrowed: the cheapest count that helps, or a whole sum. */
function helpersOf(
  narrowed: readonly Narrowed[],
  lossOfCell: (cell: CountCell) => number,
  suppression: Suppression,
): CountCell[] {
  const helpers = narrowed.flatMap(({ by, sums }) => {
    const open = by.flatMap(({ cells }) =>
      cells.filter((cell) => !isHidden(cell, suppression) && canBeSuppressed(cell, suppression)),
    );
    const [cheapest] = open.toSorted((a, b) => lossOfCell(a) - lossOfCell(b));
    return cheapest ? [cheapest] : wholeSum(sums, suppression);
  });
  return [...new Set(helpers)];
}

/** What is shown of the first sum that can be suppressed as a whole, zeros too. */
function wholeSum(sums: readonly CountCell[][], suppression: Suppression): CountCell[] {
  const shown = sums.map((cells) => cells.filter((cell) => !isHidden(cell, suppression)));
  const sum =
    shown.find((cells) => cells.length > 0 && !cells.some(({ is_known }) => is_known)) ?? [];
  for (const cell of sum) suppression.zeros.add(cell);
  return sum;
}
