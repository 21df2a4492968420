import { expect, it } from "vitest";
import { naiveOf } from "../../../../scripts/bench/chances/naive.ts";

const history = [10, 11, 9, 12, 11, 14];

it("a random walk is as likely above its last value as below, and one deviation up is 16%", () => {
  const { walk, meanChange } = naiveOf(history);
  expect(meanChange).toBeCloseTo(2, 9);
  expect(walk(14, 7)).toBeCloseTo(0.5, 6);
  expect(walk(14 + Math.sqrt(24 / 5) * 2, 4)).toBeCloseTo(0.158655, 5);
});

it("a drift moves it by the mean change of the past", () => {
  const { drift } = naiveOf(history);
  expect(drift(14 + 3 * 0.8, 3)).toBeCloseTo(0.5, 6);
  expect(drift(14, 3)).toBeGreaterThan(0.5);
});

it("what never moved stays", () => {
  const { walk } = naiveOf([5, 5, 5]);
  expect([walk(5, 1), walk(5.1, 1)]).toEqual([1, 0]);
});
