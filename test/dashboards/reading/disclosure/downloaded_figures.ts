import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read as readWorkbook, utils } from "@e965/xlsx";
import { tableFromIPC } from "apache-arrow";
import Papa from "papaparse";
import { readText } from "../../outputs.ts";
import type { Publication } from "./attacker.ts";

/** A figure of a share by area and period, as a file has it; null where it is marked as hidden. */
export type DownloadedFigures = Map<
  string,
  { percent: number; part: number; whole: number } | null
>;

type Row = Record<string, unknown>;

/** What each kind of file of a site has of an indicator. */
export function downloadedFigures(
  site: string,
  indicator: string,
): Record<string, DownloadedFigures> {
  const name = indicator.toLowerCase();
  const csv = Papa.parse<Row>(readText(site, `data/${name}.csv`).slice(1), { header: true });
  const book = readWorkbook(readFileSync(join(site, `data/${name}.xlsx`)), { cellDates: true });
  const sheet = utils.sheet_to_json<Row>(book.Sheets["Số liệu"] ?? {});
  return {
    csv: figuresOf(csv.data, indicator),
    excel: figuresOf(sheet, indicator),
    arrow: figuresOf(arrowRows(join(site, `data/${name}.arrow`)), indicator),
    mart: figuresOf(arrowRows(join(site, "data/marts/fct_observations.arrow")), indicator),
  };
}

/** Downloaded figures as the attacker takes them: counts, and percentages of those that are shown. */
export function publicationOfDownload(figures: DownloadedFigures): Publication {
  const places = [...figures].map(([name, figure]) => {
    const [area = "", period = ""] = name.split(" ");
    return { area, period, figure };
  });
  return {
    entries: places.flatMap(({ figure, ...place }) => [
      { ...place, measure: "part", value: figure?.part ?? null },
      { ...place, measure: "all", value: figure?.whole ?? null },
    ]),
    shares: places.flatMap(({ figure, ...place }) =>
      figure ? [{ ...place, part: "part", whole: "all", percent: +figure.percent.toFixed(2) }] : [],
    ),
  };
}

function figuresOf(rows: readonly Row[], indicator: string): DownloadedFigures {
  const own = rows.filter(
    (row) => row["indicator_id"] === indicator && (row["series"] ?? "observed") === "observed",
  );
  return new Map(
    own
      .map((row) => [`${row["area_id"]} ${monthOf(row["period_end"])}`, figureOf(row)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function figureOf(row: Row): { percent: number; part: number; whole: number } | null {
  const [percent, part, whole] = ["value", "numerator", "denominator"].map((name) => {
    const value = row[name];
    return value === null || value === undefined || value === "" ? null : Number(value);
  });
  if (percent == null && part == null && whole == null) return null;
  return { percent: percent ?? Number.NaN, part: part ?? Number.NaN, whole: whole ?? Number.NaN };
}

function monthOf(date: unknown): string {
  const text = typeof date === "string" ? date : new Date(date as number | Date).toISOString();
  return text.slice(5, 7);
}

function arrowRows(path: string): Row[] {
  return tableFromIPC(readFileSync(path))
    .toArray()
    .map((row) => row.toJSON());
}
