import type { PartOf } from "./attacker.ts";
import { type CountCell, type CountTable, tablesOf } from "./cells.ts";
import {
  type Counted,
  type CountedRow,
  countsOf,
  type FigurePlace,
  isUnknown,
  type RowCount,
} from "./counts.ts";
import { knowledgeOf } from "./knowledge.ts";
import { readySolver } from "./linear.ts";
import { extended, type Memory, type PublishedTable } from "./memory.ts";
import { type PublicAreas, periodKey, periodOf } from "./places.ts";
import type { Seal } from "./seal.ts";
import { suppressByPatterns } from "./secondary.ts";
import { suppressByAudit } from "./suppress_by_audit.ts";
import { isHidden, markUnshown, primarySuppression, type Suppression } from "./suppression.ts";

/** Rows as readers of the public edition get them. */
export interface Controlled<Row> {
  shown: Row[];
  /** Rows whose numbers stay back; their places are shown, with a mark. */
  hidden: Row[];
  /** Places without a row any more that stay marked as hidden. */
  kept: FigurePlace[];
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
  areas: PublicAreas,
  memory: Memory,
  seal: Seal,
): Promise<Controlled<Row>> {
  const counted = rows.map((row) => countedRow(row, registry, areas));
  const counts = counted.flatMap((one) => one.counts);
  const tables = tablesOf(counts, areas, memory, seal);
  const cellOf = cellsIn(tables);
  const cellRows = counted.map((one) => one.counts.map(cellOf));
  const suppression = primarySuppression(tables);
  for (const table of tables) suppressByPatterns(table, suppression);
  markUnshown(cellRows, suppression);
  const know = knowledgeOf({ tables, partsOf: partsOf(counts), areas, memory, seal, suppression });
  const withEquations = await readySolver();
  suppressByAudit({ tables, rows: cellRows, suppression, know, withEquations });
  const isBack = ({ counts, is_unknown }: (typeof counted)[number]) =>
    is_unknown || counts.some((count) => isHidden(cellOf(count), suppression));
  return {
    shown: counted.filter((one) => !isBack(one)).map(({ row }) => row),
    hidden: counted.filter(isBack).map(({ row }) => row),
    kept: withdrawnPlaces(tables, registry.values()),
    memory: extended(
      memory,
      tables.map((table) => publishedTable(table, suppression)),
      seal,
    ),
  };
}

/** A row's place, for looking it up: HI_COVERAGE|ward|month|2026-10-31|2026-10-31. */
export function rowKey(row: FigurePlace): string {
  return `${row.indicator_id}|${row.area_id}|${periodKey(row)}`;
}

function countedRow<Row extends CountedRow>(
  row: Row,
  registry: ReadonlyMap<string, Counted>,
  areas: PublicAreas,
) {
  const indicator = registry.get(row.indicator_id);
  if (!indicator) throw new Error(`no such indicator in the registry: ${row.indicator_id}`);
  const counts = countsOf(row, indicator, areas);
  return { row, counts, is_unknown: isUnknown(row, indicator, areas) };
}

function cellsIn(tables: readonly CountTable[]): (count: RowCount) => CountCell {
  const byMeasure = new Map(tables.map(({ measure, cells }) => [measure, cells]));
  return ({ measure, key }) => byMeasure.get(measure)?.get(key) as CountCell;
}

function partsOf(counts: readonly RowCount[]): PartOf[] {
  const pairs = counts.flatMap(({ measure, wholeMeasure }) =>
    wholeMeasure === null ? [] : [{ part: measure, whole: wholeMeasure }],
  );
  return [...new Map(pairs.map((pair) => [`${pair.part} ${pair.whole}`, pair])).values()];
}

/** The places of indicators whose numerators were withdrawn and stay marked. */
function withdrawnPlaces(
  tables: readonly CountTable[],
  indicators: Iterable<Counted>,
): FigurePlace[] {
  return [...indicators].flatMap(({ indicator_id, numerator_id }) => {
    const own = tables.find(({ measure }) => measure === numerator_id);
    const withdrawn = [...(own?.cells.values() ?? [])].filter(({ is_withdrawn }) => is_withdrawn);
    return withdrawn.map(({ area, period }) => ({
      indicator_id,
      area_id: area,
      ...periodOf(period),
    }));
  });
}

function publishedTable({ measure, cells }: CountTable, suppression: Suppression): PublishedTable {
  const counts = [...cells].map(([key, cell]) => {
    return [key, { value: cell.value, is_hidden: isHidden(cell, suppression) }] as const;
  });
  return { measure, counts: new Map(counts) };
}
