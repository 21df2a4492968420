import { beforeAll, expect, it } from "vitest";
import type { BenchReport } from "../../scripts/bench/kit/bench.ts";
import { benchTrends } from "../../scripts/bench/trends.ts";

let reports: BenchReport[];
beforeAll(async () => {
  reports = await benchTrends(400, () => {});
}, 600_000);

it("speaks of made-up series as seldom and as often as it should", () => {
  const bounds = reports.flatMap((report) =>
    report.bounds.map(({ text, holds }) => ({ text: `${report.title}: ${text}`, holds })),
  );
  expect(bounds.length).toBeGreaterThan(100);
  expect(bounds.filter(({ holds }) => !holds)).toEqual([]);
});
