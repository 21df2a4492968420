import { readFileSync } from "node:fs";
import Papa from "papaparse";
import {
  type ProgrammeRow,
  type ProgrammeValue,
  rowsOf,
} from "../../../ingest/programme/declaration.ts";
import { loadProgramme } from "../../../ingest/programme/programme.ts";
import { loadProgrammeFiles } from "../../../ingest/programme/programme_files.ts";

/** A row of a table of the programme, as texts. */
export type TextRow = Record<string, string>;

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
  | "corrections"
  | "lessons"
  | "forms"
  | "form_columns";

/** A table with the order of its columns, which an empty one has too. */
export interface TextTable {
  columns: string[];
  rows: TextRow[];
}

/** The whole programme, table by table. */
export type ProgrammeTextTables = Record<TableName, TextTable>;

/** The name of a table's file. */
export function fileOf(table: string): string {
  return `${table}.csv`;
}

/** Reads a programme that can be believed, every file that is declared, however it is written. */
export async function readProgrammeTables(folder?: string): Promise<ProgrammeTextTables> {
  const [files, { tables }] = [await loadProgrammeFiles(), await loadProgramme(folder)];
  const entries = files.map(({ id, columns }): [string, TextTable] => [
    id,
    { columns: Object.keys(columns), rows: rowsOf(tables, id).map(textRow) },
  ]);
  return Object.fromEntries(entries) as ProgrammeTextTables;
}

function textRow(row: ProgrammeRow): TextRow {
  const cells = Object.entries(row).map(([column, value]) => [column, cellText(value)]);
  return Object.fromEntries(cells) as TextRow;
}

/** Vietnamese Excel takes 0.5 for a text, and 1.500 for one thousand five hundred. */
function cellText(value: ProgrammeValue): string {
  return typeof value === "number" ? String(value).replace(".", ",") : String(value ?? "");
}

/** Reads a table with a header, whose names hold no delimiter. */
export function readCsvTable(path: string): TextTable {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const delimiter = /^.*/.exec(text)?.[0].includes(";") ? ";" : ",";
  const options = { header: true, skipEmptyLines: true, delimiter } as const;
  const { data, meta } = Papa.parse<TextRow>(text, options);
  return { columns: meta.fields ?? [], rows: data };
}

/** A table as the text of its file, which Vietnamese Excel opens right: a byte order mark, and semicolons. */
export function textOf({ columns, rows }: TextTable): string {
  const options = { delimiter: ";", newline: "\r\n" };
  return `\uFEFF${Papa.unparse({ fields: columns, data: rows }, options)}\r\n`;
}
