import * as Plot from "@observablehq/plot";
import type { HiddenCell } from "../editions/hidden_cell.ts";
import { isYearSoFar } from "../facts/judged_year.ts";
import { day, type Point, points } from "../facts/point.ts";
import {
  allPoints,
  isJudgedHidden,
  judgedPoint,
  type ShownLines,
  shownLines,
} from "../facts/shown_lines.ts";
import { targetPath } from "../facts/target_path.ts";
import type { IndicatorView } from "../facts/view.ts";
import { Html } from "../markup/html.ts";
import type { Alternative } from "../markup/svg.ts";
import { formatNumber } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";
import { draw } from "./draw.ts";
import { withGaps } from "./gaps.ts";
import type { Scale } from "./scale.ts";
import {
  type ComparedLine,
  comparedLines,
  frame,
  type TrendSize,
  trendScale,
  yearsOf,
} from "./trend_frame.ts";
import { bandLabels, dateLines, endLabels, lineName, placeEndLabels } from "./trend_labels.ts";

/**
 * Past, projection with its bands, promised path, published lines and breaks of the series, and the
 * hidden lines of the what-if slider.
 */
export function trendChart(
  view: IndicatorView,
  text: Texts,
  size: TrendSize,
  alternative: Alternative,
): Html | null {
  const lines = shownLines(view);
  const past = allPoints(lines);
  const last = judgedPoint(view);
  if (!last || isJudgedHidden(view)) return null;
  const years = yearsOf(view, past);
  const ends = endLabels(view, text, size);
  const compared = comparedLines(view, years);
  const scale = trendScale(view, [...past, last], compared);
  const tick = (value: number) => formatNumber(value, scale.decimals, text.language);
  const room = frame(
    size,
    scale.ticks.map(tick),
    ends.map((label) => label.text),
  );
  return draw(
    {
      ...room,
      x: { type: "utc", domain: years },
      y: { domain: [scale.low, scale.high] },
      marks: [
        Plot.gridY(scale.ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
        dateLines(view, years, text),
        band(view, last, "95"),
        band(view, last, "80"),
        dashed(targetPath(view), "var(--promise)", "2,4"),
        ...compared.flatMap(comparison),
        ...whatIfLines(view, last, scale),
        ...(view.projections.length > 0
          ? [dashed([last, ...points(view.projections)], "var(--data)", "6,4")]
          : []),
        ...observed(view, lines),
        past.length < 15 ? Plot.dot(past, { ...xy, r: 2.5, fill: "var(--data)" }) : null,
        Plot.dot([last], {
          ...xy,
          r: 5,
          fill: `var(--${view.status})`,
          stroke: "var(--surface)",
        }),
        ...compared.map((line) => lineName(line, past, text)),
        ...bandLabels(view, text, scale, size),
        ...placeEndLabels(ends, size, scale, years[1]),
        Plot.axisY(scale.ticks, { ...axis, tickFormat: tick, tickSize: 0 }),
        Plot.axisX(yearStarts(years), { ...axis, fill: "none", stroke: "var(--muted)" }),
        Plot.axisX(yearMiddles(years, size.yearStep), {
          ...axis,
          tickFormat: (date: Date) => String(date.getUTCFullYear()),
          tickSize: 0,
        }),
      ],
    },
    alternative,
  );
}

/** The same drawing for places where no slider is: pictures and reports. */
export function withoutWhatIf({ markup }: Html): Html {
  return new Html(markup.replaceAll(/<g [^>]*class="what-if [^>]*>.*?<\/g>/g, ""));
}

const axis = { fontSize: 12, fill: "var(--muted)", label: null } as const;
const xy = { x: "date", y: "value" } as const;

function dashed(path: Point[], stroke: string, strokeDasharray: string): Plot.Markish {
  return Plot.lineY(path, { ...xy, stroke, strokeDasharray, strokeWidth: 2 });
}

/** A line for each pace of the what-if table; hidden until the slider of the page chooses one. */
function whatIfLines(view: IndicatorView, last: Point, scale: Scale): Plot.Markish[] {
  return view.paces.map(({ target_due, value_at_due }, index) =>
    Plot.lineY([last, insideScale(last, { date: day(target_due), value: value_at_due }, scale)], {
      ...xy,
      className: `what-if pace-${index}`,
      stroke: "var(--ink)",
      strokeWidth: 2,
    }),
  );
}

/** Where a line from `start` towards `end` leaves the drawing, or its end when it does not. */
function insideScale(start: Point, end: Point, { low, high }: Scale): Point {
  const limit = Math.min(Math.max(end.value, low), high);
  if (limit === end.value) return end;
  const share = (limit - start.value) / (end.value - start.value);
  return { date: new Date(+start.date + share * (+end.date - +start.date)), value: limit };
}

/** What was observed; lines that the judgement leaves behind are grey. */
function observed(view: IndicatorView, { earlier, judged }: ShownLines): Plot.Markish[] {
  const isSum = isYearSoFar(view) && view.indicator.temporal_aggregation === "sum";
  const shape = { ...xy, ...(isSum && { curve: "step-after" as const }) };
  return [
    ...earlier.map((line) =>
      Plot.lineY(withGaps(line, hiddenIn(line, view)), { ...shape, stroke: "var(--muted)" }),
    ),
    Plot.lineY(withGaps(judged, hiddenIn(judged, view)), {
      ...shape,
      stroke: "var(--data)",
      strokeWidth: 2,
    }),
  ];
}

function hiddenIn(line: Point[], { hidden }: IndicatorView): HiddenCell[] {
  const [first, last] = [line[0], line.at(-1)];
  return hidden.filter(({ period_end }) => {
    const date = day(period_end);
    return first !== undefined && last !== undefined && date > first.date && date < last.date;
  });
}

function comparison(line: ComparedLine): Plot.Markish[] {
  const color = `var(--${line.level})`;
  return [
    Plot.lineY(line.points, { ...xy, stroke: color, strokeWidth: 1.5 }),
    Plot.dot(line.points, { ...xy, r: 2.5, fill: color }),
  ];
}

function band(view: IndicatorView, last: Point, percent: "80" | "95"): Plot.Markish | null {
  const start = { date: last.date, low: last.value, high: last.value };
  const rows = view.projections.flatMap((row) => {
    const [low, high] = [row[`lower_${percent}`], row[`upper_${percent}`]];
    return low === null || high === null ? [] : [{ date: day(row.period_end), low, high }];
  });
  const fill = `var(--band-${percent})`;
  if (rows.length === 0) return null;
  return Plot.areaY([start, ...rows], { x: "date", y1: "low", y2: "high", fill });
}

/** Years lie between their ticks: what ends on 31 December belongs to the year that it ends. */
function yearStarts([start, end]: [Date, Date]): Date[] {
  const first = start.getUTCFullYear();
  return Array.from({ length: end.getUTCFullYear() - first + 1 }, (_, index) => {
    return new Date(Date.UTC(first + index, 0, 1));
  });
}

function yearMiddles(years: [Date, Date], step: number): Date[] {
  const whole = yearStarts(years).slice(0, -1);
  return whole
    .filter((_, index) => index % step === 0)
    .map((start) => new Date(Date.UTC(start.getUTCFullYear(), 6, 2)));
}
