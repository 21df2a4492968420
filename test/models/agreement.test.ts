import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { buildGolden } from "./golden/build.ts";
import { generatedEntries } from "./golden/generated.ts";
import { type Built, freshFolder } from "./warehouse.ts";

/** `npm run bench -- agreement` asks for more. */
const howMany = Number(process.env["LECHAN_GENERATED_SERIES"] ?? 1_000);
const as_of = "2028-07-20";

/** A row that is right, and what would make it contradict itself by the rule of this name. */
interface Contradiction {
  where: string;
  set: string;
}

const dated = "target_cadence = 'by_date'";
const open = `${dated} and is_met_at_due is null and probability_met is not null`;
const contradictions: Record<string, Contradiction> = {
  "a status is the one that its reason stands for": {
    where: "status = 'on_track'",
    set: "status = 'at_risk'",
  },
  "achieved before its time is at least 80% likely": {
    where: "reason_code = 'met_and_secured'",
    set: "probability_met = 0.5",
  },
  "on track is at least 60% likely": {
    where: "reason_code = 'ahead_of_path'",
    set: "probability_met = 0.3",
  },
  "at risk is likely neither way": {
    where: "reason_code = 'slightly_behind_path'",
    set: "probability_met = 0.9",
  },
  "met but not secured has a chance below 80%": {
    where: "reason_code = 'met_not_secured'",
    set: "probability_met = 0.95",
  },
  "off track is at most 20% likely": {
    where: "reason_code = 'behind_and_unlikely'",
    set: "probability_met = 0.4",
  },
  "what is not judged has no future": {
    where: "status = 'no_target'",
    set: "probability_met = 0.4",
  },
  "no target means a figure and no number": {
    where: "status = 'no_target'",
    set: "target_value = 5",
  },
  "no data means no figure": { where: "reason_code = 'no_data'", set: "latest_value = 5" },
  "the direction is that of the trend": {
    where: "reason_code = 'unclear_no_target'",
    set: "reason_code = 'improving_no_target'",
  },
  "met is met now": {
    where: "reason_code = 'met_and_secured'",
    set: "target_value = case when target_operator = 'le' then -1e6 else 1e6 end",
  },
  "on the way to it is not met": {
    where: "reason_code = 'behind_and_unlikely'",
    set: "latest_value = target_value, target_operator = 'ge'",
  },
  "met when due was met then": {
    where: "reason_code = 'met_when_due'",
    set: "value_at_due = null",
  },
  "missed when due was missed then": {
    where: "reason_code = 'missed_when_due'",
    set: "value_at_due = target_value, target_operator = 'ge'",
  },
  "what decides ends by the due date": {
    where: "reason_code = 'met_when_due'",
    set: "value_at_due_period_end = target_due + 1",
  },
  "a due date that has passed lies before today": {
    where: "reason_code = 'missed_when_due'",
    set: "target_due = as_of",
  },
  "what is decided has neither path nor future": {
    where: "reason_code = 'met_when_due'",
    set: "planned_value = 3",
  },
  "an interval holds its projection": {
    where: "projected_lower_80 is not null",
    set: "projected_at_due = projected_upper_80 + 1",
  },
  "there is one projection": { where: open, set: "projected_at_due = projected_at_due + 0.5" },
  "an interval above the goal means likely": {
    where: "reason_code = 'behind_and_unlikely' and target_operator = 'ge'",
    set: "projected_lower_80 = target_value + 1, projected_at_due = target_value + 2, projected_upper_80 = target_value + 3",
  },
  "an interval below the goal means unlikely": {
    where: "reason_code = 'ahead_of_path' and target_operator = 'ge'",
    set: "projected_lower_80 = target_value - 9, projected_at_due = target_value - 8, projected_upper_80 = target_value - 7",
  },
  "a gap is the distance to the path": { where: "gap is not null", set: "gap = gap + 1" },
  "ahead is ahead": { where: "reason_code = 'ahead_of_path'", set: "gap = -gap" },
  "behind is behind": { where: "reason_code = 'behind_and_unlikely'", set: "gap = -gap" },
  "the planned value lies on the path": {
    where: `${open} and planned_value > 1 and not is_seasonal`,
    set: "planned_value = planned_value * 2",
  },
  "an arrival in time is not unlikely": {
    where: "reason_code = 'behind_and_unlikely'",
    set: "arrival_date = latest_period_end + 1",
  },
  "an arrival too late is not likely": {
    where: "reason_code = 'ahead_of_path'",
    set: "arrival_date = target_due + 1",
  },
  "a pace that the forecast denies has no arrival": {
    where: "arrival_date is not null",
    set: "is_pace_apart = true",
  },
  "what is met needs nothing more": {
    where: "reason_code = 'met_and_secured'",
    set: "required_per_year = 2",
  },
  "what is needed leads to the target": {
    where: "required_per_year != 0",
    set: "required_per_year = -required_per_year",
  },
  "a path starts no earlier than the newest break": {
    where: "baseline_date is not null",
    set: "break_date = baseline_date + 1",
  },
  "reached and lost was reached": {
    where: "reason_code is not null and reached_date is null",
    set: "reason_code = 'reached_then_lost'",
  },
  "held means every period known and none broken": {
    where: "reason_code = 'held_so_far'",
    set: "n_missing = 1",
  },
  "broken names a period that broke it": {
    where: "reason_code = 'broken_this_year'",
    set: "broken_period_end = null",
  },
  "a broken year is lost": {
    where: "reason_code = 'broken_this_year'",
    set: "probability_met = 0.1",
  },
  "an incomplete year names what is missing": {
    where: "reason_code = 'year_incomplete'",
    set: "missing_period_ends = null",
  },
  "a fulfilled quota is met": {
    where: "reason_code = 'quota_fulfilled'",
    set: "latest_value = 0, target_value = 1, target_operator = 'ge'",
  },
  "a quota that is exceeded or missed is not met": {
    where: "reason_code = 'quota_exceeded'",
    set: "latest_value = target_value - 1, target_operator = 'le'",
  },
  "a quota agrees with its chance": {
    where: "reason_code = 'quota_unlikely'",
    set: "probability_met = 0.8",
  },
  "the change is from a year before": {
    where: "previous_year_value is not null",
    set: "change_from_previous_year = change_from_previous_year + 1",
  },
  "the latest value is the newest observation": {
    where: "status = 'no_target'",
    set: "latest_value = latest_value + 1",
  },
  "a caution is a finding": { where: "caution is null", set: "caution = 'other_ward'" },
  "all neighbourhoods are all there were": {
    where: "true",
    set: "n_areas_reported = 9, n_areas = 8",
  },
  "a value lies within its bounds": {
    where: `${open} and projected_at_due is not null`,
    set: "projected_at_due = -1000",
  },
  "stale figures are old": {
    where: "reason_code = 'stale_data'",
    set: "latest_period_end = as_of",
  },
};

