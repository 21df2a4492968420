import { guardEarlier } from "./changed.ts";
import {
  type Areas,
  type Counted,
  type CountedRow,
  countsOf,
  isUnknown,
  tablesOf,
} from "./counts.ts";
import { extended, type Memory } from "./memory.ts";
import { periodKey } from "./periods.ts";
import { protect } from "./protect.ts";
import type { Cell, Table } from "./table.ts";
import { guardWholes, moveToWholes, type Pair, pairsOf } from "./wholes.ts";

/** Rows as readers of the public edition get them. */
export interface Controlled<Row> {
  shown: Row[];
  /** Rows whose numbers stay back; their places are shown, with a mark. */
  hidden: Row[];
  /** What readers know after this publication. */
  memory: Memory;
}

/**
 * Statistical disclosure control: takes out the rows whose counts are small, and the fewest others
 * that keep these from being worked out of sums, shares, or an earlier publication.
 * `rows` are of the ward and its neighbourhoods; `registry` has every indicator they name.
 */
export function control<Row extends CountedRow>(
  rows: readonly Row[],
  registry: ReadonlyMap<string, Counted>,
  areas: Areas,
  memory: Memory,
): Controlled<Row> {
  const counted = rows.map((row) => {
    const indicator = registry.get(row.indicator_id);
    if (!indicator) throw new Error(`no such indicator in the registry: ${row.indicator_id}`);
    return {
      row,
      counts: countsOf(row, indicator, areas),
      unknown: isUnknown(row, indicator, areas),
    };
  });
  const counts = counted.flatMap((one) => one.counts);
  const tables = tablesOf(counts, areas, memory);
  protectAll(tables, pairsOf(counts, tables), memory);
  const isHidden = hiddenIn(tables);
  const isBack = ({ counts, unknown }: (typeof counted)[number]) =>
    unknown || counts.some(({ measure, key }) => isHidden(measure, key));
  return {
    shown: counted.filter((one) => !isBack(one)).map(({ row }) => row),
    hidden: counted.filter(isBack).map(({ row }) => row),
    memory: extended(memory, tables),
  };
}

/** A row's place, for looking it up: HI_COVERAGE|le_chan|month|2026-10-31|2026-10-31. */
export function rowKey(row: Omit<CountedRow, "value" | "numerator" | "denominator">): string {
  return `${row.indicator_id}|${row.area_id}|${periodKey(row)}`;
}

/** Parts first, for where hiding one is not enough its whole is hidden too. */
function protectAll(tables: readonly Table[], pairs: readonly Pair[], memory: Memory): void {
  for (const table of tables) guardEarlier(table, memory);
  guardWholes(pairs);
  moveToWholes(pairs, ({ isKnown }) => isKnown);
  const wholes = new Set(pairs.map(({ whole }) => whole));
  const hasWholes = ({ cells }: Table) => [...cells.values()].some((cell) => wholes.has(cell));
  const partsFirst = tables.toSorted((a, b) => Number(hasWholes(a)) - Number(hasWholes(b)));
  for (const table of partsFirst) {
    const open = new Set(protect(table));
    moveToWholes(pairs, (part) => open.has(part));
    withhold(table, open);
  }
}

/** Where no few others protect a small count, its whole period stays back. */
function withhold({ periods, cells, publication }: Table, open: ReadonlySet<Cell>): void {
  for (const { period } of open) {
    const chains = [...periods.chains.values()].filter((chain) => chain.includes(period));
    const around = new Set(chains.flat());
    for (const cell of cells.values()) {
      if (around.has(cell.period)) cell.hiddenSince ??= publication;
    }
  }
}

function hiddenIn(tables: readonly Table[]): (measure: string, key: string) => boolean {
  const byMeasure = new Map(tables.map(({ measure, cells }) => [measure, cells]));
  return (measure, key) => byMeasure.get(measure)?.get(key)?.hiddenSince !== null;
}
