import { isSmallCount, showsNeighbourhoods } from "./disclosure.ts";
import { type MartRow, marts } from "./marts.ts";
import type { Warehouse } from "./query.ts";

/** Statuses in the order of sections, rows and the status bar: gravest first, unknown last. */
export const statuses = ["off_track", "at_risk", "on_track", "achieved", "not_assessable"] as const;

export type Status = (typeof statuses)[number];

export type Observation = MartRow<"observations">;

/** A series of one area, oldest first. */
export interface AreaSeries {
  area: MartRow<"areas">;
  observations: Observation[];
}

/** Everything an indicator's page and its row on the overview are made from. */
export interface IndicatorView {
  indicator: MartRow<"indicators">;
  agency: MartRow<"agencies"> | null;
  status: Status;
  progress: MartRow<"progress"> | null;
  trend: MartRow<"trends"> | null;
  targets: MartRow<"targets">[];
  observations: Observation[];
  projections: MartRow<"projections">[];
  comparisons: AreaSeries[];
  neighbourhoods: AreaSeries[];
  withheldNeighbourhoods: number;
  lineage: MartRow<"lineage">[];
  revisions: MartRow<"revisions">[];
  quality: MartRow<"quality">[];
  frequency: string;
  isSample: boolean;
}

export interface SectionView {
  section: MartRow<"sections">;
  agency: MartRow<"agencies"> | null;
  status: Status;
  indicators: IndicatorView[];
}

/** The whole site's data, in the order in which the pages show it. */
export interface Site {
  refreshedAt: Date;
  ward: MartRow<"areas">;
  sections: SectionView[];
  indicators: IndicatorView[];
  dataTo: string | null;
  files: MartRow<"files">[];
  rejects: MartRow<"rejects">[];
  sources: MartRow<"sources">[];
  quality: MartRow<"quality">[];
  agencies: MartRow<"agencies">[];
}

/** Reads the marts once and arranges them by section and indicator. Throws without a ward. */
export async function loadSite(warehouse: Warehouse, refreshedAt: Date): Promise<Site> {
  const areas = await warehouse.read(marts.areas);
  const ward = areas.findLast(({ level, valid_to }) => level === "ward" && valid_to === null);
  if (!ward) throw new Error("no ward in marts.dim_areas");
  const ofWard = `t.area_id = '${ward.area_id.replaceAll("'", "''")}'`;
  const tables = {
    areas: new Map(areas.map((area) => [area.area_id, area])),
    agencies: byKey(await warehouse.read(marts.agencies), "agency_id"),
    targets: grouped(await warehouse.read(marts.targets, "t.valid_to is null")),
    observations: grouped(await warehouse.read(marts.observations)),
    trends: grouped(await warehouse.read(marts.trends, ofWard)),
    projections: grouped(await warehouse.read(marts.projections, ofWard)),
    progress: grouped(await warehouse.read(marts.progress, ofWard)),
    lineage: grouped(await warehouse.read(marts.lineage, ofWard)),
    revisions: grouped(await warehouse.read(marts.revisions, ofWard)),
    quality: await warehouse.read(marts.quality),
  };
  const indicators = (await warehouse.read(marts.indicators)).map((indicator) =>
    indicatorView(indicator, ward, tables),
  );
  const sections = (await warehouse.read(marts.sections)).map((section) =>
    sectionView(section, indicators, tables.agencies),
  );
  return {
    refreshedAt,
    ward,
    sections: sections.toSorted((a, b) => gravity(a.status) - gravity(b.status)),
    indicators,
    dataTo: dataTo(indicators),
    files: await warehouse.read(marts.files),
    rejects: await warehouse.read(marts.rejects),
    sources: await warehouse.read(marts.sources),
    quality: tables.quality,
    agencies: [...tables.agencies.values()],
  };
}

/** A status by its place in that order: 0 for off_track. Throws for a status this project does not know. */
export function gravity(status: string): number {
  const position = statuses.indexOf(status as Status);
  if (position < 0) throw new Error(`unknown status: ${status}`);
  return position;
}

/** The gravest of the indicators behind their path: by status, then chance, then share of the way. */
export function worst(indicators: readonly IndicatorView[], count: number): IndicatorView[] {
  return indicators
    .filter(({ status }) => status === "off_track" || status === "at_risk")
    .toSorted(
      (a, b) =>
        gravity(a.status) - gravity(b.status) ||
        chance(a) - chance(b) ||
        shareMissing(b) - shareMissing(a),
    )
    .slice(0, count);
}

/** The most recent observation of the ward, where there is one. */
export function latestObservation(view: IndicatorView): Observation | null {
  return view.observations.at(-1) ?? null;
}

