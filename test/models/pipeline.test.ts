import { beforeAll, describe, expect, it } from "vitest";
import { file, type Rows } from "./land.ts";
import { type Built, build } from "./warehouse.ts";

type Project = [
  name: string,
  total: number,
  qualified: number,
  planned_on: string | null,
  stage: string,
];

/** A ward whose lists of June and September 2026 name these projects. */
const listed = (june: Project[], september: Project[]): Rows => {
  const lists = { "2026-06-30": june, "2026-09-30": september };
  return {
    files: Object.keys(lists).map((day) => file(day, "housing_projects", `${day} 12:00:00`)),
    records_housing_projects: Object.entries(lists).flatMap(([period_end, projects]) =>
      projects.map(([project_name, total_units, qualified_units, planned_on, stage], index) => ({
        ...{ project_name, total_units, qualified_units, planned_on, stage, period_end },
        qualified_on: qualified_units > 0 ? "2026-05-20" : null,
        ...{ file_hash: period_end, sheet: "Sheet1", row: index + 9 },
      })),
    ),
  };
};

const building = "Đang thi công";
const enough: Project[] = [
  ["Hoa Sen", 400, 300, "2027-03-31", building],
  ["Hoa Ban", 900, 0, "2027-12-31", building],
  ["Hoa Cúc", 900, 0, "2028-06-30", building],
  ["Hoa Đào", 500, 0, null, "Chuẩn bị đầu tư"],
];
const tooFew: Project[] = [
  ["Hoa Sen", 400, 300, "2030-12-31", building],
  ["Hoa Ban", 700, 0, "2030-12-31", "Tạm dừng"],
];

let [good, bad]: Built[] = [];
beforeAll(async () => {
  good = await build(listed(enough, enough));
  bad = await build(
    listed(
      tooFew.map(([name, total, done]) => [name, total, done, "2028-12-31", building]),
      tooFew,
    ),
  );
  for (const built of [good, bad]) expect(built.output).toContain("Completed successfully");
}, 300_000);

const progressOf = async (built: Built | undefined) => {
  const [row] =
    (await built?.query(
      "select * from marts.fct_progress where indicator_id = 'HOUSING_UNITS' and area_id = 'le_chan'",
    )) ?? [];
  return row as Record<string, number | string | null>;
};

describe("where the list plans days, the projection is the pipeline", () => {
  it("two figures are enough to judge, and no future brings more than the list", async () => {
    const row = await progressOf(good);
    expect(row).toMatchObject({
      latest_value: 300,
      status: "on_track",
      reason_code: "ahead_of_path",
    });
    expect(Number(row["probability_met"])).toBeGreaterThan(0.6);
    expect(Number(row["projected_upper_80"])).toBeLessThanOrEqual(2700);
    expect(Number(row["projected_lower_80"])).toBeGreaterThanOrEqual(300);
  });

  it("too few homes in the list are too few, whatever the pace so far", async () => {
    const row = await progressOf(bad);
    expect(row).toMatchObject({ status: "off_track", is_pace_apart: true, arrival_date: null });
    expect(Number(row["projected_upper_80"])).toBeLessThanOrEqual(1100);
    expect(Number(row["probability_met"])).toBeLessThan(0.02);
  });

  it("lists each project with its stage, what is left, and the day planned and expected", async () => {
    const rows = await good?.query(
      `select project_name, stage_en, total_units, units_left, planned_date,
              expected_date > planned_date as is_later, expected_from <= expected_date as is_ordered
       from marts.fct_pipeline order by project_name`,
    );
    expect(rows).toEqual([
      project("Hoa Ban", "under construction", 900, 900, "2027-12-31"),
      project("Hoa Cúc", "under construction", 900, 900, "2028-06-30"),
      project("Hoa Sen", "under construction", 400, 100, "2027-03-31"),
      { ...project("Hoa Đào", "in preparation", 500, 500, null), is_later: null },
    ]);
  });

  it("a plan that was moved by two years says how late the next may be", async () => {
    const [slip] =
      (await bad?.query(
        "select round(max(months_late)) as months from intermediate.int_delivery_projects",
      )) ?? [];
    expect(slip).toEqual({ months: 24 });
    const [stopped] =
      (await bad?.query(
        "select stage_en, expected_to from marts.fct_pipeline where project_name = 'Hoa Ban'",
      )) ?? [];
    expect(stopped).toEqual({ stage_en: "stopped", expected_to: null });
  });
});

const project = (
  project_name: string,
  stage_en: string,
  total_units: number,
  units_left: number,
  planned_date: string | null,
) => ({
  ...{ project_name, stage_en, total_units, units_left, planned_date },
  ...{ is_later: true, is_ordered: true },
});
