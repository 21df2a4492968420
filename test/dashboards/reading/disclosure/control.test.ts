import { expect, test } from "vitest";
import { control } from "../../../../dashboards/reading/disclosure/control.ts";
import type { Counted, CountedRow } from "../../../../dashboards/reading/disclosure/counts.ts";
import { type Memory, noMemory, usable } from "../../../../dashboards/reading/disclosure/memory.ts";
import { sealWith } from "../../../../dashboards/reading/disclosure/seal.ts";

const areas = { ward: "ward", neighbourhoods: new Set(["a", "b", "c", "d"]) };
const seal = sealWith(new Uint8Array(32).fill(7));
const none = { numerator: null, denominator: null };

test("beside a small count the smallest part with room enough is hidden, the total stays", async () => {
  expect(await hiddenOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 })).toEqual(["a", "c"]);
});

test("zeros and large counts are shown; without small counts nothing is hidden", async () => {
  expect(await hiddenOf("CASES", { a: 0, b: 40, c: 12, d: 10, ward: 62 })).toEqual([]);
});

test("the threshold is 9 for sensitive counts by neighbourhood, 4 for others and for the ward", async () => {
  expect(await hiddenOf("CASES", { a: 7, b: 40, c: 30, d: 20, ward: 97 })).toEqual(["a", "d"]);
  expect(await hiddenOf("PEOPLE", { a: 7, b: 40, c: 30, d: 20, ward: 97 })).toEqual([]);
  expect(await hiddenOf("CASES", { ward: 7 })).toEqual([]);
  expect(await hiddenOf("CASES", { ward: 4 })).toEqual(["ward"]);
});

test("a total goes where no part has room: 1 + 0 + 0 + 0 is read from it", async () => {
  expect(await hiddenOf("CASES", { a: 6, b: 0, c: 0, d: 0, ward: 6 })).toEqual(["a", "ward"]);
});

test("a count of things is no count of people", async () => {
  expect(await hiddenOf("SCHOOLS", { a: 1, b: 2, ward: 3 })).toEqual([]);
});

test("a share is hidden where its part or what is left of the whole is small", async () => {
  const share = (area_id: string, numerator: number, denominator: number) =>
    row("SHARE", area_id, (100 * numerator) / denominator, { numerator, denominator });
  const hidden = async (rows: CountedRow[]) => placesOf((await controlled(rows)).hidden);
  expect(await hidden([share("ward", 3, 80)])).toEqual(["ward"]);
  expect(await hidden([share("ward", 78, 80)])).toEqual(["ward"]);
  expect(await hidden([share("ward", 40, 80)])).toEqual([]);
  expect(await hidden([row("SHARE", "a", 97.5, none)])).toEqual(["a"]);
});

test("one count shown by two indicators is hidden in both", async () => {
  const cleared = row("CLEARED", "ward", 50, { numerator: 2, denominator: 4 });
  const { hidden } = await controlled([row("CASES", "ward", 4, none), cleared]);
  expect(hidden.map(({ indicator_id }) => indicator_id)).toEqual(["CASES", "CLEARED"]);
});

test("what was hidden stays hidden, and what was published is no cover for a new small count", async () => {
  expect(await hiddenAfter({ a: 30, b: 40, c: 12, d: 2, ward: 84 })).toEqual(["a", "c", "d"]);
  expect(await hiddenAfter({ a: 3, b: 40, c: 12, d: 2, ward: 57 })).toEqual([
    "a",
    "c",
    "d",
    "ward",
  ]);
});

test("a mended hidden count takes its total along, which would tell by how much it was mended", async () => {
  expect(await hiddenAfter({ a: 9, b: 40, c: 12, d: 90, ward: 151 })).toEqual(["a", "c", "ward"]);
});

test("figures mended elsewhere, and a case booked anew in a hidden place, cost nothing", async () => {
  expect(await hiddenAfter({ a: 3, b: 43, c: 12, d: 90, ward: 148 })).toEqual(["a", "c"]);
  expect(await hiddenAfter({ a: 2, b: 40, c: 13, d: 90, ward: 145 })).toEqual(["a", "c"]);
});

test("a hidden place that is gone stays marked, or the others would add up to the total", async () => {
  const { memory } = await controlled(rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 }));
  const { kept, hidden } = await controlled(
    rowsOf("CASES", { b: 40, c: 12, d: 90, ward: 142 }),
    memory,
  );
  expect(kept.map(({ indicator_id, area_id }) => `${indicator_id} ${area_id}`)).toEqual([
    "CASES a",
  ]);
  expect(placesOf(hidden)).toEqual(["c", "ward"]);
});

