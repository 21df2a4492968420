import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/** A row of a table of the programme, as texts. */
export type Row = Record<string, string>;

/** The folder of what a ward decides, below the project's. */
export const programmeFolder = join("models", "seeds");

/** The tables of what a ward decides, and the file of each. */
export const programmeFiles = {
  programme: "programme.csv",
  papers: "papers.csv",
  areas: "areas.csv",
  area_aliases: "area_aliases.csv",
  area_crosswalk: "area_crosswalk.csv",
  agencies: "agencies.csv",
  sections: "programme_models.csv",
  indicators: "indicators.csv",
  denominator_lenses: "denominator_lenses.csv",
  targets: "targets.csv",
  breaks: "breaks.csv",
  corrections: "corrections.csv",
} as const;

export type TableName = keyof typeof programmeFiles;

/** A table with the order of its columns, which an empty one has too. */
export interface Table {
  columns: string[];
  rows: Row[];
}

/** The whole programme, table by table. */
export type Programme = Record<TableName, Table>;

/** Reads the programme of a project. */
export function readProgramme(root: string): Programme {
  const tables = Object.entries(programmeFiles).map(([name, file]) => [
    name,
    readTable(join(root, programmeFolder, file)),
  ]);
  return Object.fromEntries(tables) as Programme;
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
