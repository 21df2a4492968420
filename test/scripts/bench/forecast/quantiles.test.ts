import { expect, it } from "vitest";
import { quantilesOf } from "../../../../scripts/bench/forecast/quantiles.ts";

const weighted = (...pairs: [value: number, weight: number][]) =>
  pairs.map(([value, weight]) => ({ value, weight }));

it("lies straight between the middles of equal weights, and ends at the ends", () => {
  const four = weighted([1, 1], [2, 1], [3, 1], [4, 1]);
  expect(quantilesOf(four, [0, 0.125, 0.25, 0.5, 1])).toEqual([1, 1, 1.5, 2.5, 4]);
});

it("is drawn to what weighs more", () => {
  expect(quantilesOf(weighted([0, 3], [8, 1]), [0.5])).toEqual([2]);
  expect(quantilesOf(weighted([0, 1], [8, 3]), [0.5])).toEqual([6]);
});
