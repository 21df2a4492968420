import type { MartColumnType } from "../../reading/contract/mart.ts";
import type { MartRow } from "../../reading/contract/marts.ts";
import type { HiddenCell } from "../../reading/editions/hidden_cell.ts";
import type { Observation } from "../../reading/facts/area_series.ts";
import { figureKey } from "../../reading/facts/figure_files.ts";
import type { Site } from "../../reading/facts/site.ts";
import { plannedAt } from "../../reading/facts/target_path.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { yearBeforeOf } from "../../reading/facts/year_before.ts";
import { yearSoFarAt } from "../../reading/facts/year_so_far.ts";
import { arrowFile } from "./arrow_file.ts";

/** A row of a download: an observation or a projection, with its unit, source and date beside it. */
export interface DownloadRow {
  indicator_id: string;
  title_vi: string;
  title_en: string;
  unit: string;
  area_id: string;
  area_name: string;
  series: "observed" | "projected";
  frequency: string;
  period_start: string | null;
  period_end: string;
  /** Null where this edition hides it. */
  value: number | null;
  is_hidden: boolean;
  /** Of a duty that is judged by its year so far, that at the end of the period. */
  year_so_far: number | null;
  /** Of the ward, the same period a year before; the percent of what is no share. */
  previous_year_value: number | null;
  change_from_previous_year: number | null;
  change_percent: number | null;
  planned_value: number | null;
  numerator: number | null;
  denominator: number | null;
  lower_80: number | null;
  upper_80: number | null;
  lower_95: number | null;
  upper_95: number | null;
  is_estimated: boolean;
  is_sample: boolean;
  source: string;
  refreshed_at: string;
}

/** The rows behind an indicator's charts: the ward, comparison lines, neighbourhoods, projection. */
export function downloadRows(view: IndicatorView, site: Site): DownloadRow[] {
  const { indicator } = view;
  const shared = {
    indicator_id: indicator.indicator_id,
    title_vi: indicator.title_vi,
    title_en: indicator.title_en,
    unit: indicator.unit,
    refreshed_at: site.refreshedAt.toISOString(),
  };
  const ward = { area: site.ward, observations: view.observations, hidden: view.hidden };
  const neighbourhoods = [...view.neighbourhoods, ...view.hiddenNeighbourhoods];
  const observed = [ward, ...view.comparisons, ...neighbourhoods].flatMap(
    ({ area, observations, hidden }) =>
      [...observations.map(observedPart), ...hidden.map(hiddenPart)]
        .toSorted(byPeriod)
        .map((row) => ({
          ...shared,
          ...row,
          area_id: area.area_id,
          area_name: area.name,
          ...(area === site.ward ? besideWard(view, row.period_end) : besideOthers),
          source: sourceOf(view, area, row),
        })),
  );
  const projected = view.projections.map((row) => ({
    ...shared,
    area_id: site.ward.area_id,
    area_name: site.ward.name,
    series: "projected" as const,
    frequency: row.frequency,
    period_start: null,
    period_end: row.period_end,
    value: row.value,
    is_hidden: false,
    ...besideOthers,
    planned_value: plannedAt(view, row.period_end),
    numerator: null,
    denominator: null,
    lower_80: row.lower_80,
    upper_80: row.upper_80,
    lower_95: row.lower_95,
    upper_95: row.upper_95,
    is_estimated: true,
    is_sample: view.is_sample,
    source: `dự báo: ${row.method_vi}`,
  }));
  return [...observed, ...projected];
}

/** The rows as CSV for Excel: UTF-8 with BOM, CRLF, dot decimals, text that cannot be a formula. */
export function toCsv(rows: readonly DownloadRow[]): string {
  const lines = rows.map((row) => columnNames.map((name) => csvCell(row[name])).join(","));
  return `\uFEFF${[columnNames.join(","), ...lines].join("\r\n")}\r\n`;
}

/** The rows as an Arrow IPC file, typed, with title, source and date in the schema's metadata. */
export function toArrow(
  rows: readonly DownloadRow[],
  metadata: Record<string, string>,
): Uint8Array {
  const named = columnNames.map((name) => {
    return { name, type: columns[name], values: rows.map((row) => row[name]) };
  });
  return arrowFile(named, metadata);
}

const columns: Record<keyof DownloadRow, MartColumnType> = {
  indicator_id: "text",
  title_vi: "text",
  title_en: "text",
  unit: "text",
  area_id: "text",
  area_name: "text",
  series: "text",
  frequency: "text",
  period_start: "date",
  period_end: "date",
  value: "number",
  is_hidden: "flag",
  year_so_far: "number",
  previous_year_value: "number",
  change_from_previous_year: "number",
  change_percent: "number",
  planned_value: "number",
  numerator: "number",
  denominator: "number",
  lower_80: "number",
  upper_80: "number",
  lower_95: "number",
  upper_95: "number",
  is_estimated: "flag",
  is_sample: "flag",
  source: "text",
  refreshed_at: "text",
};

/** The names of the columns, in the order of every download. */
export const columnNames = Object.keys(columns) as (keyof DownloadRow)[];

function observedPart(row: Observation) {
  return {
    series: "observed" as const,
    frequency: row.frequency,
    period_start: row.period_start,
    period_end: row.period_end,
    value: row.value,
    is_hidden: false,
    numerator: row.numerator,
    denominator: row.denominator,
    lower_80: null,
    upper_80: null,
    lower_95: null,
    upper_95: null,
    is_estimated: row.is_estimated,
    is_sample: row.is_sample,
  };
}

/** A hidden period's place without its number. */
function hiddenPart(row: HiddenCell) {
  const numbers = { value: null, numerator: null, denominator: null };
  const bands = { lower_80: null, upper_80: null, lower_95: null, upper_95: null };
  const { frequency, period_start, period_end, is_sample } = row;
  return {
    series: "observed" as const,
    frequency,
    period_start,
    period_end,
    ...numbers,
    ...bands,
    is_hidden: true,
    is_estimated: false,
    is_sample,
  };
}

function byPeriod(a: { period_end: string }, b: { period_end: string }): number {
  return a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : 0;
}

/** What stands beside a figure of the ward. */
function besideWard(view: IndicatorView, period_end: string) {
  const compared = yearBeforeOf(view, period_end);
  return {
    year_so_far: yearSoFarAt(view, period_end),
    previous_year_value: compared?.before ?? null,
    change_from_previous_year: compared?.change ?? null,
    change_percent: compared?.percent ?? null,
    planned_value: plannedAt(view, period_end),
  };
}

const besideOthers = {
  year_so_far: null,
  previous_year_value: null,
  change_from_previous_year: null,
  change_percent: null,
  planned_value: null,
};

/**
 * The files behind that very figure. Where a reader does not get them, the office that answers for
 * it; a published figure of a larger area has none.
 */
function sourceOf(
  { files, agency }: IndicatorView,
  area: MartRow<"areas">,
  { frequency, period_end }: { frequency: string; period_end: string },
): string {
  const own = files.get(figureKey({ area_id: area.area_id, frequency, period_end }));
  if (own) return own.join("; ");
  const isPublished = area.level === "country" || area.level === "city";
  return isPublished ? area.name : (agency?.name_vi ?? "");
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
