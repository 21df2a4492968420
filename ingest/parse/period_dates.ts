import { failure, type Result, success } from "./result.ts";

/**
 * What a period text names. `date` is a stock's day (`tính đến ngày 31/10/2026`); `year_to_date` is
 * `9 tháng`, `10 tháng đầu năm` (its month is the last one); `range` is two dates of no usual length.
 */
type PeriodFrequency =
  | "month"
  | "quarter"
  | "half_year"
  | "year_to_date"
  | "year"
  | "date"
  | "range";

/**
 * A named period. `year` is absent in `T1`, `Quý I`, `Năm`; `start` and `end` (ISO, inclusive) are there
 * when they were written out, and for spans of years (`2021-2024`: frequency year).
 */
export interface Period {
  frequency: PeriodFrequency;
  year?: number;
  month?: number;
  quarter?: number;
  half?: number;
  start?: string;
  end?: string;
}

/**
 * How a named period becomes two dates. `calendar`: first to last day; `police`: from the 15th of the
 * month before to the 14th, the year from 15/12 to 14/12; `at_date`: the last day, for a stock.
 */
export type PeriodWindow = "calendar" | "police" | "at_date";

/** The first and the last month of a period within its year, 1-based. */
type Months = readonly [first: number, last: number];

const LAST_DAY_OF_POLICE_MONTH = 14;

/**
 * The first and the last day of a period, ISO, inclusive. Dates that were written out win over the window;
 * `at_date` gives the last day twice. `frequency` says what a bare date (`tính đến ngày 31/10/2026`)
 * stands for in a flow. Failure rule: `period_without_year`.
 */
export function periodDates(
  period: Period,
  window: PeriodWindow,
  frequency: "month" | "quarter" | "year" = "month",
): Result<{ start: string; end: string }> {
  const whole = period.frequency === "date" ? around(period, window, frequency) : period;
  if (whole.year === undefined) {
    return failure("period_without_year", "kỳ báo cáo có năm", "a period with its year");
  }
  const end = whole.end ?? lastDay(whole.year, monthsOf(whole)[1], window);
  if (window === "at_date") return success({ start: end, end });
  return success({ start: whole.start ?? firstDay(whole.year, monthsOf(whole)[0], window), end });
}

/** The month, quarter or year in which a date falls; a stock's date stays the date. */
function around(
  { start = "", end = "" }: Period,
  window: PeriodWindow,
  frequency: "month" | "quarter" | "year",
): Period {
  const [year = 0, month = 0, day = 0] = end.split("-").map(Number);
  if (window === "at_date") return { frequency: "date", year, month, start, end };
  const isOfNext = window === "police" && day > LAST_DAY_OF_POLICE_MONTH;
  const months = year * 12 + month - 1 + (isOfNext ? 1 : 0);
  const inYear = (months % 12) + 1;
  return {
    frequency,
    year: Math.floor(months / 12),
    month: inYear,
    quarter: Math.ceil(inYear / 3),
  };
}

function monthsOf({ frequency, month = 12, quarter = 4, half = 2 }: Period): Months {
  if (frequency === "month" || frequency === "date") return [month, month];
  if (frequency === "quarter") return [quarter * 3 - 2, quarter * 3];
  if (frequency === "half_year") return [half * 6 - 5, half * 6];
  if (frequency === "year_to_date") return [1, month];
  return [1, 12];
}

function firstDay(year: number, month: number, window: PeriodWindow): string {
  return window === "police" ? iso(year, month - 1, 15) : iso(year, month, 1);
}

function lastDay(year: number, month: number, window: PeriodWindow): string {
  return window === "police" ? iso(year, month, LAST_DAY_OF_POLICE_MONTH) : iso(year, month + 1, 0);
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
