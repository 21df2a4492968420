import {
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  TIMESTAMP,
  VARCHAR,
} from "@duckdb/node-api";
import { quoteName, quoteText } from "../../lib/store/sql.ts";
import type { LandedType } from "../parse/landed_type.ts";

type PlainType = "VARCHAR" | "INTEGER" | "DOUBLE" | "BOOLEAN" | "DATE" | "TIMESTAMP";

/** A column of a part as it goes into DuckDB. */
export interface PartColumn {
  name: string;
  type: DuckDBType;
  values: (DuckDBValue | null)[];
  /** What of it is written. */
  expression: string;
}

/** The types of DuckDB by their names. */
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

/** The columns of rows of a landed table. Throws for a row that lacks a value that a column needs. */
export function partColumns(
  table: string,
  columns: Readonly<Record<string, LandedType>>,
  rows: readonly object[],
): PartColumn[] {
  return Object.entries(columns).map(([name, type]) => {
    const values = rows.map((row) => (row as Record<string, unknown>)[name] ?? null);
    if (!type.endsWith("?") && values.includes(null))
      throw new Error(`no value for a column that needs one: ${table}.${name}`);
    const coded = type.startsWith("VARCHAR") ? codedColumn(name, values as string[]) : null;
    return coded ?? plainColumn(name, plainType(type), values);
  });
}

/** The type without what it says of missing values. */
export function plainType(type: LandedType): PlainType {
  return type.replace("?", "") as PlainType;
}

function plainColumn(name: string, type: PlainType, values: readonly unknown[]): PartColumn {
  const convert = converters[type] ?? ((value) => value as DuckDBValue);
  const converted = values.map((value) => (value === null ? null : convert(value)));
  return { name, type: types[type], values: converted, expression: quoteName(name) };
}

/** Shorter parts are written as they are; columns of more texts than this too. */
const LEAST_ROWS = 2048;
const MOST_TEXTS = 1000;

/**
 * A column that repeats few texts, as numbers of them: each text costs a call into DuckDB, which is most of
 * what a long list costs to land. Null where the texts are many.
 */
function codedColumn(name: string, values: readonly (string | null)[]): PartColumn | null {
  if (values.length < LEAST_ROWS) return null;
  const codes = new Map<string | null, number | null>([[null, null]]);
  for (const value of values) {
    if (!codes.has(value)) codes.set(value, codes.size);
    if (codes.size > MOST_TEXTS) return null;
  }
  const texts = [...codes.keys()].flatMap((text) => (text === null ? [] : quoteText(text)));
  const expression = `(array[${texts.join(", ")}]::varchar[])[${quoteName(name)}]`;
  const numbers = values.map((value) => codes.get(value) ?? null);
  return { name, type: INTEGER, values: numbers, expression };
}
