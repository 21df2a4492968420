import type { MartRow } from "../contract/marts.ts";
import { isSmallCount, showsNeighbourhoods } from "../disclosure/neighbourhoods.ts";
import type { HiddenCell } from "../editions/edition.ts";
import { type Explanation, explanationsOf } from "./explanations.ts";
import { gravity, type Status } from "./status.ts";

export type Observation = MartRow<"observations">;

/** A series of one area, oldest first. */
export interface AreaSeries {
  area: MartRow<"areas">;
  observations: Observation[];
  /** Periods whose figures this edition hides. */
  hidden: HiddenCell[];
}

/** Everything an indicator's page and its row on the overview are made from. */
export interface IndicatorView {
  /** The ward and the years in which it is followed. */
  programme: MartRow<"programme">;
  indicator: MartRow<"indicators">;
  agency: MartRow<"agencies"> | null;
  status: Status;
  progress: MartRow<"progress"> | null;
  /** What changed since the last report. */
  change: MartRow<"changes"> | null;
  trend: MartRow<"trends"> | null;
  targets: MartRow<"targets">[];
  observations: Observation[];
  /** The ward's periods whose figures this edition hides. */
  hidden: HiddenCell[];
  /** The ward's values of whole quarters, halves and years, oldest first. */
  periodValues: MartRow<"periodValues">[];
  projections: MartRow<"projections">[];
  comparisons: AreaSeries[];
  neighbourhoods: AreaSeries[];
  withheldNeighbourhoods: number;
  /** Neighbourhoods whose latest figure this edition hides. */
  hiddenNeighbourhoods: AreaSeries[];
  /** True where there are figures by neighbourhood that no page may show. */
  hidesNeighbourhoods: boolean;
  /** Corners of the promised path, by date. */
  path: MartRow<"paths">[];
  /** What each pace from now on leads to, from standing still; empty where none is asked. */
  paces: MartRow<"paces">[];
  /** What pace is needed when it starts now, or at each coming new year. */
  needed: MartRow<"paces">[];
  breaks: MartRow<"breaks">[];
  signals: MartRow<"signals">[];
  /** The latest share by every population it can be measured by. */
  lenses: MartRow<"lenses">[];
  backtests: MartRow<"backtests">[];
  publishedMethods: MartRow<"publishedMethods">[];
  lineage: MartRow<"lineage">[];
  revisions: MartRow<"revisions">[];
  /** What the lead unit was asked and says, newest period first. */
  explanations: Explanation[];
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

/** The marts as `loadSite` has grouped them. */
export interface Tables {
  areas: Map<string, MartRow<"areas">>;
  agencies: Map<string, MartRow<"agencies">>;
  targets: Map<string, MartRow<"targets">[]>;
  observations: Map<string, Observation[]>;
  hidden: Map<string, HiddenCell[]>;
  trends: Map<string, MartRow<"trends">[]>;
  periodValues: Map<string, MartRow<"periodValues">[]>;
  projections: Map<string, MartRow<"projections">[]>;
  progress: Map<string, MartRow<"progress">[]>;
  changes: Map<string, MartRow<"changes">[]>;
  paths: Map<string, MartRow<"paths">[]>;
  paces: Map<string, MartRow<"paces">[]>;
  breaks: Map<string, MartRow<"breaks">[]>;
  signals: Map<string, MartRow<"signals">[]>;
  lenses: Map<string, MartRow<"lenses">[]>;
  backtests: Map<string, MartRow<"backtests">[]>;
  publishedMethods: Map<string, MartRow<"publishedMethods">[]>;
  lineage: Map<string, MartRow<"lineage">[]>;
  revisions: Map<string, MartRow<"revisions">[]>;
  explanations: Map<string, MartRow<"explanations">[]>;
  quality: MartRow<"quality">[];
}

/** Gathers an indicator's rows. Throws for an id that cannot name a page and an unknown status. */
export function indicatorView(
  indicator: MartRow<"indicators">,
  programme: MartRow<"programme">,
  tables: Tables,
): IndicatorView {
  const id = indicator.indicator_id;
  if (!/^[A-Z][A-Z0-9_]*$/.test(id)) throw new Error(`indicator id cannot name a page: ${id}`);
  const progress = tables.progress.get(id)?.at(-1) ?? null;
  const status = (progress?.status ?? "not_assessable") as Status;
  gravity(status);
  const frequency = progress?.frequency ?? indicator.frequency;
  const hidden = tables.hidden.get(id) ?? [];
  const series = bySeries(tables.observations.get(id) ?? [], hidden, tables.areas);
  const inStep = series.map((one) => ({
    area: one.area,
    observations: one.observations.filter((row) => row.frequency === frequency),
    hidden: one.hidden.filter((row) => row.frequency === frequency),
  }));
  const own = inStep.find(({ area }) => area.area_id === programme.ward_id);
  const observations = own?.observations ?? [];
  const byNeighbourhood = inStep.filter(
    ({ area, observations, hidden }) =>
      area.level === "neighbourhood" && (observations[0] ?? hidden[0]),
  );
  const parts = showsNeighbourhoods(indicator) ? byNeighbourhood : [];
  const [hiddenNow, shownNow] = [parts.filter(hidesLatest), parts.filter((s) => !hidesLatest(s))];
  const neighbourhoods = shownNow.filter(({ observations }) =>
    observations.every((row) => !isSmallCount(countOf(row, indicator))),
  );
  const comparisons = comparableUnits.has(indicator.unit)
    ? series.filter(({ area }) => comparisonLevels.has(area.level)).map(withoutSpans)
    : [];
  const shown = [observations, ...[...neighbourhoods, ...comparisons].map((s) => s.observations)];
  const hiddenRows = [...(own?.hidden ?? []), ...parts.flatMap((s) => s.hidden)];
  const lastPeriod = observations.at(-1)?.period_end;
  const paces = tables.paces.get(id) ?? [];
  const explanations = explanationsOf(tables.explanations.get(id) ?? [], indicator, tables.areas);
  return {
    indicator,
    programme,
    agency: tables.agencies.get(indicator.agency_id ?? "") ?? null,
    status,
    progress,
    change: tables.changes.get(id)?.at(-1) ?? null,
    trend: tables.trends.get(id)?.at(-1) ?? null,
    targets: tables.targets.get(id) ?? [],
    observations,
    hidden: own?.hidden ?? [],
    periodValues: tables.periodValues.get(id) ?? [],
    projections: (tables.projections.get(id) ?? []).filter((row) => row.frequency === frequency),
    comparisons,
    neighbourhoods,
    hidesNeighbourhoods: parts.length < byNeighbourhood.length,
    withheldNeighbourhoods: shownNow.length - neighbourhoods.length,
    hiddenNeighbourhoods: hiddenNow,
    path: tables.paths.get(id) ?? [],
    paces: paces.filter(({ question }) => question === "leads_to"),
    needed: paces.filter(({ question }) => question === "needed_from"),
    breaks: tables.breaks.get(id) ?? [],
    signals: tables.signals.get(id) ?? [],
    lenses: (tables.lenses.get(id) ?? []).filter(
      (row) => row.period_end === lastPeriod && row.frequency === frequency,
    ),
    backtests: tables.backtests.get(id) ?? [],
    publishedMethods: tables.publishedMethods.get(id) ?? [],
    lineage: (tables.lineage.get(id) ?? []).filter(
      (row) => row.period_end === lastPeriod && row.frequency === frequency,
    ),
    revisions: tables.revisions.get(id) ?? [],
    explanations,
    quality: tables.quality.filter((row) => row.indicator_id === id),
    frequency,
    isSample: [...shown.flat(), ...hiddenRows, ...explanations].some(({ is_sample }) => is_sample),
  };
}

/** True where the newest period of a series is hidden, so that its last figure is an old one. */
export function hidesLatest({ observations, hidden }: Omit<AreaSeries, "area">): boolean {
  const last = observations.at(-1)?.period_end ?? "";
  return hidden.some(({ period_end }) => period_end > last);
}

/** A section with its indicators, gravest first. */
export function sectionView(
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

/** The people or cases behind a value: its numerator, or the value itself where it is a count. */
function countOf({ numerator, value }: Observation, { unit }: MartRow<"indicators">) {
  return numerator ?? (comparableUnits.has(unit) ? null : value);
}

/** Leaves out figures for several years at once, and finer ones where a year is also published. */
function withoutSpans({ area, observations, hidden }: AreaSeries): AreaSeries {
  const single = observations.filter(({ period_start, period_end }) => {
    return Date.parse(period_end) - Date.parse(period_start) < 367 * 86_400_000;
  });
  const yearly = single.filter(({ frequency }) => frequency === "year");
  return { area, hidden, observations: yearly.length > 1 ? yearly : single };
}

function bySeries(
  rows: Observation[],
  hidden: HiddenCell[],
  areas: Map<string, MartRow<"areas">>,
): AreaSeries[] {
  const [shown, marked] = [byArea(rows), byArea(hidden)];
  const ids = [...new Set([...shown.keys(), ...marked.keys()])].toSorted();
  return ids.flatMap((id) => {
    const area = areas.get(id);
    if (!area) return [];
    return [{ area, observations: shown.get(id) ?? [], hidden: marked.get(id) ?? [] }];
  });
}

function byArea<T extends { area_id: string }>(rows: T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ area_id }) => area_id);
}

/** The most recent observation of the ward, where there is one. */
export function latestObservation(view: IndicatorView): Observation | null {
  return view.observations.at(-1) ?? null;
}
