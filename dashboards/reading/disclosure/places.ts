/** How the public areas hang together: the ward, and what it is the sum of. */
export interface PublicAreas {
  ward: string;
  neighbourhoods: ReadonlySet<string>;
}

/** The most that is small in an area, where nobody has said that the counts are not sensitive. */
export function largestLimit(area: string, { neighbourhoods }: PublicAreas): number {
  return neighbourhoods.has(area) ? 9 : 4;
}

/** A period as a row of the marts names it. */
export interface MartPeriod {
  frequency: string;
  period_start: string;
  period_end: string;
}

/** A period as text: month|2026-10-01|2026-10-31. */
export type PeriodKey = string & { readonly names: "period" };

/** An area and a period as text: ward|month|2026-10-01|2026-10-31. */
export type CellKey = string & { readonly names: "cell" };

/** Where a count stands in the table of its measure. */
export interface Coordinates {
  area: string;
  period: PeriodKey;
}

export function periodKey({ frequency, period_start, period_end }: MartPeriod): PeriodKey {
  return `${frequency}|${period_start}|${period_end}` as PeriodKey;
}

export function periodOf(key: PeriodKey): MartPeriod {
  const [frequency = "", period_start = "", period_end = ""] = key.split("|");
  return { frequency, period_start, period_end };
}

export function cellKey(area: string, period: PeriodKey): CellKey {
  return `${area}|${period}` as CellKey;
}

export function coordinatesOf(key: CellKey): Coordinates {
  const end = key.indexOf("|");
  return { area: key.slice(0, end), period: key.slice(end + 1) as PeriodKey };
}

/**
 * The smallest of these periods that a period lies in, null where there is none. Of two with the
 * same days the one of lower frequency holds the other.
 */
export function enclosing(key: PeriodKey, keys: readonly PeriodKey[]): PeriodKey | null {
  const own = spanOf(key);
  const around = keys
    .map((other) => ({ other, ...spanOf(other) }))
    .filter(({ other, start, end, rank }) => {
      const isWider = start < own.start || end > own.end || rank > own.rank;
      return other !== key && start <= own.start && end >= own.end && isWider;
    });
  return around.toSorted(narrowestFirst)[0]?.other ?? null;
}

interface Span {
  start: string;
  end: string;
  rank: number;
}

const ranks = ["month", "quarter", "year"];

function spanOf(key: PeriodKey): Span {
  const { frequency, period_start, period_end } = periodOf(key);
  return { start: period_start, end: period_end, rank: ranks.indexOf(frequency) };
}

function narrowestFirst(a: Span, b: Span): number {
  const days = ({ start, end }: Span) => Date.parse(end) - Date.parse(start);
  return days(a) - days(b) || a.rank - b.rank || (a.start < b.start ? -1 : 1);
}
