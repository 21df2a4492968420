import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withConnection } from "../../lib/store/database.ts";
import { root } from "../../lib/store/home.ts";
import { LockedError, takeLock } from "../../lib/store/lock.ts";
import { quoteText } from "../../lib/store/sql.ts";
import { asideOf, moveWhole } from "../../lib/store/write.ts";
import { buildModels } from "./dbt.ts";
import type { SeriesPoint } from "./series_csv.ts";

/** A point of a series that is to be forecast `horizon` steps past its last one. */
export interface ForecastPoint extends SeriesPoint {
  horizon: number;
}

const selection = [
  "--select",
  "+int_forecasts",
  "--resource-type",
  "model",
  "--resource-type",
  "seed",
];

/**
 * Forecasts series by the models of the warehouse and writes series_id, step, value, lower_80, upper_80,
 * lower_95, upper_95, method to `out` as CSV, by series and step, and probability_at_least where a point has a
 * threshold; ends and chances stay empty where a series is too short for them.
 * @returns the number of rows written
 */
export async function forecast(
  points: readonly ForecastPoint[],
  out: string,
  log: (line: string) => void = () => {},
): Promise<number> {
  const { folder, release } = await openWorkspace();
  try {
    const hasThreshold = points.some(({ threshold }) => threshold !== null);
    return await writeForecasts(await buildForecasts(points, folder, log), out, hasThreshold);
  } finally {
    release();
  }
}

/**
 * Builds the forecast models alone from these points in a folder.
 * @param options further options of `dbt build`
 * @returns the path of their warehouse, the forecasts in intermediate.int_forecasts
 */
export async function buildForecasts(
  points: readonly ForecastPoint[],
  folder: string,
  log: (line: string) => void = () => {},
  options: readonly string[] = [],
): Promise<string> {
  const input = join(folder, "input.parquet");
  const warehouse = join(folder, "warehouse.duckdb");
  await writeInput(points, input);
  await buildModels({
    landed: folder,
    warehouse,
    as_of: "2026-01-01",
    target: join(folder, "dbt"),
    log,
    selection: [...selection, ...options],
    environment: { LECHAN_FORECAST_INPUT: input },
  });
  return warehouse;
}

/**
 * The folder where forecasts are built, kept so that dbt need not read the models anew; one of its own that
 * goes away again while another forecast is at work in it.
 */
async function openWorkspace(): Promise<{ folder: string; release: () => void }> {
  const kept = join(root, ".setup", "forecast");
  try {
    return { folder: kept, release: await takeLock(kept, "forecast", new Date()) };
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    const folder = mkdtempSync(join(tmpdir(), "lechan-forecast-"));
    return { folder, release: () => rmSync(folder, { recursive: true }) };
  }
}

async function writeInput(points: readonly ForecastPoint[], path: string): Promise<void> {
  await withConnection(":memory:", {}, async (connection) => {
    await connection.run(`create table points (
      series_id varchar, frequency varchar, t integer, value double,
      lower_bound double, upper_bound double, threshold double, horizon integer)`);
    const rows = await connection.createAppender("points");
    const appendOrNull = (value: number | null) =>
      value === null ? rows.appendNull() : rows.appendDouble(value);
    for (const point of points) {
      rows.appendVarchar(point.series_id);
      rows.appendVarchar(point.frequency);
      rows.appendInteger(point.t);
      rows.appendDouble(point.value);
      appendOrNull(point.lower_bound);
      appendOrNull(point.upper_bound);
      appendOrNull(point.threshold);
      rows.appendInteger(point.horizon);
      rows.endRow();
    }
    rows.closeSync();
    await connection.run(`copy points to ${quoteText(path)} (format parquet)`);
  });
}

async function writeForecasts(
  warehouse: string,
  out: string,
  hasThreshold: boolean,
): Promise<number> {
  const chance = hasThreshold ? ", probability_at_least" : "";
  const aside = asideOf(out);
  const rows = await withConnection(warehouse, { access_mode: "READ_ONLY" }, async (connection) => {
    const { rowsChanged } = await connection.run(`copy (
        select series_id, step, value, lower_80, upper_80, lower_95, upper_95, method${chance}
        from intermediate.int_forecasts
        order by series_id, step
      ) to ${quoteText(aside)} (header)`);
    return rowsChanged;
  });
  moveWhole(aside, out);
  return rows;
}
