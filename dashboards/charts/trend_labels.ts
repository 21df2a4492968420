import * as Plot from "@observablehq/plot";
import { quantity, targetOf } from "../facts.ts";
import { formatDate } from "../format.ts";
import type { Texts } from "../text/vi.ts";
import type { IndicatorView } from "../view.ts";
import { day, type Point } from "./draw.ts";
import { targetPath } from "./path.ts";
import { type Scale, spread } from "./scale.ts";
import { type ComparedLine, frameHeight, frameTop, type Size } from "./trend_frame.ts";

/** Names the change of boundaries above the drawing, right of its line. */
export function boundary(
  from: string | null,
  [start, end]: [Date, Date],
  text: Texts,
): Plot.Markish {
  if (!from || day(from) <= start || day(from) >= end) return null;
  return [
    Plot.ruleX([day(from)], { stroke: "var(--muted)", strokeWidth: 1, strokeDasharray: "1,2" }),
    Plot.text([text.chart.boundary(formatDate(from, text.language))], {
      x: [day(from)],
      frameAnchor: "top",
      textAnchor: "start",
      dx: -2,
      dy: -18,
      ...labels,
      fill: "var(--muted)",
    }),
  ];
}

/** Names a published line at its last point on the side away from the ward's own line. */
export function lineName(line: ComparedLine, past: Point[], text: Texts): Plot.Markish {
  const color = `var(--${line.level})`;
  const last = line.points.at(-1);
  const own = past.findLast(({ date }) => last !== undefined && date <= last.date);
  const isAbove = last !== undefined && own !== undefined && last.value >= own.value;
  return Plot.text(last ? [last] : [], {
    x: "date",
    y: "value",
    text: () => text.chart[line.level],
    ...labels,
    fill: color,
    textAnchor: isAbove ? "end" : "start",
    dx: isAbove ? -4 : 6,
    dy: isAbove ? -11 : 11,
  });
}

/** Names target and projection right of the drawing, moved apart where they would meet. */
export function endLabels(
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
export function bandLabels(
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

const labels = { fontSize: 12, stroke: "var(--surface)", strokeWidth: 4 } as const;
