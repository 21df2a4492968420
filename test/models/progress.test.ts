import { beforeAll, expect, it } from "vitest";
import { column, file, type Rows, type Sheet } from "./land.ts";
import { type Built, build } from "./warehouse.ts";

/** A tracked value of a neighbourhood at the end of a year. */
type Tracked = [indicator: string, neighbourhood: string, year: number, value: number];

/** The cases in which growth rates mislead, each in a neighbourhood of its own. */
const tracked: Tracked[] = [
  ["HOUSING_UNITS", "le_chan_tdp_01", 2026, 1],
  ["HOUSING_UNITS", "le_chan_tdp_02", 2026, 340],
  ["HI_COVERAGE", "le_chan_tdp_03", 2025, 95],
  ["HI_COVERAGE", "le_chan_tdp_03", 2026, 95.6],
  ["HI_COVERAGE", "le_chan_tdp_04", 2025, 97.9],
  ["HI_COVERAGE", "le_chan_tdp_04", 2026, 97.8],
  ["HI_COVERAGE", "le_chan_tdp_05", 2024, 92],
  ["HI_COVERAGE", "le_chan_tdp_05", 2025, 94],
  ["HI_COVERAGE", "le_chan_tdp_05", 2026, 96],
  ["HI_COVERAGE", "le_chan_tdp_06", 2025, 97],
  ["HI_COVERAGE", "le_chan_tdp_06", 2026, 98],
  ["HI_COVERAGE", "le_chan_tdp_07", 2025, 97],
  ["HI_COVERAGE", "le_chan_tdp_07", 2026, 98.01],
  ["DRUG_FREE_AREAS", "le_chan_tdp_08", 2024, 100],
  ["DRUG_FREE_AREAS", "le_chan_tdp_08", 2025, 100],
  ["DRUG_FREE_AREAS", "le_chan_tdp_08", 2026, 100],
  ["GOV_STANDARD", "le_chan_tdp_09", 2026, 88],
];

let built: Built;
beforeAll(async () => {
  const observations = tracked.flatMap(([category, area, year, value], index) => {
    const sheet: Sheet = {
      form: "programme_tracking",
      file_hash: "theo_doi",
      frequency: "year",
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
      category,
    };
    return column(sheet, "value", "F", [[area, value]]).map((cell) => ({
      ...cell,
      cell: `F${index + 9}`,
    }));
  });
  const rows: Rows = {
    files: [file("theo_doi", "programme_tracking", "2027-01-03 00:00:00")],
    observations,
  };
  built = await build(rows, undefined, "2027-01-05");
  expect(built.output).toContain("Completed successfully");
});

const progress = async (area: string) => {
  const rows = await built.query(
    `select * from marts.fct_progress where area_id = 'le_chan_tdp_${area}'`,
  );
  expect(rows).toHaveLength(1);
  return rows[0] as Record<string, unknown>;
};

it("one home of 1,700 after a year is far behind, a fifth of them is on the path", async () => {
  const one = await progress("01");
  expect(one).toMatchObject({ status: "off_track", reason_code: "far_behind_path" });
  expect(one["planned_value"]).toBeCloseTo(340, 0);
  expect(await progress("02")).toMatchObject({ status: "on_track", reason_code: "on_path" });
});

it("coverage on a straight line to 98 is on the path; just below it near the target is no disaster", async () => {
  const linear = await progress("03");
  expect(linear).toMatchObject({ status: "on_track", reason_code: "on_path", target_value: 98 });
  expect(linear["planned_value"]).toBeCloseTo(95.6, 2);
  expect(await progress("04")).toMatchObject({
    status: "at_risk",
    reason_code: "slightly_behind_path",
  });
});

it("no projection leaves the bounds, and three points get no chance", async () => {
  const rising = await progress("05");
  expect(rising).toMatchObject({ status: "on_track", reason_code: "ahead_of_path", n_points: 3 });
  expect(rising["probability_met"]).toBeNull();
  const [beyond] = await built.query(
    "select count(*)::int as n from marts.fct_projections where upper_95 > 100 or value > 100",
  );
  expect(beyond).toEqual({ n: 0 });
});

it("over 98 is not met by 98", async () => {
  expect(await progress("06")).toMatchObject({ status: "on_track", reason_code: "ahead_of_path" });
  expect(await progress("07")).toMatchObject({ status: "achieved", reason_code: "achieved_early" });
});

it("a yearly duty that holds is held, and a missing pass mark is said", async () => {
  expect(await progress("08")).toMatchObject({
    status: "achieved",
    reason_code: "achieved_and_held",
    latest_value: 100,
    target_due: "2026-12-31",
  });
  expect(await progress("09")).toMatchObject({
    status: "not_assessable",
    reason_code: "pass_mark_missing",
    target_value: null,
  });
});

it("the ward has a row for every indicator; figures of its neighbourhoods alone add up to it", async () => {
  const ward = await built.query(
    `select reason_code, count(*)::int as n, sum(latest_value) as total from marts.fct_progress
     where area_id = 'le_chan' group by 1 order by 1`,
  );
  expect(ward).toEqual([
    { reason_code: "no_data", n: 33, total: null },
    { reason_code: "on_path", n: 1, total: 341 },
  ]);
});
