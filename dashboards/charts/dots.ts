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
  wide: { width: 1040, height: 300, named: 4 },
  narrow: { width: 350, height: 260, named: 2 },
} as const;

/** Areas as dots in the order of their rank; the first and last few carry their names. */
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
  const isNamed = (rank: number) => rank <= size.named || rank > dots.length - size.named;
  return draw(
    {
      width: size.width,
      height: size.height,
      marginLeft: 52,
      marginRight: 24,
      marginTop: 24,
      marginBottom: 18,
      x: { domain: [0, dots.length + 1], axis: null },
      y: { domain: [scale.low, scale.high] },
      marks: [
        Plot.gridY(scale.ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
        ...lines(marks, scale, dots.length),
        Plot.dot(dots, { x: "rank", y: "value", r: 3.5, fill: "var(--data)" }),
        Plot.text(
          dots.filter(({ rank }) => isNamed(rank)),
          {
            x: "rank",
            y: "value",
            text: "name",
            fontSize: 12,
            fill: "var(--ink)",
            stroke: "var(--surface)",
            strokeWidth: 4,
            rotate: -90,
            textAnchor: "start",
            dy: -8,
          },
        ),
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

/** The ward's own value and the target, each named at the end where the dots leave room. */
function lines({ ward, target }: Marks, scale: Scale, count: number): Plot.Markish[] {
  const shown = [
    ward && { ...ward, stroke: "var(--data)", dash: "6,4" },
    target && { ...target, stroke: "var(--promise)", dash: "2,4" },
  ].filter((line) => line !== null && line.value >= scale.low && line.value <= scale.high);
  return shown.flatMap((line) =>
    line === null
      ? []
      : [
          Plot.ruleY([line.value], { stroke: line.stroke, strokeDasharray: line.dash }),
          Plot.text([line.label], {
            x: [(count + 1) / 2],
            y: [line.value],
            dy: -9,
            fontSize: 12,
            fontWeight: 600,
            fill: "var(--ink)",
            stroke: "var(--surface)",
            strokeWidth: 4,
          }),
        ],
  );
}
