import * as Plot from "@observablehq/plot";
import { amount, targetOf } from "../facts/indicator_words.ts";
import { day, type Point } from "../facts/point.ts";
import { targetPoint } from "../facts/target_path.ts";
import type { IndicatorView } from "../facts/view.ts";
import { formatDate } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";
import { type Scale, spread } from "./scale.ts";
import { type ComparedLine, frameHeight, frameTop, type TrendSize } from "./trend_frame.ts";

/** A date that the drawing marks, and what happened on it. */
interface DateLine {
  date: string;
  words: string;
}

/** Names above the drawing, right of their lines, on two levels: breaks of the series, the day a year's duty is due. */
export function dateLines(
  view: IndicatorView,
  [start, end]: [Date, Date],
  text: Texts,
): Plot.Markish[] {
  const seen = datesOf(view, text).filter(({ date }) => day(date) > start && day(date) < end);
  return seen.flatMap(({ date, words }, index) => [
    Plot.ruleX([day(date)], { stroke: "var(--muted)", strokeWidth: 1, strokeDasharray: "1,2" }),
    Plot.text([words], {
      x: [day(date)],
      frameAnchor: "top",
      textAnchor: "start",
      dx: -2,
      dy: index % 2 === 0 ? -32 : -18,
      ...labels,
      fill: "var(--muted)",
    }),
  ]);
}

function datesOf({ breaks, progress }: IndicatorView, text: Texts): DateLine[] {
  const written = (date: string) => formatDate(date, text.language);
  const named = breaks.flatMap(({ break_date, split_date, kind }) => [
    ...(split_date !== null && split_date !== break_date
      ? [{ date: split_date, words: text.chart.countedFrom(written(split_date)) }]
      : []),
    { date: break_date, words: breakName(break_date, kind, text) },
  ]);
  const due = progress?.target_cadence === "yearly" ? progress.target_due : null;
  const deadline = due === null ? [] : [{ date: due, words: text.due(written(due)) }];
  return [...named, ...deadline].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function breakName(date: string, kind: string, text: Texts): string {
  const written = formatDate(date, text.language);
  return kind === "boundary" ? text.chart.boundary(written) : text.pages.breaks.definition(written);
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

/** A label at the right end of a line: the value it stands at, its words and its colour. */
export interface EndLabel {
  value: number;
  text: string;
  fill: string;
}

/** What stands right of the drawing: target and projection. Their unit stands above the axis. */
export function endLabels(view: IndicatorView, text: Texts, { labelLines }: TrendSize): EndLabel[] {
  const last = view.projections.at(-1);
  const target = targetOf(view, text, text.operator, amount);
  const aim = targetPoint(view);
  const words = (write: (value: string) => string, value: string) =>
    labelLines === 1 ? write(value) : write(`\n${value}`).replace(" \n", "\n");
  return [
    ...(aim && target
      ? [{ value: aim.value, text: words(text.chart.target, target), fill: "var(--muted)" }]
      : []),
    ...(last
      ? [
          {
            value: last.value,
            text: words(text.chart.projection, projectedWords(view, last, text)),
            fill: "var(--data)",
          },
        ]
      : []),
  ];
}

/** The projected value; with its year where it ends before the drawing does. */
function projectedWords(
  { indicator, programme }: IndicatorView,
  last: IndicatorView["projections"][number],
  text: Texts,
): string {
  const value = amount(last.value, indicator, text);
  const year = last.period_end.slice(0, 4);
  return year === programme.last_date.slice(0, 4) ? value : `${value} (${year})`;
}

/** Places the end labels, moved apart where they would meet. */
export function placeEndLabels(
  labels: EndLabel[],
  { height, labelLines }: TrendSize,
  scale: Scale,
  end: Date,
): Plot.Markish[] {
  const inner = height - frameHeight;
  const range = scale.high - scale.low;
  const pixels = spread(
    labels.map(({ value }) => frameTop + ((scale.high - value) / range) * inner),
    2 + 15 * labelLines,
    frameTop + inner - 2 - 8 * (labelLines - 1),
  );
  return labels.map(({ text, fill }, index) =>
    Plot.text([text], {
      x: [end],
      y: [scale.high - (((pixels[index] as number) - frameTop) / inner) * range],
      textAnchor: "start",
      dx: 6,
      lineHeight: 1.2,
      fontSize: 12,
      fontWeight: 600,
      fill,
    }),
  );
}

/**
 * Names each band inside itself, on the side away from the target, where it has room for a name; on
 * narrow drawings the line under them says it.
 */
export function bandLabels(
  view: IndicatorView,
  text: Texts,
  scale: Scale,
  { height, labelLines }: TrendSize,
): Plot.Markish[] {
  const last = view.projections.at(-1);
  if (!last || labelLines > 1 || view.projections.length < fewestNamed) return [];
  const isBelow = (targetPoint(view)?.value ?? last.value) >= last.value;
  const [inner, outer] = isBelow ? [last.lower_80, last.lower_95] : [last.upper_80, last.upper_95];
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
        dy: isBelow ? -10 : 11,
        fontSize: 12,
        fill: "var(--muted)",
      }),
    );
}

/** Projected periods below which a band is too narrow to hold its name. */
const fewestNamed = 4;

const labels = { fontSize: 12, stroke: "var(--surface)", strokeWidth: 4 } as const;
