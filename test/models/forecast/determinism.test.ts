import { expect, it } from "vitest";
import { build, type Series, seeded } from "./build.ts";

const random = seeded(11);
const series: Series[] = Array.from({ length: 120 }, (_, index) => {
  const season = index % 2 ? Math.sin : Math.cos;
  const values = Array.from(
    { length: 30 + (index % 40) },
    (_, t) => 100 + t * random() + 20 * season((t * Math.PI) / 6) + 10 * random(),
  );
  return {
    series_id: `s${index}`,
    frequency: index % 3 ? "month" : "quarter",
    values,
    horizon: 18,
  };
});

it("the same series give the same bits with one thread and with two, in any order", {
  timeout: 240_000,
}, async () => {
  const columns = "series_id, step, value, lower_80, upper_80, lower_95, upper_95, method";
  const sql = `select ${columns} from intermediate.int_forecasts order by series_id, step`;
  const two = await (await build(series))(sql);
  const one = await (await build(series.toReversed(), ["--target", "single"]))(sql);
  expect(two).toHaveLength(120 * 18);
  expect(one).toEqual(two);
});
