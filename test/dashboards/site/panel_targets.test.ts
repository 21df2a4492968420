import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { internal, withEdition } from "../../../dashboards/reading/editions/edition.ts";
import { loadSite } from "../../../dashboards/reading/facts/site.ts";
import { targetPoint } from "../../../dashboards/reading/facts/target_path.ts";
import type { IndicatorView } from "../../../dashboards/reading/facts/view.ts";
import { panel } from "../../../dashboards/site/pages/panel.ts";
import { writeWarehouse } from "../fixture.ts";
import { en, vi } from "../texts.ts";

const folder = mkdtempSync(join(tmpdir(), "panel-targets-"));
let told: IndicatorView;

beforeAll(async () => {
  const path = join(folder, "warehouse.duckdb");
  await writeWarehouse(path);
  const now = new Date("2026-11-24T00:00:00Z");
  const site = await withEdition(path, internal, (edition) => loadSite(edition, now));
  const view = site.sections
    .flatMap(({ indicators }) => indicators)
    .find(({ indicator }) => indicator.indicator_id === "HI_COVERAGE") as IndicatorView;
  told = {
    ...view,
    datedTargets: [
      target("2025-12-31", 95, { value_at_due: 94.2, is_met_at_due: false, status: "off_track" }),
      target("2026-06-30", 95, { value_at_due: 95.1, is_met_at_due: true, status: "achieved" }),
      target("2030-12-31", 98, { is_judged: true, probability_met: 0.34, status: "at_risk" }),
      target("2032-12-31", 99.5, { probability_met: 0.12, status: "off_track" }),
      target("2034-12-31", 100, {}),
    ],
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the targets beside the one that is judged stand with what became of them, or their chance", () => {
  expect(facts(panel(told, vi).markup)).toEqual([
    "Mốc đến 31/12/2025 ≥ 95% không đạt: 94,2%",
    "Mốc đến 30/06/2026 ≥ 95% đạt: 95,1%",
    "Mốc đến 31/12/2032 ≥ 99,5% khả năng đạt 12%",
    "Mốc đến 31/12/2034 ≥ 100% chưa đánh giá được",
  ]);
  expect(facts(panel(told, en).markup)).toContain("Target due 31 Dec 2025 ≥ 95% not met: 94.2%");
});

test("the chart names the target where the path has it, also before the end of the path", () => {
  const path = [
    { path_date: "2025-12-31", planned_value: 95 },
    { path_date: "2030-12-31", planned_value: 98 },
    { path_date: "2032-12-31", planned_value: 99.5 },
  ].map((corner) => ({ ...corner, indicator_id: "HI_COVERAGE", area_id: "le_chan", kind: "" }));
  expect(targetPoint({ ...told, path })?.value).toBe(98);
  expect(targetPoint({ ...told, path: path.slice(0, 1) })?.value).toBe(95);
});

function target(
  target_due: string,
  target_value: number,
  more: Partial<IndicatorView["datedTargets"][number]>,
): IndicatorView["datedTargets"][number] {
  return {
    ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", as_of: "2026-11-24", target_due },
    ...{ target_operator: "ge", target_value, is_judged: false, value_at_due_period_end: null },
    ...{ value_at_due: null, is_met_at_due: null, projected_at_due: null },
    ...{ projected_lower_80: null, projected_upper_80: null, probability_met: null },
    ...{ status: "not_assessable", ...more },
  };
}

/** The lines of the panel that name another due date. */
function facts(markup: string): string[] {
  const lines = [...markup.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)];
  return lines
    .map(([, name, fact]) => `${name} ${fact}`.replaceAll(/<[^>]*>/g, ""))
    .filter((line) => /^(Mốc|Target due)/.test(line));
}
