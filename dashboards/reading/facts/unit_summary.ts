import type { MartRow } from "../contract/marts.ts";
import { gravity } from "../contract/statuses.ts";
import type { Site } from "./site.ts";
import type { IndicatorView, SectionView } from "./view.ts";

/** A unit with what it answers for and what it must send. */
export interface UnitSummary {
  agency: MartRow<"agencies">;
  /** Gravest first, then by deadline. */
  indicators: IndicatorView[];
  sections: SectionView[];
  /** Late ones first. */
  sources: MartRow<"sourceStatus">[];
}

/** The units that lead or send something, those that lag first. */
export function unitSummaries(site: Site): UnitSummary[] {
  return site.agencies
    .map((agency) => unitSummary(agency, site))
    .filter(({ indicators, sections, sources }) => indicators[0] ?? sections[0] ?? sources[0])
    .toSorted((a, b) => lagging(b) - lagging(a) || b.indicators.length - a.indicators.length);
}

/** How many of its indicators are off track or at risk. */
export function lagging({ indicators }: Pick<UnitSummary, "indicators">): number {
  return indicators.filter(({ status }) => status === "off_track" || status === "at_risk").length;
}

/** The date by which an indicator must be where it was promised; null without a date. */
export function deadlineOf({ progress, targets }: IndicatorView): string | null {
  return progress?.target_due ?? targets.findLast(({ due_date }) => due_date)?.due_date ?? null;
}

function unitSummary(agency: MartRow<"agencies">, site: Site): UnitSummary {
  const isOwn = (row: { agency_id: string | null }) => row.agency_id === agency.agency_id;
  return {
    agency,
    indicators: site.indicators.filter(({ indicator }) => isOwn(indicator)).toSorted(byConcern),
    sections: site.sections.filter(({ section }) => isOwn(section)),
    sources: site.sources.filter(isOwn).toSorted((a, b) => Number(b.is_late) - Number(a.is_late)),
  };
}

function byConcern(a: IndicatorView, b: IndicatorView): number {
  const [first, second] = [a, b].map((view) => deadlineOf(view) ?? "9999") as [string, string];
  return gravity(a.status) - gravity(b.status) || (first < second ? -1 : first > second ? 1 : 0);
}
