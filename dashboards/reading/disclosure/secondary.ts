import type { CountCell, CountTable } from "./cells.ts";
import { cellKey, type PeriodKey } from "./places.ts";
import type { Hierarchy } from "./sums.ts";
import { canBeZero, isHidden, leastOf, type Suppression } from "./suppression.ts";

/**
 * Secondary suppression: beside small counts, the fewest others that keep readers from working them
 * out.
 *
 * A count is safe when there is another table that a reader cannot tell from the true one, in
 * which it stands at the low end of the range that must stay possible, and one in which it stands
 * at the high end. Such a table is the true one plus a pattern of changes: a change of areas times
 * a change of periods, so that all sums stay (the hypercube method of statistical offices, with
 * the sizes of cells taken into account). A pattern touches suppressed counts only, and none that
 * readers know from an earlier publication. What earlier publications tell beside that is left to
 * `suppressByAudit`.
 */
export function suppressByPatterns(table: CountTable, suppression: Suppression): void {
  const cells = [...table.cells.values()];
  const small = cells.filter(({ protection, is_known }) => protection !== null && !is_known);
  const widestFirst = small.toSorted(
    (a, b) => roomNeeded(b, suppression) - roomNeeded(a, suppression) || (a.key < b.key ? -1 : 1),
  );
  const safe = widestFirst.filter((cell) => suppressFor(cell, table, suppression));
  showAgain(table, safe, suppression);
}

/** Suppresses what the cheapest patterns need; false where there are none. */
function suppressFor(cell: CountCell, table: CountTable, suppression: Suppression): boolean {
  const patterns = patternsFor(cell, table, suppression);
  for (const [other] of patterns?.flatMap((pattern) => pattern.cells) ?? []) {
    suppression.suppressed.add(other);
  }
  return patterns !== null;
}

function roomNeeded(cell: CountCell, suppression: Suppression): number {
  const { up, down } = roomOf(cell, suppression);
  return Math.max(up, down);
}

/** Shows again what this publication suppressed for one count and a later choice has made needless. */
function showAgain(table: CountTable, safe: readonly CountCell[], suppression: Suppression): void {
  const { suppressed } = suppression;
  const secondary = [...table.cells.values()].filter(
    (cell) =>
      cell.protection === null &&
      !canBeZero(cell, suppression) &&
      suppressed.has(cell) &&
      !cell.was_suppressed,
  );
  for (const cell of secondary.toSorted((a, b) => lossOf(b, table) - lossOf(a, table))) {
    suppressed.delete(cell);
    if (!safe.every((one) => isProtected(one, table, suppression))) suppressed.add(cell);
  }
}

/** True where patterns of what is suppressed already reach both ends of what must stay possible. */
function isProtected(cell: CountCell, table: CountTable, suppression: Suppression): boolean {
  return patternsFor(cell, table, suppression)?.every(({ loss }) => loss === 0) ?? false;
}

/** A count that a pattern raises (1) or lowers (-1). */
type SignedCell = readonly [cell: CountCell, sign: 1 | -1];

/** A way to change the table without a reader's noticing, and what it costs in counts newly suppressed. */
interface Pattern {
  cells: SignedCell[];
  loss: number;
}

/** How far a count must be able to rise and fall. */
interface Room {
  up: number;
  down: number;
}

/** One pattern that serves both ends of the range if there is one, else one for each; null if none. */
function patternsFor(
  cell: CountCell,
  table: CountTable,
  suppression: Suppression,
): Pattern[] | null {
  const { up, down } = roomOf(cell, suppression);
  const cheapest = (room: Room) => cheapestPattern(cell, table, room, suppression);
  const both = cheapest({ up, down });
  if (both) return [both];
  const ends = [cheapest({ up, down: 0 }), cheapest({ up: 0, down })];
  return ends.every((pattern) => pattern !== null) ? (ends as Pattern[]) : null;
}

