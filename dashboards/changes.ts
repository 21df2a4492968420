import { plannedAt } from "./charts/path.ts";
import { isYearSoFar } from "./facts.ts";
import type { IndicatorView, Observation } from "./view.ts";

/** What the newest period of the ward changed against the period before it. */
export interface Change {
  view: IndicatorView;
  before: Observation;
  after: Observation;
  difference: number;
  turn: "better" | "worse" | "same";
  /** Whether the value crossed the promised path between the two periods. */
  crossing: "fell_behind" | "caught_up" | null;
}

/** Null where there are no two periods of the same length to compare. */
export function changeOf(view: IndicatorView): Change | null {
  const [before, after] = view.observations.slice(-2);
  if (!before || !after) return null;
  if (view.hidden.some(({ period_end }) => period_end > before.period_end)) return null;
  const difference = after.value - before.value;
  return { view, before, after, difference, ...judged(view, before, after, difference) };
}

/** The changes of all indicators that have one, in the order given. */
export function changesOf(views: readonly IndicatorView[]): Change[] {
  return views.flatMap((view) => changeOf(view) ?? []);
}

function judged(view: IndicatorView, before: Observation, after: Observation, difference: number) {
  const sign = view.indicator.direction === "down" ? -1 : 1;
  const isSmall = Math.abs(difference) < 0.5 * 10 ** -view.indicator.decimals;
  const turn = isSmall ? "same" : difference * sign > 0 ? "better" : "worse";
  const [was, is] = [before, after].map((row) => isBehind(view, row, sign));
  const crossing =
    was === undefined || is === undefined || was === is ? null : is ? "fell_behind" : "caught_up";
  return { turn, crossing } as const;
}

/** Undefined where the path does not reach, or speaks of a whole year and the row of a part. */
function isBehind(view: IndicatorView, row: Observation, sign: number): boolean | undefined {
  const planned = plannedAt(view, row.period_end);
  if (planned === null || isYearSoFar(view)) return undefined;
  return (row.value - planned) * sign < -0.5 * 10 ** -view.indicator.decimals;
}
