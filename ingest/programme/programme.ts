import { createHash } from "node:crypto";
import { join } from "node:path";
import { root } from "../../lib/store/home.ts";
import { loadForms } from "../forms.ts";
import { type AreaReader, areaReader } from "../parse/area.ts";
import type { Area, AreaAlias, Areas } from "../parse/area_list.ts";
import type { KnownIndicator } from "../parse/indicator.ts";
import { withBrokenTexts } from "./broken_text.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "./declaration.ts";
import { type Finding, ofSeverity, ProgrammeError, sortedFindings } from "./finding.ts";
import { loadProgrammeFiles } from "./programme_files.ts";
import { type ProgrammeSource, readFolder } from "./programme_folder.ts";
import { brokenRules } from "./programme_rules.ts";
import { mergedTables, type ReadTable, readTable } from "./programme_table.ts";
import { wardForms } from "./ward_forms.ts";

/** Everything that a ward has decided. */
export interface Programme {
  /** Of what is said, not of how it is written: a CSV and a sheet that say the same have the same. */
  hash: string;
  tables: ProgrammeTables;
  areas: Areas;
}

/** The folder of the ward's decisions. */
export const programmeFolder = join(root, "data", "programme");

/**
 * Reads a programme with all that is wrong or odd in it. `added` are tables that are not in the folder yet:
 * they are held against all that is.
 */
export async function readProgramme(
  folder: string = programmeFolder,
  added: readonly ProgrammeSource[] = [],
): Promise<{ programme: Programme; findings: Finding[] }> {
  const files = await loadProgrammeFiles();
  const found = readFolder(folder, files);
  const sources = [...found.tables, ...added];
  const read = sources.map(({ file, name, grid }) => readTable(file, name, grid));
  const tables = mergedTables(read);
  const areas = areasOf(tables);
  const forms = [...(await loadForms()), ...wardForms(tables)].map(({ id }) => id);
  const findings = withBrokenTexts(sources, [
    ...found.findings,
    ...read.flatMap(ownFindings),
    ...brokenRules(read, areas, forms, found.lacking),
  ]);
  return { programme: { hash: hashOf(tables), tables, areas }, findings: sortedFindings(findings) };
}

/** Of a file that must have rows and has nothing at all, that alone is told. */
function ownFindings({ file, rows, findings }: ReadTable): Finding[] {
  const isBlank = rows.length === 0 && file.when_empty === "error";
  return isBlank ? findings.filter(({ row }) => row !== null) : findings;
}

/**
 * Reads a programme that can be believed.
 * @throws ProgrammeError with all that is wrong in it
 */
export async function loadProgramme(folder?: string): Promise<Programme> {
  const { programme, findings } = await readProgramme(folder);
  if (ofSeverity(findings, "error").length > 0) throw new ProgrammeError(findings);
  return programme;
}

/** The reader of areas of the programme in a folder. */
export async function loadAreas(folder?: string): Promise<AreaReader> {
  return areaReader((await loadProgramme(folder)).areas);
}

/** The indicators of a programme, as figures may name them. */
export function knownIndicators({ tables }: Pick<Programme, "tables">): KnownIndicator[] {
  return sorted(rowsOf(tables, "indicators")).map((row) => ({
    indicator_id: String(row["indicator_id"]),
    title_vi: textOf(row, "title_vi") ?? "",
    title_en: textOf(row, "title_en") ?? "",
    unit: textOf(row, "unit") ?? "",
    unit_vi: textOf(row, "unit_vi") ?? "",
  }));
}

/** A short hash of what decides how areas and indicators are recognised. */
export function namesVersion(programme: Programme): string {
  const names = JSON.stringify([programme.areas, knownIndicators(programme)]);
  return createHash("sha256").update(names).digest("hex").slice(0, 16);
}

function areasOf(tables: ProgrammeTables): Areas {
  const areas = sorted(rowsOf(tables, "areas").filter(isNamed)).map(areaOf);
  const aliases = sorted(rowsOf(tables, "area_aliases").filter(isNamed)).map(aliasOf);
  return { ward_id: wardOf(tables), areas, aliases };
}

function isNamed(row: ProgrammeRow): boolean {
  return row["area_id"] !== null;
}

/** The ward that the programme names; where it names none, which is an error, the first in force. */
function wardOf(tables: ProgrammeTables): string {
  const [programme] = rowsOf(tables, "programme");
  if (typeof programme?.["ward_id"] === "string") return programme["ward_id"];
  const wards = rowsOf(tables, "areas").filter(
    ({ level, valid_to }) => level === "ward" && valid_to === null,
  );
  const [first] = [...wards].sort((a, b) => Number(a["sort_order"]) - Number(b["sort_order"]));
  return String(first?.["area_id"] ?? "");
}

function areaOf(row: ProgrammeRow): Area {
  return {
    area_id: String(row["area_id"]),
    code: textOf(row, "code"),
    name: textOf(row, "name") ?? "",
    name_en: textOf(row, "name_en") ?? "",
    district: textOf(row, "district"),
    level: textOf(row, "level") ?? "",
    parent_area_id: textOf(row, "parent_area_id"),
    valid_from: textOf(row, "valid_from") ?? "",
    valid_to: textOf(row, "valid_to"),
  };
}

function aliasOf(row: ProgrammeRow): AreaAlias {
  return {
    alias: textOf(row, "alias") ?? "",
    area_id: String(row["area_id"]),
    valid_from: textOf(row, "valid_from"),
    valid_to: textOf(row, "valid_to"),
  };
}

function textOf(row: ProgrammeRow, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}

/** Over the rows in an order of their own; an empty cell and a column that is not there say the same. */
function hashOf(tables: ProgrammeTables): string {
  const said = [...tables]
    .filter(([, rows]) => rows.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, rows]) => [file, sorted(rows).map(filled)]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** Rows in the order of what they say. */
export function sorted(rows: readonly ProgrammeRow[]): ProgrammeRow[] {
  return [...rows].sort((a, b) => (JSON.stringify(filled(a)) < JSON.stringify(filled(b)) ? -1 : 1));
}

function filled(row: ProgrammeRow): [string, unknown][] {
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
