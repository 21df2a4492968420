import { appendFileSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { landProgramme } from "../../../ingest/land/land_programme.ts";
import { type LandedTable, landedColumns, landedTables } from "../../../ingest/land/landed.ts";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { loadProgramme, programmeFolder } from "../../../ingest/programme/programme.ts";
import { withConnection } from "../../../lib/store/database.ts";
import { root } from "../../../lib/store/home.ts";
import { quoteText } from "../../../lib/store/sql.ts";

/** How much there is to build: every indicator of every area in every period is one observation. */
export interface Size {
  /** The ward with its neighbourhoods, or so many wards of the country. */
  areas: "ward" | number;
  indicators: number;
  months: number;
  /** As often as the registry says of each, in its mix for those past its end, or each in every month. */
  reported: "as_registered" | "monthly";
}

interface Indicator {
  indicator_id: string;
  frequency: string;
}

/** A dbt project with the areas and indicators of a size, and landed parts as the ingest would leave them. */
export interface Country {
  project: string;
  landed: string;
  observations: number;
}

/** Makes project and landed parts below a folder. The figures are made by hashing: the same on every run. */
export async function makeCountry(folder: string, size: Size): Promise<Country> {
  const project = copyModels(folder);
  const landed = join(folder, "landed");
  const areas = size.areas === "ward" ? wardAreas(project) : addWards(project, size.areas);
  const indicators = someIndicators(project, size);
  return {
    project,
    landed,
    observations: await land(landed, decisions(project), areas, indicators, size.months),
  };
}

/**
 * The ward with all that its landed parts already hold, and with so many indicators: those past the
 * registry's end have targets, and figures of the ward and each neighbourhood in every month.
 */
export async function widenWard(
  folder: string,
  landed: string,
  { indicators, months }: Pick<Size, "indicators" | "months">,
): Promise<Country> {
  const project = copyModels(folder);
  const areas = wardAreas(project);
  const added = addIndicators(project, indicators).map(monthly);
  addTargets(project, added);
  return {
    project,
    landed,
    observations: await land(landed, decisions(project), areas, added, months),
  };
}

function copyModels(folder: string): string {
  const project = join(folder, "models");
  const isMade = (path: string) => /[\\/](target|logs)$/.test(path);
  cpSync(join(root, "models"), project, { recursive: true, filter: (path) => !isMade(path) });
  cpSync(programmeFolder, decisions(project), { recursive: true });
  return project;
}

const decisions = (project: string) => join(dirname(project), "programme");

const decided = (project: string, name: string) => join(decisions(project), `${name}.csv`);

const firstColumn = (path: string) =>
  readFileSync(path, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(",")))
    .filter((id) => id !== "");

interface Area {
  area_id: string;
  level: string;
}

function areasOf(project: string, ...levels: string[]): string[] {
  const { data } = Papa.parse<Area>(readFileSync(decided(project, "areas"), "utf8"), {
    header: true,
  });
  return data.filter(({ level }) => levels.includes(level)).map(({ area_id }) => area_id);
}

const wardAreas = (project: string) => areasOf(project, "ward", "neighbourhood");

function addWards(project: string, count: number): string[] {
  const ids = Array.from({ length: count }, (_, n) => `ward_${String(n + 1).padStart(5, "0")}`);
  const [parent_area_id = ""] = areasOf(project, "city");
  append(project, "areas", ids, (id) => ({
    area_id: id,
    name: id,
    name_en: id,
    level: "ward",
    parent_area_id,
    sort_order: "999",
    valid_from: "2020-01-01",
  }));
  return ids;
}

/** So many indicators of the registry; past its end, further ones that the tracking form feeds. */
function someIndicators(project: string, { indicators, reported }: Size): Indicator[] {
  const known = registry(project);
  const all = [...known, ...addIndicators(project, indicators)].slice(0, indicators);
  return reported === "monthly" ? all.map(monthly) : all;
}

const monthly = ({ indicator_id }: Indicator): Indicator => ({ indicator_id, frequency: "month" });

