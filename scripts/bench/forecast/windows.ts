import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withDatabase } from "../../../lib/store/database.ts";
import { buildForecasts } from "../../run/forecast.ts";
import type { HeldBack } from "./data.ts";

/** A piece of a series, and what came after it. */
export interface Window {
  window_id: string;
  series_id: string;
  dataset: string;
  frequency: string;
  history: number[];
  outcomes: number[];
}

/** A forecast of one step of a window, with what its intervals and chances are made of. */
export interface WindowForecast {
  series_id: string;
  step: number;
  history: string;
  value: number;
  /** Usual one-step error at this step. */
  scale: number;
  /** What a score is multiplied by. */
  spread: number;
  /** Scores at the probabilities of the seed forecast_quantiles. */
  quantiles: number[];
  lower_80: number;
  upper_80: number;
  lower_95: number;
  upper_95: number;
}

/**
 * Of each length of points two windows a series, at its start and before its last `ahead` values, each with
 * the outcomes up to `steps`; series with fewer than `least` values after the window give none.
 */
export function windowsOf(
  series: readonly HeldBack[],
  frequency: string,
  lengths: readonly number[],
  { steps, ahead, least }: { steps: number; ahead: number; least: number },
): Window[] {
  return series
    .filter((one) => one.frequency === frequency)
    .flatMap(({ series_id, dataset, history: values }) =>
      lengths
        .filter((length) => values.length >= length + least)
        .flatMap((length) =>
          [...new Set([length, Math.max(length, values.length - ahead)])].map((end) => ({
            window_id: `${series_id} ${length} ${end}`,
            series_id,
            dataset,
            frequency,
            history: values.slice(end - length, end),
            outcomes: values.slice(end, end + steps),
          })),
        ),
    );
}

/** Forecasts windows by the models of the warehouse, as far as there are outcomes; by window. */
export async function forecastWindows(
  windows: readonly Window[],
): Promise<Map<string, WindowForecast[]>> {
  const folder = mkdtempSync(join(tmpdir(), "forecast-windows-"));
  try {
    const warehouse = await buildForecasts(windows.flatMap(pointsOf), folder);
    const rows = (await withDatabase(warehouse, "READ_ONLY", (ask) =>
      ask(`
        select
          forecasts.series_id, forecasts.step, forecasts.history, forecasts.value, forecasts.spread,
          scores.scales[forecasts.step] as scale, quantiles.quantiles,
          forecasts.lower_80, forecasts.upper_80, forecasts.lower_95, forecasts.upper_95
        from intermediate.int_forecasts as forecasts
        inner join intermediate.int_forecast_scores as scores using (series_id)
        inner join intermediate.int_forecast_quantiles as quantiles
          on forecasts.frequency = quantiles.frequency
          and forecasts.history = quantiles.history
          and forecasts.step = quantiles.step
        where scores.origin = 0 and forecasts.spread > 0
        order by forecasts.series_id, forecasts.step`),
    )) as unknown as WindowForecast[];
    return Map.groupBy(rows, ({ series_id }) => series_id);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pointsOf({ window_id, frequency, history, outcomes }: Window) {
  return history.map((value, index) => ({
    series_id: window_id,
    frequency,
    t: index + 1,
    value,
    lower_bound: null,
    upper_bound: null,
    threshold: null,
    horizon: outcomes.length,
  }));
}
