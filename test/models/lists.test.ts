import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { officeFiles } from "./office_files.ts";
import { copyOfProject, decisionsOf, rowOf } from "./project_copy.ts";
import { build, dbt, freshFolder } from "./warehouse.ts";

const SQL = `with source as (
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

const NAMED = "record_lists: [housing_applications, housing_projects";

/** A copy of the models with a staging model of complaints. */
function copyWithComplaints(): string {
  const copy = copyOfProject();
  writeFileSync(join(copy, "models", "staging", "stg_landed__complaints.sql"), SQL);
  return copy;
}

it("a staging model of records that nobody named is no silent loss: the error says what to add", () => {
  const copy = copyWithComplaints();
  const { code, output } = dbt(["compile", "--select", "int_record_cells"], {
    folder: freshFolder(),
    from: copy,
  });
  expect(code).not.toBe(0);
  expect(output).toContain('record_lists; thêm "complaints" vào đó');
  expect(output).toContain('record_lists; add "complaints" there');
});

it("a list is one staging model and its name in dbt_project.yml; an indicator counts it without a word elsewhere", {
  timeout: 240_000,
}, async () => {
  const copy = copyWithComplaints();
  const settings = join(copy, "dbt_project.yml");
  const written = readFileSync(settings, "utf8");
  expect(written).toContain(NAMED);
  writeFileSync(settings, written.replace(NAMED, `${NAMED}, complaints`));
  appendFileSync(decisionsOf(copy, "indicators"), rowOf(copy, "indicators", COMPLAINTS));

  const built = await build(officeFiles, copy);
  expect(built.output).toContain("Completed successfully");
  const counted = await built.query(
    `select period_end, value from marts.fct_observations where indicator_id = 'COMPLAINTS'`,
  );
  expect(counted).toEqual([{ period_end: "2026-09-30", value: 4 }]);
  const cells = await built.query(
    `select file_name, cells from marts.fct_lineage where indicator_id = 'COMPLAINTS'`,
  );
  expect(cells).toEqual([{ file_name: "ho_so", cells: "9:12" }]);
});

const COMPLAINTS: Readonly<Record<string, string>> = {
  indicator_id: "COMPLAINTS",
  sort_order: "999",
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
