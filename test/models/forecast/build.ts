import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { buildForecasts, type ForecastPoint } from "../../../scripts/run/forecast.ts";

/** A series to forecast, in few words. */
export interface Series {
  series_id: string;
  frequency: string;
  values: readonly number[];
  horizon: number;
  lower_bound?: number;
  upper_bound?: number;
  threshold?: number;
}

/** Builds the forecast models from literal series and answers queries on their warehouse. */
export async function build(series: readonly Series[], options: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "lechan-forecast-test-"));
  const warehouse = await buildForecasts(series.flatMap(pointsOf), folder, () => {}, options);
  return <Row>(sql: string) => query<Row>(warehouse, sql);
}

function pointsOf({
  values,
  lower_bound,
  upper_bound,
  threshold,
  ...series
}: Series): ForecastPoint[] {
  return values.map((value, index) => ({
    ...series,
    t: index + 1,
    value,
    lower_bound: lower_bound ?? null,
    upper_bound: upper_bound ?? null,
    threshold: threshold ?? null,
  }));
}

async function query<Row>(path: string, sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows as Row[];
}

/** Numbers between 0 and 1 that look random and are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
