import type { MartRow } from "../contract/marts.ts";
import { day } from "./point.ts";
import type { IndicatorView } from "./view.ts";

/** A figure against the same period a year before. */
export interface YearBefore {
  before: number;
  change: number;
  /** Null of a share, whose change is told in points, and where there was nothing. */
  percent: number | null;
}

/** The judged figure against that of a year before; null where that is not known or not comparable. */
export function judgedYearBefore({ indicator, progress }: IndicatorView): YearBefore | null {
  const { previous_year_value: before, latest_value: now } = progress ?? {};
  return before == null || now == null ? null : compared(before, now, indicator.unit);
}

/** A period's figure against that of a year before; null where that is not known or not comparable. */
export function yearBeforeOf(view: IndicatorView, period_end: string): YearBefore | null {
  const now = view.observations.find((row) => row.period_end === period_end);
  const before = view.observations.find((row) => isYearBefore(row.period_end, period_end));
  if (!now || !before || isBrokenBetween(view, before.period_end, period_end)) return null;
  return compared(before.value, now.value, view.indicator.unit);
}

/** A whole quarter, half or year against that of a year before. */
export function periodYearBefore(
  { value, previous_year_value: before }: MartRow<"periodValues">,
  { unit }: MartRow<"indicators">,
): YearBefore | null {
  return before == null || value == null ? null : compared(before, value, unit);
}

function compared(before: number, now: number, unit: string): YearBefore {
  const change = now - before;
  const percent = before > 0 && unit !== "percent" ? (100 * change) / before : null;
  return { before, change, percent };
}

/** The ends of a month in February of a leap year and of another are a day apart. */
function isYearBefore(date: string, of: string): boolean {
  const [year, month] = date.split("-").map(Number) as [number, number];
  const [laterYear, laterMonth] = of.split("-").map(Number) as [number, number];
  return year + 1 === laterYear && month === laterMonth;
}

function isBrokenBetween({ breaks }: IndicatorView, before: string, after: string): boolean {
  return breaks.some(
    ({ split_date }) =>
      split_date !== null && day(before) < day(split_date) && day(split_date) <= day(after),
  );
}
