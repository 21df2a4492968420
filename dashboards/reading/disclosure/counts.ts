import { type Areas, largestLimit } from "./areas.ts";
import { goneCells } from "./gone.ts";
import { type Memory, remember } from "./memory.ts";
import { type Period, periodKey } from "./periods.ts";
import type { Seal } from "./seal.ts";
import { type Cell, cellKey, type Table, tableOf } from "./table.ts";

/** What the registry says of an indicator's counts. */
export interface Counted {
  indicator_id: string;
  unit: string;
  /** none where things are counted, general for counts of 1–4, sensitive for 1–9 by neighbourhood. */
  disclosure: string;
  numerator_id: string;
  denominator_id: string;
}

/** A row of `marts.fct_observations` as far as disclosure goes. */
export interface CountedRow extends Period {
  indicator_id: string;
  area_id: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
}

/** One count of a row: which table it stands in, where, and how large it is. */
export interface Count {
  measure: string;
  key: string;
  area: string;
  period: string;
  value: number;
  /** Counts from 1 to this are small. */
  limit: number;
  /** The whole that it is a part of, with its measure; or the part that it must hold. */
  whole: number | null;
  wholeMeasure: string | null;
  part: number | null;
}

/** The counts that a row shows or gives away: numerator and denominator, or a value that counts. */
export function countsOf(row: CountedRow, indicator: Counted, areas: Areas): Count[] {
  const { value, numerator, denominator } = row;
  if (indicator.disclosure === "none") return [];
  const period = periodKey(row);
  const shared = {
    ...{ area: row.area_id, period, key: cellKey(row.area_id, period) },
    limit: limitOf(row, indicator, areas),
  };
  const plain = { ...shared, whole: null, wholeMeasure: null, part: null };
  const { numerator_id: top, denominator_id: bottom } = indicator;
  if (numerator === null) {
    return countedUnits.has(indicator.unit) ? [{ ...plain, measure: top, value }] : [];
  }
  if (denominator === null) return [{ ...plain, measure: top, value: numerator }];
  return [
    { ...plain, measure: top, value: numerator, whole: denominator, wholeMeasure: bottom },
    { ...plain, measure: bottom, value: denominator, part: numerator },
  ];
}

/** True where a row's share of a neighbourhood comes without the counts that would tell how small it is. */
export function isUnknown(row: CountedRow, indicator: Counted, areas: Areas): boolean {
  const isCounted = row.numerator !== null || countedUnits.has(indicator.unit);
  return indicator.disclosure !== "none" && areas.neighbourhoods.has(row.area_id) && !isCounted;
}

/** The tables of all counts, one a measure, with what earlier publications showed and hid. */
export function tablesOf(
  counts: readonly Count[],
  areas: Areas,
  memory: Memory,
  seal: Seal,
): Table[] {
  const wardOf = (area: string) => (areas.neighbourhoods.has(area) ? areas.ward : null);
  const measures = Map.groupBy(counts, ({ measure }) => measure);
  return [...measures].toSorted().map(([measure, own]) => {
    const cells = new Map(
      [...Map.groupBy(own, ({ key }) => key)].map(([key, same]) => [key, cellOf(same)] as const),
    );
    for (const [key, cell] of goneCells(measure, cells, areas, memory)) cells.set(key, cell);
    const table = tableOf(measure, cells, wardOf);
    remember(table, memory, seal);
    return table;
  });
}

// Units of one person, one case; a count of schools or flats gives nobody away.
const countedUnits: ReadonlySet<string> = new Set(["people", "cases"]);

function limitOf(row: CountedRow, { disclosure }: Counted, areas: Areas): number {
  return disclosure === "general" ? 4 : largestLimit(row.area_id, areas);
}

/** A count (the smallest where rows disagree) as its own number and as the rest of each whole that it is a part of. */
function cellOf(same: readonly Count[]): Cell {
  const { area, period, value } = same.toSorted((a, b) => a.value - b.value)[0] as Count;
  const limit = Math.max(...same.map((count) => count.limit));
  const wholes = same.flatMap(({ whole }) => whole ?? []).filter((whole) => whole >= value);
  const parts = same.flatMap(({ part }) => part ?? []);
  const ranges = [
    ...(same.some((count) => isSmall(count.value, limit)) ? [{ low: 1, high: limit }] : []),
    ...wholes
      .filter((whole) => isSmall(whole - value, limit))
      .map((whole) => ({ low: whole - limit, high: whole - 1 })),
  ];
  const mayBeZero = wholes.length > 0;
  return {
    ...{ area, period, value, limit },
    needed:
      ranges.length === 0
        ? null
        : {
            low: Math.min(...ranges.map(({ low }) => low)),
            high: Math.max(...ranges.map(({ high }) => high)),
          },
    mayBeZero,
    least: Math.max(mayBeZero ? 0 : Math.min(1, value), ...parts.filter((part) => part <= value)),
    most: Math.min(Infinity, ...wholes),
    ...{
      isKnown: false,
      version: "",
      wasHidden: false,
      isHidden: false,
      isUnshown: false,
      isGone: false,
    },
  };
}

function isSmall(value: number, limit: number): boolean {
  return value > 0 && value < limit + 1;
}
