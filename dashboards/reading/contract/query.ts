import { openDatabase } from "../../../lib/store/database.ts";
import { quoteName, quoteText } from "../../../lib/store/sql.ts";

/** The kinds of column a page reads; a question mark means it may be null. Dates are yyyy-mm-dd. */
interface Kinds {
  text: string;
  number: number;
  flag: boolean;
  date: string;
  instant: string;
}

type Kind = keyof Kinds | `${keyof Kinds}?`;

type Value<K extends Kind> = K extends `${infer Known extends keyof Kinds}?`
  ? Kinds[Known] | null
  : K extends keyof Kinds
    ? Kinds[K]
    : never;

/** A mart as the pages read it: its name, its columns and the columns that fix the order of rows. */
export interface Mart {
  name: string;
  columns: Record<string, Kind>;
  order: readonly string[];
}

/** A row of a mart. */
export type Row<M extends Mart> = {
  [Name in keyof M["columns"]]: Value<M["columns"][Name]>;
};

/** The kinds of column that a whole table may have, as its Arrow file keeps them. */
export type ColumnType = "text" | "integer" | "number" | "flag" | "date" | "instant";

/** A table of the marts with its descriptions and all its rows, column by column. */
export interface Table {
  name: string;
  description: string;
  columns: { name: string; type: ColumnType; description: string }[];
  /** Dates are yyyy-mm-dd, instants ISO 8601 in UTC. */
  values: Record<string, (string | number | boolean | null)[]>;
}

/** A warehouse opened for reading: `read` returns a mart's rows, or those that hold `where` (SQL). */
export interface Warehouse {
  read<M extends Mart>(mart: M, where?: string): Promise<Row<M>[]>;
  /** Every table of the marts, whole: what the catalogue hands on. */
  tables(): Promise<Table[]>;
  close(): void;
}

/** Opens a warehouse file read-only. Throws where the file is missing or another process writes it. */
export async function openWarehouse(path: string): Promise<Warehouse> {
  const { connection, close } = await openDatabase(path, { access_mode: "READ_ONLY" });
  await connection.run("set TimeZone = 'UTC'");
  const ask: Ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return {
    async read(mart, where) {
      return (await ask(await statement(mart, where, ask))) as Row<typeof mart>[];
    },
    async tables() {
      return readTables(ask);
    },
    close,
  };
}

const casts: Record<keyof Kinds, (column: string) => string> = {
  text: (column) => `cast(${column} as varchar)`,
  number: (column) => `cast(${column} as double)`,
  flag: (column) => `cast(${column} as boolean)`,
  date: (column) => `cast(cast(${column} as date) as varchar)`,
  instant: (column) => `strftime(cast(${column} as timestamp), '%Y-%m-%dT%H:%M:%SZ')`,
};

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

async function statement(mart: Mart, where = "true", ask: Ask): Promise<string> {
  const columns = Object.entries(mart.columns).map(([name, kind]) => {
    return { name, column: `t.${name}`, kind: kind.replace("?", "") as keyof Kinds };
  });
  const from = `marts.${mart.name} as t where ${where}`;
  const order = mart.order.map((name) => `t.${name} nulls first`).join(", ");
  return `select ${await selected(columns, from, ask)} from ${from} order by ${order}`;
}

interface Selected {
  name: string;
  column: string;
  kind: keyof Kinds;
}

/** Texts that are fewer than this are numbered for the way from the database. */
const few = 1000;

/**
 * The columns of a select. Most texts of a mart are the same few again and again: they travel as
 * numbers into a list of them, so that each is decoded once.
 */
async function selected(columns: Selected[], from: string, ask: Ask): Promise<string> {
  const plain = columns.map(({ name, column, kind }) => {
    return { name, sql: casts[kind](column), isText: kind !== "number" && kind !== "flag" };
  });
  const lists = plain.map(({ name, sql, isText }) =>
    isText
      ? `case when approx_count_distinct(${sql}) < ${few} then list(distinct ${sql}) filter (${sql} is not null) end as ${quoteName(name)}`
      : `null as ${quoteName(name)}`,
  );
  const [found = {}] = await ask(`select ${lists.join(", ")} from ${from}`);
  return plain
    .map(
      ({ name, sql }) => `${numbered(sql, found[name] as string[] | null)} as ${quoteName(name)}`,
    )
    .join(", ");
}

function numbered(sql: string, texts: string[] | null): string {
  if (!texts || texts.some((text) => text.includes("\0"))) return sql;
  return `cast(${sql} as enum(${texts.map(quoteText).join(", ")}))`;
}

async function readTables(ask: Ask): Promise<Table[]> {
  const found = await ask(
    `select table_name as name, coalesce(comment, '') as description
     from duckdb_tables() where schema_name = 'marts' order by name`,
  );
  const columns = await ask(
    `select table_name, column_name as name, data_type, coalesce(comment, '') as description
     from duckdb_columns() where schema_name = 'marts' order by table_name, column_index`,
  );
  const tables: Table[] = [];
  for (const { name, description } of found as { name: string; description: string }[]) {
    const own = columns
      .filter(({ table_name }) => table_name === name)
      .map((column) => ({
        name: String(column["name"]),
        type: typeOf(String(column["data_type"])),
        description: String(column["description"]),
      }));
    tables.push({ name, description, columns: own, values: await valuesOf(name, own, ask) });
  }
  return tables;
}

async function valuesOf(name: string, columns: Table["columns"], ask: Ask) {
  const list = columns.map(({ name, type }) => {
    return {
      name,
      column: `t.${quoteName(name)}`,
      kind: type === "integer" ? "number" : type,
    } as const;
  });
  const from = `marts.${quoteName(name)} as t`;
  const order = list.map(({ kind, column }) => `${casts[kind](column)} nulls first`).join(", ");
  const rows = await ask(
    `select ${await selected(list, from, ask)} from ${from} order by ${order}`,
  );
  const entries = columns.map((column) => [column.name, rows.map((row) => row[column.name])]);
  return Object.fromEntries(entries) as Table["values"];
}

function typeOf(type: string): ColumnType {
  if (/^(TINYINT|SMALLINT|INTEGER)$/.test(type)) return "integer";
  if (/^(BIGINT|HUGEINT|DOUBLE|FLOAT|DECIMAL)/.test(type)) return "number";
  if (type === "BOOLEAN") return "flag";
  if (type === "DATE") return "date";
  return type.startsWith("TIMESTAMP") ? "instant" : "text";
}
