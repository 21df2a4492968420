import { countedPace, neededPerYear } from "../../reading/facts/amount_left.ts";
import { difference } from "../../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../../reading/facts/view.ts";
import { type Html, html } from "../../reading/markup/html.ts";
import { formatDate, formatPeriod } from "../../reading/text/format.ts";
import type { Texts } from "../../reading/text/vi.ts";

/** A row of the panel beside the chart. */
export type Fact = [name: string, fact: Html | string];

/** What is needed, what there is, and where that leads; nothing of a pace that few figures give. */
export function paceFacts(view: IndicatorView, text: Texts): (Fact | null)[] {
  const { progress, trend, status } = view;
  const needed = neededPerYear(view, text);
  const [required, actual] = [progress?.required_per_year, progress?.actual_per_year];
  const isTold = status !== "no_target" || trend?.direction !== "too_few_points";
  const isJudged = status !== "not_assessable" && progress?.target_value != null;
  return [
    needed !== null && required != null ? [text.needPerYear, signed(view, required, text)] : null,
    actual != null && isTold ? [text.actualPerYear, signed(view, actual, text)] : null,
    needed !== null && isJudged && !progress.is_pace_apart
      ? [text.arrival, arrival(progress.arrival_date, text)]
      : null,
  ];
}

function arrival(date: string | null, text: Texts): string {
  return date ? text.around(formatPeriod("quarter", date, text.language)) : text.never;
}

/** What the calculation behind the panel did that a reader would not expect. */
export function calculationNotes(view: IndicatorView, text: Texts): string[] {
  const { progress, indicator } = view;
  if (!progress || progress.target_value === null) return [];
  const actual = progress.actual_per_year;
  const paceApart = view.pipeline.length > 0 ? text.pages.pipeline.pace : text.paceApart;
  return [
    progress.is_pace_apart && actual !== null
      ? paceApart(`${actual < 0 ? "−" : "+"}${difference(actual, indicator, text)}`)
      : null,
    pacePointsElsewhere(view) ? text.paceElsewhere : null,
    progress.break_date !== null &&
    progress.break_date > view.programme.first_date &&
    progress.target_cadence === "by_date"
      ? text.sinceBreak(formatDate(progress.break_date, text.language))
      : null,
    progress.is_seasonal ? text.seasonal : null,
  ].filter((note) => note !== null);
}

/** True where the pace since the baseline comes in time and the projection does not, or the other way. */
function pacePointsElsewhere({ progress, projections, status }: IndicatorView): boolean {
  const { arrival_date, target_due, target_value, projected_at_due, is_pace_apart } =
    progress ?? {};
  if (status === "not_assessable" || is_pace_apart || projections.length === 0) return false;
  if (progress?.target_cadence === "yearly" || progress?.actual_per_year == null) return false;
  if (target_due == null || target_value == null || projected_at_due == null) return false;
  if (progress?.required_per_year === 0) return false;
  const isRising = (progress?.required_per_year ?? 0) > 0;
  const isProjected = isRising
    ? projected_at_due >= target_value
    : projected_at_due <= target_value;
  return isProjected !== (arrival_date != null && arrival_date <= target_due);
}

/** The change in people where that is what is counted, with the target's own unit beside it. */
function signed(view: IndicatorView, perYear: number, text: Texts): Html {
  const sign = perYear > 0 ? "+" : perYear < 0 ? "−" : "";
  const own = difference(perYear, view.indicator, text);
  const people = countedPace(view, Math.abs(perYear), text);
  return people === null
    ? html`${sign}${own}`
    : html`${sign}${people} <small>${sign}${own}</small>`;
}
