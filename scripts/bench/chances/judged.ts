import { probabilities } from "../forecast/calibrate.ts";
import type { Window, WindowForecast } from "../forecast/windows.ts";
import { type Naive, naiveOf } from "./naive.ts";

/** A chance that was stated of reaching a number, whether it was reached, and what naive methods stated. */
export interface Chance {
  series_id: string;
  stated: number;
  isMet: boolean;
  naive: Record<keyof Naive, number>;
}

/** What the steps of a window showed. */
export interface Judged {
  series_id: string;
  step: number;
  isIn80: boolean;
  isIn95: boolean;
  chances: Chance[];
}

/** Targets, in mean absolute changes of the window over the root of the steps, from the last value on. */
const distances = [-3, -1.5, -0.75, -0.25, 0.25, 0.75, 1.5, 3];

/** Intervals and chances of a window's forecasts beside its outcomes, at the steps that are looked at. */
export function judge(
  { series_id, history, outcomes }: Window,
  forecasts: readonly WindowForecast[],
  steps: readonly number[],
): Judged[] {
  const naive = naiveOf(history);
  const last = history.at(-1) as number;
  const change = naive.meanChange;
  return forecasts
    .filter(({ step }) => steps.includes(step) && step <= outcomes.length)
    .map((forecast) => {
      const { step, lower_80, upper_80, lower_95, upper_95 } = forecast;
      const outcome = outcomes[step - 1] as number;
      return {
        series_id,
        step,
        isIn80: lower_80 <= outcome && outcome <= upper_80,
        isIn95: lower_95 <= outcome && outcome <= upper_95,
        chances: distances.map((distance) => {
          const target = last + distance * change * Math.sqrt(step);
          return {
            series_id,
            stated: chanceOf(forecast, target),
            isMet: outcome >= target,
            naive: {
              walk: naive.walk(target, step),
              drift: naive.drift(target, step),
            },
          };
        }),
      };
    });
}

/** What the macro probability_at_least states of a series without bounds. */
function chanceOf({ value, spread, quantiles }: WindowForecast, target: number): number {
  const score = (target - value) / spread;
  const below = quantiles.filter((quantile) => quantile <= score).length;
  if (below === 0) return 1 - (probabilities[0] as number);
  if (below === probabilities.length) return 1 - (probabilities.at(-1) as number);
  const [p, q] = probabilities.slice(below - 1, below + 1) as [number, number];
  const [low, high] = quantiles.slice(below - 1, below + 1) as [number, number];
  return 1 - (p + ((q - p) * (score - low)) / (high - low));
}