interface Tables {
  areas: Map<string, MartRow<"areas">>;
  agencies: Map<string, MartRow<"agencies">>;
  targets: Map<string, MartRow<"targets">[]>;
  observations: Map<string, Observation[]>;
  trends: Map<string, MartRow<"trends">[]>;
  projections: Map<string, MartRow<"projections">[]>;
  progress: Map<string, MartRow<"progress">[]>;
  lineage: Map<string, MartRow<"lineage">[]>;
  revisions: Map<string, MartRow<"revisions">[]>;
  quality: MartRow<"quality">[];
}

function indicatorView(
  indicator: MartRow<"indicators">,
  ward: MartRow<"areas">,
  tables: Tables,
): IndicatorView {
  const id = indicator.indicator_id;
  if (!/^[A-Z][A-Z0-9_]*$/.test(id)) throw new Error(`indicator id cannot name a page: ${id}`);
  const progress = tables.progress.get(id)?.at(-1) ?? null;
  const status = (progress?.status ?? "not_assessable") as Status;
  gravity(status);
  const frequency = progress?.frequency ?? indicator.frequency;
  const series = bySeries(tables.observations.get(id) ?? [], tables.areas);
  const inStep = series.map((one) => ({
    ...one,
    observations: one.observations.filter((row) => row.frequency === frequency),
  }));
  const observations = inStep.find(({ area }) => area.area_id === ward.area_id)?.observations ?? [];
  const parts = showsNeighbourhoods(indicator)
    ? inStep.filter(({ area, observations }) => area.level === "neighbourhood" && observations[0])
    : [];
  const neighbourhoods = parts.filter(({ observations }) => observations.every(isShown));
  const comparisons = comparableUnits.has(indicator.unit)
    ? series.filter(({ area }) => comparisonLevels.has(area.level)).map(withoutSpans)
    : [];
  const shown = [observations, ...[...neighbourhoods, ...comparisons].map((s) => s.observations)];
  const lastPeriod = observations.at(-1)?.period_end;
  return {
    indicator,
    agency: tables.agencies.get(indicator.agency_id ?? "") ?? null,
    status,
    progress,
    trend: tables.trends.get(id)?.at(-1) ?? null,
    targets: tables.targets.get(id) ?? [],
    observations,
    projections: (tables.projections.get(id) ?? []).filter((row) => row.frequency === frequency),
    comparisons,
    neighbourhoods,
    withheldNeighbourhoods: parts.length - neighbourhoods.length,
    lineage: (tables.lineage.get(id) ?? []).filter(
      (row) => row.period_end === lastPeriod && row.frequency === frequency,
    ),
    revisions: tables.revisions.get(id) ?? [],
    quality: tables.quality.filter((row) => row.indicator_id === id),
    frequency,
    isSample: shown.some((rows) => rows.some(({ is_sample }) => is_sample)),
  };
}

function sectionView(
  section: MartRow<"sections">,
  indicators: IndicatorView[],
  agencies: Map<string, MartRow<"agencies">>,
): SectionView {
  const own = indicators.filter(({ indicator }) => indicator.section_id === section.section_id);
  const worstFirst = own.toSorted((a, b) => gravity(a.status) - gravity(b.status));
  return {
    section,
    agency: agencies.get(section.agency_id ?? "") ?? null,
    status: worstFirst[0]?.status ?? "not_assessable",
    indicators: worstFirst,
  };
}

// Ratios compare across areas of any size; counts of a country and a ward do not.
const comparableUnits: ReadonlySet<string> = new Set(["percent", "points", "days"]);
const comparisonLevels: ReadonlySet<string> = new Set(["city", "country"]);

function isShown({ numerator }: Observation): boolean {
  return !isSmallCount(numerator);
}

/** Leaves out figures for several years at once, and finer ones where a year is also published. */
function withoutSpans({ area, observations }: AreaSeries): AreaSeries {
  const single = observations.filter(({ period_start, period_end }) => {
    return Date.parse(period_end) - Date.parse(period_start) < 367 * 86_400_000;
  });
  const yearly = single.filter(({ frequency }) => frequency === "year");
  return { area, observations: yearly.length > 1 ? yearly : single };
}

function bySeries(rows: Observation[], areas: Map<string, MartRow<"areas">>): AreaSeries[] {
  return [...Map.groupBy(rows, ({ area_id }) => area_id)].flatMap(([areaId, observations]) => {
    const area = areas.get(areaId);
    return area ? [{ area, observations }] : [];
  });
}

/** A yearly duty that was missed cannot be met any more; an unknown chance counts as a good one. */
function chance({ progress }: IndicatorView): number {
  return progress?.reason_code === "not_held" ? 0 : (progress?.probability_met ?? 1);
}

function shareMissing({ progress }: IndicatorView): number {
  if (!progress?.gap) return 0;
  const whole = Math.max(
    Math.abs(progress.target_value ?? 0),
    Math.abs(progress.latest_value ?? 0),
  );
  return Math.abs(progress.gap) / whole;
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
