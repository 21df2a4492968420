import { day, type Point, points } from "./point.ts";
import { type IndicatorView, latestObservation } from "./view.ts";
import { runningYears } from "./year_so_far.ts";

/** The lines of a chart: those that the judgement leaves behind, and the one that is judged. */
export interface ShownLines {
  earlier: Point[][];
  judged: Point[];
}

/**
 * The series, cut where its figures stop being comparable; of a duty that is judged by its year so
 * far a line for each year.
 */
export function shownLines(view: IndicatorView): ShownLines {
  const years = runningYears(view).map(points);
  const lines = years.length > 0 ? years : splitLines(view);
  return { earlier: lines.slice(0, -1), judged: lines.at(-1) ?? [] };
}

/** All points of all lines, oldest first. */
export function allPoints({ earlier, judged }: ShownLines): Point[] {
  return [...earlier.flat(), ...judged];
}

/** The value that is judged, where charts put their dot. Null without a figure. */
export function judgedPoint(view: IndicatorView): Point | null {
  const last = latestObservation(view);
  if (!last) return null;
  const isHidden = view.hidden.length > 0;
  const value = (isHidden ? null : view.progress?.latest_value) ?? last.value;
  return { date: day(last.period_end), value };
}

/** True where this edition hides the judged value: a dot would tell the colour of another. */
export function isJudgedHidden({ progress, hidden }: IndicatorView): boolean {
  return hidden.length > 0 && progress?.latest_value === null;
}

function splitLines({ observations, breaks }: IndicatorView): Point[][] {
  const splits = breaks.flatMap(({ split_date }) => split_date ?? []).toSorted();
  const partOf = (date: string) => splits.filter((split) => split <= date).length;
  const parts = Map.groupBy(observations, ({ period_end }) => partOf(period_end));
  return [...parts.values()].map(points);
}
