import type { RowCount } from "./counts.ts";
import { type Memory, type Remembered, remembered } from "./memory.ts";
import {
  type CellKey,
  type Coordinates,
  coordinatesOf,
  enclosing,
  largestLimit,
  type PeriodKey,
  type PublicAreas,
} from "./places.ts";
import type { Seal } from "./seal.ts";
import { type Hierarchy, hierarchyOf } from "./sums.ts";

/** From where to where a number can be. */
export interface Interval {
  low: number;
  high: number;
}

/** A count with all that its rows and earlier publications say of it. It never changes. */
export interface CountCell extends Coordinates, Remembered {
  readonly key: CellKey;
  readonly value: number;
  /** Counts from 1 to this are small. */
  readonly limit: number;
  /** What readers must keep thinking possible; null where that does not matter. */
  readonly protection: Interval | null;
  /** True where zero may be suppressed: a part of a whole, or a number that was revised. */
  readonly can_be_zero: boolean;
  /** The least and most that it could be, by what its row and its percentages say. */
  readonly least: number;
  readonly most: number;
  /** True where it is not in the data any more, and stays marked as hidden. */
  readonly is_withdrawn: boolean;
}

/** All counts of one measure, with the sums that bind them: areas to the ward, months to years. */
export interface CountTable {
  measure: string;
  cells: ReadonlyMap<CellKey, CountCell>;
  areas: Hierarchy<string>;
  periods: Hierarchy<PeriodKey>;
}

/** The tables of all counts, one a measure, with what earlier publications showed and hid. */
export function tablesOf(
  counts: readonly RowCount[],
  areas: PublicAreas,
  memory: Memory,
  seal: Seal,
): CountTable[] {
  const measures = Map.groupBy(counts, ({ measure }) => measure);
  const cells = [...measures].toSorted().map(([measure, own]) => {
    const present = [...Map.groupBy(own, ({ key }) => key)].map(([key, same]) =>
      cellOf(same, remembered(measure, key, lowest(same).value, memory, seal)),
    );
    return [measure, [...present, ...withdrawn(measure, present, areas, memory, seal)]] as const;
  });
  const protectedCells = protectRests(counts, new Map(cells));
  return protectedCells.map(([measure, own]) => tableOf(measure, own, areas));
}

/** A count (the smallest where rows disagree) as its own number and as the rest of each whole that it is a part of. */
function cellOf(same: readonly RowCount[], past: Remembered): CountCell {
  const { area, period, key, value } = lowest(same);
  const limit = Math.max(...same.map((count) => count.limit));
  const wholes = same.flatMap(({ whole }) => whole ?? []).filter((whole) => whole >= value);
  const parts = same.flatMap(({ part }) => part ?? []);
  const ranges = [
    ...(same.some((count) => isSmall(count.value, limit)) ? [{ low: 1, high: limit }] : []),
    ...wholes
      .filter((whole) => isSmall(whole - value, limit))
      .map((whole) => ({ low: whole - limit, high: whole - 1 })),
  ];
  const isPart = wholes.length > 0;
  const least = Math.max(isPart ? 0 : Math.min(1, value), ...parts.filter((part) => part <= value));
  return {
    ...past,
    area,
    period,
    key,
    value,
    limit,
    protection: ranges.reduce(united, null),
    // Readers cannot take a revised number for one at least.
    can_be_zero: isPart || past.was_published,
    least: past.was_published && least <= 1 ? 0 : least,
    most: Math.min(Infinity, ...wholes),
    is_withdrawn: false,
  };
}

function lowest(same: readonly RowCount[]): RowCount {
  return same.toSorted((a, b) => a.value - b.value)[0] as RowCount;
}

function isSmall(value: number, limit: number): boolean {
  return value > 0 && value < limit + 1;
}

function united(one: Interval | null, { low, high }: Interval): Interval {
  return { low: Math.min(one?.low ?? Infinity, low), high: Math.max(one?.high ?? -Infinity, high) };
}

/**
 * Suppressed counts that are not in the data any more while others of their period stay: they are marked
 * as hidden on, or else readers would see that the others alone add up to the total now. Nothing is
 * counted there, which is zero.
 */
function withdrawn(
  measure: string,
  present: readonly CountCell[],
  areas: PublicAreas,
  memory: Memory,
  seal: Seal,
): CountCell[] {
  const periods = new Set(present.map(({ period }) => period));
  const known = new Set(present.map(({ key }) => key));
  return Object.entries(memory.hidden[measure] ?? {}).flatMap(([name, steps]) => {
    const key = name as CellKey;
    const { area, period } = coordinatesOf(key);
    const isMarked = steps.at(-1)?.[1] !== null;
    if (known.has(key) || !isMarked || !periods.has(period)) return [];
    return {
      ...remembered(measure, key, 0, memory, seal),
      area,
      period,
      key,
      value: 0,
      limit: largestLimit(area, areas),
      protection: null,
      can_be_zero: true,
      least: 0,
      most: Infinity,
      is_withdrawn: true,
    };
  });
}

type CellsByMeasure = ReadonlyMap<string, readonly CountCell[]>;

/** Where readers know a part from before, a small rest of its whole is protected in the whole. */
function protectRests(
  counts: readonly RowCount[],
  cells: CellsByMeasure,
): (readonly [measure: string, cells: readonly CountCell[]])[] {
  const at = new Map(
    [...cells].map(([measure, own]) => [measure, new Map(own.map((cell) => [cell.key, cell]))]),
  );
  const protections = new Map<CountCell, Interval>();
  for (const { measure, wholeMeasure, key } of counts) {
    const part = at.get(measure)?.get(key);
    const whole = at.get(wholeMeasure ?? "")?.get(key);
    if (!part || !whole || !part.is_known || !isSmall(whole.value - part.value, part.limit))
      continue;
    const { least, most } = whole;
    const [low, high] = [part.value + 1, part.value + part.limit];
    const needed = { low: Math.max(low, least), high: Math.min(high, most) };
    protections.set(whole, united(protections.get(whole) ?? whole.protection, needed));
  }
  return [...cells].map(([measure, own]) => {
    return [
      measure,
      own.map((cell) => ({ ...cell, protection: protections.get(cell) ?? cell.protection })),
    ] as const;
  });
}

function tableOf(measure: string, own: readonly CountCell[], areas: PublicAreas): CountTable {
  const periods = [...new Set(own.map(({ period }) => period))];
  const wardOf = (area: string) => (areas.neighbourhoods.has(area) ? areas.ward : null);
  return {
    measure,
    cells: new Map(own.map((cell) => [cell.key, cell])),
    areas: hierarchyOf(
      own.map(({ area }) => area),
      wardOf,
    ),
    periods: hierarchyOf(periods, (period) => enclosing(period, periods)),
  };
}
