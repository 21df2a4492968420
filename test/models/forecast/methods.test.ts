import { beforeAll, describe, expect, it } from "vitest";
import { build, seeded } from "./build.ts";
import * as textbook from "./textbook.ts";

const yearly = [12, 15, 14, 18, 21, 19, 24, 23, 27, 30, 28, 33, 31, 36];
const wandering = (() => {
  const random = seeded(7);
  let level = 50;
  return Array.from({ length: 30 }, () => (level += random() * 8 - 3.5));
})();
const shares = [91.2, 91.9, 92.1, 92.8, 93.0, 93.9, 94.1, 94.4, 95.2, 95.3];
const seasonal = Array.from({ length: 60 }, (_, t) => {
  const ratio = [0.7, 0.8, 0.9, 1, 1.1, 1.3, 1.4, 1.2, 1, 0.9, 0.8, 0.9][t % 12] as number;
  return (100 + 2 * t) * ratio;
});

const linear = Array.from({ length: 13 }, (_, t) => 50 + t);

let query: Awaited<ReturnType<typeof build>>;
beforeAll(async () => {
  query = await build([
    { series_id: "yearly", frequency: "year", values: yearly, horizon: 5 },
    { series_id: "wandering", frequency: "year", values: wandering, horizon: 5 },
    {
      series_id: "shares",
      frequency: "year",
      values: shares,
      horizon: 5,
      lower_bound: 0,
      upper_bound: 100,
    },
    { series_id: "seasonal", frequency: "month", values: seasonal, horizon: 14 },
    { series_id: "fourteen", frequency: "month", values: linear, horizon: 14 },
  ]);
});

const pathOf = async (series: string, method: string, origin = 0): Promise<number[]> => {
  const rows = await query<{ path: number[] }>(
    `select path from intermediate.int_forecast_paths
     where series_id = '${series}' and method = '${method}' and origin = ${origin}`,
  );
  return rows[0]?.path ?? [];
};

const expectPath = (actual: number[], expected: number[]) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expect(value / (expected[index] as number)).toBeCloseTo(1, 9);
  });
};

describe("methods", () => {
  const steps = [1, 2, 3, 4, 5];
  const methods: Record<string, textbook.Path> = {
    ses: textbook.ses,
    damped_holt: textbook.damped_holt,
    holt: textbook.holt,
    brisk_holt: textbook.brisk_holt,
    theta: textbook.theta,
    drift: textbook.drift,
    seasonal_naive: textbook.seasonal_naive(1),
  };

  for (const [name, method] of Object.entries(methods))
    it(`${name} is what the textbook says`, async () => {
      expectPath(await pathOf("yearly", name), method(yearly, steps));
      expectPath(await pathOf("wandering", name), method(wandering, steps));
    });

  it("look at past origins without the points after them, and no further than those", async () => {
    expectPath(await pathOf("yearly", "ses", 5), textbook.ses(yearly.slice(0, -5), steps));
    expectPath(await pathOf("yearly", "holt", 2), textbook.holt(yearly.slice(0, -2), [1, 2]));
  });

  it("log methods work on logarithms, logit methods inside the bounds", async () => {
    expectPath(await pathOf("yearly", "log_theta"), textbook.theta(yearly.map(Math.log), steps));
    expectPath(
      (await pathOf("yearly", "log_damped_holt")).map(Math.exp),
      textbook.damped_holt(yearly.map(Math.log), steps).map(Math.exp),
    );
    const logits = shares.map((share) => Math.log(share / (100 - share)));
    expectPath(await pathOf("shares", "logit_ses"), textbook.ses(logits, steps));
    expectPath(await pathOf("shares", "logit_damped_holt"), textbook.damped_holt(logits, steps));
    expectPath(await pathOf("shares", "logit_theta"), textbook.theta(logits, steps));
    expect(await pathOf("shares", "log_theta")).toEqual([]);
    expect(await pathOf("yearly", "logit_ses")).toEqual([]);
  });

  it("seasonal_naive repeats the last year", async () => {
    const months = Array.from({ length: 14 }, (_, index) => index + 1);
    expectPath(
      await pathOf("seasonal", "seasonal_naive"),
      textbook.seasonal_naive(12)(seasonal, months),
    );
  });

  it("seasonal_drift moves the last year on by the mean change from a year before", async () => {
    const rising = Array.from({ length: 14 }, (_, index) => 63 + (index % 12));
    expectPath(await pathOf("fourteen", "seasonal_drift"), rising);
    expect(await pathOf("seasonal", "seasonal_drift")).toEqual([]);
  });

  it("annual methods look at means of whole years, steps as parts of a year from their middle", async () => {
    const [{ points } = { points: [] }] = await query<{ points: number[] }>(
      "select adjusted as points from intermediate.int_forecast_origins where series_id = 'seasonal' and origin = 0",
    );
    const means = [0, 12, 24, 36, 48].map(
      (from) => points.slice(from, from + 12).reduce((sum, y) => sum + y, 0) / 12,
    );
    const parts = Array.from({ length: 14 }, (_, index) => (index + 1 + 5.5) / 12);
    expectPath(await pathOf("seasonal", "annual_theta"), textbook.theta(means, parts));
  });
});

