import { neededPerYear } from "../reading/facts/amount_left.ts";
import { quantity, shortTitle } from "../reading/facts/indicator_words.ts";
import { isYearSoFar } from "../reading/facts/judged_year.ts";
import { reasonSentence, sentence, standingWord } from "../reading/facts/standing_words.ts";
import { formatDate, lowerFirst, upperFirst } from "../reading/text/format.ts";
import type { ReportFigure } from "./report_figure.ts";
import { pageTexts } from "./report_words.ts";

/**
 * One sentence on an indicator without its full stop. Where the value of the whole period is not the
 * one that is judged (a quarter's offences beside those of its last month), it tells both.
 */
export function figureSentence(figure: ReportFigure): string {
  const { view, judged, value } = figure;
  const vi = pageTexts(view);
  if (!judged) return `${sentence(view, vi)}${periodNote(figure)}`;
  const known = value
    ? `${periodWords(figure)} là ${quantity(value.value, view.indicator, vi)}; `
    : "";
  const reason = lowerFirst(reasonSentence(view, vi)).replace(/\.$/, "");
  return `${shortTitle(view, vi)}: ${known}${judged.period} là ${quantity(judged.value, view.indicator, vi)}, ${reason}`;
}

/** The period of a value, and how much of it is there: năm 2026 (10/12 tháng). */
export function periodWords({ period, part }: ReportFigure): string {
  return part ? `${period} (${part})` : (period ?? "");
}

/** Which period a figure is of, where neither the report's title nor the sentence tells. */
function periodNote({ view, value, is_of_period, is_whole, period, part }: ReportFigure): string {
  if (!value || is_whole) return "";
  if (!is_of_period) return ` (số gần nhất, của ${period})`;
  if (part) return ` (${part})`;
  return isYearSoFar(view) ? "" : ` (số của ${period})`;
}

/** What is still needed: a pace where one can be computed, else the reason itself. */
export function need({ view }: ReportFigure): string {
  const vi = pageTexts(view);
  const pace = neededPerYear(view, vi);
  return pace === null ? reasonSentence(view, vi) : `${upperFirst(pace)}.`;
}

/** When it is due: hằng năm, kỳ này 31/12/2026 · 31/12/2030. */
export function dueWords({ view }: ReportFigure): string {
  const { progress } = view;
  const { pages } = pageTexts(view);
  if (!progress?.target_due) return pages.notDated;
  const due = formatDate(progress.target_due, "vi");
  return progress.target_cadence === "yearly" ? pages.yearEnd(due) : due;
}

/** The status as a word, in a sentence: đúng lộ trình. */
export function statusWord({ view }: ReportFigure): string {
  return lowerFirst(standingWord(view, pageTexts(view)));
}
