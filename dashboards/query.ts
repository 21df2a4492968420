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

/** A warehouse opened for reading: `read` returns a mart's rows, or those that hold `where` (SQL). */
export interface Warehouse {
  read<M extends Mart>(mart: M, where?: string): Promise<Row<M>[]>;
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
