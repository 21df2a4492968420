import type { MartRow } from "../contract/marts.ts";
import { gravity, type Status } from "../contract/statuses.ts";
import type { HiddenCell } from "../editions/hidden_cell.ts";
import type { NeighbourhoodState, NeighbourhoodStates } from "../editions/neighbourhood_states.ts";
import { type AreaSeries, bySeries, comparisonsOf, type Observation } from "./area_series.ts";
import { type Explanation, explanationsOf } from "./explanations.ts";
import { filesByFigure } from "./figure_files.ts";
import { shownDecimals, withoutHiddenYear } from "./judged_figure.ts";
import { isYearSoFar } from "./judged_year.ts";
import { shownProjections } from "./shown_projections.ts";

/** The marts of which a view holds the ward's rows of its indicator; whoever shows another one adds it. */
export const ofWard = [
  "backtests",
  "breaks",
  "changes",
  "datedTargets",
  "observationsByDenominator",
  "pace",
  "paths",
  "periodValues",
  "pipeline",
  "progress",
  "progressPublishedMethods",
  "projections",
  "revisions",
  "signals",
  "trends",
] as const;

/** The marts of which it holds the rows of all areas, and those that know no area. */
export const ofAllAreas = [
  "explanations",
  "lineage",
  "observations",
  "quality",
  "targets",
] as const;

type ViewMart = (typeof ofWard)[number] | (typeof ofAllAreas)[number];

/** An indicator's rows, by mart. */
export type IndicatorRows = { [Name in ViewMart]: MartRow<Name>[] };

/** What a view adds to its indicator's rows, or puts in their place. */
interface ViewParts {
  /** The ward and the years in which it is followed. */
  programme: MartRow<"programme">;
  indicator: MartRow<"indicators">;
  agency: MartRow<"agencies"> | null;
  status: Status;
  /** The newest of each. */
  progress: MartRow<"progress"> | null;
  /** What changed since the last report. */
  change: MartRow<"changes"> | null;
  trend: MartRow<"trends"> | null;
  /** Those in force. */
  targets: MartRow<"targets">[];
  /** The ward's, in the frequency that is judged, as projections are. */
  observations: Observation[];
  /** The one future that the pages tell. */
  projections: MartRow<"projections">[];
  /** The ward's periods whose figures this edition hides. */
  hidden: HiddenCell[];
  comparisons: AreaSeries[];
  neighbourhoods: AreaSeries[];
  withheldNeighbourhoods: number;
  /** Neighbourhoods whose latest figure this edition hides. */
  hiddenNeighbourhoods: AreaSeries[];
  /** True where there are figures by neighbourhood that no page may show. */
  has_police_figures: boolean;
  /** Corners of the promised path, by date. */
  path: MartRow<"paths">[];
  /** What each pace from now on leads to, from standing still; empty where none is asked. */
  paces: MartRow<"pace">[];
  /** What pace is needed when it starts now, or at each coming new year. */
  needed: MartRow<"pace">[];
  /** The latest share by every population it can be measured by. */
  lenses: MartRow<"observationsByDenominator">[];
  /** Of the figure that is judged: of a year so far of all its periods. */
  lineage: MartRow<"lineage">[];
  /** The files behind each figure of each area, by `figureKey`. */
  files: ReadonlyMap<string, readonly string[]>;
  /** What the lead unit was asked and says, newest period first. */
  explanations: Explanation[];
  frequency: string;
  is_sample: boolean;
}

/** Everything an indicator's page and its row on the overview are made from. */
export type IndicatorView = Omit<IndicatorRows, keyof ViewParts> & ViewParts;

export interface SectionView {
  section: MartRow<"sections">;
  agency: MartRow<"agencies"> | null;
  status: Status;
  indicators: IndicatorView[];
}

/** What all views are made from. */
export interface ViewSources {
  programme: MartRow<"programme">;
  areas: ReadonlyMap<string, MartRow<"areas">>;
  agencies: ReadonlyMap<string, MartRow<"agencies">>;
  neighbourhoods: NeighbourhoodStates;
  hidden: ReadonlyMap<string, HiddenCell[]>;
  rowsOf(indicator_id: string): IndicatorRows;
}

