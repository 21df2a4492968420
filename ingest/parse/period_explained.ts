import { type Period, type PeriodWindow, periodDates } from "./period_dates.ts";

/** Two texts that speak of one period: the more exact of them, or both put together; else null. */
export function mergedPeriod(a: Period, b: Period, window: PeriodWindow): Period | null {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  return explained(a, b, window) ?? explained(b, a, window);
}

/** A period with the dates that say what is meant by it. */
function explained(wide: Period, exact: Period, window: PeriodWindow): Period | null {
  if (isSpan(wide) || isMereYear(wide)) return isWithin(exact, wide) ? exact : null;
  if (exact.start === undefined && exact.end === undefined) return null;
  if (wide.start !== undefined || wide.end !== undefined) return sameEnd(wide, exact);
  const windows = (["calendar", "police"] as const).map((each) => periodDates(wide, each));
  const usual = windows.flatMap((dates) => (dates.ok ? dates.value : []));
  if (exact.frequency !== "date")
    return isSpelledOut(wide, exact, usual) ? { ...wide, ...datesOf(exact) } : null;
  const whole = usual.find(({ end }) => end === exact.end);
  if (whole) return { ...wide, ...whole };
  const [calendar] = usual;
  const isInside =
    calendar && exact.end && calendar.start <= exact.end && exact.end <= calendar.end;
  return window === "at_date" && isInside ? { ...wide, ...datesOf(exact) } : null;
}

function isSpelledOut(
  wide: Period,
  exact: Period,
  usual: readonly { start: string; end: string }[],
): boolean {
  const isNamed =
    wide.frequency === exact.frequency &&
    wide.year === exact.year &&
    wide.month === exact.month &&
    wide.quarter === exact.quarter;
  return isNamed || usual.some(({ start, end }) => start === exact.start && end === exact.end);
}

/** A range and the date that it ends with. */
function sameEnd(range: Period, date: Period): Period | null {
  return date.frequency === "date" && range.frequency !== "date" && range.end === date.end
    ? range
    : null;
}

function datesOf({ start, end }: Period): Pick<Period, "start" | "end"> {
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

/** Whether a period is a span of years (`2026-2030`). */
export function isSpan({ frequency, start, end }: Period): boolean {
  return (
    frequency === "year" && start?.slice(0, 4) !== end?.slice(0, 4) && !!start?.endsWith("-01-01")
  );
}

/** Whether a period is a year of which nothing more is said. */
export function isMereYear({ frequency, start }: Period): boolean {
  return frequency === "year" && start === undefined;
}

function isWithin(exact: Period, wide: Period): boolean {
  if (exact.year === undefined) return isSpan(wide);
  if (wide.year === undefined) return false;
  const last = Number((wide.end ?? String(wide.year)).slice(0, 4));
  return wide.year <= exact.year && exact.year <= last;
}