let built: Built;
let test_sql: string;
beforeAll(async () => {
  built = await buildGolden(generatedEntries(howMany, 20_280_720, as_of), as_of);
  const wrong = built.output.split("\n").filter((line) => / (ERROR|FAIL) /.test(line));
  expect(wrong.filter((line) => !line.includes("progress_agrees"))).toEqual([]);
  const compiled = join(built.folder, "target", "compiled", "lechan", "tests");
  test_sql = readFileSync(join(compiled, "progress_agrees.sql"), "utf8");
}, 3_600_000);

it(`no judgement of ${howMany} series of every kind contradicts itself`, async () => {
  expect(
    await built.query(`select rule, min(place), count(*) from (${test_sql}) group by rule`),
  ).toEqual([]);
  expect(built.output.slice(-1500)).toContain("Completed successfully");
  const [seen] = await built.query(
    `select count(*)::int as n, count(distinct reason_code)::int as reasons, count(distinct status)::int as statuses
     from marts.fct_progress where indicator_id like 'G%' and area_id = 'le_chan' and section_id = '2.1.6'`,
  );
  expect(seen?.["n"]).toBeGreaterThanOrEqual(howMany);
  expect(seen?.["reasons"]).toBeGreaterThanOrEqual(20);
  expect(seen?.["statuses"]).toBe(6);
});

describe("each rule fails where a row is made to break it:", () => {
  it("all have such a row", () => {
    const rules = [...test_sql.matchAll(/^ {4}'(.+)' as rule,$/gm)].map(([, rule]) => rule);
    expect(rules.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(contradictions).sort()).toEqual(rules.toSorted());
  });

  it.each(Object.keys(contradictions))("%s", async (rule) => {
    const { where, set } = contradictions[rule] as Contradiction;
    const broken = await brokenBy(
      `update marts.fct_progress set ${set}
       where rowid = (select min(rowid) from marts.fct_progress where ${where})`,
    );
    expect(broken).toContain(rule);
  });
});

/** The rules that rows break after a change, which a copy of the warehouse takes. */
async function brokenBy(change: string): Promise<string[]> {
  const folder = freshFolder();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "w.duckdb");
  // what dbt wrote last may still stand beside the file
  for (const end of ["", ".wal"])
    if (existsSync(join(built.folder, `w.duckdb${end}`)))
      cpSync(join(built.folder, `w.duckdb${end}`), path + end);
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(change);
  const rows = (await connection.runAndReadAll(test_sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return [...new Set(rows.map((row) => String(row["rule"])))];
}
