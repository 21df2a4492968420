import {
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
} from "@duckdb/node-api";
import { openDatabase } from "../../lib/store/database.ts";
import { quoteName, quoteText } from "../../lib/store/sql.ts";
import type { LandedType } from "../parse/landed_type.ts";
import { type LandedRow, type LandedTable, landedColumns } from "./landed.ts";

/** Reads and writes Parquet through a DuckDB in memory. */
export interface ParquetStore {
  /** Writes rows of a landed table, in their order, to a new file. Throws for a row that lacks a value. */
  write<Table extends LandedTable>(
    table: Table,
    rows: readonly LandedRow<Table>[],
    path: string,
  ): Promise<void>;
  /** The rows of parts of a landed table, sorted by all columns named. */
  read<Table extends LandedTable>(
    table: Table,
    glob: string,
    orderBy: readonly (keyof LandedRow<Table> & string)[],
  ): Promise<LandedRow<Table>[]>;
  /** The rows that a query over Parquet gives. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

const CHUNK = 2048;

type PlainType = "VARCHAR" | "INTEGER" | "DOUBLE" | "BOOLEAN" | "DATE" | "TIMESTAMP";

const types: Record<PlainType, DuckDBType> = {
  VARCHAR,
  INTEGER,
  DOUBLE,
  BOOLEAN,
  DATE,
  TIMESTAMP,
};

/** How values become DuckDB's: dates and times are texts here. */
const converters: Partial<Record<PlainType, (value: unknown) => DuckDBValue>> = {
  DATE: (value) => dateValue(String(value)),
  TIMESTAMP: (value) =>
    new DuckDBTimestampValue(BigInt(Date.parse(`${String(value).replace(" ", "T")}Z`)) * 1000n),
};

/** Long lists name few days. */
const days = new Map<string, DuckDBDateValue>();

function dateValue(date: string): DuckDBDateValue {
  const known = days.get(date);
  if (known) return known;
  const day = new DuckDBDateValue(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  days.set(date, day);
  return day;
}

/**
 * Opens it. One thread, no extensions from outside: the same rows give the same bytes. Nothing spills
 * to a temporary file.
 */
export async function openParquetStore(): Promise<ParquetStore> {
  const settings = { threads: "1", temp_directory: "" } as const;
  const { connection, close } = await openDatabase(":memory:", settings);
  return {
    write: (table, rows, path) => writeRows(connection, table, rows, path),
    read: (table, glob, orderBy) => readRows(connection, table, glob, orderBy),
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects(),
    close,
  };
}

/** Opens it, does the work and closes it whatever happens. */
export async function withParquetStore<T>(work: (parquet: ParquetStore) => Promise<T>): Promise<T> {
  const parquet = await openParquetStore();
  try {
    return await work(parquet);
  } finally {
    parquet.close();
  }
}

async function writeRows<Table extends LandedTable>(
  connection: DuckDBConnection,
  table: Table,
  rows: readonly LandedRow<Table>[],
  path: string,
): Promise<void> {
  const columns = Object.entries(landedColumns(table));
  const declared = columns.map(([name, type]) => `${quoteName(name)} ${plain(type)}`).join(", ");
  await connection.run(`create or replace table part (${declared})`);
  const appender = await connection.createAppender("part");
  for (let from = 0; from < rows.length; from += CHUNK)
    appender.appendDataChunk(chunkOf(table, columns, rows.slice(from, from + CHUNK)));
  appender.closeSync();
  await connection.run(`copy part to ${quoteText(path)} (format parquet, compression zstd)`);
}

function chunkOf(
  table: string,
  columns: [string, LandedType][],
  rows: readonly object[],
): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(columns.map(([, type]) => types[plain(type)]));
  chunk.setColumns(
    columns.map(([name, type]) => {
      const convert = converters[plain(type)] ?? ((value) => value as DuckDBValue);
      return rows.map((row) => {
        const value = (row as Record<string, unknown>)[name] ?? null;
        if (value === null && !type.endsWith("?"))
          throw new Error(`no value for a column that needs one: ${table}.${name}`);
        return value === null ? null : convert(value);
      });
    }),
  );
  return chunk;
}

async function readRows<Table extends LandedTable>(
  connection: DuckDBConnection,
  table: Table,
  glob: string,
  orderBy: readonly string[],
): Promise<LandedRow<Table>[]> {
  const columns = Object.entries(landedColumns(table)).map(([name, type]) => {
    const isText = ["DATE", "TIMESTAMP"].includes(plain(type));
    const column = quoteName(name);
    return isText ? `cast(${column} as varchar) as ${column}` : column;
  });
  const order = orderBy.map((name) => `${quoteName(name)} nulls first`).join(", ");
  const reader = await connection.runAndReadAll(
    `select ${columns.join(", ")} from read_parquet(${quoteText(glob)}) order by ${order}`,
  );
  return reader.getRowObjects() as LandedRow<Table>[];
}

function plain(type: LandedType): PlainType {
  return type.replace("?", "") as PlainType;
}
