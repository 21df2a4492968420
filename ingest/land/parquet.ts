import { type DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { openDatabase } from "../../lib/store/database.ts";
import { quoteName, quoteText } from "../../lib/store/sql.ts";
import { type LandedRow, type LandedTable, landedColumns } from "./landed.ts";
import { type PartColumn, partColumns, plainType } from "./part_column.ts";

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
  const columns = partColumns(table, landedColumns(table), rows);
  const declared = columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(", ");
  await connection.run(`create or replace table part (${declared})`);
  const appender = await connection.createAppender("part");
  for (let from = 0; from < rows.length; from += CHUNK)
    appender.appendDataChunk(chunkOf(columns, from));
  appender.closeSync();
  const written = columns.map(({ name, expression }) => `${expression} as ${quoteName(name)}`);
  await connection.run(
    `copy (select ${written.join(", ")} from part) to ${quoteText(path)} (format parquet, compression zstd)`,
  );
}

function chunkOf(columns: readonly PartColumn[], from: number): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(columns.map(({ type }) => type));
  chunk.setColumns(columns.map(({ values }) => values.slice(from, from + CHUNK)));
  return chunk;
}

async function readRows<Table extends LandedTable>(
  connection: DuckDBConnection,
  table: Table,
  glob: string,
  orderBy: readonly string[],
): Promise<LandedRow<Table>[]> {
  const columns = Object.entries(landedColumns(table)).map(([name, type]) => {
    const isText = ["DATE", "TIMESTAMP"].includes(plainType(type));
    const column = quoteName(name);
    return isText ? `cast(${column} as varchar) as ${column}` : column;
  });
  const order = orderBy.map((name) => `${quoteName(name)} nulls first`).join(", ");
  const reader = await connection.runAndReadAll(
    `select ${columns.join(", ")} from read_parquet(${quoteText(glob)}) order by ${order}`,
  );
  return reader.getRowObjects() as LandedRow<Table>[];
}
