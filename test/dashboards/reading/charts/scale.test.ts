import { expect, test } from "vitest";
import { scaleOf, spread } from "../../../../dashboards/reading/charts/scale.ts";

test("counts start at zero, shares near their values and never past their bounds", () => {
  const none = { lower: null, upper: null, decimals: 0 };
  expect(scaleOf([310, 1700], true, none)).toMatchObject({ low: 0, high: 2000, decimals: 0 });
  expect(scaleOf([92.6, 98], false, { lower: 0, upper: 100, decimals: 1 })).toMatchObject({
    low: 92,
    ticks: [92, 94, 96, 98],
  });
  expect(scaleOf([94, 99.8], false, { lower: 0, upper: 100, decimals: 1 }).high).toBe(100);
});

test("a flat series still has a scale", () => {
  const scale = scaleOf([0, 0], true, { lower: 0, upper: null, decimals: 0 });
  expect(scale.low).toBe(0);
  expect(scale.high).toBeGreaterThan(0);
  const same = scaleOf([33.94, 33.94 - 1e-9], false, { lower: 0, upper: 100, decimals: 2 });
  expect(same.ticks).toEqual([30, 40]);
});

test("labels move apart, keep their order and stay above the end", () => {
  expect(spread([10, 12, 80], 15, 100)).toEqual([10, 25, 80]);
  expect(spread([99, 98, 20], 15, 100)).toEqual([100, 85, 20]);
});
