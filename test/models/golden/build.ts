import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { column, file, land, type Sheet } from "../land.ts";
import { copyOfProject, decisionsOf, rowOf } from "../project_copy.ts";
import { type Built, dbt, decisionsBeside, freshFolder, query } from "../warehouse.ts";
import type { Case } from "./case.ts";

/** A case under the code that it has in the warehouse, landed from one file or more. */
export interface Entry extends Omit<Case, "status" | "reason_code" | "why"> {
  indicator_id: string;
  files: string[];
}

const marts = [
  "fct_dated_targets",
  "fct_observations",
  "fct_pace",
  "fct_paths",
  "fct_progress",
  "fct_progress_published_methods",
  "fct_projections",
  "fct_quality",
  "fct_trends",
];
const dimensions = ["dim_indicators", "dim_areas", "dim_sections", "dim_agencies"];

/** Builds the marts of progress by dbt for real, each entry being an indicator of the ward. */
export async function buildGolden(entries: Entry[], as_of: string): Promise<Built> {
  const from = copyOfProject();
  appendFileSync(
    decisionsOf(from, "indicators"),
    entries.map((entry) => registryRow(from, entry)).join(""),
  );
  appendFileSync(
    decisionsOf(from, "targets"),
    entries.flatMap((entry) => targetRows(from, entry)).join(""),
  );
  appendFileSync(
    decisionsOf(from, "breaks"),
    entries.flatMap((entry) => breakRows(from, entry)).join(""),
  );
  const folder = freshFolder();
  const names = [...new Set(entries.flatMap(({ files }) => files))];
  await land(
    join(folder, "landed"),
    {
      files: names.map((name) => file(name, "programme_tracking", `${as_of} 00:00:00`)),
      observations: entries.flatMap(landedCells),
    },
    decisionsBeside(from),
  );
  mkdirSync(join(folder, "target"), { recursive: true });
  const select = [...marts, ...dimensions].map((name) => `+${name}`);
  const { code, output } = dbt(
    [
      "build",
      "--exclude-resource-type",
      "unit_test",
      "--indirect-selection",
      "cautious",
      "--select",
      ...select,
    ],
    { folder, from, as_of },
  );
  return { code, output, folder, query: (sql) => query(join(folder, "w.duckdb"), sql) };
}

function registryRow(copy: string, entry: Entry): string {
  const [lower_bound, upper_bound] = entry.bounds.split("..");
  const isRatio = entry.series.includes("/");
  return rowOf(copy, "indicators", {
    indicator_id: entry.indicator_id,
    sort_order: 1000,
    section_id: "2.1.6",
    title_vi: entry.case,
    title_en: entry.case,
    unit: isRatio ? "percent" : isCount(entry) ? "cases" : "points",
    unit_vi: "điểm",
    unit_en: "points",
    kind: isRatio ? "ratio" : entry.kind,
    direction: entry.direction,
    lower_bound,
    upper_bound,
    frequency: "year",
    decimals: entry.decimals,
    visibility: "public",
    agency_id: "ward_people_committee",
    scale: isRatio ? 100 : 1,
    counted_since: entry.kind === "cumulative_since" ? "2026-01-01" : "",
    temporal_aggregation: entry.annual,
  });
}

/** What is counted whole, also in thousandths. */
const isCount = ({ decimals }: Entry) => decimals === 0 || decimals === -3;

function targetRows(copy: string, entry: Entry): string[] {
  const texts = entry.targets.split(";").map((text) => text.trim());
  return texts.filter(Boolean).map((text) => {
    const [operator, value, due, valid_from = "2026-01-01", valid_to] = text.split(/\s+/);
    return rowOf(copy, "targets", {
      indicator_id: entry.indicator_id,
      due_date: due === "yearly" ? "2030-12-31" : due,
      cadence: due === "yearly" ? "yearly" : "by_date",
      operator,
      target_value: value === "-" ? "" : value,
      legal_basis: "golden",
      assigned_by: "ward_party_committee",
      valid_from,
      valid_to,
      target_type: entry.target_type,
    });
  });
}

function breakRows(copy: string, { indicator_id, breaks }: Entry): string[] {
  const why = { kind: "definition", reason_vi: "cách tính mới", reason_en: "new definition" };
  return breaks
    ? [rowOf(copy, "breaks", { indicator_id, area_id: "le_chan", break_date: breaks, ...why })]
    : [];
}

function landedCells(entry: Entry) {
  const points = entry.series.split(/\s+/).filter(Boolean);
  return entry.files.flatMap((file_hash) =>
    points.flatMap((point, position) => {
      const [period = "", text = ""] = point.split("=");
      const parts = text.split("/").map(Number);
      const measures = parts.length === 2 ? ["numerator", "denominator"] : ["value"];
      const sheet: Sheet = {
        form: "programme_tracking",
        file_hash,
        category: entry.indicator_id,
        ...periodOf(period),
      };
      return measures.flatMap((measure, index) =>
        column(sheet, measure, "F", [["le_chan", parts[index] ?? null]]).map((cell) => ({
          ...cell,
          sheet: entry.indicator_id,
          cell: `F${position + 9}`,
        })),
      );
    }),
  );
}

function periodOf(text: string): Pick<Sheet, "frequency" | "period_start" | "period_end"> {
  const [, year = "", quarter, month] = /^(\d{4})(?:Q(\d)|-(\d\d))?$/.exec(text) ?? [];
  const first = quarter ? 3 * +quarter - 2 : month ? +month : 1;
  const last = quarter ? 3 * +quarter : month ? +month : 12;
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return {
    frequency: quarter ? "quarter" : month ? "month" : "year",
    period_start: day(new Date(Date.UTC(+year, first - 1, 1))),
    period_end: day(new Date(Date.UTC(+year, last, 0))),
  };
}
