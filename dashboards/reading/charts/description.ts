import { quantity, targetOf } from "../facts/indicator_words.ts";
import { allPoints, judgedPoint, shownLines } from "../facts/shown_lines.ts";
import type { IndicatorView } from "../facts/view.ts";
import { formatDate } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";

/** What the chart shows, in words for those who do not see it. */
export function trendDescription(view: IndicatorView, text: Texts): string {
  const [start, last] = [allPoints(shownLines(view))[0], judgedPoint(view)];
  const period = view.observations.at(-1)?.period_end;
  if (!start || !last || !period) return text.chart.noChart;
  const written = (value: number) => quantity(value, view.indicator, text);
  const date = (value: string) => formatDate(value, text.language);
  const end = view.projections.at(-1);
  const target = targetOf(view, text);
  return [
    text.chart.description(
      date(start.date.toISOString()),
      date(period),
      written(start.value),
      written(last.value),
    ),
    end && end.lower_80 !== null && end.upper_80 !== null
      ? text.chart.projectionDescription(
          date(end.period_end),
          written(end.value),
          written(end.lower_80),
          written(end.upper_80),
        )
      : "",
    target ? text.chart.targetDescription(target) : "",
  ].join("");
}
