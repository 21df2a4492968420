import { isoDate } from "./date.ts";
import type { Period } from "./period_dates.ts";

/** The named groups of a shape that fits. */
export type ShapeGroups = Record<string, string | undefined>;

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** A month, with or without its year. */
export function readMonth({ year, month }: ShapeGroups, given: number | undefined): Period[] {
  const number = Number(month);
  return number < 1 || number > 12
    ? []
    : [{ frequency: "month", ...yearOf(year, given), month: number }];
}

/** A quarter, in digits or Roman. */
export function readQuarter(
  { year, quarter = "" }: ShapeGroups,
  given: number | undefined,
): Period[] {
  const number = ROMAN[quarter] ?? Number(quarter);
  return [{ frequency: "quarter", ...yearOf(year, given), quarter: number }];
}

/** Months from the first on, or the last of a year. */
export function readMonths(
  { year, count, half }: ShapeGroups,
  given: number | undefined,
): Period[] {
  const month = Number(count);
  const when = yearOf(year, given);
  if (month === 6) return [{ frequency: "half_year", ...when, half: half === "cuoi" ? 2 : 1 }];
  if (half === "cuoi") return lastMonths(month, when);
  if (month < 1 || month > 12) return [];
  if (month === 12) return [{ frequency: "year", ...when }];
  return [{ frequency: month === 1 ? "month" : "year_to_date", ...when, month }];
}

/** The last months of a year: three are its fourth quarter. */
function lastMonths(count: number, { year }: { year?: number }): Period[] {
  if (count === 3) return [{ frequency: "quarter", ...yearOf(undefined, year), quarter: 4 }];
  const start = year === undefined ? null : isoDate(year, 13 - count, 1);
  return start ? [{ frequency: "range", year: Number(year), start, end: `${year}-12-31` }] : [];
}

/** A year. */
export function readYear({ year }: ShapeGroups, given: number | undefined): Period[] {
  return [{ frequency: "year", ...yearOf(year, given) }];
}

/** A span of years. */
export function readYears({ from, to }: ShapeGroups): Period[] {
  if (Number(from) > Number(to)) return [];
  return [{ frequency: "year", year: Number(from), start: `${from}-01-01`, end: `${to}-12-31` }];
}

/** From one month to another. */
export function readMonthRange(
  { from, to, from_year, year }: ShapeGroups,
  given: number | undefined,
): Period[] {
  const last = numberOf(year) ?? given;
  if (last === undefined) return [];
  const end = isoDate(last, Number(to) + 1, 1) ?? isoDate(last + 1, 1, 1);
  const start = isoDate(numberOf(from_year) ?? last, Number(from), 1);
  if (!start || !end || start >= end || Number(to) > 12) return [];
  return [spanOf(start, dayBefore(end))];
}

/** From one day to another. */
export function readRange(groups: ShapeGroups, given: number | undefined): Period[] {
  const end = day(groups, 2, given);
  if (!end) return [];
  const year = Number(end.slice(0, 4));
  const isAcross = Number(groups["m1"]) > Number(groups["m2"]);
  const start = day(groups, 1, groups["y2"] && !isAcross ? year : isAcross ? year - 1 : year);
  return !start || start > end ? [] : [spanOf(start, end)];
}

function spanOf(start: string, end: string): Period {
  return { ...named(start, end), start, end };
}

/** The usual period that two dates span, named after its last month as police months are. */
function named(start: string, end: string): Period {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  const year = Number(end.slice(0, 4));
  const month = Number(end.slice(5, 7));
  if (days >= 28 && days <= 31) return { frequency: "month", year, month };
  if (days >= 89 && days <= 92 && month % 3 === 0) {
    return { frequency: "quarter", year, quarter: month / 3 };
  }
  if (days >= 365 && days <= 366 && month === 12) return { frequency: "year", year };
  return { frequency: "range", year, start };
}

/** Midnight: the end of the day before, or of that day. */
export function readMidnight(groups: ShapeGroups, given: number | undefined): Period[] {
  const end = day(groups, 2, given);
  return end === null ? [] : [onDate(dayBefore(end)), onDate(end)];
}

/** From New Year to a day. */
export function readSinceNewYear(groups: ShapeGroups, given: number | undefined): Period[] {
  const end = day(groups, 2, numberOf(groups["year"]) ?? given);
  return end === null ? [] : [{ ...named(`${end.slice(0, 4)}-01-01`, end), end }];
}

/** `từ 01 đến 31/10/2026`. */
export function readDaysOfMonth(groups: ShapeGroups, given: number | undefined): Period[] {
  return readRange({ ...groups, m1: groups["m2"], y1: groups["y2"] }, given);
}

/** A day. */
export function readDay(groups: ShapeGroups, given: number | undefined): Period[] {
  const date = day(groups, 2, given);
  return date === null ? [] : [onDate(date)];
}

function onDate(date: string): Period {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return { frequency: "date", year, month, start: date, end: date };
}

function day(groups: ShapeGroups, which: 1 | 2, given: number | undefined): string | null {
  const year = fullYear(groups[`y${which}`]) ?? given;
  if (year === undefined) return null;
  return isoDate(year, Number(groups[`m${which}`]), Number(groups[`d${which}`]));
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

function yearOf(text: string | undefined, given: number | undefined): { year?: number } {
  const year = fullYear(text) ?? given;
  return year === undefined ? {} : { year };
}

function fullYear(text: string | undefined): number | undefined {
  const year = numberOf(text);
  return year !== undefined && year < 100 ? 2000 + year : year;
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
