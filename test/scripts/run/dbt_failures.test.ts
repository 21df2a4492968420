import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeFailures, readFailures } from "../../../scripts/run/dbt_failures.ts";
import { land, type Rows } from "../../models/land.ts";
import { copyOfProject } from "../../models/project_copy.ts";
import { dbt, freshFolder } from "../../models/warehouse.ts";

const folder = freshFolder();
const copy = copyOfProject();

/** Builds the named nodes of the copy and tells what failed. */
async function failuresOf(...nodes: string[]): Promise<string> {
  const { code } = dbt(["build", "--select", ...nodes, "--indirect-selection", "cautious"], {
    folder,
    from: copy,
    // views are asked from where this test runs
    environment: { LECHAN_LANDED: join(folder, "landed") },
  });
  expect(code).toBe(1);
  const failures = readFailures(join(folder, "target", "run_results.json"));
  return describeFailures(failures, join(folder, "w.duckdb"));
}

it("a decision or a seed that breaks its rules is named with the rule and the rows that do", {
  timeout: 240_000,
}, async () => {
  const programme_hash = "v1";
  const agency = { agency_id: "ward_police", name_vi: "x", programme_hash };
  const target = {
    indicator_id: "GOV_STANDARD",
    due_date: "2031-01-01",
    cadence: "weekly",
    operator: "ge",
    valid_from: "2026-01-01",
    target_type: "as_the_crow_flies",
    programme_hash,
  };
  const rows: Rows = {
    programme_versions: [{ programme_hash, received_at: "2026-01-01 00:00:00" }],
    programme_agencies: [agency, agency],
    programme_indicators: [{ indicator_id: "GOV_STANDARD", programme_hash }],
    programme_targets: [target],
  };
  await land(join(folder, "landed"), rows, null);
  appendFileSync(join(copy, "seeds", "rising_measures.csv"), "housing_projects,completed_units\n");
  const place = "(GOV_STANDARD · 2031-01-01 · 2026-01-01)";
  const broken = "1 dòng không giữ quy tắc · rows break the rule:";
  const nodes = ["agencies", "indicators", "targets", "versions"].map(
    (id) => `stg_programme__${id}`,
  );
  const tests = ["agencies", "targets"].map((id) => `keeps_stg_programme__${id}_*`);
  expect(await failuresOf("rising_measures", "target_types", ...nodes, ...tests)).toBe(
    [
      "dbt build failed:",
      `models/seeds/rising_measures.csv: ${broken} key: form, measure (housing_projects · completed_units)`,
      "",
      `data/programme/agencies.csv: ${broken} key: agency_id (ward_police)`,
      "",
      `data/programme/targets.csv: ${broken} cadence in ('by_date', 'yearly') ${place}`,
      `data/programme/targets.csv: ${broken} unknown target_type in target_type ${place}`,
    ].join("\n"),
  );
});

it("a model that cannot run is shown with its SQL", { timeout: 240_000 }, async () => {
  appendFileSync(join(copy, "models", "staging", "stg_landed__forms.sql"), "\nwhere nowhere = 1\n");
  const told = await failuresOf("stg_landed__forms");
  expect(told).toMatch(
    /^dbt build failed:\nmodel\.lechan\.stg_landed__forms \(error\): .*nowhere/s,
  );
  expect(told).toMatch(/\n {1,4}\d+ \| where nowhere = 1/);
});
