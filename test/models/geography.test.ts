import { appendFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { randomCrosswalk } from "./crosswalk.ts";
import { column, file, placed, type Rows, type Sheet } from "./land.ts";
import { copyOfProject, decisionsOf } from "./project_copy.ts";
import { type Built, build } from "./warehouse.ts";

const minutes = 60_000;

const report = (form: string, file_hash: string, period_end: string): Sheet => ({
  form,
  file_hash,
  frequency: "month",
  period_start: period_end,
  period_end,
});

/** Codes and names of wards of their time. */
const OLD = ["11395", "Phường Dư Hàng Kênh", "P. Kênh Dương"] as const;
const SPLIT = ["An Biên", "11383", "Vĩnh Niệm", "Phường Cầu Đất", "Lạch Tray"] as const;
const WARDS = [...OLD, ...SPLIT];
const beside = (values: readonly number[]) =>
  values.map((value, index): [string, number] => [WARDS[index] ?? "", value]);

const INSURED = [90, 180, 270, 30, 55, 43, 71, 89];
const PEOPLE = [100, 200, 300, 50, 61, 70, 80, 90];

describe("the ward before it was the ward", () => {
  let built: Built;
  beforeAll(async () => {
    const [march, april] = ["2025-03-31", "2025-04-30"];
    const first = "2024-11-30";
    const insurance = (hash: string, date: string) =>
      report("health_insurance_summary", hash, date);
    const rows: Rows = {
      files: ["bhyt_03", "bhyt_04", "bhyt_2024", "dan_so_03", "dan_so_2024"].map((name) =>
        file(
          name,
          name.startsWith("bhyt") ? "health_insurance_summary" : "police_population",
          "2025-05-05 00:00:00",
        ),
      ),
      observations: [
        ...placed(column(insurance("bhyt_03", march), "insured", "D", beside(INSURED))),
        // Read as the total of today's ward, though the table is of former wards.
        ...column(insurance("bhyt_03", march), "insured", "E", [["le_chan", 855]]),
        ...placed(
          column(report("police_population", "dan_so_03", march), "registered_population", "C", [
            ...beside(PEOPLE),
          ]),
        ),
        // One former ward is missing in April.
        ...placed(column(insurance("bhyt_04", april), "insured", "D", beside(INSURED.slice(0, 7)))),
        ...placed(column(insurance("bhyt_2024", first), "insured", "D", beside(INSURED))),
        ...placed(
          column(
            report("police_population", "dan_so_2024", first),
            "registered_population",
            "C",
            beside(PEOPLE),
          ),
        ),
      ],
    };
    built = await build(rows, undefined, "2026-11-24");
    expect(built.output).toContain("Completed successfully");
  }, 4 * minutes);

  it("gets the whole wards and half of the split ones, and says how much of it is assumed", async () => {
    const [march] = await built.query(
      `select * from marts.fct_observations where indicator_id = 'HI_COVERAGE'
       and area_id = 'le_chan' and period_end = '2025-03-31'`,
    );
    // 90 + 180 + 270 and halves of 30, 55, 43, 71, 89; a half unit goes elsewhere
    const insured = 540 + 15 + 27 + 21 + 35 + 44;
    const people = 600 + 25 + 30 + 35 + 40 + 45;
    expect(march).toMatchObject({
      basis: "crosswalk",
      is_estimated: true,
      numerator: insured,
      denominator: people,
      value: (insured * 100) / people,
    });
    expect(march?.["assumed_share"]).toBeCloseTo(175 / people, 9);
    // At the least, the wards below the ratio weigh nine tenths and those above it one tenth; and the reverse.
    const low = 540 + 0.9 * (30 + 43) + 0.1 * (55 + 71 + 89);
    const high = 540 + 0.1 * (30 + 55 + 43 + 71) + 0.9 * 89;
    expect(march?.["value_low"]).toBeCloseTo((low * 100) / (600 + 0.9 * 120 + 0.1 * 231), 9);
    expect(march?.["value_high"]).toBeCloseTo((high * 100) / (600 + 0.1 * 261 + 0.9 * 90), 9);
  });

  it("is not built where a former ward is missing, and a reader is told", async () => {
    const april = await built.query(
      "select * from marts.fct_observations where area_id = 'le_chan' and period_end = '2025-04-30'",
    );
    expect(april).toEqual([]);
    const told = await built.query(
      `select message_en from marts.fct_quality where rule_id = 'former_area_missing'`,
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.["message_en"]).toContain("only 7 of 8 former wards");
  });

  it("finds a code's ward of the time and leads over two hops, all of it assumed", async () => {
    const then = await built.query(
      `select area_id, value from marts.fct_observations where indicator_id = 'HI_COVERAGE'
       and period_end = '2024-11-30' and area_id like '%11383%'`,
    );
    expect(then).toEqual([{ area_id: "old_11383_2024", value: (55 * 100) / 61 }]);
    const [ward] = await built.query(
      `select numerator, assumed_share, basis from marts.fct_observations
       where area_id = 'le_chan' and period_end = '2024-11-30'`,
    );
    expect(ward).toEqual({ numerator: 682, assumed_share: 1, basis: "crosswalk" });
  });

  it("leads back to the cells of the former wards", async () => {
    const cells = await built.query(
      `select role, file_name, cells from marts.fct_lineage
       where area_id = 'le_chan' and period_end = '2025-03-31' order by role`,
    );
    expect(cells).toEqual([
      { role: "denominator", file_name: "dan_so_03", cells: "C9:C16" },
      { role: "numerator", file_name: "bhyt_03", cells: "D9:D16" },
    ]);
  });
});

describe("any crosswalk", () => {
  const worlds = [1, 2].map(randomCrosswalk);
  let built: Built;
  beforeAll(async () => {
    const copy = copyOfProject();
    const append = (name: string, rows: string[][]) =>
      appendFileSync(decisionsOf(copy, name), rows.map((row) => `${row.join(",")}\n`).join(""));
    const sheet: Sheet = {
      ...report("social_insurance_summary", "bhxh", "2022-12-31"),
      kind: "stock",
    };
    for (const world of worlds) {
      append("areas", world.areas);
      append("area_crosswalk", world.crosswalk);
    }
    built = await build(
      {
        files: [file("bhxh", "social_insurance_summary", "2023-01-05 00:00:00")],
        observations: column(
          sheet,
          "voluntary",
          "D",
          worlds.flatMap(({ counts }) => counts),
        ),
      },
      copy,
    );
    expect(built.output).toContain("Completed successfully");
  }, 4 * minutes);

  it.each(worlds)(
    "$name gives four merged areas their sum, and no count is lost over three hops",
    async (world) => {
      const after = await built.query(
        `select target_area_id as area, sum(share)::bigint::int as count
       from intermediate.int_apportioned_measures where indicator_id = 'SI_VOLUNTARY'
       and source_area_id like '${world.name}%' group by 1 order by 1`,
      );
      const total = world.counts.reduce((sum, [, count]) => sum + count, 0);
      expect(after.reduce((sum, { count }) => sum + Number(count), 0)).toBe(total);
      const merged = await built.query(
        `select value, is_estimated, assumed_share, value_low, value_high
       from marts.fct_observations where area_id = '${world.name}_merged_today'`,
      );
      const sum = world.merged.reduce((all, count) => all + count, 0);
      expect(merged).toEqual([
        {
          value: sum,
          is_estimated: false,
          assumed_share: 0,
          value_low: sum,
          value_high: sum,
        },
      ]);
      expect(after.length).toBeGreaterThan(2);
    },
  );
});