/** Gathers an indicator's rows. Throws for an id that cannot name a page and an unknown status. */
export function indicatorView(
  indicator: MartRow<"indicators">,
  { programme, areas, agencies, neighbourhoods, hidden: allHidden, rowsOf }: ViewSources,
): IndicatorView {
  const id = indicator.indicator_id;
  if (!/^[A-Z][A-Z0-9_]*$/.test(id)) throw new Error(`indicator id cannot name a page: ${id}`);
  const rows = rowsOf(id);
  const judged = rows.progress.at(-1) ?? null;
  const status = (judged?.status ?? "not_assessable") as Status;
  gravity(status);
  const frequency = judged?.frequency ?? indicator.frequency;
  const isInStep = (row: { frequency: string }) => row.frequency === frequency;
  const hidden = allHidden.get(id) ?? [];
  const series = bySeries(rows.observations, hidden, areas);
  const inStep = series.map((one) => ({
    area: one.area,
    observations: one.observations.filter(isInStep),
    hidden: one.hidden.filter(isInStep),
  }));
  const own = inStep.find(({ area }) => area.area_id === programme.ward_id);
  const observations = own?.observations ?? [];
  const progress = judged && withoutHiddenYear(judged, own?.hidden ?? []);
  const states = neighbourhoods.get(id) ?? new Map<string, NeighbourhoodState>();
  const inState = (state: NeighbourhoodState) =>
    inStep.filter(({ area }) => states.get(area.area_id) === state);
  const count = (state: NeighbourhoodState) =>
    [...states.values()].filter((one) => one === state).length;
  const comparisons = comparisonsOf(indicator, series);
  const lastPeriod = observations.at(-1)?.period_end;
  const isOfLatest = (row: { period_end: string; frequency: string }) =>
    row.period_end === lastPeriod && isInStep(row);
  const explanations = explanationsOf(rows.explanations, areas);
  const shown = [...inState("shown"), ...comparisons].flatMap((one) => one.observations);
  const marked = inStep.filter(({ area }) => area === own?.area || states.has(area.area_id));
  const sources = [observations, shown, marked.flatMap((one) => one.hidden), explanations].flat();
  const isWholeYear = isYearSoFar({ progress, observations });
  const isJudged = (row: { area_id: string | null; period_end: string; frequency: string }) =>
    row.area_id === programme.ward_id &&
    isInStep(row) &&
    (isWholeYear
      ? row.period_end.slice(0, 4) === lastPeriod?.slice(0, 4) && row.period_end <= lastPeriod
      : row.period_end === lastPeriod);
  return {
    ...rows,
    indicator: { ...indicator, decimals: shownDecimals(indicator, progress) },
    programme,
    agency: agencies.get(indicator.agency_id ?? "") ?? null,
    status,
    progress,
    change: rows.changes.at(-1) ?? null,
    trend: rows.trends.at(-1) ?? null,
    targets: rows.targets.filter(({ valid_to }) => valid_to === null),
    observations,
    projections: shownProjections(rows.projections.filter(isInStep), progress, isWholeYear),
    hidden: own?.hidden ?? [],
    comparisons,
    neighbourhoods: inState("shown"),
    withheldNeighbourhoods: count("small_count"),
    hiddenNeighbourhoods: inState("newest_hidden"),
    has_police_figures: count("police") > 0,
    path: rows.paths,
    paces: rows.pace.filter(({ question }) => question === "leads_to"),
    needed: rows.pace.filter(({ question }) => question === "needed_from"),
    lenses: rows.observationsByDenominator.filter(isOfLatest),
    lineage: rows.lineage.filter(isJudged),
    files: filesByFigure(rows.lineage),
    explanations,
    frequency,
    is_sample: sources.some(({ is_sample }) => is_sample),
  };
}

/** A section with its indicators, gravest first. */
export function sectionView(
  section: MartRow<"sections">,
  indicators: IndicatorView[],
  agencies: ReadonlyMap<string, MartRow<"agencies">>,
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

/** The most recent observation of the ward, where there is one. */
export function latestObservation(view: IndicatorView): Observation | null {
  return view.observations.at(-1) ?? null;
}
