/** A period as a row of the marts names it. */
export interface Period {
  frequency: string;
  period_start: string;
  period_end: string;
}

/** A period as text: month|2026-10-01|2026-10-31. */
export function periodKey({ frequency, period_start, period_end }: Period): string {
  return `${frequency}|${period_start}|${period_end}`;
}

/**
 * The smallest of these periods that a period lies in, null where there is none. Of two with the
 * same days the one of lower frequency holds the other.
 */
export function enclosing(key: string, keys: readonly string[]): string | null {
  const own = parse(key);
  const around = keys
    .map((other) => ({ other, ...parse(other) }))
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

function parse(key: string): Span {
  const [frequency = "", start = "", end = ""] = key.split("|");
  return { start, end, rank: ranks.indexOf(frequency) };
}

function narrowestFirst(a: Span, b: Span): number {
  const days = ({ start, end }: Span) => Date.parse(end) - Date.parse(start);
  return days(a) - days(b) || a.rank - b.rank || (a.start < b.start ? -1 : 1);
}
