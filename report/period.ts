import type { Site } from "../dashboards/site.ts";

/** What a report speaks of: a calendar month, quarter, half or whole year. */
export interface Period {
  /** As typed and as files are named: 2026-10, 2026-Q3, 2026-H1, 2026. */
  label: string;
  /** The first and the last day, yyyy-mm-dd. */
  start: string;
  end: string;
  /** In words, for titles: tháng 10 năm 2026, quý III năm 2026. */
  name: string;
}

/** Reads a label as people type it; null where it names no period. */
export function parsePeriod(label: string): Period | null {
  const found = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(label.toUpperCase());
  if (!found) return null;
  const [whole, year = "", month, quarter, half] = found;
  const named = { label: whole, year };
  if (month) return periodOf(named, +month, 1, `tháng ${+month} năm ${year}`);
  if (quarter) return periodOf(named, +quarter * 3 - 2, 3, `quý ${roman[+quarter]} năm ${year}`);
  if (half) return periodOf(named, +half * 6 - 5, 6, `6 tháng ${halves[+half]} năm ${year}`);
  return periodOf(named, 1, 12, `năm ${year}`);
}

/** True where a figure ends within the period. */
export function isWithin({ start, end }: Period, { period_end }: { period_end: string }): boolean {
  return period_end >= start && period_end <= end;
}

/** True where a figure's own period holds the whole of this one, as a year holds its quarters. */
export function holds(
  { start, end }: Period,
  row: { period_start: string; period_end: string },
): boolean {
  return row.period_start <= start && row.period_end >= end;
}

/** The ends of the ward's periods with figures that had ended at `asOf`, oldest first. */
export function endsKnown({ indicators }: Site, asOf: string): string[] {
  const ends = indicators.flatMap((view) => view.observations.map((row) => row.period_end));
  return [...new Set(ends)].filter((end) => end <= asOf).toSorted();
}

/** The periods one can ask for that hold this day, shortest first. */
export function labelsAt(day: string): string[] {
  const [year, month] = day.split("-") as [string, string];
  return [
    `${year}-${month}`,
    `${year}-Q${Math.ceil(+month / 3)}`,
    `${year}-H${Math.ceil(+month / 6)}`,
    year,
  ];
}

const roman = ["", "I", "II", "III", "IV"];
const halves = ["", "đầu", "cuối"];

function periodOf(
  { label, year }: { label: string; year: string },
  first: number,
  months: number,
  name: string,
): Period {
  const day = (month: number, date: number) =>
    new Date(Date.UTC(+year, month, date)).toISOString().slice(0, 10);
  return { label, name, start: day(first - 1, 1), end: day(first - 1 + months, 0) };
}
