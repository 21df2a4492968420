// Longer than most files because a build costs seconds: all that one ward shows is asserted on one build.
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { neighbourhoods, officeFiles } from "./office_files.ts";
import { copyOfWard } from "./project_copy.ts";
import { type Built, build } from "./warehouse.ts";

const ward = copyOfWard(neighbourhoods);
let built: Built;
beforeAll(async () => {
  built = await build(officeFiles, ward);
  expect(built.output).toContain("Completed successfully");
  expect(built.code).toBe(0);
});

const observation = async (indicator: string, area: string, period_end: string) => {
  const rows = await built.query(
    `select * from marts.fct_observations where indicator_id = '${indicator}'
     and area_id = '${area}' and period_end = '${period_end}'`,
  );
  expect(rows.length).toBeLessThan(2);
  return rows[0];
};

describe("observations", () => {
  it("take the newest file and recompute the ratio of the ward from its neighbourhoods", async () => {
    const september = await observation("HI_COVERAGE", "le_chan", "2026-09-30");
    expect(september).toMatchObject({ numerator: 552, denominator: 610, is_estimated: false });
    expect(september?.["value"]).toBeCloseTo((552 * 100) / 610, 10);
  });

  it("use the stated total where a neighbourhood was rejected, and say so", async () => {
    const october = await observation("HI_COVERAGE", "le_chan", "2026-10-31");
    expect(october).toMatchObject({ numerator: 563, denominator: 610, is_estimated: true });
    expect(await observation("HI_COVERAGE", "le_chan_tdp_02", "2026-10-31")).toBeUndefined();
    expect(await observation("HI_COVERAGE", "le_chan_tdp_01", "2026-10-31")).toMatchObject({
      value: 95,
    });
  });

  it("keep the real days of police months and quarters", async () => {
    expect(await observation("CRIME_OFFENCES", "le_chan", "2026-10-14")).toMatchObject({
      period_start: "2026-09-15",
      value: 10,
    });
    expect(await observation("CRIME_CLEARED", "le_chan", "2026-10-14")).toMatchObject({
      value: 80,
    });
  });

  it("share out hot spots by residing population and places of use", async () => {
    // 1 of 100 is hot by its people, 2 places by themselves; 1 of 200 + 20 - 10 and one place are neither
    const free = await observation("DRUG_FREE_AREAS", "le_chan", "2026-09-14");
    expect(free).toMatchObject({ numerator: 1, denominator: 3, period_start: "2026-06-15" });
    expect(free?.["value"]).toBeCloseTo(33.3333, 4);
    expect(await observation("DRUG_ADDICTS", "le_chan", "2026-09-14")).toMatchObject({ value: 2 });
    expect(await observation("DRUG_USERS", "le_chan", "2026-09-14")).toMatchObject({ value: 1 });
  });

  it("count each home once, from its project's newest list, since 2026 only", async () => {
    expect(await observation("HOUSING_UNITS", "le_chan", "2026-03-31")).toMatchObject({
      value: 130,
    });
    expect(await observation("HOUSING_UNITS", "le_chan", "2026-06-30")).toMatchObject({
      value: 150,
    });
    expect(await observation("HOUSING_APPROVAL_DAYS", "le_chan", "2026-09-30")).toMatchObject({
      value: 30,
      period_start: "2026-07-01",
    });
  });

  it("let the registry's form win over tracking, and stand published figures beside", async () => {
    expect(await observation("LAW_VIOLATIONS", "le_chan", "2026-10-14")).toMatchObject({
      value: 7,
      source: "primary",
    });
    expect(await observation("LAW_VIOLATIONS", "le_chan", "2026-10-31")).toBeUndefined();
    expect(await observation("ENV_WASTE", "le_chan", "2026-10-31")).toMatchObject({
      value: 99,
      source: "tracking",
      basis: "computed",
    });
    expect(await observation("HI_COVERAGE", "vn", "2025-12-31")).toMatchObject({
      value: 95.16,
      source: "reference",
      basis: "reported",
    });
  });
});

