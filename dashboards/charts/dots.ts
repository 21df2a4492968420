import * as Plot from "@observablehq/plot";
import { formatNumber } from "../format.ts";
import type { Html } from "../html.ts";
import type { Alternative } from "../svg.ts";
import type { Texts } from "../text/vi.ts";
import { draw } from "./draw.ts";
import type { Scale } from "./scale.ts";

/** An area's place in the ranking. */
export interface Ranked {
  name: string;
  value: number;
}

/** What the ranking is compared with. */
export interface Marks {
  ward: { value: number; label: string } | null;
  target: { value: number; label: string } | null;
}

export const dotSizes = {
  wide: { width: 1040, height: 280 },
  narrow: { width: 350, height: 260 },
} as const;

/** Areas as dots in the order of their rank; the first and the last carry their names. */
export function dotPlot(
  areas: readonly Ranked[],
  marks: Marks,
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
      marginBottom: 18,
      x: { domain: [0, dots.length + 1], axis: null },
      y: { domain: [scale.low, scale.high] },
      marks: [
        Plot.gridY(scale.ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
        ...lines(marks, scale, dots.length, isRising),
        Plot.dot(dots, { x: "rank", y: "value", r: 3.5, fill: "var(--data)" }),
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

/** Names the dot at an end of the ranking, on the side where no other dot is. */
function endName(
  dot: (Ranked & { rank: number })[],
  textAnchor: "start" | "end",
  dy: number,
): Plot.Markish {
  const dx = textAnchor === "start" ? -4 : 4;
  return Plot.text(dot, { x: "rank", y: "value", text: "name", textAnchor, dx, dy, ...words });
}

/** The ward's own value named at the far end, the target at the near one, away from the dots. */
function lines(
  { ward, target }: Marks,
  scale: Scale,
  count: number,
  isRising: boolean,
): Plot.Markish[] {
  const away = isRising ? 1 : -1;
  return [
    ...named(ward, scale, "var(--data)", "6,4", { x: count + 1, textAnchor: "end", dy: 11 * away }),
    ...named(target, scale, "var(--promise)", "2,4", { x: 0, textAnchor: "start", dy: -11 * away }),
  ];
}

function named(
  line: { value: number; label: string } | null,
  scale: Scale,
  stroke: string,
  strokeDasharray: string,
  { x, ...place }: { x: number; textAnchor: "start" | "end"; dy: number },
): Plot.Markish[] {
  if (!line || line.value < scale.low || line.value > scale.high) return [];
  const { value, label } = line;
  return [
    Plot.ruleY([value], { stroke, strokeDasharray }),
    Plot.text([label], { x: [x], y: [value], ...place, ...words, fontWeight: 600 }),
  ];
}

const words = {
  fontSize: 12,
  fill: "var(--ink)",
  stroke: "var(--surface)",
  strokeWidth: 4,
} as const;
