import type { Areas } from "./areas.ts";
import {
  type Count,
  type Counted,
  type CountedRow,
  countsOf,
  isUnknown,
  tablesOf,
} from "./counts.ts";
import { keptPlaces, type Place } from "./gone.ts";
import { knowledgeOf } from "./knowledge.ts";
import { readySolver } from "./linear.ts";
import { extended, type Memory } from "./memory.ts";
import { mend } from "./mend.ts";
import { periodKey } from "./periods.ts";
import { hideSmall, protect } from "./protect.ts";
import type { PartOf } from "./reader.ts";
import type { Seal } from "./seal.ts";
import { type Cell, staysBack, type Table } from "./table.ts";
import { markUnshown } from "./unshown.ts";
import { moveToWholes, type Pair, pairsOf } from "./wholes.ts";

/** Rows as readers of the public edition get them. */
export interface Controlled<Row> {
  shown: Row[];
  /** Rows whose numbers stay back; their places are shown, with a mark. */
  hidden: Row[];
  /** Places without a row any more that stay marked as hidden. */
  kept: Place[];
  /** What readers know after this publication. */
  memory: Memory;
}

/**
 * Statistical disclosure control: takes out the rows whose counts are small, and the fewest others
 * that keep these from being worked out of sums, shares, or an earlier publication.
 * `rows` are of the ward and its neighbourhoods; `registry` has every indicator they name.
 */
export async function control<Row extends CountedRow>(
  rows: readonly Row[],
  registry: ReadonlyMap<string, Counted>,
  areas: Areas,
  memory: Memory,
  seal: Seal,
): Promise<Controlled<Row>> {
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
  const tables = tablesOf(counts, areas, memory, seal);
  const cellOf = cellsIn(tables);
  const cellRows = counted.map((one) => one.counts.map(cellOf));
  propose(tables, pairsOf(counts, tables));
  markUnshown(cellRows);
  const know = knowledgeOf({ tables, partsOf: partsOf(counts), areas, memory, seal });
  mend(tables, cellRows, know, await readySolver());
  const isBack = ({ counts, unknown }: (typeof counted)[number]) =>
    unknown || counts.some((count) => staysBack(cellOf(count)));
  return {
    shown: counted.filter((one) => !isBack(one)).map(({ row }) => row),
    hidden: counted.filter(isBack).map(({ row }) => row),
    kept: keptPlaces(tables, registry.values()),
    memory: extended(memory, tables, seal),
  };
}

/** A row's place, for looking it up: HI_COVERAGE|ward|month|2026-10-31|2026-10-31. */
export function rowKey(row: Omit<CountedRow, "value" | "numerator" | "denominator">): string {
  return `${row.indicator_id}|${row.area_id}|${periodKey(row)}`;
}

function partsOf(counts: readonly Count[]): PartOf[] {
  const pairs = counts.flatMap(({ measure, wholeMeasure }) =>
    wholeMeasure === null ? [] : [{ part: measure, whole: wholeMeasure }],
  );
  return [...new Map(pairs.map((pair) => [`${pair.part} ${pair.whole}`, pair])).values()];
}

/** Hides what is small, and what seems to be the fewest others that keep it from being worked out. */
function propose(tables: readonly Table[], pairs: readonly Pair[]): void {
  moveToWholes(pairs);
  for (const table of tables) hideSmall(table);
  for (const table of tables) protect(table);
}

function cellsIn(tables: readonly Table[]): (count: Count) => Cell {
  const byMeasure = new Map(tables.map(({ measure, cells }) => [measure, cells]));
  return ({ measure, key }) => byMeasure.get(measure)?.get(key) as Cell;
}
