import {
  isYearSoFar,
  neededPerYear,
  periodOf,
  quantity,
  reasonSentence,
  sentence,
  shortTitle,
} from "../dashboards/facts.ts";
import { formatDate, lowerFirst, upperFirst } from "../dashboards/format.ts";
import { vi } from "../dashboards/text/vi.ts";
import type { Figure } from "./report.ts";

/**
 * One sentence on an indicator without its full stop. Where newer figures are known than the
 * period's, it tells both, since the reason speaks of the newest.
 */
export function figureSentence(figure: Figure): string {
  const { view, isJudged, period, value } = figure;
  if (value === null && isJudged) return sentence(view, vi);
  if (value === null) return joined(figure, "chưa có số");
  if (!isJudged) return joined(figure, `${period} là ${quantity(value, view.indicator, vi)}`);
  return `${sentence(view, vi)}${periodNote(figure)}`;
}

/** Which period a figure is of, where neither the report's title nor the sentence tells. */
function periodNote({ view, isOfPeriod, isWhole, period }: Figure): string {
  if (!isOfPeriod) return ` (số gần nhất, của ${period})`;
  return isWhole || isYearSoFar(view) ? "" : ` (số của ${period})`;
}

/** What is still needed: a pace where one can be computed, else the reason itself. */
export function need({ view }: Figure): string {
  const pace = neededPerYear(view, vi);
  return pace === null ? reasonSentence(view, vi) : `${upperFirst(pace)}.`;
}

/** When it is due: hằng năm, kỳ này 31/12/2026 · 31/12/2030. */
export function dueWords({ view }: Figure): string {
  const { progress } = view;
  if (!progress?.target_due) return vi.pages.notDated;
  const due = formatDate(progress.target_due, "vi");
  return progress.target_cadence === "yearly" ? vi.pages.yearEnd(due) : due;
}

/** The status as a word, in a sentence: đúng lộ trình. */
export function statusWord({ view }: Figure): string {
  return lowerFirst(vi.status[view.status]);
}

function joined(figure: Figure, known: string): string {
  const { view } = figure;
  const { progress } = view;
  const start = `${shortTitle(view, vi)}: ${known}`;
  if (progress?.latest_value == null || !progress.latest_period_end) return start;
  const newest = periodOf(view, vi);
  const reason = lowerFirst(reasonSentence(view, vi)).replace(/\.$/, "");
  return `${start}; mới nhất, ${newest} là ${quantity(progress.latest_value, view.indicator, vi)}, ${reason}`;
}
