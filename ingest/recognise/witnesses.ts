import type { Form } from "../form.ts";
import { isMereYear, isUsualEnd, type Period, periodDates } from "../parse/period.ts";

const DAY = 86_400_000;
/** Within so many days after a period's end its report is sent. */
const SENDING_DAYS = 62;

/** Whether the period of a name (of a file, of a sheet) may be meant of the same table as the title's. */
export function agrees(title: Period, name: Period, form: Form): boolean {
  const dates = periodDates(title, form.window, form.frequency);
  if (!dates.ok) return name.frequency !== "date" && isSamePart(title, name);
  const { start, end } = dates.value;
  if (name.frequency === "year")
    return [Number(start.slice(0, 4)), Number(end.slice(0, 4))].includes(name.year ?? -1);
  if (name.frequency === "date" && mayBeSentOn(name.end ?? "", end, form)) return true;
  if (isMereYear(title)) return form.frequency === "year" && isOfYear(title, name);
  if (name.frequency === "date") return false;
  return isOfYear({ ...title, year: Number(end.slice(0, 4)) }, name) && isSamePart(title, name);
}

/** Whether a name says the same month, quarter or months, whatever the year. */
export function isSamePart(title: Period, name: Period): boolean {
  const [last, lastOfName] = [lastMonth(title), lastMonth(name)];
  if (title.frequency === name.frequency) return last === lastOfName;
  if (title.frequency === "date" || title.frequency === "range") return last === lastOfName;
  if (name.frequency === "quarter" && title.frequency === "month")
    return Math.ceil(last / 3) === name.quarter;
  if (name.frequency === "month") return last === lastOfName;
  const accumulated = ["half_year", "year_to_date"];
  return accumulated.includes(title.frequency) && last === lastOfName;
}

function isOfYear(title: Period, name: Period): boolean {
  return name.year === undefined || name.year === title.year;
}

/** A day in a name is the stock's own day, or the later one on which the file was made. */
function mayBeSentOn(day: string, end: string, { window }: Form): boolean {
  if (day === end) return true;
  const later = (Date.parse(day) - Date.parse(end)) / DAY;
  if (later < 0 || later > SENDING_DAYS) return false;
  return !(window === "at_date" && isUsualEnd(day));
}

function lastMonth({ frequency, month, quarter = 4, half = 2, end }: Period): number {
  if (frequency === "quarter") return quarter * 3;
  if (frequency === "half_year") return half * 6;
  return month ?? Number(end?.slice(5, 7) ?? 12);
}

/** The month, quarter … that lies last before the day on which the paper was dated, if not long before. */
export function beforeDay(period: Period, day: string, form: Form): Period | null {
  const year = Number(day.slice(0, 4));
  for (const each of [year, year - 1]) {
    const dates = periodDates({ ...period, year: each }, form.window, form.frequency);
    if (!dates.ok) return null;
    const age = (Date.parse(day) - Date.parse(dates.value.end)) / DAY;
    if (age >= 0) return age <= SENDING_DAYS * 1.5 ? { ...period, year: each } : null;
  }
  return null;
}

/** Whether a name says the month in whose first half the paper was written: that of sending, not of the table. */
export function isOfSending(name: Period, paper: string | null): boolean {
  if (paper === null || name.frequency !== "month") return false;
  const [year, month, day] = paper.split("-").map(Number);
  return name.month === month && (name.year ?? year) === year && (day ?? 31) <= 15;
}
