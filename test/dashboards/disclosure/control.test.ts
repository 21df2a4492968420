import { expect, test } from "vitest";
import { control } from "../../../dashboards/disclosure/control.ts";
import type { Counted, CountedRow } from "../../../dashboards/disclosure/counts.ts";
import { type Memory, noMemory } from "../../../dashboards/disclosure/memory.ts";

const areas = { ward: "ward", neighbourhoods: new Set(["a", "b", "c", "d"]) };
const none = { numerator: null, denominator: null };

test("beside a small count the smallest part with room enough is hidden, the total stays", () => {
  expect(hiddenOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 })).toEqual(["a", "c"]);
});

test("zeros and large counts are shown; without small counts nothing is hidden", () => {
  expect(hiddenOf("CASES", { a: 0, b: 40, c: 12, d: 10, ward: 62 })).toEqual([]);
});

test("the threshold is 9 for sensitive counts by neighbourhood, 4 for others and for the ward", () => {
  expect(hiddenOf("CASES", { a: 7, b: 40, c: 30, d: 20, ward: 97 })).toEqual(["a", "d"]);
  expect(hiddenOf("PEOPLE", { a: 7, b: 40, c: 30, d: 20, ward: 97 })).toEqual([]);
  expect(hiddenOf("CASES", { ward: 7 })).toEqual([]);
  expect(hiddenOf("CASES", { ward: 4 })).toEqual(["ward"]);
});

test("a total goes where no part has room: 1 + 0 + 0 + 0 is read from it", () => {
  expect(hiddenOf("CASES", { a: 6, b: 0, c: 0, d: 0, ward: 6 })).toEqual(["a", "ward"]);
});

test("a count of things is no count of people", () => {
  expect(hiddenOf("SCHOOLS", { a: 1, b: 2, ward: 3 })).toEqual([]);
});

test("a share is hidden where its part or what is left of the whole is small", () => {
  const share = (area_id: string, numerator: number, denominator: number) =>
    row("SHARE", area_id, (100 * numerator) / denominator, { numerator, denominator });
  const hidden = (rows: CountedRow[]) => placesOf(controlled(rows).hidden);
  expect(hidden([share("ward", 3, 80)])).toEqual(["ward"]);
  expect(hidden([share("ward", 78, 80)])).toEqual(["ward"]);
  expect(hidden([share("ward", 40, 80)])).toEqual([]);
  expect(hidden([row("SHARE", "a", 97.5, none)])).toEqual(["a"]);
});

test("one count shown by two indicators is hidden in both", () => {
  const cleared = row("CLEARED", "ward", 50, { numerator: 2, denominator: 4 });
  const { hidden } = controlled([row("CASES", "ward", 4, none), cleared]);
  expect(hidden.map(({ indicator_id }) => indicator_id)).toEqual(["CASES", "CLEARED"]);
});

test("what was hidden stays hidden, and what was published is no cover for a new small count", () => {
  const before = controlled(rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 })).memory;
  const after = { a: 30, b: 40, c: 12, d: 2, ward: 84 };
  expect(placesOf(controlled(rowsOf("CASES", after), before).hidden)).toEqual([
    "a",
    "c",
    "d",
    "ward",
  ]);
});

test("the memory has the published numbers and the places of the hidden ones", () => {
  const { memory } = controlled(rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 }));
  const at = (area: string) => `${area}|month|2026-10-01|2026-10-31`;
  expect(memory.published).toEqual({ cases: { [at("b")]: 40, [at("d")]: 90, [at("ward")]: 145 } });
  expect(memory.hidden).toEqual({ cases: { [at("a")]: 1, [at("c")]: 1 } });
});

test("an indicator that the registry does not know is an error", () => {
  expect(() => controlled([row("MOON", "a", 1, none)])).toThrow(
    "no such indicator in the registry: MOON",
  );
});

const registry = new Map<string, Counted>(
  [
    counted("CASES", "cases", "sensitive", "cases", "none"),
    counted("PEOPLE", "people", "general", "people", "none"),
    counted("SCHOOLS", "schools", "none", "schools", "none"),
    counted("SHARE", "percent", "general", "part", "all"),
    counted("CLEARED", "percent", "sensitive", "cleared", "cases"),
  ].map((indicator) => [indicator.indicator_id, indicator]),
);

function counted(
  indicator_id: string,
  unit: string,
  disclosure: string,
  numerator_id: string,
  denominator_id: string,
): Counted {
  return { indicator_id, unit, disclosure, numerator_id, denominator_id };
}

function row(
  indicator_id: string,
  area_id: string,
  value: number,
  parts: Pick<CountedRow, "numerator" | "denominator">,
): CountedRow {
  const period = { frequency: "month", period_start: "2026-10-01", period_end: "2026-10-31" };
  return { indicator_id, area_id, ...period, value, ...parts };
}

function rowsOf(indicator: string, values: Record<string, number>): CountedRow[] {
  return Object.entries(values).map(([area, value]) => row(indicator, area, value, none));
}

function controlled(rows: CountedRow[], memory: Memory = noMemory(false)) {
  return control(rows, registry, areas, memory);
}

function hiddenOf(indicator: string, values: Record<string, number>): string[] {
  return placesOf(controlled(rowsOf(indicator, values)).hidden);
}

function placesOf(rows: readonly CountedRow[]): string[] {
  return rows.map(({ area_id }) => area_id).toSorted();
}
