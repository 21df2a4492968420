import { existsSync } from "node:fs";
import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { UsageError } from "../exit_codes.ts";
import { homePaths } from "./home.ts";

/** A row as a query gives it, by column name. */
export type Row = Record<string, unknown>;

/** Asks a warehouse one question; `values` are bound to `$name`. */
export type Ask = (sql: string, values?: Record<string, DuckDBValue>) => Promise<Row[]>;

/** Opens a DuckDB file, does the work and closes connection and instance whatever happens. */
export async function withDatabase<T>(
  path: string,
  mode: "READ_ONLY" | "READ_WRITE",
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(path, { access_mode: mode });
  const connection = await instance.connect();
  const ask: Ask = async (sql, values = {}) =>
    (await connection.runAndReadAll(sql, values)).getRowObjectsJson();
  try {
    return await work(ask);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Works on the published warehouse of a home, read-only.
 * @throws UsageError when nothing is published yet
 */
export async function withPublished<T>(home: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { warehouse } = homePaths(home);
  if (existsSync(warehouse)) return withDatabase(warehouse, "READ_ONLY", work);
  throw new UsageError(
    `${warehouse}: chưa có, hãy chạy npm run refresh · not there yet: npm run refresh`,
  );
}
