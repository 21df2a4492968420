import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { DocumentReference } from "../../../dashboards/report/report.ts";
import { parseReportPeriod } from "../../../dashboards/report/report_period.ts";
import { writeReport } from "../../../dashboards/report/write_report.ts";
import { ingest } from "../../../ingest/main.ts";
import { rowsAt, writeWarehouse } from "../fixture.ts";
import { ask } from "./documents.ts";

const home = mkdtempSync(join(tmpdir(), "records-"));
const records = join(home, "reports", "records");
afterAll(() => rmSync(home, { recursive: true }));

test("a report that is made keeps what it told, once, in a file that nobody writes again", async () => {
  await make("2026-Q3", "first.duckdb");
  await make("2026-Q3", "first.duckdb");
  expect(readdirSync(records)).toEqual(["0001_2026-Q3.json"]);
  const path = join(records, "0001_2026-Q3.json");
  if (process.platform !== "win32") expect(statSync(path).mode & 0o222).toBe(0);
  const { report, figures, observations } = JSON.parse(readFileSync(path, "utf8"));
  expect(report).toEqual({
    ...{ sequence: 1, period_label: "2026-Q3" },
    ...{ period_start: "2026-07-01", period_end: "2026-09-30", as_of: "2026-09-30" },
    ...{ known_by: "2026-11-05", report_number: null, report_date: null, is_sample: true },
  });
  expect(figures).toHaveLength(5);
  expect(
    figures.find((row: { indicator_id: string }) => row.indicator_id === "HOUSING_UNITS"),
  ).toEqual({
    ...{ indicator_id: "HOUSING_UNITS", area_id: "le_chan", frequency: "quarter" },
    ...{ period_value: 310, latest_period_end: "2026-09-14", latest_value: 310 },
    ...{ planned_value: 283, target_value: 1700, probability_met: 0.71 },
    ...{ status: "on_track", reason_code: "ahead_of_path" },
  });
  // three months of two indicators, a quarter of two others
  expect(observations).toHaveLength(8);
});

test("its number makes it another report; a draft is none", async () => {
  await make("2026-Q3", "first.duckdb", { number: "45/BC-UBND", date: "2026-10-12" });
  await make("2026-10", "second.duckdb", { number: null, date: null }, null);
  expect(readdirSync(records)).toEqual(["0001_2026-Q3.json", "0002_2026-Q3.json"]);
});

test("the records land with the next ingest, as they are", async () => {
  const { changed } = await land();
  expect(changed).toBe(true);
  expect((await land()).changed).toBe(false);
  const warehouse = join(home, "look.duckdb");
  const landed = (table: string) => `read_parquet('${join(home, "landed", table, "*.parquet")}')`;
  await writeWarehouse(warehouse);
  expect(
    await ask(
      warehouse,
      `select sequence, report_number, cast(report_date as varchar) as report_date, latest_value
       from ${landed("report_figures")} where indicator_id = 'HOUSING_UNITS' order by sequence`,
    ),
  ).toEqual([
    { sequence: 1, report_number: null, report_date: null, latest_value: 310 },
    { sequence: 2, report_number: "45/BC-UBND", report_date: "2026-10-12", latest_value: 310 },
  ]);
  expect(
    await ask(warehouse, `select count(*)::integer as n from ${landed("report_observations")}`),
  ).toEqual([{ n: 16 }]);
});

test("a record that somebody changed stops the ingest and says which, where and what to do", async () => {
  const spoilt = join(records, "0003_2026-Q4.json");
  writeFileSync(spoilt, "{");
  await expect(land()).rejects.toThrow(/0003_2026-Q4\.json: .*expected JSON.*put the file back/);
  const whole = JSON.parse(readFileSync(join(records, "0001_2026-Q3.json"), "utf8"));
  whole.figures[0].latest_value = "95,3";
  writeFileSync(spoilt, JSON.stringify(whole));
  await expect(land()).rejects.toThrow(
    /0003_2026-Q4\.json · latest_value: .*expected DOUBLE\?.*found "95,3"/,
  );
});

async function make(
  label: string,
  name: string,
  reference: DocumentReference = { number: null, date: null },
  folder: string | null = records,
) {
  const period = parseReportPeriod(label);
  if (!period) throw new Error(`no such period: ${label}`);
  const warehouse = join(home, name);
  rmSync(warehouse, { force: true });
  await writeWarehouse(warehouse, rowsAt(period.end));
  await writeReport({
    ...{ warehouse, out: join(home, "out"), period, reference, records: folder },
    ...{ refreshedAt: new Date(0), knownBy: "2026-11-05", chromium: null },
  });
}

function land() {
  return ingest({ inbox: [join(home, "out")], home, keyPath: join(home, "person.key") });
}
