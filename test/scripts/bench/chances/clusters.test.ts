import { expect, it } from "vitest";
import { clusteredMean } from "../../../../scripts/bench/chances/clusters.ts";

const seen = (values: readonly number[], seriesOf: (index: number) => string) =>
  values.map((value, index) => ({ value, series_id: seriesOf(index) }));

it("is the usual error where each series is seen once", () => {
  const { mean, error } = clusteredMean(seen([0, 1, 0, 1], String));
  expect(mean).toBe(0.5);
  expect(error).toBeCloseTo(0.25, 12);
});

it("takes what one series says twice as said once", () => {
  const twice = seen([0, 0, 1, 1, 0, 0, 1, 1], (index) => String(Math.floor(index / 2)));
  expect(clusteredMean(twice)).toEqual({ mean: 0.5, error: 0.25 });
});
