import { expect, test } from "vitest";
import type { Observation } from "../../../../dashboards/reading/facts/area_series.ts";
import {
  extremes,
  seasonalPattern,
} from "../../../../dashboards/reading/facts/seasonal_pattern.ts";

/** Four years of a rising line on which every January lies 12 lower. */
const januaries = months(48, (index) => 100 + index - (index % 12 === 0 ? 12 : 0));

test("a month that always lies lower is found, whatever the trend", () => {
  const season = seasonalPattern(januaries, 0.05);
  if (!season) throw new Error("no season found");
  const { lowest } = extremes(season);
  expect(season.is_clear).toBe(true);
  expect(lowest.month).toBe(1);
  expect(lowest.mean).toBeCloseTo(-11, 9);
  expect(season.months[5]?.mean).toBeCloseTo(1, 9);
  expect(lowest.differences.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
});

test("a straight line has no season, and neither has a short or broken series", () => {
  expect(
    seasonalPattern(
      months(48, (index) => index),
      0.05,
    ),
  ).toBeNull();
  expect(seasonalPattern(januaries.slice(0, 30), 0.05)).toBeNull();
  expect(
    seasonalPattern(
      januaries.filter((_, index) => index % 7 !== 3),
      0.05,
    ),
  ).toBeNull();
});

test("months that differ no more than chance are said not to stand out", () => {
  const noise = [3, -2, 5, -4, 1, -5, 2, 4, -3, -1, 5, -2, 0, 4, -5, 3, -1];
  const season = seasonalPattern(
    months(48, (index) => 50 + (noise[index % noise.length] as number)),
    0.05,
  );
  expect(season?.is_clear).toBe(false);
});

function months(count: number, value: (index: number) => number): Observation[] {
  return Array.from({ length: count }, (_, index) => {
    const period_end = new Date(Date.UTC(2023, index + 1, 0)).toISOString().slice(0, 10);
    const rest = {
      numerator: null,
      denominator: null,
      is_estimated: false,
      is_sample: false,
      assumed_share: 0,
    };
    return {
      ...{ indicator_id: "X", area_id: "le_chan", frequency: "month", maturity: "final" },
      ...{ period_start: period_end, period_end, value: value(index), ...rest },
    };
  }) as Observation[];
}
