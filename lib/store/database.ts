import { existsSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { UsageError } from "../exit_codes.ts";
import { homePaths } from "./home.ts";

/** A row as a query gives it, by column name. */
export type DatabaseRow = Record<string, unknown>;

/** Asks a warehouse one question; `values` are bound to `$name`. */
export type Ask = (sql: string, values?: Record<string, DuckDBValue>) => Promise<DatabaseRow[]>;

/** An open DuckDB; close it whatever happens. */
export interface Database {
  connection: DuckDBConnection;
  close(): void;
}

/** What may differ between databases. */
export interface DatabaseSettings {
  /** READ_WRITE unless told otherwise; a file that is missing is made then. */
  access_mode?: "READ_ONLY" | "READ_WRITE";
  /** Left out, as many as the machine has cores. One thread gives the same bytes for the same rows. */
  threads?: "1";
  /** Empty keeps everything in memory. Left out, what does not fit there spills beside the file. */
  temp_directory?: "";
}

/** No part of DuckDB is fetched at run time: everything works offline. */
const always = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };

/** Opens a DuckDB file, or one in memory at `:memory:`. Throws where the file can't be opened so. */
export async function openDatabase(
  path: string,
  settings: DatabaseSettings = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(path, { ...always, ...settings });
  try {
    const connection = await instance.connect();
    const close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    return { connection, close };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** Opens a DuckDB, does the work and closes it whatever happens. */
export async function withConnection<T>(
  path: string,
  settings: DatabaseSettings,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { connection, close } = await openDatabase(path, settings);
  try {
    return await work(connection);
  } finally {
    close();
  }
}

/** Opens a DuckDB file to ask it questions, rows as plain JSON values, and closes it whatever happens. */
export async function withDatabase<T>(
  path: string,
  access_mode: "READ_ONLY" | "READ_WRITE",
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  return withConnection(path, { access_mode }, (connection) =>
    work(async (sql, values = {}) =>
      (await connection.runAndReadAll(sql, values)).getRowObjectsJson(),
    ),
  );
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
