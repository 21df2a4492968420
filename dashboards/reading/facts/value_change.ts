import type { Observation } from "./area_series.ts";
import { isYearSoFar } from "./judged_year.ts";
import { plannedAt } from "./target_path.ts";
import type { IndicatorView } from "./view.ts";

/** What the newest period of the ward changed against the period before it. */
interface ValueChange {
  difference: number;
  turn: "better" | "worse" | "same";
}

/** A figure and the end of its period. */
export type DatedValue = Pick<Observation, "period_end" | "value">;

/** Null where there are no two periods of the same length to compare, or the judged figure is of more than the newest. */
export function valueChange(view: IndicatorView): ValueChange | null {
  const [before, after] = view.observations.slice(-2);
  if (!before || !after || isYearSoFar(view)) return null;
  if (view.progress?.latest_value === null) return null;
  if (view.hidden.some(({ period_end }) => period_end > before.period_end)) return null;
  const difference = after.value - before.value;
  return { difference, turn: turnOf(view, difference) };
}

/** Which way a difference goes for an indicator; less than half a unit of the last digit is none. */
export function turnOf({ indicator }: IndicatorView, difference: number): ValueChange["turn"] {
  if (Math.abs(difference) < 0.5 * 10 ** -indicator.decimals) return "same";
  return difference * signOf(indicator) > 0 ? "better" : "worse";
}

/** Whether a value crossed the promised path between two figures. */
export function crossingOf(
  view: IndicatorView,
  before: DatedValue,
  after: DatedValue,
): "fell_behind" | "caught_up" | null {
  const [wasBehind, isStillBehind] = [before, after].map((row) => isBehind(view, row));
  if (wasBehind === undefined || isStillBehind === undefined || wasBehind === isStillBehind)
    return null;
  return isStillBehind ? "fell_behind" : "caught_up";
}

/** Undefined where the path does not reach, or speaks of a whole year and the row of a part. */
function isBehind(view: IndicatorView, row: DatedValue): boolean | undefined {
  const planned = plannedAt(view, row.period_end);
  if (planned === null || isYearSoFar(view)) return undefined;
  const { indicator } = view;
  return (row.value - planned) * signOf(indicator) < -0.5 * 10 ** -indicator.decimals;
}

function signOf({ direction }: IndicatorView["indicator"]): number {
  return direction === "down" ? -1 : 1;
}