describe("lineage, revisions, quality and freshness", () => {
  it("lead back to the cells that counted", async () => {
    const cells = await built.query(
      `select period_end, role, file_name, cells, n_cells from marts.fct_lineage
       where indicator_id = 'HI_COVERAGE' and area_id = 'le_chan' order by period_end, role`,
    );
    expect(cells).toEqual([
      {
        period_end: "2026-09-30",
        role: "denominator",
        file_name: "dan_so_09",
        cells: "C9:C11",
        n_cells: 3,
      },
      {
        period_end: "2026-09-30",
        role: "numerator",
        file_name: "bhyt_09_lan_2",
        cells: "D9:D11",
        n_cells: 3,
      },
      {
        period_end: "2026-10-31",
        role: "denominator",
        file_name: "dan_so_09",
        cells: "C9:C11",
        n_cells: 3,
      },
      {
        period_end: "2026-10-31",
        role: "numerator",
        file_name: "bhyt_10",
        cells: "D12",
        n_cells: 1,
      },
    ]);
  });

  it("show what a later file replaced", async () => {
    const revisions = await built.query(
      `select area_id, file_name, part_before, part_after, round(value_before, 4) as value_before,
       round(value_after, 4) as value_after, reason from marts.fct_revisions order by area_id`,
    );
    const revised = { file_name: "bhyt_09_lan_2", reason: "resubmitted" };
    expect(revisions).toEqual([
      {
        area_id: "le_chan",
        part_before: 550,
        part_after: 552,
        value_before: 90.1639,
        value_after: 90.4918,
        ...revised,
      },
      {
        area_id: "le_chan_tdp_01",
        part_before: 90,
        part_after: 92,
        value_before: 90,
        value_after: 92,
        ...revised,
      },
    ]);
  });

  it("name what a reader should know, once for each object", async () => {
    const rules = await built.query(
      `select rule_id, severity, count(*)::int as n from marts.fct_quality group by all order by all`,
    );
    expect(rules).toEqual([
      { rule_id: "denominator_of_other_date", severity: "info", n: 2 },
      { rule_id: "file_after_as_of", severity: "warning", n: 2 },
      { rule_id: "identity_broken", severity: "warning", n: 1 },
      { rule_id: "same_as_last_period", severity: "warning", n: 1 },
      { rule_id: "unknown_area", severity: "warning", n: 2 },
      { rule_id: "unknown_indicator", severity: "warning", n: 2 },
      { rule_id: "ward_total_incomplete", severity: "warning", n: 3 },
    ]);
  });

  it("say which form is late and leave files from after the as-of date out", async () => {
    const forms = await built.query(
      `select form, last_period_end, next_due_date, is_late, files from marts.fct_source_status order by form`,
    );
    expect(forms).toEqual([
      {
        form: "health_insurance_summary",
        last_period_end: "2026-10-31",
        next_due_date: "2026-12-10",
        is_late: false,
        files: 3,
      },
      {
        form: "police_population",
        last_period_end: "2026-09-30",
        next_due_date: "2026-11-10",
        is_late: true,
        files: 2,
      },
    ]);
  });
});

describe("explanations", () => {
  it("stand in their newest version, request and reply each by its own file", async () => {
    const [waste] = await built.query(
      "select * from marts.fct_explanations where indicator_id = 'ENV_WASTE'",
    );
    expect(waste).toMatchObject({
      ...{ area_id: "le_chan", frequency: "month", period_end: "2026-10-31" },
      ...{ agency_id: "economy_infrastructure_division", state: "answered" },
      ...{ request: "Vì sao?", requested_at: "2026-11-02", reply_due_date: "2026-11-05" },
      ...{ reply: "Do hai xe hỏng", replied_at: "2026-11-09" },
      ...{ request_file_name: "theo_doi", request_sheet: "Theo dõi", request_cell: "I9" },
      ...{ reply_file_name: "theo_doi_lan_2", reply_cell: "L15" },
    });
  });

  it("leave out what came later, what no area or indicator is known for, and keep the rest", async () => {
    const rows = await built.query(
      "select indicator_id, area_id, state, reply from marts.fct_explanations order by 1",
    );
    expect(rows).toEqual([
      { indicator_id: "CRIME_SERIOUS", area_id: "le_chan", state: "overdue", reply: null },
      {
        ...{ indicator_id: "ENV_WASTE", area_id: "le_chan", state: "answered" },
        reply: "Do hai xe hỏng",
      },
      {
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan_tdp_02", state: "volunteered" },
        reply: "Hộ mới chuyển đến",
      },
    ]);
  });
});

describe("the same inputs, with the unit tests of the models", () => {
  let again: Built;
  beforeAll(async () => {
    again = await build(officeFiles, ward, undefined, []);
  });

  it("hold the arithmetic", () => {
    const unitTests = again.output.match(/ PASS \w+::\w+ /g) ?? [];
    expect(again.code, again.output).toBe(0);
    expect(unitTests.length).toBeGreaterThan(10);
    expect(again.output).toMatch(/ WARN=0 ERROR=0 SKIP=0 /);
  });

  it("make the same tables", async () => {
    expect(await digests(again)).toEqual(await digests(built));
  });
});

async function digests({ query }: Built): Promise<Record<string, string>> {
  const tables = await query(
    "select table_name as name from information_schema.tables where table_schema = 'marts' order by 1",
  );
  const entries = tables.map(async ({ name }) => {
    const rows = JSON.stringify(await query(`select * from marts.${name}`));
    return [String(name), createHash("sha256").update(rows).digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

it("open questions name the files that ask them, those received by the day", async () => {
  const rows = await built.query(
    "select question_id, file_name, cell, question_vi from marts.fct_questions order by file_name",
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    question_id: "q1",
    file_name: "bhyt_10",
    cell: "F8",
    question_vi: "Cột ghi “Số thẻ còn hạn” là cột nào?",
  });
});
