import { expect, test } from "vitest";
import { attack, type Entry, type Publication, type Rules, type Share } from "./attacker.ts";
import { wholeSolverOf } from "./whole_numbers.ts";

const rules: Rules = {
  ...{ ward: "w", areas: ["a", "b"], partOf: { part: "all" } },
  spans: [{ total: "2026", parts: ["01", "02"] }],
};

test("subtracts what is shown from totals of areas and of periods", () => {
  const told = { "all a 01": null, "all b 01": 40, "all w 01": 43 };
  expect(found(told).count(0, "all", "a", "01")).toEqual({ low: 3, high: 3 });
  const months = { "all a 01": null, "all a 02": 9, "all a 2026": 12 };
  expect(found(months).count(0, "all", "a", "01")).toEqual({ low: 3, high: 3 });
});

test("knows that what is hidden is no zero, unless it is a part or its total is hidden with all", () => {
  const sum = { "all a 01": null, "all b 01": null, "all w 01": 5 };
  expect(found(sum).count(0, "all", "a", "01")).toEqual({ low: 1, high: 4 });
  const parts = { "part a 01": null, "part b 01": null, "part w 01": 5 };
  expect(found(parts).count(0, "part", "a", "01")).toEqual({ low: 0, high: 5 });
  const blank = { "all a 01": null, "all b 01": null, "all w 01": null };
  expect(found(blank).count(0, "all", "a", "01")).toEqual({ low: 0, high: Infinity });
});

test("multiplies a percentage with its whole, known or worked out, within the rounding", () => {
  const told = { "part a 01": null, "all a 01": 1907 };
  expect(found(told, [share("a", 99.79)]).count(0, "part", "a", "01")).toEqual({
    ...{ low: 1903, high: 1903 },
  });
  const worked = { "part a 01": null, "all a 01": null, "all b 01": 900, "all w 01": 1000 };
  expect(found(worked, [share("a", 97)]).rest(0, "part", "a", "01")).toEqual({ low: 3, high: 3 });
});

test("joins publications by what did not change between them", () => {
  const first = { "all a 01": null, "all b 01": null, "all w 01": 20 };
  const second = { "all a 01": null, "all b 01": null, "all w 01": 27 };
  const versions = (publication: number, name: string) => (name === "all a 01" ? 0 : publication);
  const look = attack([publication(first), publication(second)], rules, versions);
  expect(look.count(1, "all", "b", "01")).toEqual({ low: 8, high: 26 });
});

test("counts in whole numbers, where linear bounds alone leave more", () => {
  const bounds = [
    { least: 0, most: Infinity },
    { least: 0, most: Infinity },
  ];
  const sums = [
    {
      terms: [
        [0, 3],
        [1, 2],
      ] as [number, number][],
      right: 7,
    },
  ];
  const whole = wholeSolverOf({ sums, bounds, isCount: [true, true] });
  expect(whole(0)).toEqual({ low: 1, high: 1 });
  const real = wholeSolverOf({ sums, bounds, isCount: [true, false] });
  expect(real(0)).toEqual({ low: 0, high: 2 });
  expect(() =>
    wholeSolverOf({
      sums: [...sums, { terms: [[0, 1]], right: 3 }],
      bounds,
      isCount: [true, true],
    }),
  ).toThrow("no values fit the system");
});

function found(told: Record<string, number | null>, shares: Share[] = []) {
  return attack([publication(told, shares)], rules, () => 0);
}

function publication(told: Record<string, number | null>, shares: Share[] = []): Publication {
  const entries = Object.entries(told).map(([name, value]): Entry => {
    const [measure = "", area = "", period = ""] = name.split(" ");
    return { measure, area, period, value };
  });
  return { entries, shares };
}

function share(area: string, percent: number): Share {
  return { part: "part", whole: "all", area, period: "01", percent };
}
