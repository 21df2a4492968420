import type { Site } from "../reading/facts/site.ts";

/** What a report speaks of: a calendar month, quarter, half or whole year. */
export interface ReportPeriod {
  /** As typed and as files are named: 2026-10, 2026-Q3, 2026-H1, 2026. */
  label: string;
  frequency: "month" | "quarter" | "half" | "year";
  /** The first and the last day, yyyy-mm-dd. */
  start: string;
  end: string;
  /** In words, for titles: tháng 10 năm 2026, quý III năm 2026. */
  name: string;
}

/** Reads a label as people type it; null where it names no period. */
export function parseReportPeriod(label: string): ReportPeriod | null {
  const found = /^(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(label.toUpperCase());
  if (!found) return null;
  const [whole, year = "", month, quarter, half] = found;
  const ofYear = (frequency: ReportPeriod["frequency"], number: number, name: string) => ({
    label: whole,
    frequency,
    name: `${name}năm ${year}`,
    ...daysOf(+year, number, monthsIn[frequency]),
  });
  if (month) return ofYear("month", +month, `tháng ${+month} `);
  if (quarter) return ofYear("quarter", +quarter, `quý ${roman[+quarter]} `);
  if (half) return ofYear("half", +half, `6 tháng ${halves[+half]} `);
  return ofYear("year", 1, "");
}

/** True where a figure ends within the period. */
export function isWithin(
  { start, end }: ReportPeriod,
  { period_end }: { period_end: string },
): boolean {
  return period_end >= start && period_end <= end;
}

/** True where a figure's own period holds the whole of this one, as a year holds its quarters. */
export function isCoveredBy(
  { start, end }: ReportPeriod,
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

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 };
const roman = ["", "I", "II", "III", "IV"];
const halves = ["", "đầu", "cuối"];

/** The first and the last day of the period of so many months that is number so-and-so of its year. */
function daysOf(year: number, number: number, months: number): { start: string; end: string } {
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { start: day((number - 1) * months, 1), end: day(number * months, 0) };
}
