import { expect, test } from "vitest";
import { plannedAt } from "../../../../dashboards/reading/facts/target_path.ts";
import { crossingOf, valueChange } from "../../../../dashboards/reading/facts/value_change.ts";
import type { IndicatorView } from "../../../../dashboards/reading/facts/view.ts";

/** A path from 50 on 1 January 2026 over 60 on 1 January 2027 to 62 on 1 January 2028. */
const path = [
  ["2026-01-01", 50],
  ["2027-01-01", 60],
  ["2028-01-01", 62],
] as const;

test("the planned value follows the corners of the path, and ends with it", () => {
  expect(plannedAt(view([]), "2026-07-02")).toBeCloseTo(50 + (10 * 182) / 365, 9);
  expect(plannedAt(view([]), "2027-01-01")).toBe(60);
  expect(plannedAt(view([]), "2027-07-02")).toBeCloseTo(60 + (2 * 182) / 365, 9);
  expect(plannedAt(view([]), "2025-12-31")).toBeNull();
  expect(plannedAt(view([]), "2028-01-02")).toBeNull();
});

test("a value that rises more slowly than the path is better and falls behind", () => {
  expect(changed([53, 54])).toEqual({
    ...{ change: { difference: 1, turn: "better" }, crossing: "fell_behind" },
  });
});

test("where less is better a fall is better, and over the path is behind", () => {
  expect(changed([60, 50], "down")).toEqual({
    ...{ change: { difference: -10, turn: "better" }, crossing: "caught_up" },
  });
});

test("a change below the last decimal shown is none, and one period has none", () => {
  const { change, crossing } = changed([70, 70.04]);
  expect(change?.turn).toBe("same");
  expect(crossing).toBeNull();
  expect(valueChange(view([["2026-03-31", 70]]))).toBeNull();
});

/** How the second quarter's value differs from the first's. */
function changed([first, second]: [number, number], direction = "up") {
  const before = { period_end: "2026-03-31", value: first };
  const after = { period_end: "2026-06-30", value: second };
  const both = view(
    [before, after].map(({ period_end, value }) => [period_end, value]),
    direction,
  );
  return { change: valueChange(both), crossing: crossingOf(both, before, after) };
}

function view(values: [period_end: string, value: number][], direction = "up"): IndicatorView {
  const observations = values.map(([period_end, value]) => ({ period_end, value }));
  return {
    indicator: { decimals: 1, direction },
    progress: { target_cadence: "by_date", latest_value: values.at(-1)?.[1] ?? null },
    path: path.map(([path_date, planned_value]) => ({ path_date, planned_value })),
    observations,
    hidden: [],
  } as unknown as IndicatorView;
}