const registry = (project: string): Indicator[] =>
  Papa.parse<Indicator>(readFileSync(decided(project, "indicators"), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** Adds indicators to the registry until it holds so many, as often reported as those it has. */
function addIndicators(project: string, count: number): Indicator[] {
  const known = registry(project);
  const missing = Math.max(0, count - known.length);
  const added = Array.from({ length: missing }, (_, n) => ({
    indicator_id: `EXTRA_${n + 1}`,
    frequency: known[n % known.length]?.frequency ?? "month",
  }));
  const sections = firstColumn(decided(project, "sections"));
  append(project, "indicators", added, ({ indicator_id: id, frequency }, n) => ({
    indicator_id: id,
    sort_order: "999",
    section_id: sections[n % sections.length] ?? "",
    title_vi: `Chỉ tiêu thêm ${id}`,
    title_en: `Further indicator ${id}`,
    unit: "people",
    unit_vi: "người",
    unit_en: "people",
    kind: "reported",
    direction: "up",
    lower_bound: "0",
    frequency,
    decimals: "0",
    visibility: "public",
    agency_id: "culture_society_division",
    disclosure: "general",
    scale: "1",
    temporal_aggregation: "last",
  }));
  return added;
}

function addTargets(project: string, indicators: Indicator[]): void {
  append(project, "targets", indicators, ({ indicator_id }) => ({
    indicator_id,
    due_date: "2030-12-31",
    cadence: "by_date",
    operator: "ge",
    target_value: "90",
    legal_basis: "Chương trình hành động",
    valid_from: "2026-01-01",
    target_type: "level_by_date",
  }));
}

function append<Row>(
  project: string,
  name: string,
  rows: readonly Row[],
  valuesOf: (row: Row, position: number) => Record<string, string>,
): void {
  const header = readFileSync(decided(project, name), "utf8").split("\n")[0] ?? "";
  const lineOf = (row: Row, position: number) => {
    const values = valuesOf(row, position);
    return `${header
      .split(",")
      .map((column) => values[column] ?? "")
      .join(",")}\n`;
  };
  appendFileSync(decided(project, name), rows.map(lineOf).join(""));
}

async function land(
  folder: string,
  programme: string,
  areas: string[],
  indicators: Indicator[],
  months: number,
): Promise<number> {
  const observations = await landTables(folder, areas, indicators, months);
  const decisions = await loadProgramme(programme);
  await withParquetStore((parquet) =>
    landProgramme(decisions, folder, parquet, new Date("2020-01-01")),
  );
  return observations;
}

/** A part of every landed table, empty but for files and observations, of which it returns the number. */
function landTables(
  folder: string,
  areas: string[],
  indicators: Indicator[],
  months: number,
): Promise<number> {
  return withConnection(":memory:", {}, async (connection) => {
    let observations = 0;
    for (const table of Object.keys(landedTables) as LandedTable[]) {
      mkdirSync(join(folder, table), { recursive: true });
      const columns = Object.entries(landedColumns(table)).map(
        ([name, type]) => `"${name}" ${type.replace("?", "")}`,
      );
      await connection.run(`create table ${table} (${columns.join(", ")})`);
      if (table === "files") await connection.run(filesOf(months));
      if (table === "observations")
        observations = (await connection.run(observationsOf(areas, indicators, months)))
          .rowsChanged;
      await connection.run(`copy ${table} to ${quoteText(join(folder, table, "part.parquet"))}`);
      await connection.run(`drop table ${table}`);
    }
    return observations;
  });
}

/** A file a month, received five days after its end; the last month is October 2026. */
const monthsOf = (count: number) => `(
  select
    'file_' || n as file_hash,
    cast(date '2026-10-01' - to_months(${count} - n) as date) as period_start,
    cast(date_trunc('month', period_start) + interval 1 month - interval 1 day as date) as period_end,
    n
  from range(1, ${count} + 1) as months (n)
)`;

const filesOf = (months: number) => `
  insert into files by name
  select file_hash as file_name, file_hash, 'programme_tracking' as form, 'landed' as status,
    cast(period_end + 5 as timestamp) as received_at, false as is_sample, 0 as rows_read,
    0 as rows_landed, 0 as rows_rejected, 0 as rows_ignored, 1 as sheet_count, 0 as warnings
  from ${monthsOf(months)}`;

/** A level of its own for each area, a slope, a yearly season and noise, between 5 and 95. */
const observationsOf = (areas: string[], indicators: Indicator[], months: number) => `
  insert into observations by name
  with areas as (select unnest(${list(areas)}) as area_id),
  indicators as (
    select
      unnest(${list(indicators.map(({ indicator_id }) => indicator_id))}) as category,
      unnest(${list(indicators.map(({ frequency }) => frequency))}) as frequency
  ),
  cells as (
    select *,
      hash(area_id, category) % 1000 / 1000.0 as level,
      hash(area_id, category, n) % 1000 / 1000.0 as noise,
      row_number() over (partition by n order by category, area_id) as position
    from ${monthsOf(months)} as months, areas, indicators
    where month(period_end) % case frequency when 'year' then 12 when 'quarter' then 3 else 1 end = 0
  )
  select 'programme_tracking' as form, 'value' as measure, category, area_id as area_text, area_id,
    frequency, cast(date_trunc(frequency, period_end) as date) as period_start, period_end,
    round(30 + 40 * level + 0.2 * level * n + 2 * sin(n * pi() / 6) + 4 * noise, 1) as value,
    'percent' as unit, 'ratio' as kind, false as is_approximate, false as is_total,
    false as is_subset, file_hash, 'Sheet1' as sheet, 'F' || (position + 8) as cell
  from cells
  order by n, position`;

const list = (values: string[]) => `[${values.map((value) => `'${value}'`).join(", ")}]`;
