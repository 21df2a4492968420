import * as Plot from "@observablehq/plot";
import { day, type Point, points } from "../facts/point.ts";
import { isJudgedHidden, judgedPoint, shownLines } from "../facts/shown_lines.ts";
import { targetPath } from "../facts/target_path.ts";
import type { IndicatorView } from "../facts/view.ts";
import type { Html } from "../markup/html.ts";
import { once } from "../markup/once.ts";
import { type Alternative, withWords } from "../markup/svg.ts";
import { draw, drawing } from "./draw.ts";
import { withGaps } from "./gaps.ts";
import { endOf } from "./trend_frame.ts";

/** A line beside a table's row, or the picture of a card. */
export type SparklineSize = keyof typeof sparklineSizes;

/** Past, projection with its 80% band and path to the target, in a line's height. */
export function sparkline(
  view: IndicatorView,
  size: SparklineSize,
  alternative: Alternative,
): Html | null {
  const drawn = lineOf(view, size);
  return drawn && withWords(drawn, alternative);
}

const lineOf = once((view: IndicatorView, size: SparklineSize) => {
  const years = yearsShown(view.programme);
  const { earlier, judged } = shownLines(view);
  const isShown = ({ date }: Point) => date >= years[0];
  const last = judgedPoint(view);
  if (!last || !isShown(last)) return null;
  const projected = [last, ...points(view.projections)];
  return drawing({
    ...frame(sparklineSizes[size]),
    x: { type: "utc", domain: years, axis: null },
    y: { axis: null, zero: false },
    marks: [
      band(view, last),
      Plot.lineY(targetPath(view), { ...xy, stroke: "var(--promise)", strokeDasharray: "1,3" }),
      Plot.lineY(projected, { ...xy, stroke: "var(--data)", strokeDasharray: "3,2" }),
      ...earlier.map((line) =>
        Plot.lineY(line.filter(isShown), { ...xy, stroke: "var(--muted)", strokeWidth: 1 }),
      ),
      Plot.lineY(withGaps(judged.filter(isShown), view.hidden), {
        ...xy,
        stroke: "var(--data)",
        strokeWidth: 1.5,
      }),
      isJudgedHidden(view)
        ? null
        : Plot.dot([last], { ...xy, r: 3, fill: `var(--${view.status})` }),
    ],
  });
});

/** One area's line on a scale shared by all areas; its words stand beside it in text. */
export function areaLine(series: Point[], domain: [number, number], target: number | null): Html {
  const last = series.slice(-1);
  return draw(
    {
      ...frame([150, 44]),
      x: { type: "utc", axis: null },
      y: { axis: null, domain },
      marks: [
        target === null
          ? null
          : Plot.ruleY([target], { stroke: "var(--promise)", strokeDasharray: "1,3" }),
        Plot.lineY(series, { ...xy, stroke: "var(--data)", strokeWidth: 1.5 }),
        Plot.dot(last, { ...xy, r: 2.5, fill: "var(--data)" }),
      ],
    },
    null,
  );
}

/** The years all small charts share, so that they compare from row to row. */
function yearsShown(programme: IndicatorView["programme"]): [Date, Date] {
  return [day(`${programme.first_shown_year}-01-01`), endOf(programme)];
}

const sparklineSizes = { row: [132, 36], card: [320, 60] } as const;

const xy = { x: "date", y: "value" } as const;

function frame([width, height]: readonly [number, number]) {
  return { width, height, marginLeft: 3, marginRight: 4, marginTop: 4, marginBottom: 4 };
}

function band(view: IndicatorView, last: Point): Plot.Markish {
  const start = { date: last.date, low: last.value, high: last.value };
  const rows = view.projections.flatMap(({ period_end, lower_80, upper_80 }) =>
    lower_80 === null || upper_80 === null
      ? []
      : [{ date: day(period_end), low: lower_80, high: upper_80 }],
  );
  return Plot.areaY([start, ...rows], { x: "date", y1: "low", y2: "high", fill: "var(--band-80)" });
}
