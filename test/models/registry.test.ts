import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { landDecisions } from "./land.ts";
import { officeFiles } from "./office_files.ts";
import { copyOfProject, decisionsOf, rowOf } from "./project_copy.ts";
import { build, dbt, decisionsBeside } from "./warehouse.ts";

const minutes = 60_000;

it("an indicator is one row of the registry; a correction is one row that must keep matching", {
  timeout: 4 * minutes,
}, async () => {
  const copy = copyOfProject();
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
  appendFileSync(decisionsOf(copy, "indicators"), rowOf(copy, "indicators", spreading));
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
  appendFileSync(decisionsOf(copy, "corrections"), rowOf(copy, "corrections", correction));

  const built = await build(officeFiles, copy);
  expect(built.output).toContain("Completed successfully");
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
  expect(progress).toEqual({ reason_code: "too_few_points" });

  const stale = readFileSync(decisionsOf(copy, "corrections"), "utf8").replace(
    ",20,61,",
    ",21,61,",
  );
  writeFileSync(decisionsOf(copy, "corrections"), stale);
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