function cheapestPattern(
  cell: CountCell,
  table: CountTable,
  room: Room,
  suppression: Suppression,
): Pattern | null {
  let best: Pattern | null = null;
  for (const areas of changesOf(table.areas, cell.area)) {
    for (const periods of changesOf(table.periods, cell.period)) {
      const pattern = patternOf(areas, periods, table, suppression);
      if (!pattern || (best && best.loss <= pattern.loss)) continue;
      if (hasRoom(pattern, room, suppression)) best = pattern;
    }
  }
  return best;
}

/** The product of two changes, null where it touches a count that cannot be suppressed. */
function patternOf(
  areas: BalancedChange<string>,
  periods: BalancedChange<PeriodKey>,
  table: CountTable,
  suppression: Suppression,
): Pattern | null {
  const pattern: Pattern = { cells: [], loss: 0 };
  for (const [area, areaSign] of areas) {
    for (const [period, periodSign] of periods) {
      const cell = table.cells.get(cellKey(area, period));
      const isTotal = table.areas.totals.has(area) || table.periods.totals.has(period);
      if (!cell && isTotal) continue;
      if (!cell || !canBeSuppressed(cell, suppression)) return null;
      pattern.cells.push([cell, (areaSign * periodSign) as 1 | -1]);
      pattern.loss += isHidden(cell, suppression) ? 0 : lossOf(cell, table);
    }
  }
  return pattern;
}

/** To suppress what readers know is no use, and they would guess a suppressed zero where it must not be one. */
export function canBeSuppressed(cell: CountCell, suppression: Suppression): boolean {
  const isPossible = isHidden(cell, suppression) || cell.value !== 0;
  return !cell.is_known && (isPossible || canBeZero(cell, suppression));
}

/** True where each count of a pattern lets it go so far, up and down. */
function hasRoom({ cells }: Pattern, { up, down }: Room, suppression: Suppression): boolean {
  return cells.every(([cell, sign]) => {
    const [rise, fall] = [cell.most - cell.value, cell.value - leastOf(cell, suppression)];
    return sign === 1 ? rise >= up && fall >= down : fall >= up && rise >= down;
  });
}

/** To suppress a total costs readers more than to suppress a part; of two parts the smaller goes. */
export function lossOf({ area, period, value }: CountCell, { areas, periods }: CountTable): number {
  const weight = (areas.totals.has(area) ? 40 : 1) * (periods.totals.has(period) ? 4 : 1);
  return weight + 1 - 1 / (1 + value);
}

/** The room that a count needs within its own bounds. */
function roomOf(cell: CountCell, suppression: Suppression): Room {
  const { value, protection, most } = cell;
  const { low, high } = protection ?? { low: value, high: value };
  return {
    up: Math.max(0, Math.min(high, most) - value),
    down: Math.max(0, value - Math.max(low, leastOf(cell, suppression))),
  };
}

/** A change that leaves every sum of a hierarchy as it is: the nodes that rise and those that fall. */
type BalancedChange<Node extends string> = readonly (readonly [node: Node, sign: 1 | -1])[];

/**
 * All balanced changes that raise a node by one: a leaf under it rises with everything above, or
 * another leaf of the same root falls, so that only what lies between the two changes.
 */
function changesOf<Node extends string>(
  { chains }: Hierarchy<Node>,
  node: Node,
): BalancedChange<Node>[] {
  const own = [...chains].filter(([, chain]) => chain.includes(node));
  return own.flatMap(([, up]) => [
    up.map((name) => [name, 1] as const),
    ...[...chains.values()]
      .filter((down) => !down.includes(node) && down.at(-1) === up.at(-1))
      .map((down) => exchange(up, down)),
  ]);
}

function exchange<Node extends string>(
  up: readonly Node[],
  down: readonly Node[],
): BalancedChange<Node> {
  return [
    ...up.filter((name) => !down.includes(name)).map((name) => [name, 1] as const),
    ...down.filter((name) => !up.includes(name)).map((name) => [name, -1] as const),
  ];
}
