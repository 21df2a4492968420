import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { landProgramme } from "../../ingest/land/land_programme.ts";
import {
  type LandedRow,
  type LandedTable,
  landedColumns,
  landedTables,
} from "../../ingest/land/landed.ts";
import { withParquetStore } from "../../ingest/land/parquet.ts";
import { areaReader } from "../../ingest/parse/area.ts";
import { ofSeverity, ProgrammeError } from "../../ingest/programme/finding.ts";
import { loadProgramme, programmeFolder, readProgramme } from "../../ingest/programme/programme.ts";

/** Rows to land by table; columns that are left out are null. */
export type Rows = { [Table in LandedTable]?: Partial<LandedRow<Table>>[] };

/**
 * Writes one Parquet part a table, an empty one where there are no rows, as the ingest would; and the
 * programme of a folder, null for none beside the rows.
 */
export async function land(
  folder: string,
  rows: Rows,
  decisions: string | null = programmeFolder,
): Promise<void> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const table of Object.keys(landedTables) as LandedTable[]) {
    mkdirSync(join(folder, table), { recursive: true });
    await connection.run(`create table ${table} (${columnsOf(table).join(", ")})`);
    for (const row of rows[table] ?? []) await connection.run(insertion(table, row));
    await connection.run(`copy ${table} to '${join(folder, table, "part.parquet")}'`);
  }
  connection.closeSync();
  instance.closeSync();
  if (decisions !== null) await landDecisions(folder, decisions);
}

/**
 * Lands the programme of a folder as one that was read long ago; another that came before stays beside it.
 * Decimals below 0 land too: pages can't write them, but a verdict must be the same in thousandths of a unit.
 */
export async function landDecisions(folder: string, decisions: string): Promise<void> {
  const { programme, findings } = await readProgramme(decisions);
  const isBelowUnit = (column: string | null, found = "") =>
    column === "decimals" && /^-[1-3]$/.test(found);
  const refused = ofSeverity(findings, "error").filter(
    ({ column, found }) => !isBelowUnit(column, found ?? ""),
  );
  if (refused.length > 0) throw new ProgrammeError(refused);
  await withParquetStore((desk) => landProgramme(programme, folder, desk, new Date("2020-01-01")));
}

function columnsOf(table: LandedTable): string[] {
  return Object.entries(landedColumns(table)).map(
    ([name, type]) => `"${name}" ${type.replace("?", "")}`,
  );
}

function insertion(table: LandedTable, row: object): string {
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `insert into ${table} (${names.join(", ")}) values (${Object.values(row).map(literal).join(", ")})`;
}

function literal(value: unknown): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A landed file named after its content, so that tests can speak of it. */
export function file(file_name: string, form: string, received_at: string, counts = [4, 4, 0]) {
  const [rows_landed = 0, rows_ignored = 0, rows_rejected = 0] = counts;
  const rows_read = rows_landed + rows_ignored + rows_rejected;
  const fate = { rows_read, rows_landed, rows_rejected, rows_ignored, sheet_count: 1, warnings: 0 };
  const status = "landed";
  return { file_name, file_hash: file_name, form, status, received_at, is_sample: false, ...fate };
}

/** What the cells of one sheet share. */
export interface Sheet {
  form: string;
  file_hash: string;
  frequency: string;
  period_start: string;
  period_end: string;
  kind?: string;
  category?: string;
}

/**
 * Observations of a column of a sheet, from row 9 down: areas and values side by side. A ward area is a
 * total where neighbourhoods stand beside it; an area in quotation marks is one that nobody knows.
 */
export function column(
  sheet: Sheet,
  measure: string,
  letter: string,
  cells: [area: string, value: number | null][],
) {
  return cells.flatMap(([area, value], index) =>
    value === null ? [] : [observation(sheet, measure, `${letter}${index + 9}`, area, value)],
  );
}

function observation(
  sheet: Sheet,
  measure: string,
  cell: string,
  area: string,
  value: number,
): Partial<LandedRow<"observations">> {
  const is_unknown = area.startsWith('"');
  return {
    ...sheet,
    kind: sheet.kind ?? "stock",
    measure,
    value,
    cell,
    sheet: "Sheet1",
    unit: "people",
    area_text: area,
    area_id: is_unknown ? null : area,
    is_total: area === "le_chan",
    is_approximate: false,
    is_subset: false,
  };
}

const { areas } = await loadProgramme();
const reader = areaReader(areas);

/** Cells with areas as texts, each placed in the area that it meant in its period, as the ingest does. */
export function placed(cells: ReturnType<typeof column>): ReturnType<typeof column> {
  return cells.map((cell) => {
    const days = { start: cell.period_start ?? "", end: cell.period_end ?? "" };
    return { ...cell, area_id: reader.read(cell.area_text ?? "", days) };
  });
}
