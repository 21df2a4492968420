import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { landDecisions } from "./land.ts";
import { neighbourhoods, officeFiles } from "./office_files.ts";
import { copyOfWard, decisionsOf, rowOf } from "./project_copy.ts";
import { type Built, build, dbt, decisionsBeside, freshFolder } from "./warehouse.ts";

const minutes = 60_000;

/** The share of temporary residents, of two columns that are counted already. */
const spreading = {
  indicator_id: "TEMPORARY_SHARE",
  sort_order: 999,
  section_id: "II.2.4",
  title_vi: "Tỷ lệ tạm trú",
  title_en: "Share of temporary residents",
  unit: "percent",
  unit_vi: "%",
  unit_en: "%",
  kind: "ratio",
  direction: "down",
  lower_bound: 0,
  frequency: "month",
  decimals: 1,
  visibility: "public",
  agency_id: "ward_police",
  numerator_form: "police_population",
  numerator_measures: "temporary_residents",
  denominator_form: "police_population",
  denominator_measures: "registered_population",
  scale: 100,
  temporal_aggregation: "last",
};

const correction = {
  correction_id: "c1",
  file_hash: "dan_so_09",
  form: "police_population",
  measure: "temporary_residents",
  area_id: "le_chan_tdp_02",
  period_end: "2026-09-30",
  expected_value: 20,
  corrected_value: 61,
  reason: "the office wrote households",
  author: "ward_police",
  decided_on: "2026-11-01",
};

/** Complaints, counted from a list that only this staging model knows. */
const complaints = {
  indicator_id: "COMPLAINTS",
  sort_order: 998,
  section_id: "II.2.4",
  title_vi: "Khiếu nại",
  title_en: "Complaints",
  unit: "cases",
  unit_vi: "vụ",
  unit_en: "cases",
  kind: "count_of_records",
  direction: "down",
  lower_bound: "0",
  frequency: "quarter",
  decimals: "0",
  visibility: "public",
  agency_id: "ward_police",
  numerator_form: "complaints",
  numerator_measures: "complaints",
  scale: "1",
  temporal_aggregation: "last",
};

const complaintsSql = `with source as (
    select * from {{ source('landed', 'records_housing_applications') }}
),

renamed as (
    select
        'complaints' as form,
        application_id as record_id,
        'le_chan' as area_id,
        period_end as report_date,
        [{{ fact('complaints', '1', 'submitted_on') }}] as facts,
        file_hash,
        sheet,
        row as row_number
    from source
)

select * from renamed
`;

const namedLists = "record_lists: [housing_applications, housing_projects";

// All that an analyst adds stands in one copy of the project, because a build costs seconds.
const copy = copyOfWard(neighbourhoods);
let unnamed: ReturnType<typeof dbt>;
let built: Built;
beforeAll(async () => {
  writeFileSync(join(copy, "models", "staging", "stg_landed__complaints.sql"), complaintsSql);
  const record_cells = ["compile", "--select", "int_record_cells"];
  unnamed = dbt(record_cells, { folder: freshFolder(), from: copy });
  const settings = join(copy, "dbt_project.yml");
  const written = readFileSync(settings, "utf8");
  expect(written).toContain(namedLists);
  writeFileSync(settings, written.replace(namedLists, `${namedLists}, complaints`));
  for (const indicator of [spreading, complaints])
    appendFileSync(decisionsOf(copy, "indicators"), rowOf(copy, "indicators", indicator));
  appendFileSync(decisionsOf(copy, "corrections"), rowOf(copy, "corrections", correction));
  built = await build(officeFiles, copy);
  expect(built.output).toContain("Completed successfully");
}, 4 * minutes);

it("a staging model of records that nobody named is no silent loss: the error says what to add", () => {
  expect(unnamed.code).not.toBe(0);
  expect(unnamed.output).toContain('record_lists; thêm "complaints" vào đó');
  expect(unnamed.output).toContain('record_lists; add "complaints" there');
});

it("a list is one staging model and its name in dbt_project.yml; an indicator counts it without a word elsewhere", async () => {
  const counted = await built.query(
    `select period_end, value from marts.fct_observations where indicator_id = 'COMPLAINTS'`,
  );
  expect(counted).toEqual([{ period_end: "2026-09-30", value: 4 }]);
  const cells = await built.query(
    `select file_name, cells from marts.fct_lineage where indicator_id = 'COMPLAINTS'`,
  );
  expect(cells).toEqual([{ file_name: "ho_so", cells: "9:12" }]);
});

it("an indicator is one row of the registry; a correction is one row", async () => {
  const values = await built.query(
    `select period_end, value, numerator from marts.fct_observations
     where indicator_id = 'TEMPORARY_SHARE' and area_id = 'le_chan' order by period_end`,
  );
  expect(values).toEqual([
    { period_end: "2026-08-31", value: (20 * 100) / 610, numerator: 20 },
    { period_end: "2026-09-30", value: 10, numerator: 61 },
  ]);
  const notes = await built.query(
    "select rule_id, message_en from marts.fct_quality where rule_id = 'correction_applied'",
  );
  expect(notes).toHaveLength(1);
  expect(notes[0]?.["message_en"]).toContain(
    "corrected from 20 to 61: the office wrote households",
  );
  const revisions = await built.query(
    `select part_before, part_after, reason from marts.fct_revisions
     where indicator_id = 'TEMPORARY_SHARE' and area_id = 'le_chan'`,
  );
  expect(revisions).toEqual([{ part_before: 20, part_after: 61, reason: "correction" }]);
  const [progress] = await built.query(
    "select reason_code from marts.fct_progress where indicator_id = 'TEMPORARY_SHARE' and area_id = 'le_chan'",
  );
  expect(progress).toEqual({ reason_code: "unclear_no_target" });
});

it("a correction must keep matching", { timeout: 4 * minutes }, async () => {
  const corrections = decisionsOf(copy, "corrections");
  writeFileSync(corrections, readFileSync(corrections, "utf8").replace(",20,61,", ",21,61,"));
  await landDecisions(join(built.folder, "landed"), decisionsBeside(copy));
  const again = dbt(["build", "--select", "+corrections_find_what_they_expect"], {
    folder: built.folder,
    from: copy,
  });
  expect(again.code).toBe(1);
  expect(again.output).toContain("corrections that no longer match");
  expect(again.output).toContain(
    "c1 · police_population · dan_so_09 · le_chan_tdp_02 · 2026-09-30 · temporary_residents: " +
      "cần · expected 21, thấy · found 20",
  );
});
