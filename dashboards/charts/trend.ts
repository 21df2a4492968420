import * as Plot from "@observablehq/plot";
import { quantity, targetOf } from "../facts.ts";
import { formatDate, formatNumber } from "../format.ts";
import type { Html } from "../html.ts";
import type { IndicatorView } from "../site.ts";
import type { Alternative } from "../svg.ts";
import type { Texts } from "../text/vi.ts";
import { day, draw, type Point, points } from "./draw.ts";
import { targetPath } from "./path.ts";
import { type Scale, scaleOf, spread } from "./scale.ts";

/** The room a chart has; the narrow one is drawn for phones, since shrinking would shrink letters. */
export interface Size {
  width: number;
  height: number;
  right: number;
  yearStep: number;
}

export const sizes = {
  wide: { width: 760, height: 440, right: 150, yearStep: 1 },
  narrow: { width: 350, height: 320, right: 104, yearStep: 2 },
} as const satisfies Record<string, Size>;

/** Past, projection with its bands, promised path, published lines and the change of boundaries. */
export function trendChart(
  view: IndicatorView,
  text: Texts,
  size: Size,
  wardFrom: string | null,
  alternative: Alternative,
): Html | null {
  const past = points(view.observations);
  const [first, last] = [past[0], past.at(-1)];
  if (!first || !last) return null;
  const ends: [Date, Date] = [startOfYear(first.date), day("2031-01-01")];
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
        ...compared.flatMap((line) => comparison(line, past, text)),
        Plot.lineY([last, ...points(view.projections)], {
          ...xy,
          stroke: "var(--data)",
          strokeDasharray: "6,4",
          strokeWidth: 2,
        }),
        Plot.lineY(past, { ...xy, stroke: "var(--data)", strokeWidth: 2 }),
        past.length < 15 ? Plot.dot(past, { ...xy, r: 2.5, fill: "var(--data)" }) : null,
        Plot.dot([last], { ...xy, r: 5, fill: `var(--${view.status})`, stroke: "var(--surface)" }),
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

/** What the chart shows, in words for those who do not see it. */
export function trendDescription(view: IndicatorView, text: Texts): string {
  const [first, last] = [view.observations[0], view.observations.at(-1)];
  if (!first || !last) return text.chart.noChart;
  const written = (value: number) => quantity(value, view.indicator, text);
  const date = (value: string) => formatDate(value, text.language);
  const end = view.projections.at(-1);
  const target = targetOf(view, text);
  return [
    text.chart.description(
      date(first.period_end),
      date(last.period_end),
      written(first.value),
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

/** The lowest number of the vertical axis where it is not zero, so that the page can say so. */
export function axisStart(view: IndicatorView): number | null {
  const past = points(view.observations);
  if (!past[0]) return null;
  const lines = comparedLines(view, [startOfYear(past[0].date), day("2031-01-01")]);
  const start = trendScale(view, past, lines).low;
  return start === 0 ? null : start;
}

const frameTop = 24;
const frameHeight = 52;

const xy = { x: "date", y: "value" } as const;

function frame({ width, height, right }: Size) {
  return {
    width,
    height,
    marginLeft: 46,
    marginRight: right,
    marginTop: frameTop,
    marginBottom: frameHeight - frameTop,
  };
}

/** A published line in the years that the ward's own line spans. */
interface ComparedLine {
  level: "city" | "country";
  points: Point[];
}

function comparedLines(view: IndicatorView, [start, end]: [Date, Date]): ComparedLine[] {
  return view.comparisons.map(({ area, observations }) => ({
    level: area.level as ComparedLine["level"],
    points: points(observations).filter(({ date }) => date >= start && date <= end),
  }));
}

function trendScale(view: IndicatorView, past: Point[], compared: ComparedLine[]): Scale {
  const projected = view.projections.flatMap(({ value, lower_95, upper_95 }) => [
    value,
    lower_95 ?? value,
    upper_95 ?? value,
  ]);
  const shown = [...past, ...compared.flatMap((line) => line.points), ...targetPath(view)];
  const values = shown.map(({ value }) => value);
  const { unit, lower_bound, upper_bound } = view.indicator;
  const bounds = { lower: lower_bound, upper: upper_bound };
  return scaleOf([...values, ...projected], unit !== "percent" && unit !== "points", bounds);
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

function boundary(from: string | null, [start, end]: [Date, Date], text: Texts): Plot.Markish {
  if (!from || day(from) <= start || day(from) >= end) return null;
  return [
    Plot.ruleX([day(from)], { stroke: "var(--muted)", strokeWidth: 1, strokeDasharray: "1,2" }),
    Plot.text([text.chart.boundary(formatDate(from, text.language))], {
      x: [day(from)],
      frameAnchor: "top",
      textAnchor: "start",
      dx: -2,
      dy: -12,
      ...labels,
      fill: "var(--muted)",
    }),
  ];
}

/** A published line, named at its last point on the side away from the ward's own line. */
function comparison(line: ComparedLine, past: Point[], text: Texts): Plot.Markish[] {
  const color = `var(--${line.level})`;
  const last = line.points.at(-1);
  const own = past.findLast(({ date }) => last !== undefined && date <= last.date);
  const isAbove = last !== undefined && own !== undefined && last.value >= own.value;
  return [
    Plot.lineY(line.points, { ...xy, stroke: color, strokeWidth: 1.5 }),
    Plot.dot(line.points, { ...xy, r: 2.5, fill: color }),
    Plot.text(last ? [last] : [], {
      ...xy,
      text: () => text.chart[line.level],
      ...labels,
      fill: color,
      textAnchor: "end",
      dx: -4,
      dy: isAbove ? -11 : 13,
    }),
  ];
}

const labels = { fontSize: 12, stroke: "var(--surface)", strokeWidth: 4 } as const;

function endLabels(
  view: IndicatorView,
  text: Texts,
  size: Size,
  scale: Scale,
  end: Date,
): Plot.Markish[] {
  const last = view.projections.at(-1);
  const target = targetOf(view, text);
  const aim = targetPath(view).at(-1);
  const wanted = [
    aim && target
      ? { value: aim.value, text: text.chart.target(target), fill: "var(--muted)" }
      : null,
    last
      ? {
          value: last.value,
          text: text.chart.projection(quantity(last.value, view.indicator, text)),
          fill: "var(--data)",
        }
      : null,
  ].filter((label) => label !== null);
  const { height } = size;
  const inner = height - frameHeight;
  const toPixel = (value: number) =>
    frameTop + ((scale.high - value) / (scale.high - scale.low)) * inner;
  const toValue = (pixel: number) =>
    scale.high - ((pixel - frameTop) / inner) * (scale.high - scale.low);
  const pixels = spread(
    wanted.map(({ value }) => toPixel(value)),
    17,
    height - 30,
  );
  return wanted.map((label, index) =>
    Plot.text([label.text], {
      x: [end],
      y: [toValue(pixels[index] as number)],
      textAnchor: "start",
      dx: 6,
      fontSize: 12,
      fontWeight: 600,
      fill: label.fill,
    }),
  );
}

/** Names each band inside itself, on the side away from the target, where it has room for a name. */
function bandLabels(
  view: IndicatorView,
  text: Texts,
  scale: Scale,
  { height }: Size,
): Plot.Markish[] {
  const last = view.projections.at(-1);
  if (!last) return [];
  const below = (targetPath(view).at(-1)?.value ?? last.value) >= last.value;
  const [inner, outer] = below ? [last.lower_80, last.lower_95] : [last.upper_80, last.upper_95];
  if (inner === null || outer === null) return [];
  const perPixel = (scale.high - scale.low) / (height - frameHeight);
  const bands = [
    { percent: 95, edge: outer, room: Math.abs(outer - inner) },
    { percent: 80, edge: inner, room: Math.abs(inner - last.value) },
  ];
  return bands
    .filter(({ room }) => room / perPixel >= 15)
    .map(({ percent, edge }) =>
      Plot.text([text.chart.band(percent)], {
        x: [day(last.period_end)],
        y: [edge],
        textAnchor: "end",
        dx: -6,
        dy: below ? -10 : 11,
        fontSize: 12,
        fill: "var(--muted)",
      }),
    );
}

function startOfYear(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), 0, 1));
}

function yearTicks([start, end]: [Date, Date], step: number): Date[] {
  const first = start.getUTCFullYear();
  const count = Math.floor((end.getUTCFullYear() - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    return new Date(Date.UTC(first + index * step, 0, 1));
  });
}
