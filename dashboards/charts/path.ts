import type { IndicatorView } from "../view.ts";
import { day, type Point } from "./draw.ts";

/**
 * What was promised: a straight line from the baseline to the target, or a level line for a duty
 * that holds every year. Empty where the programme gives no number.
 */
export function targetPath({ progress }: IndicatorView): Point[] {
  if (progress?.target_value == null || !progress.target_due) return [];
  const end = { date: day(progress.target_due), value: progress.target_value };
  if (progress.target_cadence === "yearly") {
    return [
      { date: day("2026-01-01"), value: end.value },
      end.date < lastYear ? { ...end, date: lastYear } : end,
    ];
  }
  if (!progress.baseline_date || progress.baseline_value === null) return [end];
  return [{ date: day(progress.baseline_date), value: progress.baseline_value }, end];
}

/** The promised value at a date, null outside the path. */
export function plannedAt(view: IndicatorView, date: string): number | null {
  const [start, end] = targetPath(view);
  const moment = day(date);
  if (!start || !end || moment < start.date || moment > end.date) return null;
  const share = (+moment - +start.date) / (+end.date - +start.date || 1);
  return start.value + share * (end.value - start.value);
}

const lastYear = day("2030-12-31");