describe("seasons", () => {
  it("are found where they are the same each year", async () => {
    const [{ seasons, is_multiplicative } = { seasons: [], is_multiplicative: false }] =
      await query<{ seasons: number[]; is_multiplicative: boolean }>(
        "select seasons, is_multiplicative from intermediate.int_forecast_origins where series_id = 'seasonal' and origin = 0",
      );
    expect(is_multiplicative).toBe(true);
    const ratios = [0.7, 0.8, 0.9, 1, 1.1, 1.3, 1.4, 1.2, 1, 0.9, 0.8, 0.9];
    seasons.forEach((season, index) => {
      expect(season).toBeCloseTo(ratios[index] as number, 1);
    });
    expect(seasons.reduce((sum, season) => sum + season, 0)).toBeCloseTo(12, 6);
  });
});

describe("units of errors", () => {
  it("grow with the step as the changes of the series grow with their distance", async () => {
    const change = (distance: number) =>
      yearly
        .slice(distance)
        .reduce((sum, value, index) => sum + Math.abs(value - (yearly[index] as number)), 0) /
      (yearly.length - distance);
    const far = Math.floor(yearly.length / 3);
    const growth = Math.log(change(far) / change(1)) / Math.log(far);
    expect(growth).toBeGreaterThan(0.1);
    expect(growth).toBeLessThan(1);
    const [{ scales } = { scales: [] }] = await query<{ scales: number[] }>(
      "select scales from intermediate.int_forecast_scores where series_id = 'yearly' and origin = 0",
    );
    expect(scales).toHaveLength(5);
    scales.forEach((scale, index) => {
      expect(scale / (scales[0] as number)).toBeCloseTo((index + 1) ** (growth / 2), 9);
    });
  });
});

describe("mixes", () => {
  it("are means of the methods by their weights", async () => {
    const [difference] = await query<{ most: number; sums: number[] }>(`
      with candidates as (
        select series_id, method, unnest(path) as value, generate_subscripts(path, 1) as step
        from intermediate.int_forecast_candidates where origin = 0
      ),
      mixed as (
        select series_id, step, sum(weight * value) as value
        from candidates join intermediate.int_forecast_weights as weights using (series_id, method)
        where weights.origin = 0
        group by all
      )
      select max(abs(mixed.value - forecasts.value)) as most,
        (select list(distinct round(total, 9)) from (select sum(weight) as total from intermediate.int_forecast_weights group by series_id, origin)) as sums
      from mixed join intermediate.int_forecasts as forecasts using (series_id, step)
      where series_id != 'shares'`);
    expect(difference?.most).toBeLessThan(1e-9);
    expect(difference?.sums).toEqual([1]);
  });

  it("weigh a method by the sixth power of its error, the median by half more", async () => {
    const rows = await query<{ method: string; error: number; weight: number }>(`
      with steps as (
        select candidates.series_id, candidates.method,
          unnest(candidates.path) as value, unnest(origins.outcomes) as outcome
        from intermediate.int_forecast_candidates as candidates
        join intermediate.int_forecast_origins as origins using (series_id, origin)
        where origin > 0
      )
      select method, weight, avg(abs(outcome - value)) / any_value(now.scale) as error
      from steps
      join intermediate.int_forecast_weights as weights using (series_id, method)
      join (select distinct series_id, scale from intermediate.int_forecast_candidates where origin = 0) as now using (series_id)
      where series_id = 'wandering' and weights.origin = 0 group by all order by method`);
    const ratings = rows.map(({ error }) => (error + 1e-4) ** -6);
    const total = ratings.reduce((sum, rating) => sum + rating, 0);
    expect(rows.length).toBe(10);
    rows.forEach(({ method, weight }, index) => {
      const share = (ratings[index] as number) / total;
      expect(weight).toBeCloseTo(0.5 * share + (method === "median" ? 0.5 : 0), 4);
    });
  });

  it("know at a past origin only what had come by then", async () => {
    const [first] = await query<{ weights: number[] }>(`
      select list(distinct round(weight, 9) order by round(weight, 9)) as weights
      from intermediate.int_forecast_weights
      where series_id = 'wandering'
        and origin = (select max(origin) from intermediate.int_forecast_origins where series_id = 'wandering')`);
    expect(first?.weights).toEqual([0.05, 0.55]);
  });
});
