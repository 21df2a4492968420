import { expect, it } from "vitest";
import { quarters } from "../../../scripts/sample/calendar.ts";
import { isHotSpotArea, monthBefore } from "../../../scripts/sample/truth/drugs.ts";
import { residing } from "../../../scripts/sample/truth/population.ts";
import { sampleTruth } from "../../../scripts/sample/truth.ts";
import { makeWorld } from "../../../scripts/sample/world.ts";

const world = makeWorld();
const truth = sampleTruth();

/** The ward's values of an indicator by period. */
function ward(indicator: string): Record<string, number> {
  const rows = truth.filter((t) => t.indicator_id === indicator && t.area_id === "le_chan");
  return Object.fromEntries(rows.map((t) => [t.period, t.value]));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

it("has the ward's published population in October 2026, spread over 85 neighbourhoods", () => {
  expect(world.population.map((month) => month.length)).toEqual(Array(46).fill(85));
  expect(total((world.population[45] ?? []).map((p) => p.registered))).toBe(161_051);
});

it("splits every neighbourhood's people by sex and by age without a rest", () => {
  const people = world.population.flat();
  expect(people.filter((p) => p.male + p.female !== p.registered)).toEqual([]);
  expect(
    people.filter((p) => p.aged_0_14 + p.aged_15_59 + p.aged_60_plus !== p.registered),
  ).toEqual([]);
  expect(people.filter((p) => p.aged_14_plus >= p.registered)).toEqual([]);
});

it("covers 92 to 95 percent by health insurance, dips in January and never has more cards than people", () => {
  const coverage = ward("HI_COVERAGE");
  expect(coverage["2023-05"]).toBeCloseTo(92.5, 0);
  expect(coverage["2026-10"]).toBeCloseTo(95.3, 1);
  for (const year of [2024, 2025, 2026]) {
    const dip = (coverage[`${year - 1}-12`] ?? 0) - (coverage[`${year}-01`] ?? 0);
    expect(dip).toBeGreaterThan(1.5);
    expect(dip).toBeLessThan(2.3);
    expect(coverage[`${year}-05`]).toBeGreaterThan(coverage[`${year - 1}-12`] ?? 100);
  }
  const parts = truth.filter(
    (t) => t.indicator_id === "HI_COVERAGE" && t.area_id !== "le_chan" && t.period === "2026-10",
  );
  expect(parts).toHaveLength(85);
  expect(Math.min(...parts.map((t) => t.value))).toBeGreaterThan(91.5);
  expect(Math.max(...parts.map((t) => t.value))).toBeLessThan(98.5);
});

it("makes the ward's health insurance out of its neighbourhoods in every month since 2023", () => {
  const rows = truth.filter((t) => t.indicator_id === "HI_COVERAGE" && t.period > "2023");
  for (const whole of rows.filter((t) => t.area_id === "le_chan")) {
    const parts = rows.filter((t) => t.period === whole.period && t.area_id !== "le_chan");
    expect(total(parts.map((t) => t.numerator ?? 0))).toBe(whole.numerator);
    expect(total(parts.map((t) => t.denominator ?? 0))).toBe(whole.denominator);
  }
});

it("makes it of three whole and five halved former wards before", () => {
  const rows = truth.filter((t) => t.indicator_id === "HI_COVERAGE" && t.period === "2021-01");
  const of = (area: string) => rows.find((t) => t.area_id === area)?.denominator ?? 0;
  const whole = of("old_11395_2024") + of("old_11404_2024") + of("old_11405_2024");
  const split = ["11371", "11383", "11407", "11344", "11365"].map((code) => of(`old_${code}_2024`));
  expect(whole).toBe(21_340 + 38_215 + 19_670);
  expect(of("le_chan")).toBe(whole + total(split.map((people) => Math.floor(people / 2))));
  expect(of("le_chan")).toBe(156_188);
  expect(rows).toHaveLength(9);
});

it("raises social insurance from 39 to 48 percent, a part of the compulsory ones with BHTN", () => {
  const participation = ward("SI_COVERAGE");
  expect(participation["2023-01"]).toBeCloseTo(39, 0);
  expect(participation["2026-10"]).toBeCloseTo(48, 0);
  for (const month of world.social_insurance) {
    const share = month.voluntary / (month.voluntary + month.compulsory);
    expect(share).toBeGreaterThan(0.055);
    expect(share).toBeLessThan(0.075);
    expect(month.unemployment).toBeLessThan(month.compulsory);
  }
});

it("adds the kinds of offences up to the whole; serious ones are among them", () => {
  for (const { social_order, kinds, serious } of world.crime) {
    for (const column of ["cases", "cleared", "offenders", "gangs"] as const) {
      expect(total(Object.values(kinds).map((line) => line[column]))).toBe(social_order[column]);
    }
    expect(serious.cases).toBe(kinds.murder.cases + kinds.robbery.cases);
    expect(social_order.cases).toBeGreaterThanOrEqual(20);
    expect(social_order.cases).toBeLessThanOrEqual(36);
    expect(social_order.cleared / social_order.cases).toBeGreaterThanOrEqual(0.74);
    expect(social_order.cleared / social_order.cases).toBeLessThanOrEqual(0.885);
  }
});

it("keeps the identity of the drug figures in every cell and the published shape of the ward", () => {
  for (const row of world.drugs.flat()) {
    expect(total(Object.values(row.whereabouts))).toBe(row.on_file);
    expect(total(Object.values(row.ages))).toBe(row.on_file);
  }
  expect(ward("DRUG_ADDICTS")["2023-Q1"]).toBe(480);
  expect(ward("DRUG_ADDICTS")["2026-Q3"]).toBe(437);
});

it("has three hot spot areas at last, whichever month's residents they are held against", () => {
  expect(ward("DRUG_FREE_AREAS")["2026-Q3"]).toBeCloseTo((100 * 82) / 85, 10);
  for (const [q, quarter] of quarters.entries()) {
    const hot = [-2, -1, 0, 1].map((shift) => {
      const people = world.population[monthBefore(quarter) + shift] ?? world.population[0] ?? [];
      const areas = world.drugs[q] ?? [];
      return areas.filter((d, i) => {
        const population = people[i];
        return population !== undefined && isHotSpotArea(d, residing(population));
      }).length;
    });
    expect(new Set(hot).size).toBe(1);
  }
});

it("counts 310 qualified homes by September 2026 and none that were qualified before", () => {
  expect(ward("HOUSING_UNITS")).toEqual({ "2026-Q1": 96, "2026-Q2": 170, "2026-Q3": 310 });
  expect(ward("HOUSING_INFRA")).toEqual({ "2026-Q2": 100, "2026-Q3": 50 });
});

it("hands over the whole call-up quota and orders up to five percent more", () => {
  expect(ward("DEFENCE_CALLUP")).toEqual({ "2023": 100, "2024": 100, "2025": 100, "2026": 100 });
  for (const year of world.callup) {
    const ratio = total(year.map((r) => r.ordered)) / total(year.map((r) => r.quota));
    expect(ratio).toBeGreaterThan(1.02);
    expect(ratio).toBeLessThanOrEqual(1.05);
    expect(year.filter((r) => r.fit_1 + r.fit_2 + r.fit_3 > r.examined)).toEqual([]);
  }
});

it("has a value for each of the 34 indicators, each once per area and period, none beyond reason", () => {
  expect(new Set(truth.map((t) => t.indicator_id)).size).toBe(34);
  const keys = truth.map((t) => `${t.indicator_id} ${t.area_id} ${t.period}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(truth.filter((t) => !Number.isFinite(t.value) || t.value < 0)).toEqual([]);
  expect(truth.filter((t) => t.denominator !== undefined && t.value > 100)).toEqual([]);
});

it("is another ward with another seed and the same ward with the same", () => {
  expect(sampleTruth(2026)).toEqual(truth);
  expect(sampleTruth(7)).not.toEqual(truth);
});
