/** A DuckDB type; a question mark says that a value may be missing. */
export type LandedType =
  | "VARCHAR"
  | "VARCHAR?"
  | "INTEGER"
  | "INTEGER?"
  | "DOUBLE"
  | "DOUBLE?"
  | "BOOLEAN"
  | "BOOLEAN?"
  | "DATE"
  | "DATE?"
  | "TIMESTAMP";
