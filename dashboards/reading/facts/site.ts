import { type MartRow, marts } from "../contract/marts.ts";
import { showsNeighbourhoods } from "../disclosure/neighbourhoods.ts";
import type { Edition, EditionName } from "../editions/edition.ts";
import type { RunSummary } from "./runs.ts";
import { gravity } from "./status.ts";
import { type IndicatorView, indicatorView, type SectionView, sectionView } from "./view.ts";

/** The whole site's data, in the order in which the pages show it. */
export interface Site {
  edition: EditionName;
  /** How many figures this edition shows and hides. */
  shownFigures: number;
  hiddenFigures: number;
  refreshedAt: Date;
  ward: MartRow<"areas">;
  programme: MartRow<"programme">;
  /** Words that only this ward's papers have; none in the public edition. */
  papers: MartRow<"papers">[];
  sections: SectionView[];
  indicators: IndicatorView[];
  dataTo: string | null;
  files: MartRow<"files">[];
  rejects: MartRow<"rejects">[];
  sources: MartRow<"sources">[];
  quality: MartRow<"quality">[];
  /** By which numbers the people of lists were known. */
  linkage: MartRow<"linkage">[];
  agencies: MartRow<"agencies">[];
  /** Every cell range behind every figure of the ward. */
  lineage: MartRow<"lineage">[];
  /** The neighbourhoods' ids, whose figures are small. */
  smallAreas: ReadonlySet<string>;
  /** What the caller knows of past runs, newest first. */
  runs: RunSummary[];
}

/** Reads the marts once and arranges them by section and indicator. Throws without a ward. */
export async function loadSite(
  { name, warehouse, hidden }: Edition,
  refreshedAt: Date,
  runs: RunSummary[] = [],
): Promise<Site> {
  const areas = await warehouse.read(marts.areas);
  const [programme] = await warehouse.read(marts.programme);
  const ward = areas.findLast(({ area_id }) => area_id === programme?.ward_id);
  if (!programme || !ward) throw new Error("no ward in marts.dim_programme and marts.dim_areas");
  const ofWard = `t.area_id = '${ward.area_id.replaceAll("'", "''")}'`;
  const registry = await warehouse.read(marts.indicators);
  const tables = {
    areas: new Map(areas.map((area) => [area.area_id, area])),
    agencies: byKey(await warehouse.read(marts.agencies), "agency_id"),
    targets: grouped(await warehouse.read(marts.targets, "t.valid_to is null")),
    observations: grouped(await warehouse.read(marts.observations)),
    hidden: grouped(hidden),
    trends: grouped(await warehouse.read(marts.trends, ofWard)),
    periodValues: grouped(await warehouse.read(marts.periodValues, ofWard)),
    projections: grouped(await warehouse.read(marts.projections, ofWard)),
    progress: grouped(await warehouse.read(marts.progress, ofWard)),
    changes: grouped(await warehouse.read(marts.changes, ofWard)),
    paths: grouped(await warehouse.read(marts.paths, ofWard)),
    paces: grouped(await warehouse.read(marts.paces, ofWard)),
    breaks: grouped(await warehouse.read(marts.breaks, ofWard)),
    signals: grouped(await warehouse.read(marts.signals, ofWard)),
    lenses: grouped(await warehouse.read(marts.lenses, ofWard)),
    backtests: grouped(await warehouse.read(marts.backtests, ofWard)),
    publishedMethods: grouped(await warehouse.read(marts.publishedMethods, ofWard)),
    lineage: grouped(await warehouse.read(marts.lineage, ofWard)),
    revisions: grouped(await warehouse.read(marts.revisions, ofWard)),
    explanations: grouped(await warehouse.read(marts.explanations)),
    quality: withoutHiddenAreas(await warehouse.read(marts.quality), areas, registry),
  };
  const indicators = registry.map((indicator) => indicatorView(indicator, programme, tables));
  const sections = (await warehouse.read(marts.sections)).map((section) =>
    sectionView(section, indicators, tables.agencies),
  );
  return {
    edition: name,
    shownFigures: [...tables.observations.values()].flat().length,
    hiddenFigures: hidden.length,
    refreshedAt,
    ward,
    programme,
    papers: await warehouse.read(marts.papers),
    sections: sections.toSorted((a, b) => gravity(a.status) - gravity(b.status)),
    indicators,
    dataTo: dataTo(indicators),
    files: await warehouse.read(marts.files),
    rejects: await warehouse.read(marts.rejects),
    sources: await warehouse.read(marts.sources),
    quality: tables.quality,
    linkage: await warehouse.read(marts.linkage),
    agencies: [...tables.agencies.values()],
    lineage: [...tables.lineage.values()].flat(),
    smallAreas: new Set(
      areas.filter(({ level }) => level === "neighbourhood").map(({ area_id }) => area_id),
    ),
    runs,
  };
}

/** Leaves out warnings whose words would give a police figure of a neighbourhood away. */
function withoutHiddenAreas(
  quality: MartRow<"quality">[],
  areas: MartRow<"areas">[],
  registry: MartRow<"indicators">[],
): MartRow<"quality">[] {
  const isSmall = new Set(
    areas.filter(({ level }) => level === "neighbourhood").map(({ area_id }) => area_id),
  );
  const isHidden = new Set(
    registry.filter((row) => !showsNeighbourhoods(row)).map(({ indicator_id }) => indicator_id),
  );
  return quality.filter(
    ({ indicator_id, area_id }) =>
      !(isHidden.has(indicator_id ?? "") && isSmall.has(area_id ?? "")),
  );
}

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

function byKey<K extends string, T extends Record<K, string>>(rows: T[], key: K): Map<string, T> {
  return new Map(rows.map((row) => [row[key], row]));
}
