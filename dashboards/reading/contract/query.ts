import { openDatabase } from "../../../lib/store/database.ts";
import { quoteName, quoteText } from "../../../lib/store/sql.ts";
import type { ContractRow, Mart, MartColumnType, MartTable, MartValue } from "./mart.ts";

/** Values that rows must have in these columns. */
export type Where<M extends Mart> = Partial<ContractRow<M>>;

/** A warehouse opened for reading. Only editions read it; see `editions/edition.ts`. */
export interface Warehouse {
  /** A mart's rows, in the order of its contract. */
  read<M extends Mart>(mart: M, where?: Where<M>): Promise<ContractRow<M>[]>;
  /** The columns that the marts have here, by mart. */
  columns(): Promise<Map<string, string[]>>;
  /** Every mart, whole: what the catalogue hands on. */
  tables(): Promise<MartTable[]>;
  close(): void;
}

/** Opens a warehouse file read-only. Throws where the file is missing or another process writes it. */
export async function openWarehouse(path: string): Promise<Warehouse> {
  const { connection, close } = await openDatabase(path, { access_mode: "READ_ONLY" });
  await connection.run("set TimeZone = 'UTC'");
  const ask: Ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return {
    async read(mart, where) {
      return (await ask(await statement(mart, where ?? {}, ask))) as ContractRow<typeof mart>[];
    },
    async columns() {
      const tables = await describe(ask);
      return new Map(tables.map(({ name, columns }) => [name, columns.map((one) => one.name)]));
    },
    async tables() {
      const tables = await describe(ask);
      const values: MartTable["values"][] = [];
      for (const { name, columns } of tables) values.push(await valuesOf(name, columns, ask));
      return tables.map((table, index) => ({ ...table, values: values[index] ?? {} }));
    },
    close,
  };
}

const casts: Record<MartColumnType, (column: string) => string> = {
  text: (column) => `cast(${column} as varchar)`,
  integer: (column) => `cast(${column} as double)`,
  number: (column) => `cast(${column} as double)`,
  flag: (column) => `cast(${column} as boolean)`,
  date: (column) => `cast(cast(${column} as date) as varchar)`,
  instant: (column) => `strftime(cast(${column} as timestamp), '%Y-%m-%dT%H:%M:%SZ')`,
};

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

async function statement<M extends Mart>(mart: M, where: Where<M>, ask: Ask): Promise<string> {
  const columns = Object.entries(mart.columns).map(([name, { kind }]) => {
    return { name, column: `t."${name}"`, kind };
  });
  const conditions = Object.entries(where).map(
    ([name, value]) => `t."${name}" is not distinct from ${literal(value as MartValue)}`,
  );
  const from = `marts.${mart.name} as t where ${["true", ...conditions].join(" and ")}`;
  const order = mart.order.map((name) => `t."${name}" nulls first`).join(", ");
  return `select ${await selected(columns, from, ask)} from ${from} order by ${order}`;
}

interface Selected {
  name: string;
  column: string;
  kind: MartColumnType;
}

/** Texts that are fewer than this are numbered for the way from the database, where rows are more. */
const few = 1000;

/**
 * The columns of a select. Most texts of a large mart are the same few again and again: they travel as
 * numbers into a list of them, so that each is decoded once. Of a small one the list would cost more.
 */
async function selected(columns: Selected[], from: string, ask: Ask): Promise<string> {
  const plain = columns.map(({ name, column, kind }) => {
    return { name, sql: casts[kind](column), is_text: !plainTypes.has(kind) };
  });
  const [counted = {}] = await ask(`select count(*) as n from ${from}`);
  if (Number(counted["n"]) < few)
    return plain.map(({ name, sql }) => `${sql} as ${quoteName(name)}`).join(", ");
  const lists = plain.map(({ name, sql, is_text }) =>
    is_text
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

const plainTypes: ReadonlySet<MartColumnType> = new Set(["integer", "number", "flag"]);

function numbered(sql: string, texts: string[] | null): string {
  if (!texts || texts.some((text) => text.includes("\0"))) return sql;
  return `cast(${sql} as enum(${texts.map(quoteText).join(", ")}))`;
}

function literal(value: MartValue): string {
  return typeof value === "string" ? quoteText(value) : String(value);
}

/** The marts that are there, with their columns and the words about them. */
async function describe(ask: Ask): Promise<Omit<MartTable, "values">[]> {
  const tables = await ask(
    `select table_name as name, coalesce(comment, '') as description
     from duckdb_tables() where schema_name = 'marts' order by name`,
  );
  const columns = await ask(
    `select table_name, column_name as name, data_type, coalesce(comment, '') as description
     from duckdb_columns() where schema_name = 'marts' order by table_name, column_index`,
  );
  const byTable = Map.groupBy(columns, ({ table_name }) => table_name);
  return tables.map(({ name, description }) => ({
    name: String(name),
    description: String(description),
    columns: (byTable.get(name) ?? []).map((column) => ({
      name: String(column["name"]),
      type: typeOf(String(column["data_type"])),
      description: String(column["description"]),
    })),
  }));
}

async function valuesOf(name: string, columns: MartTable["columns"], ask: Ask) {
  const list = columns.map(({ name, type }) => {
    return { name, column: `t.${quoteName(name)}`, kind: type };
  });
  const from = `marts.${quoteName(name)} as t`;
  const order = list.map(({ kind, column }) => `${casts[kind](column)} nulls first`).join(", ");
  const rows = await ask(
    `select ${await selected(list, from, ask)} from ${from} order by ${order}`,
  );
  const entries = columns.map((column) => [column.name, rows.map((row) => row[column.name])]);
  return Object.fromEntries(entries) as MartTable["values"];
}

function typeOf(type: string): MartColumnType {
  if (/^(TINYINT|SMALLINT|INTEGER)$/.test(type)) return "integer";
  if (/^(BIGINT|HUGEINT|DOUBLE|FLOAT|DECIMAL)/.test(type)) return "number";
  if (type === "BOOLEAN") return "flag";
  if (type === "DATE") return "date";
  return type.startsWith("TIMESTAMP") ? "instant" : "text";
}
