import { beforeAll, describe, expect, it } from "vitest";
import { build, type Series, seeded } from "./build.ts";

interface Forecast {
  series_id: string;
  step: number;
  value: number;
  lower_80: number | null;
  upper_80: number | null;
  lower_95: number | null;
  upper_95: number | null;
  method: string;
  probability_at_least: number | null;
}

const year = { frequency: "year", horizon: 6 };
const month = { frequency: "month", horizon: 60 };
const percent = { lower_bound: 0, upper_bound: 100 };
const noise = (count: number, seed: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => 20 + 10 * random());
};

const sums = (steps: number[]) =>
  steps.map((_, last) => steps.slice(0, last + 1).reduce((sum, step) => sum + step, 0));

const series: Series[] = [
  { series_id: "one", values: [5], ...year },
  { series_id: "two", values: [5, 6], ...year },
  { series_id: "three", values: [5, 6, 8], ...year },
  { series_id: "four", values: [5, 6, 8, 9], ...year },
  { series_id: "constant", values: Array(10).fill(7), ...year },
  { series_id: "zeros", values: Array(30).fill(0), ...month, lower_bound: 0 },
  { series_id: "falling", values: [40, 33, 29, 20, 14, 9, 5, 2, 1, 1], ...year, lower_bound: 0 },
  { series_id: "ceiling", values: Array(12).fill(100), ...year, ...percent },
  {
    series_id: "nearly",
    values: [90, 92, 95, 96, 98, 99, 99.5, 100, 100, 100],
    ...year,
    ...percent,
  },
  { series_id: "some zeros", values: noise(36, 1).map((y, t) => (t % 5 ? y : 0)), ...month },
  {
    series_id: "negative",
    values: noise(40, 2).map((y) => y - 25),
    frequency: "quarter",
    horizon: 24,
  },
  { series_id: "eleven months", values: noise(11, 3), ...month },
  { series_id: "two years", values: noise(24, 4), ...month },
  { series_id: "far", values: noise(50, 5), frequency: "month", horizon: 120 },
  { series_id: "far years", values: noise(8, 6), frequency: "year", horizon: 120 },
  { series_id: "huge", values: noise(12, 8).map((y) => y * 1e13), ...year },
  { series_id: "plain", values: noise(12, 8), ...year },
  { series_id: "tiny", values: noise(12, 8).map((y) => y * 1e-13), ...year },
  {
    series_id: "rising",
    values: Array.from({ length: 13 }, (_, t) => 50 + t),
    ...month,
    ...percent,
    threshold: 75,
  },
  { series_id: "below", values: Array.from({ length: 8 }, (_, t) => 50 + t), ...month },
  { series_id: "steady", values: Array(30).fill(75), ...month, ...percent, threshold: 80 },
  { series_id: "level", values: noise(40, 9), ...month },
  { series_id: "walk", values: sums(noise(40, 9).map((y) => y - 25)), ...month },
  { series_id: "growing", values: Array.from({ length: 12 }, (_, t) => 2 ** t), ...year },
];

const tooShort = ["one", "two", "three", "eleven months", "below"];

let forecasts: Forecast[];
let query: Awaited<ReturnType<typeof build>>;
beforeAll(async () => {
  query = await build(series);
  forecasts = await query<Forecast>(
    `select series_id, step, value, lower_80, upper_80, lower_95, upper_95, method,
       probability_at_least
     from intermediate.int_forecasts order by series_id, step`,
  );
});

const of = (series_id: string) => forecasts.filter((row) => row.series_id === series_id);
const valuesOf = (series_id: string) => of(series_id).map(({ value }) => value);

