import { failure, type Result } from "./result.ts";

/** What a period text names. `year_to_date` is `9 tháng`, `10 tháng đầu năm` (month = the last one). */
export type PeriodFrequency =
  | "month"
  | "quarter"
  | "half_year"
  | "year_to_date"
  | "year"
  | "date"
  | "range";

/** A named period; year is absent in `T1`, `Quý I`, `Năm`. start and end are there when written out. */
export interface Period {
  frequency: PeriodFrequency;
  year?: number;
  month?: number;
  quarter?: number;
  half?: number;
  start?: string;
  end?: string;
}

/** How a period becomes two dates. `police`: from the 15th of the month before to the 14th. */
export type PeriodWindow = "calendar" | "police" | "at_date";

/** The period one text names. `contextYear` completes a text without a year. */
export function parsePeriod(_text: string, _contextYear?: number): Result<Period> {
  return failure("not_a_period", "kỳ báo cáo", "a period");
}

/** The most exact period named by title lines: range, date, month, quarter, half, year. */
export function titlePeriod(_lines: readonly string[], _contextYear?: number): Result<Period> {
  return failure("not_a_period", "kỳ báo cáo", "a period");
}

/**
 * First and last day, ISO, inclusive. Written dates win over the window; `at_date` gives the last day twice.
 * `frequency` says what a bare date (`tính đến ngày 31/10/2026`) stands for outside `at_date`.
 */
export function periodDates(
  _period: Period,
  _window: PeriodWindow,
  _frequency: "month" | "quarter" | "year" = "month",
): Result<{ start: string; end: string }> {
  return failure("not_a_period", "kỳ báo cáo", "a period");
}
