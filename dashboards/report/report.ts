import type { Site } from "../reading/facts/site.ts";
import type { IndicatorView, SectionView } from "../reading/facts/view.ts";
import { worst } from "../reading/facts/worst.ts";
import { type ReportFigure, reportFigure } from "./report_figure.ts";
import type { ReportPeriod } from "./report_period.ts";
import { type WardWords, wardWordsOf } from "./ward_words.ts";

/** A section of the programme with its figures, gravest first. */
export interface ReportSection extends Omit<SectionView, "indicators"> {
  figures: ReportFigure[];
}

/** What the document carries once it is signed; null while it is left open. */
export interface DocumentReference {
  /** 45/BC-UBND */
  number: string | null;
  /** yyyy-mm-dd */
  date: string | null;
}

/** All that the documents of a period are made from. */
export interface Report {
  site: Site;
  period: ReportPeriod;
  /** The day at which everything is judged, yyyy-mm-dd: the period's end once it is over. */
  asOf: string;
  /** Files received up to this day were used. */
  knownBy: string;
  reference: DocumentReference;
  wardWords: WardWords;
  /** In the order of the programme. */
  sections: ReportSection[];
  figures: ReportFigure[];
  /** Those off track or at risk, gravest first. */
  behind: ReportFigure[];
  is_sample: boolean;
}

/** Chooses the period's figures from a warehouse that is judged at the period's end, or runs in it. */
export function reportOf(
  site: Site,
  period: ReportPeriod,
  knownBy: string,
  reference: DocumentReference,
): Report {
  const asOf = judgedAt(site) ?? knownBy;
  const sections = site.sections
    .toSorted((a, b) => a.section.sort_order - b.section.sort_order)
    .map(({ indicators, ...section }) => ({
      ...section,
      figures: indicators.map((view) => reportFigure(view, period)),
    }));
  const figures = sections.flatMap((section) => section.figures);
  const behind = worst(site.indicators, site.indicators.length).flatMap((view) =>
    figures.filter((figure) => figure.view === view),
  );
  const isSample = figures.some(({ view }) => view.is_sample);
  const wardWords = wardWordsOf(site);
  const numbered = { ...reference, number: wholeNumber(reference.number, wardWords) };
  return {
    site,
    period,
    asOf,
    knownBy,
    reference: numbered,
    wardWords,
    sections,
    figures,
    behind,
    is_sample: isSample,
  };
}

/** The number of a document with what follows it: 45 is 45/BC-UBND. */
function wholeNumber(number: string | null, { numberSuffix }: WardWords): string | null {
  return number === null || number.includes("/") ? number : `${number}/${numberSuffix}`;
}

/** The day on which a warehouse's figures were judged; null before any was. */
export function judgedAt({ indicators }: { indicators: IndicatorView[] }): string | null {
  const days = indicators.flatMap(({ progress }) => progress?.as_of ?? []);
  return days.toSorted().at(-1) ?? null;
}
