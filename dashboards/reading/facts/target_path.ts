import { day, type Point } from "./point.ts";
import type { IndicatorView } from "./view.ts";

/** What was promised: the corners of the path. Empty where the programme gives no number. */
export function targetPath({ path }: IndicatorView): Point[] {
  return path.map(({ path_date, planned_value }) => ({
    date: day(path_date),
    value: planned_value,
  }));
}

/** The point of the path that the judged target is; where the path does not name it, its end. */
export function targetPoint(view: IndicatorView): Point | undefined {
  const due = view.progress?.target_due;
  const points = targetPath(view);
  const aim = due == null ? undefined : points.findLast(({ date }) => +date === +day(due));
  return aim ?? points.at(-1);
}

/** The promised value at a date, on the straight line between two corners; null outside the path. */
export function plannedAt(view: IndicatorView, date: string): number | null {
  const corners = targetPath(view);
  const moment = day(date);
  const end = corners.find((corner) => corner.date >= moment);
  const start = corners.findLast((corner) => corner.date <= moment);
  if (!start || !end) return null;
  const share = (+moment - +start.date) / (+end.date - +start.date || 1);
  return start.value + share * (end.value - start.value);
}