describe("forecasts at the edges", () => {
  it("have every step of every series once", () => {
    const steps = Map.groupBy(forecasts, ({ series_id }) => series_id);
    expect(steps.size).toBe(series.length);
    for (const { series_id, horizon } of series)
      expect(steps.get(series_id)?.map(({ step }) => step)).toEqual(
        Array.from({ length: horizon }, (_, index) => index + 1),
      );
  });

  it("are numbers, each inside its two intervals, the narrow inside the wide", () => {
    for (const row of forecasts) {
      expect(row.value).toSatisfy(Number.isFinite);
      if (tooShort.includes(row.series_id)) continue;
      const order = [row.lower_95, row.lower_80, row.value, row.upper_80, row.upper_95];
      expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
      expect(order.every(Number.isFinite)).toBe(true);
    }
  });

  it("repeat the last of up to three points, with no interval around them", () => {
    expect(valuesOf("one")).toEqual(Array(6).fill(5));
    expect(valuesOf("two")).toEqual(Array(6).fill(6));
    expect(valuesOf("three")).toEqual(Array(6).fill(8));
    expect(of("two")[0]).toMatchObject({ lower_80: null, upper_95: null, method: "last value" });
    expect(of("three")[0]).toMatchObject({ lower_80: null, upper_95: null });
    expect(of("four")[0]?.method).toBe("mean of damped trend, exponential smoothing, Theta");
    expect(of("eleven months")[0]?.method).toBe("exponential smoothing");
  });

  it("keep what never changed as it is, and do not claim that it never will", () => {
    for (const [series_id, value] of [
      ["constant", 7],
      ["zeros", 0],
      ["ceiling", 100],
      ["steady", 75],
    ] as const)
      for (const row of of(series_id)) expect(row.value).toBeCloseTo(value, 9);
    for (const series_id of ["constant", "ceiling", "steady"])
      expect(of(series_id).at(-1)?.lower_95).toBeLessThan(valuesOf(series_id)[0] as number);
    expect(of("steady").at(-1)?.probability_at_least).toBeGreaterThan(0.02);
    expect(of("steady").at(-1)?.probability_at_least).toBeLessThan(0.3);
  });

  it("say nothing of how sure they are where points are too few", () => {
    for (const series_id of tooShort)
      for (const { lower_80, upper_95, probability_at_least } of of(series_id))
        expect([lower_80, upper_95, probability_at_least]).toEqual([null, null, null]);
  });

  it("do not turn a short rising series back, nor rule out what its pace reaches", () => {
    expect(Math.min(...valuesOf("rising"))).toBeGreaterThan(61);
    expect(of("rising").at(-1)?.probability_at_least).toBeGreaterThan(0.2);
  });

  it("give a chance only where a threshold is asked for", () => {
    for (const { series_id, probability_at_least } of forecasts)
      expect(probability_at_least !== null).toBe(["rising", "steady"].includes(series_id));
  });

  it("are less sure from step to step", () => {
    const widths = of("constant").map((row) => Number(row.upper_95) - Number(row.lower_95));
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(widths.at(-1)).toBeGreaterThan(widths[0] as number);
  });

  it("lose more of it where a series wanders than where it returns to its level", () => {
    const widening = (series_id: string) => {
      const widths = of(series_id).map((row) => Number(row.upper_80) - Number(row.lower_80));
      return (widths.at(-1) as number) / (widths[0] as number);
    };
    expect(widening("walk")).toBeGreaterThan(1.5 * widening("level"));
  });

  it("never leave their bounds", () => {
    for (const { series_id, lower_bound = -Infinity, upper_bound = Infinity } of series)
      for (const { lower_95, value, upper_95 } of of(series_id)) {
        expect(lower_95 ?? value).toBeGreaterThanOrEqual(lower_bound);
        expect(upper_95 ?? value).toBeLessThanOrEqual(upper_bound);
      }
    expect(valuesOf("nearly").at(-1)).toBeGreaterThan(97);
    expect(of("falling").at(-1)?.lower_95).toBe(0);
  });

  it("leave a bound that is not given alone", () => {
    expect(Math.min(...of("some zeros").map(({ lower_95 }) => lower_95 as number))).toBeLessThan(0);
    expect(Math.min(...of("negative").map(({ lower_95 }) => lower_95 as number))).toBeLessThan(-5);
  });

  it("grow wider past the reach of the back-tests and do not explode", () => {
    const far = of("far");
    const width = (step: number) =>
      (far[step - 1]?.upper_95 as number) - (far[step - 1]?.lower_95 as number);
    expect(width(60)).toBeGreaterThan(width(6));
    expect(width(120)).toBeGreaterThan(width(60));
    expect(Math.max(...valuesOf("far"))).toBeLessThan(100);
    expect(Math.max(...valuesOf("growing"))).toBeLessThan(2 ** 18);
  });

  it("do not depend on the unit of the values", () => {
    const plain = valuesOf("plain");
    expect(plain).toHaveLength(6);
    plain.forEach((value, index) => {
      expect((valuesOf("huge")[index] as number) / 1e13).toBeCloseTo(value, 6);
      expect((valuesOf("tiny")[index] as number) / 1e-13).toBeCloseTo(value, 6);
    });
  });
});

describe("weights of short series", () => {
  it("are equal where the rules say so", async () => {
    const rows = await query<{ method: string; weight: number }>(
      "select method, round(weight, 9) as weight from intermediate.int_forecast_weights where series_id = 'four' and origin = 0 order by 1",
    );
    expect(rows).toEqual([
      { method: "damped_holt", weight: 0.333333333 },
      { method: "ses", weight: 0.333333333 },
      { method: "theta", weight: 0.333333333 },
    ]);
  });
});
