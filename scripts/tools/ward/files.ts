import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { type ProgrammeRow, rowsOf } from "../../../ingest/programme/declaration.ts";
import { loadProgrammeFiles } from "../../../ingest/programme/files.ts";
import { loadProgramme } from "../../../ingest/programme/programme.ts";

/** A row of a table of the programme, as texts. */
export type Row = Record<string, string>;

/** The tables that start otherwise for another ward; those that are only declared go along as they are. */
export type TableName =
  | "programme"
  | "papers"
  | "areas"
  | "area_aliases"
  | "area_crosswalk"
  | "agencies"
  | "sections"
  | "indicators"
  | "denominator_lenses"
  | "targets"
  | "annotations"
  | "breaks"
  | "corrections";

/** A table with the order of its columns, which an empty one has too. */
export interface Table {
  columns: string[];
  rows: Row[];
}

/** The whole programme, table by table. */
export type Programme = Record<TableName, Table>;

/** The name of a table's file. */
export function fileOf(table: string): string {
  return `${table}.csv`;
}

/** Reads a programme that can be believed, every file that is declared, however it is written. */
export async function readProgramme(folder?: string): Promise<Programme> {
  const [files, { tables }] = [await loadProgrammeFiles(), await loadProgramme(folder)];
  const entries = files.map(({ id, columns }): [string, Table] => [
    id,
    { columns: Object.keys(columns), rows: rowsOf(tables, id).map(textRow) },
  ]);
  return Object.fromEntries(entries) as Programme;
}

function textRow(row: ProgrammeRow): Row {
  const cells = Object.entries(row).map(([column, value]) => [column, String(value ?? "")]);
  return Object.fromEntries(cells) as Row;
}

/** Reads a table with a header. */
export function readTable(path: string): Table {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  return { columns: meta.fields ?? [], rows: data };
}

/** A table as the text of its file. */
export function textOf({ columns, rows }: Table): string {
  return `${Papa.unparse({ fields: columns, data: rows }, { newline: "\n" })}\n`;
}
