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
  ...[95, 95.2, 94.9, 95, 95.1, 94.8, 95, 95.2, 95, 9.5].map(
    (score, year): Tracked => ["GOV_STANDARD", "le_chan_tdp_10", 2017 + year, score],
  ),
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

it("one home of 1,700 after a year is told beside its path, but one figure is no judgement", async () => {
  const one = await progress("01");
  expect(one).toMatchObject({ status: "not_assessable", reason_code: "too_few_points" });
  expect(one["planned_value"]).toBeCloseTo(340, 0);
  expect(one["gap"]).toBeCloseTo(-339, 0);
  expect(one["arrival_date"]).toBeNull();
});

it("coverage keeps its path and the pace that is needed where a chance cannot be given", async () => {
  const linear = await progress("03");
  expect(linear).toMatchObject({ reason_code: "too_few_points", target_value: 98 });
  expect(linear["planned_value"]).toBeCloseTo(95.6, 2);
  expect(linear["required_per_year"]).toBeCloseTo(0.6, 2);
});

it("no projection leaves the bounds, and three points get neither chance nor projection", async () => {
  const rising = await progress("05");
  expect(rising).toMatchObject({ reason_code: "too_few_points", n_points: 3 });
  for (const column of [
    "probability_met",
    "projected_at_due",
    "projected_lower_80",
    "arrival_date",
  ])
    expect(rising[column], column).toBeNull();
  const [beyond] = await built.query(
    "select count(*)::int as n from marts.fct_projections where upper_95 > 100 or value > 100",
  );
  expect(beyond).toEqual({ n: 0 });
});

it("over 98 is not met by 98, and what is met asks for nothing more", async () => {
  expect(Number((await progress("06"))["required_per_year"])).toBeGreaterThan(0);
  expect(await progress("07")).toMatchObject({ required_per_year: 0, needed_count: 0 });
});

it("the same year before stands beside the newest", async () => {
  const rising = await progress("05");
  expect(rising).toMatchObject({ latest_value: 96, previous_year_value: 94 });
  expect(rising["change_from_previous_year"]).toBeCloseTo(2, 9);
});

it("a yearly duty that holds is held, and without a pass mark there is no target", async () => {
  expect(await progress("08")).toMatchObject({
    ...{ status: "on_track", reason_code: "held_so_far", duty_kind: "hold", n_missing: 0 },
    ...{ latest_value: 100, target_due: "2026-12-31", probability_met: 1 },
  });
  expect(await progress("09")).toMatchObject({
    ...{ status: "no_target", reason_code: "unclear_no_target", target_value: null },
  });
});

it("a tracked figure that jumps carries that as a caution, and the finding knows its indicator", async () => {
  expect(await progress("10")).toMatchObject({ latest_value: 9.5, caution: "jump" });
  const found = await built.query(
    "select indicator_id, area_id from marts.fct_quality where rule_id = 'jump'",
  );
  expect(found).toEqual([{ indicator_id: "GOV_STANDARD", area_id: "le_chan_tdp_10" }]);
});

it("the ward has a row for every indicator; a few neighbourhoods are not added up to it", async () => {
  const ward = await built.query(
    `select reason_code, count(*)::int as n, count(latest_value)::int as figures from marts.fct_progress
     where area_id = 'le_chan' group by 1 order by 1`,
  );
  expect(ward).toEqual([{ reason_code: "no_data", n: 34, figures: 0 }]);
  const [told] = await built.query(
    `select severity, message_en from marts.fct_quality
     where rule_id = 'ward_total_incomplete' and indicator_id = 'HOUSING_UNITS'`,
  );
  expect(told?.["severity"]).toBe("warning");
  expect(told?.["message_en"]).toContain("only 2 of 85 neighbourhoods have a figure");
});