test("a total that comes back to an old number is hidden where it would tell a new count", async () => {
  const months = (counts: number[]) =>
    counts.map((value, index) => ({ ...row("CASES", "ward", value, none), ...monthOf(index) }));
  const year = (value: number) => ({ ...row("CASES", "ward", value, none), ...wholeYear });
  let { memory } = await controlled([...months([16]), year(16)]);
  ({ memory } = await controlled([...months([14]), year(14)], memory));
  const { hidden } = await controlled([...months([14, 2]), year(16)], memory);
  expect(hidden.map(({ frequency }) => frequency)).toEqual(["month", "year"]);
});

test("a small total goes with all its parts, zeros too, or they would be counted", async () => {
  expect(await hiddenOf("CASES", { a: 1, b: 2, c: 0, d: 0, ward: 3 })).toEqual([
    ...["a", "b", "c", "d", "ward"],
  ]);
});

test("a total that an office printed wrong is no sum, and one that was rounded for itself is", async () => {
  const wrong = { a: 3, b: 40, c: 12, d: 90, ward: 100 };
  const { memory } = await controlled(rowsOf("CASES", wrong));
  const mended = { a: 5, b: 40, c: 12, d: 2, ward: 59 };
  const { hidden } = await controlled(rowsOf("CASES", mended), memory);
  expect(placesOf(hidden)).toEqual(["a", "c", "d"]);
  expect(await hiddenAfter({ a: 9, b: 40, c: 12, d: 90, ward: 152 })).toEqual(["a", "c", "ward"]);
});

test("the memory has the published numbers, and places and seals of the hidden ones", async () => {
  const { memory } = await controlled(rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 }));
  expect(memory.published).toEqual({
    cases: { [at("b")]: [[1, 40]], [at("d")]: [[1, 90]], [at("ward")]: [[1, 145]] },
  });
  expect(memory.hidden).toEqual({
    cases: {
      [at("a")]: [[1, seal("cases", at("a"), 3)]],
      [at("c")]: [[1, seal("cases", at("c"), 12)]],
    },
  });
  expect(seal("cases", at("a"), 3)).not.toBe(sealWith(new Uint8Array(32))("cases", at("a"), 3));
});

test("the memory grows by what is told otherwise, and by what is gone", async () => {
  const first = await controlled(rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 }));
  const same = await controlled(
    rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 }),
    first.memory,
  );
  expect(same.memory).toEqual({ ...first.memory, publications: 2 });
  const { memory } = await controlled(
    rowsOf("CASES", { a: 3, b: 41, c: 12, ward: 56 }),
    same.memory,
  );
  expect(memory.published["cases"]).toEqual({
    [at("b")]: [
      [1, 40],
      [3, 41],
    ],
    [at("d")]: [
      [1, 90],
      [3, null],
    ],
    [at("ward")]: [
      [1, 145],
      [3, 56],
    ],
  });
});

test("memory of another key is refused for real figures, and forgotten for the sample", () => {
  const other = sealWith(new Uint8Array(32));
  expect(() => usable(noMemory(false, other), false, seal)).toThrow("put the old key back");
  const sample = { ...noMemory(true, other), publications: 7 };
  expect(usable(sample, true, seal)).toEqual(noMemory(true, seal));
  expect(usable(sample, true, other)).toBe(sample);
  expect(usable(sample, false, seal)).toEqual(noMemory(false, seal));
});

test("an indicator that the registry does not know is an error", async () => {
  await expect(controlled([row("MOON", "a", 1, none)])).rejects.toThrow(
    "no such indicator in the registry: MOON",
  );
});

const wholeYear = { frequency: "year", period_start: "2026-01-01", period_end: "2026-12-31" };

function monthOf(index: number) {
  return { period_start: `2026-0${index + 1}-01`, period_end: `2026-0${index + 1}-28` };
}

function at(area: string): string {
  return `${area}|month|2026-10-01|2026-10-31`;
}

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

function controlled(rows: CountedRow[], memory: Memory = noMemory(false, seal)) {
  return control(rows, registry, areas, memory, seal);
}

async function hiddenOf(indicator: string, values: Record<string, number>): Promise<string[]> {
  return placesOf((await controlled(rowsOf(indicator, values))).hidden);
}

/** What is hidden where a publication had hidden the small count of `a`, and `c` beside it. */
async function hiddenAfter(values: Record<string, number>): Promise<string[]> {
  const { memory } = await controlled(rowsOf("CASES", { a: 3, b: 40, c: 12, d: 90, ward: 145 }));
  return placesOf((await controlled(rowsOf("CASES", values), memory)).hidden);
}

function placesOf(rows: readonly CountedRow[]): string[] {
  return rows.map(({ area_id }) => area_id).toSorted();
}
