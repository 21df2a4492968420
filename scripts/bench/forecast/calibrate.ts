import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withDatabase } from "../../../lib/store/database.ts";
import { buildForecasts } from "../../run/forecast.ts";
import { type HeldBack, readSeries } from "./data.ts";

/** A piece of a series, and what came after it. */
interface Window {
  series_id: string;
  history: number[];
  outcomes: number[];
}

/** Lengths of the windows that stand for short and long histories, and how far ahead they are forecast. */
const plans = {
  year: { short: [3, 4, 5, 6], long: [7, 8, 10, 14, 20, 30], steps: 12, least: 4 },
  quarter: { short: [3, 4, 5, 6, 7], long: [8, 10, 12, 16, 24, 40], steps: 24, least: 8 },
  month: {
    short: [3, 4, 6, 9, 11, 12, 15, 18, 22],
    long: [24, 30, 36, 48, 60, 84, 120],
    steps: 60,
    least: 12,
  },
};
/** Probabilities of the upper half of the seed's columns; the lower half is its mirror image. */
const upper = [0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995];

/**
 * Measures the quantiles of forecast errors by step on windows of the training part of the series and writes
 * them as the seed forecast_quantiles.
 */
export async function calibrate(path: string, seed: string, say: (line: string) => void) {
  const series = await readSeries(path, "test");
  const lines = [header()];
  for (const frequency of ["year", "quarter", "month"] as const)
    for (const history of ["short", "long"] as const) {
      const windows = windowsOf(series, frequency, history);
      say(`${frequency} ${history}: ${windows.length} windows …`);
      const scores = await scoresByStep(windows, frequency, plans[frequency].steps);
      lines.push(...scores.map((of, index) => line(frequency, history, index + 1, of)));
    }
  writeFileSync(seed, `${lines.join("\n")}\n`);
}

function header(): string {
  const lower = upper.toReversed().map((p) => column(1 - p));
  const columns = [...lower, column(0.5), ...upper.map(column)];
  return ["frequency", "history", "step", "mean_absolute", ...columns].join(",");
}

function column(probability: number): string {
  return `p${String(Math.round(1000 * probability)).padStart(3, "0")}`;
}

/** From each series up to three windows of each length: at its start, in its middle, and before its end. */
function windowsOf(
  series: readonly HeldBack[],
  frequency: keyof typeof plans,
  kind: "short" | "long",
): Window[] {
  const { steps, least, [kind]: lengths } = plans[frequency];
  const usable = series.filter((one) => one.frequency === frequency);
  return usable.flatMap(({ series_id, history }) =>
    lengths
      .filter((length) => history.length >= length + least)
      .flatMap((length) => {
        const last = Math.max(length, history.length - steps);
        const ends = new Set([length, Math.floor((length + last) / 2), last]);
        return [...ends].map((end) => ({
          series_id: `${series_id} ${length} ${end}`,
          history: history.slice(end - length, end),
          outcomes: history.slice(end, end + steps),
        }));
      }),
  );
}

/** Sorted absolute scores at each step: errors of the forecasts over the scale of their series. */
async function scoresByStep(
  windows: readonly Window[],
  frequency: string,
  steps: number,
): Promise<number[][]> {
  const folder = mkdtempSync(join(tmpdir(), "calibrate-"));
  try {
    const warehouse = await buildForecasts(windows.flatMap(pointsOf(frequency, steps)), folder);
    const outcomes = new Map(windows.map((window) => [window.series_id, window.outcomes]));
    const scores: number[][] = Array.from({ length: steps }, () => []);
    for (const { series_id, step, value, scale } of await readForecasts(warehouse)) {
      const outcome = outcomes.get(series_id)?.[step - 1];
      if (outcome !== undefined) scores[step - 1]?.push(Math.abs(outcome - value) / scale);
    }
    return scores.map((of) => of.sort((a, b) => a - b));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pointsOf(frequency: string, horizon: number) {
  return ({ series_id, history }: Window) =>
    history.map((value, index) => ({
      series_id,
      frequency,
      t: index + 1,
      value,
      lower_bound: null,
      upper_bound: null,
      horizon,
    }));
}

async function readForecasts(warehouse: string) {
  const rows = await withDatabase(warehouse, "READ_ONLY", (ask) =>
    ask(`
      select forecasts.series_id, forecasts.step, forecasts.value,
        scores.scales[forecasts.step] as scale
      from intermediate.int_forecasts as forecasts
      inner join intermediate.int_forecast_scores as scores using (series_id)
      where scores.origin = 0 and scale > 0`),
  );
  return rows as unknown as { series_id: string; step: number; value: number; scale: number }[];
}

/** A row of the seed: quantiles of the absolute scores, mirrored. */
function line(frequency: string, history: string, step: number, sorted: readonly number[]): string {
  const quantiles = upper.map((probability) => quantile(sorted, 2 * probability - 1));
  const most = quantiles.at(-1) as number;
  const mean = sorted.reduce((sum, score) => sum + Math.min(score, most), 0) / sorted.length;
  const mirrored = [...quantiles.toReversed().map((score) => -score), 0, ...quantiles];
  const cells = [mean, ...mirrored].map((value) => Number(value.toPrecision(4)));
  return [frequency, history, step, ...cells].join(",");
}

function quantile(sorted: readonly number[], probability: number): number {
  const at = probability * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return below + (above - below) * (at - Math.floor(at));
}
