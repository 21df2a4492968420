import { writeFileSync } from "node:fs";
import { isTuned, readSeries } from "./data.ts";
import { risingOf } from "./monotone.ts";
import { quantilesOf, type Weighted } from "./quantiles.ts";
import { forecastWindows, type Window, type WindowForecast, windowsOf } from "./windows.ts";

/** Lengths of the windows, as long as a ward's series are, and how far ahead they are forecast. */
const plans = {
  year: { lengths: [4, 5, 6, 7, 8, 10, 14], steps: 8, ahead: 5, least: 4 },
  quarter: { lengths: [6, 7, 8, 10, 12, 15, 20], steps: 24, ahead: 17, least: 8 },
  month: { lengths: [12, 15, 18, 21, 24, 30, 36, 46, 60], steps: 60, ahead: 50, least: 12 },
};
/** Probabilities of the columns of the seed. */
export const probabilities = [
  0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995,
];
const middle = probabilities.indexOf(0.5);
/**
 * How much M1's series count together at each step, whatever the number of Tourism's beside them. M1's are of
 * many kinds; Tourism's are one kind of figure, more seasonal by the month, by the year of the same few slumps.
 */
const SHARE_OF_M1 = 0.8;

/** Scores by step, in ascending order, of the windows of one frequency and history. */
interface Scores {
  frequency: string;
  history: string;
  byStep: Weighted[][];
}

/**
 * Measures the quantiles of forecast errors by step on windows of the series that tuning may look at and writes
 * them as the seed forecast_quantiles: first in units of the usual one-step error, which says what a series is
 * expected to miss by, then in the spreads that follow from what each series did miss by.
 */
export async function calibrate(path: string, seed: string, say: (line: string) => void) {
  const series = (await readSeries(path, "all")).filter(isTuned);
  const windows = Object.entries(plans).flatMap(([frequency, { lengths, ...reach }]) =>
    windowsOf(series, frequency, lengths, reach),
  );
  say(`${windows.length} windows of ${series.length} series, twice …`);
  const missed = await scoresOf(windows, ({ scale }) => scale);
  const expected = missed.map(({ byStep }) => risingOf(byStep.map(meanSize)));
  write(seed, missed, expected);
  write(seed, await scoresOf(windows, ({ spread }) => spread), expected);
}

async function scoresOf(
  windows: readonly Window[],
  unitOf: (forecast: WindowForecast) => number,
): Promise<Scores[]> {
  const forecasts = await forecastWindows(windows);
  const scored = windows.flatMap(({ window_id, dataset, frequency, outcomes }) =>
    (forecasts.get(window_id) ?? []).map((forecast) => ({
      dataset,
      frequency,
      history: forecast.history,
      step: forecast.step,
      score: ((outcomes[forecast.step - 1] as number) - forecast.value) / unitOf(forecast),
    })),
  );
  const groups = Map.groupBy(scored, ({ frequency, history }) => `${frequency} ${history}`);
  return [...groups].map(([group, rows]) => {
    const [frequency, history] = group.split(" ") as [string, string];
    const steps = Map.groupBy(rows, ({ step }) => step);
    const byStep = [...steps.keys()]
      .toSorted((a, b) => a - b)
      .map((step) => weightedOf(steps.get(step) ?? []));
    return { frequency, history, byStep };
  });
}

/** Scores of a step, M1's together as heavy as their share and the others' as the rest. */
function weightedOf(rows: readonly { dataset: string; score: number }[]): Weighted[] {
  return [...Map.groupBy(rows, ({ dataset }) => dataset === "M1")]
    .flatMap(([isM1, of]) =>
      of.map(({ score }) => ({
        value: score,
        weight: (isM1 ? SHARE_OF_M1 : 1 - SHARE_OF_M1) / of.length,
      })),
    )
    .sort((a, b) => a.value - b.value);
}

/** Mean absolute score without the one in two hundred that is farthest off. */
function meanSize(scores: readonly Weighted[]): number {
  const sizes = scores
    .map(({ value, weight }) => ({ value: Math.abs(value), weight }))
    .sort((a, b) => a.value - b.value);
  const [most = 0] = quantilesOf(sizes, [0.995]);
  const total = sizes.reduce((sum, { weight }) => sum + weight, 0);
  return sizes.reduce((sum, { value, weight }) => sum + weight * Math.min(value, most), 0) / total;
}

function write(seed: string, scores: readonly Scores[], expected: readonly number[][]) {
  const columns = probabilities.map((p) => `p${String(Math.round(1000 * p)).padStart(3, "0")}`);
  const lines = scores.flatMap(({ frequency, history, byStep }, group) => {
    const quantiles = quantilesByStep(byStep);
    return byStep.map((_, index) => {
      const figures = [expected[group]?.[index] as number, ...(quantiles[index] as number[])];
      const cells = figures.map((value) => Number(value.toPrecision(4)));
      return [frequency, history, index + 1, ...cells].join(",");
    });
  });
  const header = ["frequency", "history", "step", "mean_absolute", ...columns].join(",");
  writeFileSync(seed, `${[header, ...lines].join("\n")}\n`);
}

/** The middle moves one way, and the others away from it, from step to step. */
function quantilesByStep(byStep: readonly Weighted[][]): number[][] {
  const found = byStep.map((sorted) => quantilesOf(sorted, probabilities));
  const of = (column: number) => found.map((quantiles) => quantiles[column] as number);
  const center = of(middle);
  const sign = Math.sign(center.at(-1) ?? 0) || 1;
  const centers = risingOf(center.map((value) => sign * value)).map((value) => sign * value);
  const columns = probabilities.map((p, column) => {
    if (column === middle) return centers;
    const away = risingOf(
      of(column).map((value, step) => Math.abs(value - (center[step] as number))),
    );
    return centers.map((value, step) => value + Math.sign(p - 0.5) * (away[step] as number));
  });
  return byStep.map((_, step) => columns.map((column) => column[step] as number));
}
