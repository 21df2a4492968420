import * as Plot from "@observablehq/plot";
import { formatNumber } from "../format.ts";
import type { Html } from "../html.ts";
import type { Alternative } from "../svg.ts";
import type { Texts } from "../text/vi.ts";
import type { IndicatorView } from "../view.ts";
import { day, draw, type Point, points } from "./draw.ts";
import { targetPath } from "./path.ts";
import {
  type ComparedLine,
  comparedLines,
  frame,
  type Size,
  trendScale,
  yearsOf,
} from "./trend_frame.ts";
import { bandLabels, boundary, endLabels, lineName } from "./trend_labels.ts";

/** Past, projection with its bands, promised path, published lines and the change of boundaries. */
export function trendChart(
  view: IndicatorView,
  text: Texts,
  size: Size,
  wardFrom: string | null,
  alternative: Alternative,
): Html | null {
  const past = points(view.observations);
  const last = past.at(-1);
  if (!last) return null;
  const ends = yearsOf(past);
  const compared = comparedLines(view, ends);
  const scale = trendScale(view, past, compared);
  const decimals = scale.decimals;
  return draw(
    {
      ...frame(size),
      x: { type: "utc", domain: ends },
      y: { domain: [scale.low, scale.high] },
      marks: [
        Plot.gridY(scale.ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
        boundary(wardFrom, ends, text),
        band(view, last, "95"),
        band(view, last, "80"),
        Plot.lineY(targetPath(view), {
          ...xy,
          stroke: "var(--promise)",
          strokeDasharray: "2,4",
          strokeWidth: 2,
        }),
        ...compared.flatMap(comparison),
        Plot.lineY([last, ...points(view.projections)], {
          ...xy,
          stroke: "var(--data)",
          strokeDasharray: "6,4",
          strokeWidth: 2,
        }),
        Plot.lineY(past, { ...xy, stroke: "var(--data)", strokeWidth: 2 }),
        past.length < 15 ? Plot.dot(past, { ...xy, r: 2.5, fill: "var(--data)" }) : null,
        Plot.dot([last], { ...xy, r: 5, fill: `var(--${view.status})`, stroke: "var(--surface)" }),
        ...compared.map((line) => lineName(line, past, text)),
        ...bandLabels(view, text, scale, size),
        ...endLabels(view, text, size, scale, ends[1]),
        Plot.axisY(scale.ticks, {
          tickFormat: (value: number) => formatNumber(value, decimals, text.language),
          tickSize: 0,
          fontSize: 12,
          fill: "var(--muted)",
          label: null,
        }),
        Plot.axisX(yearTicks(ends, size.yearStep), {
          tickFormat: (date: Date) => String(date.getUTCFullYear()),
          fontSize: 12,
          fill: "var(--muted)",
          stroke: "var(--muted)",
          label: null,
        }),
      ],
    },
    alternative,
  );
}

const xy = { x: "date", y: "value" } as const;

function comparison(line: ComparedLine): Plot.Markish[] {
  const color = `var(--${line.level})`;
  return [
    Plot.lineY(line.points, { ...xy, stroke: color, strokeWidth: 1.5 }),
    Plot.dot(line.points, { ...xy, r: 2.5, fill: color }),
  ];
}

function band(view: IndicatorView, last: Point, percent: "80" | "95"): Plot.Markish {
  const start = { date: last.date, low: last.value, high: last.value };
  const rows = view.projections.flatMap((row) => {
    const [low, high] = [row[`lower_${percent}`], row[`upper_${percent}`]];
    return low === null || high === null ? [] : [{ date: day(row.period_end), low, high }];
  });
  const fill = `var(--band-${percent})`;
  return Plot.areaY([start, ...rows], { x: "date", y1: "low", y2: "high", fill });
}

function yearTicks([start, end]: [Date, Date], step: number): Date[] {
  const first = start.getUTCFullYear();
  const count = Math.floor((end.getUTCFullYear() - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    return new Date(Date.UTC(first + index * step, 0, 1));
  });
}
