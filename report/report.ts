import { plannedAt } from "../dashboards/charts/path.ts";
import { isYearSoFar, periodOf } from "../dashboards/facts.ts";
import { formatPeriod } from "../dashboards/format.ts";
import type { Site } from "../dashboards/site.ts";
import { vi } from "../dashboards/text/vi.ts";
import type { IndicatorView, Observation, SectionView } from "../dashboards/view.ts";
import { worst } from "../dashboards/worst.ts";
import { holds, isWithin, type Period } from "./period.ts";

/** An indicator as the report shows it: the figure known for the period, and how it is judged. */
export interface Figure {
  view: IndicatorView;
  /** The period's own, else the last before its end; null where there is none. */
  observation: Observation | null;
  /** What the observation says; of a yearly duty the sum of the year so far, where it is judged by that. */
  value: number | null;
  planned: number | null;
  /** The period of the value in words: tháng 9/2026. */
  period: string | null;
  /** True where the value is of exactly the report's period, so that nothing need be said of it. */
  isWhole: boolean;
  /** False where the figure is older than the report's period. */
  isOfPeriod: boolean;
  /** True where no newer figure is known, so that the judgement speaks of this one. */
  isJudged: boolean;
}

/** A section of the programme with its figures, gravest first. */
export interface ReportSection extends Omit<SectionView, "indicators"> {
  figures: Figure[];
}

/** All that the papers of a period are made from. */
export interface Report {
  site: Site;
  period: Period;
  /** The day of the published judgement, yyyy-mm-dd. */
  asOf: string;
  /** In the order of the programme. */
  sections: ReportSection[];
  figures: Figure[];
  /** Those off track or at risk, gravest first. */
  behind: Figure[];
  isSample: boolean;
}

/** Chooses the period's figures among the ward's. */
export function reportOf(site: Site, period: Period, asOf: string): Report {
  const sections = site.sections
    .toSorted((a, b) => a.section.sort_order - b.section.sort_order)
    .map(({ indicators, ...section }) => ({
      ...section,
      figures: indicators.map((view) => figureOf(view, period)),
    }));
  const figures = sections.flatMap((section) => section.figures);
  const behind = worst(site.indicators, site.indicators.length).flatMap((view) =>
    figures.filter((figure) => figure.view === view),
  );
  const isSample = figures.some(({ view }) => view.isSample);
  return { site, period, asOf, sections, figures, behind, isSample };
}

/** The day on which the published figures were judged; null before any was. */
export function judgedAt({ indicators }: Site): string | null {
  const days = indicators.flatMap(({ progress }) => progress?.as_of ?? []);
  return days.toSorted().at(-1) ?? null;
}

function figureOf(view: IndicatorView, period: Period): Figure {
  const { progress } = view;
  const observation =
    view.observations.findLast((row) => row.period_end <= period.end || holds(period, row)) ?? null;
  if (!observation) {
    const nothing = { observation, value: null, planned: null, period: null };
    return {
      view,
      ...nothing,
      isWhole: false,
      isOfPeriod: false,
      isJudged: view.observations.length === 0,
    };
  }
  const isJudged = observation.period_end === progress?.latest_period_end;
  return {
    view,
    observation,
    value: (isJudged ? progress.latest_value : null) ?? observation.value,
    planned: isJudged ? progress.planned_value : plannedAt(view, observation.period_end),
    period:
      isJudged && isYearSoFar(view)
        ? periodOf(view, vi)
        : formatPeriod(view.frequency, observation.period_end, "vi"),
    isWhole: view.frequency === period.frequency && isWithin(period, observation),
    isOfPeriod: isWithin(period, observation) || holds(period, observation),
    isJudged,
  };
}
