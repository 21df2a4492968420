import type { HeldBack } from "./data.ts";

/** A forecast of one step with its intervals. */
export interface Forecast {
  value: number;
  lower_80: number;
  upper_80: number;
  lower_95: number;
  upper_95: number;
}

/** How well forecasts did; the overall weighted average is of sMAPE and MASE over those of Naive2. */
export interface Accuracy {
  owa: number;
  coverage_80: number;
  coverage_95: number;
  /** Steps without a forecast. */
  missing: number;
}

/**
 * Accuracy over series, as the M4 competition measures it (Makridakis, Spiliotis, Assimakopoulos 2020).
 * @param forecastsOf the forecasts of a series by step
 */
export function accuracyOf(
  series: readonly HeldBack[],
  forecastsOf: (series: HeldBack) => readonly (Forecast | undefined)[],
): Accuracy {
  const scores = series.map((one) => score(one, forecastsOf(one)));
  const meanOf = (pick: (one: (typeof scores)[number]) => number) =>
    mean(scores.map(pick).filter(Number.isFinite));
  return {
    owa:
      (meanOf(({ smape }) => smape) / meanOf(({ naive_smape }) => naive_smape) +
        meanOf(({ mase }) => mase) / meanOf(({ naive_mase }) => naive_mase)) /
      2,
    coverage_80: meanOf(({ inside_80 }) => inside_80),
    coverage_95: meanOf(({ inside_95 }) => inside_95),
    missing: scores.reduce((sum, { missing }) => sum + missing, 0),
  };
}

/** Share of outcomes inside the 80% and 95% intervals of the steps from `from` to `to`. */
export function coverageOf(
  series: readonly HeldBack[],
  forecastsOf: (series: HeldBack) => readonly (Forecast | undefined)[],
  from: number,
  to: number,
): [number, number] {
  const inside = series.flatMap((one) => {
    const forecasts = forecastsOf(one);
    return one.outcomes
      .map((outcome, index) => isInside(outcome, forecasts[index]))
      .slice(from - 1, to);
  });
  return [mean(inside.map(([in80]) => in80)), mean(inside.map(([, in95]) => in95))];
}

function score(series: HeldBack, forecasts: readonly (Forecast | undefined)[]) {
  const { outcomes, history, period } = series;
  const values = outcomes.map((_, index) => forecasts[index]?.value ?? Number.NaN);
  const naive = naive2(history, period, outcomes.length);
  const scale = meanChange(history, history.length > period ? period : 1);
  const inside = outcomes.map((outcome, index) => isInside(outcome, forecasts[index]));
  return {
    smape: smape(outcomes, values),
    naive_smape: smape(outcomes, naive),
    mase: meanError(outcomes, values) / scale,
    naive_mase: meanError(outcomes, naive) / scale,
    inside_80: mean(inside.map(([in80]) => in80)),
    inside_95: mean(inside.map(([, in95]) => in95)),
    missing: values.filter((value) => !Number.isFinite(value)).length,
  };
}

function isInside(outcome: number, forecast: Forecast | undefined): [number, number] {
  if (!forecast) return [0, 0];
  const { lower_80, upper_80, lower_95, upper_95 } = forecast;
  return [
    Number(lower_80 <= outcome && outcome <= upper_80),
    Number(lower_95 <= outcome && outcome <= upper_95),
  ];
}

function smape(outcomes: readonly number[], values: readonly number[]): number {
  return mean(
    outcomes.map((outcome, index) => {
      const value = values[index] as number;
      const size = Math.abs(outcome) + Math.abs(value);
      return size === 0 ? 0 : (200 * Math.abs(outcome - value)) / size;
    }),
  );
}

function meanError(outcomes: readonly number[], values: readonly number[]): number {
  return mean(outcomes.map((outcome, index) => Math.abs(outcome - (values[index] as number))));
}

function meanChange(values: readonly number[], lag: number): number {
  return mean(values.slice(lag).map((value, index) => Math.abs(value - (values[index] as number))));
}

/** The last value, its season taken out and put back where a test at 90% finds one. */
function naive2(history: readonly number[], period: number, horizon: number): number[] {
  const n = history.length;
  const seasons = isSeasonal(history, period) ? seasonsOf(history, period) : [1];
  const seasonAt = (t: number) => seasons[t % seasons.length] as number;
  const level = (history[n - 1] as number) / seasonAt(n - 1);
  return Array.from({ length: horizon }, (_, index) => level * seasonAt(n + index));
}

function isSeasonal(history: readonly number[], period: number): boolean {
  if (period === 1 || history.length < 3 * period || history.some((value) => value <= 0))
    return false;
  const centre = mean(history);
  const about = history.map((value) => value - centre);
  const total = about.reduce((sum, value) => sum + value * value, 0);
  const correlation = (lag: number) =>
    about.slice(lag).reduce((sum, value, index) => sum + value * (about[index] as number), 0) /
    total;
  const squares = Array.from({ length: period - 1 }, (_, index) => correlation(index + 1) ** 2);
  const limit = 1.645 * Math.sqrt((1 + 2 * squares.reduce((a, b) => a + b, 0)) / history.length);
  return Math.abs(correlation(period)) > limit;
}

/** Classical decomposition: mean ratios to the centred moving average. */
function seasonsOf(history: readonly number[], period: number): number[] {
  const half = period / 2;
  const ratios: number[][] = Array.from({ length: period }, () => []);
  for (let t = half; t + half < history.length; t++) {
    const ends = ((history[t - half] as number) + (history[t + half] as number)) / 2;
    const inner = history.slice(t - half + 1, t + half).reduce((a, b) => a + b, 0);
    ratios[t % period]?.push((history[t] as number) / ((inner + ends) / period));
  }
  const means = ratios.map(mean);
  const centre = mean(means);
  return means.map((value) => value / centre);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
