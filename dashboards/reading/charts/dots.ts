import * as Plot from "@observablehq/plot";
import type { Html } from "../markup/html.ts";
import type { Alternative } from "../markup/svg.ts";
import { formatNumber } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";
import { draw } from "./draw.ts";
import type { Scale } from "./scale.ts";

/** An area's place in the ranking. */
export interface RankedArea {
  name: string;
  value: number;
}

/** What the ranking is compared with. */
export interface ReferenceLines {
  ward: { value: number; label: string } | null;
  target: { value: number; label: string } | null;
}

export const dotSizes = {
  wide: { width: 1040, height: 280 },
  narrow: { width: 350, height: 260 },
} as const;

/** Areas as dots in the order of their rank; the first and the last carry their names. */
export function dotPlot(
  areas: readonly RankedArea[],
  marks: ReferenceLines,
  scale: Scale,
  size: (typeof dotSizes)[keyof typeof dotSizes],
  text: Texts,
  alternative: Alternative,
): Html {
  const dots = areas.map((area, index) => ({ ...area, rank: index + 1 }));
  const tick = (value: number) => formatNumber(value, scale.decimals, text.language);
  const isRising = (areas[0]?.value ?? 0) <= (areas.at(-1)?.value ?? 0);
  return draw(
    {
      width: size.width,
      height: size.height,
      marginLeft: 20 + 7.2 * Math.max(...scale.ticks.map((value) => tick(value).length)),
      marginRight: 24,
      marginTop: 24,
      marginBottom: 30,
      x: { domain: [0, dots.length + 1], axis: null },
      y: { domain: [scale.low, scale.high] },
      marks: [
        Plot.gridY(scale.ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
        ...lines(marks, scale, areas),
        Plot.dot(dots, {
          x: "rank",
          y: "value",
          r: radius(size.width, dots.length),
          fill: "var(--data)",
        }),
        endName(dots.slice(0, 1), "start", isRising ? 16 : -14),
        endName(dots.slice(-1), "end", isRising ? -14 : 16),
        Plot.axisY(scale.ticks, {
          fontSize: 12,
          fill: "var(--muted)",
          label: null,
          tickFormat: tick,
          tickSize: 0,
        }),
      ],
    },
    alternative,
  );
}

/** Dots just large enough that neighbours stay apart. */
function radius(width: number, count: number): number {
  return Math.min(3.5, Math.max(1.5, (0.4 * width) / count));
}

/** Names the dot at an end of the ranking, on the side where no other dot is. */
function endName(
  dot: (RankedArea & { rank: number })[],
  textAnchor: "start" | "end",
  dy: number,
): Plot.Markish {
  const dx = textAnchor === "start" ? -4 : 4;
  return Plot.text(dot, { x: "rank", y: "value", text: "name", textAnchor, dx, dy, ...words });
}

/** Names ward and target where the dots are farthest from their lines; close ones at different ends. */
function lines(
  { ward, target }: ReferenceLines,
  scale: Scale,
  areas: readonly RankedArea[],
): Plot.Markish[] {
  const left = { x: 0, textAnchor: "start", dot: areas[0]?.value ?? 0 } as const;
  const right = { x: areas.length + 1, textAnchor: "end", dot: areas.at(-1)?.value ?? 0 } as const;
  const far = ({ value }: Line) =>
    Math.abs(left.dot - value) > Math.abs(right.dot - value) ? left : right;
  const tenth = (scale.high - scale.low) / 10;
  const isClose = ward !== null && target !== null && Math.abs(ward.value - target.value) < tenth;
  const other = ward && far(ward) === left ? right : left;
  return [
    ...(ward ? named(ward, far(ward), scale, "var(--data)", "6,4") : []),
    ...(target ? named(target, isClose ? other : far(target), scale, "var(--promise)", "2,4") : []),
  ];
}

type Line = NonNullable<ReferenceLines["ward"]>;

/** An end of the drawing and the value of the dot there. */
interface End {
  x: number;
  textAnchor: "start" | "end";
  dot: number;
}

/** A line across the drawing, its name at an end on the side away from the dot there. */
function named(
  { value, label }: Line,
  { x, textAnchor, dot }: End,
  scale: Scale,
  stroke: string,
  strokeDasharray: string,
): Plot.Markish[] {
  if (value < scale.low || value > scale.high) return [];
  const place = { x: [x], y: [value], textAnchor, dy: dot < value ? -11 : 11 };
  return [
    Plot.ruleY([value], { stroke, strokeDasharray }),
    Plot.text([label], { ...place, ...words, fontWeight: 600 }),
  ];
}

const words = {
  fontSize: 12,
  fill: "var(--ink)",
  stroke: "var(--surface)",
  strokeWidth: 4,
} as const;
