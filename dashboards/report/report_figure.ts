import type { Observation } from "../reading/facts/area_series.ts";
import { latestPeriod, partOf } from "../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../reading/facts/view.ts";
import { formatPeriod } from "../reading/text/format.ts";
import { isCoveredBy, isWithin, type ReportPeriod } from "./report_period.ts";
import { pageTexts } from "./report_words.ts";

/** A value as the marts have it: of a whole quarter, half or year, or a single observation. */
type FigureValue = IndicatorView["periodValues"][number] | Observation;

/** An indicator as the report shows it: its value of the period, beside the one that is judged. */
export interface ReportFigure {
  view: IndicatorView;
  /** The period's own value, else the newest before its end; null where there is none. */
  value: FigureValue | null;
  /** The newest observation behind it. */
  observation: Observation | null;
  /** The period of the value in words: quý III/2026, tháng 9/2026. */
  period: string | null;
  /** How much of the period is there, where something is missing: 7/9 tháng. */
  part: string | null;
  /** False where the value is older than the report's period. */
  is_of_period: boolean;
  /** True where the value is of exactly the report's period, so that nothing need be said of it. */
  is_whole: boolean;
  /** The judged value, where it is another than that of the period. */
  judged: { value: number; period: string } | null;
}

/** The figure of an indicator in a period. */
export function reportFigure(view: IndicatorView, period: ReportPeriod): ReportFigure {
  const value = ownValue(view, period) ?? newestValue(view, period);
  if (!value) return { ...nothing, view, judged: judgedOf(view) };
  const part = "method" in value ? partOf(value, pageTexts(view)) : null;
  const isOfPeriod = "method" in value || isWithin(period, value) || isCoveredBy(period, value);
  const isJudged = isSame(view, value);
  return {
    view,
    value,
    observation: view.observations.findLast((row) => row.period_end === value.period_end) ?? null,
    period: periodWords(view, value),
    part,
    is_of_period: isOfPeriod,
    is_whole: isOfPeriod && isWholeValue(view, value, period),
    judged: isJudged ? null : judgedOf(view),
  };
}

const nothing = {
  value: null,
  observation: null,
  period: null,
  part: null,
  is_of_period: false,
  is_whole: false,
};

function ownValue(
  view: IndicatorView,
  { label, frequency }: ReportPeriod,
): FigureValue | undefined {
  if (frequency === "month") return undefined;
  return view.periodValues.find(({ period_label }) => period_label === label);
}

function newestValue(view: IndicatorView, period: ReportPeriod): FigureValue | undefined {
  return view.observations.findLast(
    (row) => row.period_end <= period.end || isCoveredBy(period, row),
  );
}

/** A stock is of the month or quarter in which it was counted last; what adds up, of the whole. */
function periodWords(view: IndicatorView, value: FigureValue): string {
  const isStock = "method" in value && value.method === "last";
  const frequency = isStock ? view.frequency : value.frequency;
  return formatPeriod(frequency, value.period_end, "vi");
}

function isWholeValue(view: IndicatorView, value: FigureValue, period: ReportPeriod): boolean {
  if ("method" in value) return value.is_complete;
  return view.frequency === period.frequency;
}

function isSame({ progress }: IndicatorView, { value, period_end }: FigureValue): boolean {
  return (
    progress?.latest_value != null &&
    progress.latest_period_end === period_end &&
    Math.abs(progress.latest_value - value) < 1e-9
  );
}

function judgedOf(view: IndicatorView): ReportFigure["judged"] {
  const value = view.progress?.latest_value;
  const period = latestPeriod(view, pageTexts(view));
  return value == null || period === null ? null : { value, period };
}
