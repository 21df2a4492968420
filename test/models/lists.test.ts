import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { officeFiles } from "./office_files.ts";
import { copyOfProject, decisionsOf, rowOf } from "./project_copy.ts";
import { build } from "./warehouse.ts";

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

const YML = `version: 2
models:
  - name: stg_landed__complaints
    config:
      meta:
        record_list: complaints
`;

it("a list is one staging model; an indicator counts it without a word elsewhere", {
  timeout: 240_000,
}, async () => {
  const copy = copyOfProject();
  const staging = join(copy, "models", "staging", "stg_landed__complaints");
  writeFileSync(`${staging}.sql`, SQL);
  writeFileSync(`${staging}.yml`, YML);
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
