import { DuckDBInstance } from "@duckdb/node-api";

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
  const instance = await DuckDBInstance.create(path, {
    access_mode: "READ_ONLY",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return {
    async read(mart, where) {
      const reader = await connection.runAndReadAll(statement(mart, where));
      return reader.getRowObjectsJS() as Row<typeof mart>[];
    },
    async tables() {
      return readTables(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS());
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const casts: Record<keyof Kinds, (column: string) => string> = {
  text: (column) => `cast(${column} as varchar)`,
  number: (column) => `cast(${column} as double)`,
  flag: (column) => `cast(${column} as boolean)`,
  date: (column) => `cast(cast(${column} as date) as varchar)`,
  instant: (column) => `strftime(cast(${column} as timestamp), '%Y-%m-%dT%H:%M:%SZ')`,
};

function statement(mart: Mart, where = "true"): string {
  const columns = Object.entries(mart.columns).map(([name, kind]) => {
    return `${casts[kind.replace("?", "") as keyof Kinds](`t.${name}`)} as ${name}`;
  });
  const order = mart.order.map((name) => `t.${name} nulls first`).join(", ");
  return `select ${columns.join(", ")} from marts.${mart.name} as t where ${where} order by ${order}`;
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

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
  const list = columns.map((column) => {
    const quoted = `"${column.name}"`;
    const kind = column.type === "integer" ? "number" : column.type;
    return `${casts[kind](quoted)} as ${quoted}`;
  });
  const rows = await ask(`select ${list.join(", ")} from marts."${name}" order by all nulls first`);
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
