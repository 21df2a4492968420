import * as Plot from "@observablehq/plot";
import type { SeasonalPattern } from "../facts/seasonal_pattern.ts";
import type { Html } from "../markup/html.ts";
import type { Alternative } from "../markup/svg.ts";
import { formatNumber } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";
import { draw } from "./draw.ts";
import { scaleOf } from "./scale.ts";

export const monthSizes = {
  wide: { width: 760, height: 240 },
  narrow: { width: 350, height: 240 },
} as const;

/** Twelve months: a bar at each month's mean difference, a dot for every year. */
export function monthStrip(
  season: SeasonalPattern,
  decimals: number,
  size: (typeof monthSizes)[keyof typeof monthSizes],
  text: Texts,
  alternative: Alternative,
): Html {
  const dots = season.months.flatMap(({ month, differences }) =>
    differences.map(({ value }) => ({ month: String(month), value })),
  );
  const means = season.months.map(({ month, mean }) => ({ month: String(month), value: mean }));
  const values = [...dots, ...means].map(({ value }) => value);
  const scale = scaleOf(values, true, { lower: null, upper: null, decimals });
  const tick = (value: number) => formatNumber(value, scale.decimals, text.language);
  return draw(
    {
      ...size,
      marginLeft: 20 + 7.2 * Math.max(...scale.ticks.map((value) => tick(value).length)),
      marginRight: 12,
      marginTop: 14,
      marginBottom: 28,
      x: { type: "band", domain: means.map(({ month }) => month), padding: 0.3 },
      y: { domain: [scale.low, scale.high] },
      marks: [
        Plot.gridY(scale.ticks, { stroke: "var(--line)", strokeOpacity: 1 }),
        Plot.ruleY([0], { stroke: "var(--muted)" }),
        Plot.dot(dots, { x: "month", y: "value", r: 2.5, stroke: "var(--muted)" }),
        Plot.tickY(means, { x: "month", y: "value", stroke: "var(--data)", strokeWidth: 4 }),
        Plot.axisY(scale.ticks, { ...axis, tickFormat: tick, tickSize: 0 }),
        Plot.axisX({ ...axis, tickSize: 0 }),
      ],
    },
    alternative,
  );
}

const axis = { fontSize: 12, fill: "var(--muted)", label: null } as const;
