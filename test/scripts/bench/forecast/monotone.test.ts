import { expect, it } from "vitest";
import { risingOf } from "../../../../scripts/bench/forecast/monotone.ts";

it("leaves what rises along a line as it is", () => {
  expect(risingOf([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
});

it("never falls, and keeps the mean of what it pools", () => {
  const risen = risingOf([1, 5, 3, 4, 2, 8]);
  expect(risen).toEqual(risen.toSorted((a, b) => a - b));
  expect(risingOf([4, 1])).toEqual([2.5, 2.5]);
});
