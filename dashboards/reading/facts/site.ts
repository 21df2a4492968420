import type { MartRow } from "../contract/marts.ts";
import { gravity } from "../contract/statuses.ts";
import type { Edition, EditionName } from "../editions/edition.ts";
import type { RunSummary } from "./run_summary.ts";
import {
  type IndicatorRows,
  type IndicatorView,
  indicatorView,
  ofAllAreas,
  ofWard,
  type SectionView,
  sectionView,
} from "./view.ts";

/** The whole site's data, in the order in which the pages show it. */
export interface Site {
  edition: EditionName;
  /** How many figures this edition shows and hides. */
  shownFigures: number;
  hiddenFigures: number;
  refreshedAt: Date;
  ward: MartRow<"areas">;
  programme: MartRow<"programme">;
  /** Words that only this ward's documents have; none in the public edition. */
  papers: MartRow<"papers">[];
  sections: SectionView[];
  indicators: IndicatorView[];
  dataTo: string | null;
  files: MartRow<"files">[];
  rejects: MartRow<"rejects">[];
  /** What only a person can decide about files. */
  questions: MartRow<"questions">[];
  sources: MartRow<"sourceStatus">[];
  quality: MartRow<"quality">[];
  /** By which numbers the people of lists were known. */
  linkage: MartRow<"linkage">[];
  agencies: MartRow<"agencies">[];
  /** Every cell range behind every figure of the ward. */
  lineage: MartRow<"lineage">[];
  /** What the caller knows of past runs, newest first. */
  runs: RunSummary[];
}

/** Reads the marts once and arranges them by section and indicator. */
export async function loadSite(
  edition: Edition,
  refreshedAt: Date,
  runs: RunSummary[] = [],
): Promise<Site> {
  const { ward, programme, hidden, neighbourhoods } = edition;
  const areas = await edition.read("areas");
  const agencies = await edition.read("agencies");
  const rows = await readRows(edition);
  const byAgency = new Map(agencies.map((agency) => [agency.agency_id, agency]));
  const sources = {
    programme,
    neighbourhoods,
    hidden: grouped(hidden),
    areas: new Map(areas.map((area) => [area.area_id, area])),
    agencies: byAgency,
    rowsOf: rowsByIndicator(rows),
  };
  const registry = await edition.read("indicators");
  const indicators = registry.map((indicator) => indicatorView(indicator, sources));
  const sections = (await edition.read("sections")).map((section) =>
    sectionView(section, indicators, byAgency),
  );
  return {
    edition: edition.name,
    shownFigures: rows.observations.length,
    hiddenFigures: hidden.length,
    refreshedAt,
    ward,
    programme,
    papers: await edition.read("papers"),
    sections: sections.toSorted((a, b) => gravity(a.status) - gravity(b.status)),
    indicators,
    dataTo: dataTo(indicators),
    files: await edition.read("files"),
    rejects: await edition.read("rejects"),
    questions: await edition.read("questions"),
    sources: await edition.read("sourceStatus"),
    quality: rows.quality,
    linkage: await edition.read("linkage"),
    agencies,
    lineage: rows.lineage.filter(({ area_id }) => area_id === ward.area_id),
    runs,
  };
}

/** All rows of indicators that views are made from. */
async function readRows(edition: Edition): Promise<IndicatorRows> {
  const rows: Partial<Record<keyof IndicatorRows, unknown[]>> = {};
  for (const name of ofWard)
    rows[name] = await edition.read(name, { area_id: edition.ward.area_id });
  for (const name of ofAllAreas) rows[name] = await edition.read(name);
  return rows as IndicatorRows;
}

/** Gives an indicator's own rows of each mart. */
function rowsByIndicator(rows: IndicatorRows): (indicator_id: string) => IndicatorRows {
  const byMart = Object.entries(rows).map(([name, all]) => {
    return [name, Map.groupBy(all as IndicatorRow[], ({ indicator_id }) => indicator_id)] as const;
  });
  return (id) =>
    Object.fromEntries(byMart.map(([name, own]) => [name, own.get(id) ?? []])) as IndicatorRows;
}

type IndicatorRow = { indicator_id: string | null };

/** The last period that had ended when progress was judged: a year that still runs is not data. */
function dataTo(indicators: IndicatorView[]): string | null {
  const ends = indicators.flatMap((view) => {
    const asOf = view.progress?.as_of ?? "9999-12-31";
    return view.observations.findLast(({ period_end }) => period_end <= asOf)?.period_end ?? [];
  });
  return ends.toSorted().at(-1) ?? null;
}

function grouped<T extends { indicator_id: string }>(rows: T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ indicator_id }) => indicator_id);
}
