import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { landProgramme } from "../../ingest/land/land_programme.ts";
import { withParquetStore } from "../../ingest/land/parquet.ts";
import { loadProgramme, programmeFolder } from "../../ingest/programme/programme.ts";
import { file, land } from "./land.ts";
import { rowOf } from "./project_copy.ts";
import { dbt, freshFolder, query } from "./warehouse.ts";

const folder = freshFolder();
const decisions = join(freshFolder(), "programme");
const targets = join(decisions, "targets.csv");

const landOn = async (day: string) => {
  const programme = await loadProgramme(decisions);
  const now = new Date(`${day}T08:00:00Z`);
  await withParquetStore((desk) => landProgramme(programme, join(folder, "landed"), desk, now));
};

/** The target of insured people and the file of the correction, as they were known on a day. */
async function known(as_of: string, environment: Record<string, string> = {}) {
  const views = ["stg_programme__versions", "stg_programme__targets", "stg_programme__corrections"];
  const { code, output } = dbt(["run", "--select", ...views, "stg_landed__files"], {
    folder,
    as_of,
    // views are asked from where this test runs
    environment: { LECHAN_LANDED: join(folder, "landed"), ...environment },
  });
  expect(code, output).toBe(0);
  const warehouse = join(folder, "w.duckdb");
  const [target] = await query(
    warehouse,
    "select target_value from staging.stg_programme__targets where indicator_id = 'HI_COVERAGE'",
  );
  const corrections = await query(
    warehouse,
    "select correction_id, file_hash from staging.stg_programme__corrections order by 1",
  );
  return {
    target: target?.["target_value"],
    files: corrections.map(({ correction_id, file_hash }) => `${correction_id} ${file_hash}`),
  };
}

const hash = (start: string) => start.padEnd(64, "0");

beforeAll(async () => {
  cpSync(programmeFolder, decisions, { recursive: true });
  const files = [
    {
      ...file("T10/bhyt.xlsx", "police_crime", "2026-01-05 00:00:00"),
      file_hash: hash("aaaaaaaa1"),
    },
    {
      ...file("T11/bhyt.xlsx", "police_crime", "2026-01-05 00:00:00"),
      file_hash: hash("aaaaaaaa2"),
    },
    {
      ...file("toi_pham.xlsx", "police_crime", "2026-01-05 00:00:00"),
      file_hash: hash("bbbbbbbb1"),
    },
  ];
  await land(join(folder, "landed"), { files }, null);
  await landOn("2026-02-10");
  setTarget("97");
  const named = ["BBBBBBBB", "toi_pham.xlsx", "T10/bhyt.xlsx", "bhyt.xlsx", "aaaaaaaa", "cccccccc"];
  for (const [index, file_hash] of named.entries())
    appendFileSync(join(decisions, "corrections.csv"), correction(`c${index + 1}`, file_hash));
  await landOn("2026-05-10");
  setTarget("96");
  await landOn("2026-08-10");
}, 300_000);

function setTarget(value: string): void {
  const text = readFileSync(targets, "utf8");
  writeFileSync(targets, text.replace(/by_date,gt,\d+,/, `by_date,gt,${value},`));
}

function correction(correction_id: string, file_hash: string): string {
  return rowOf(join(decisions, "..", "models"), "corrections", {
    correction_id,
    file_hash,
    form: "police_crime",
    measure: "cases",
    area_id: "le_chan",
    period_end: "2026-01-31",
    expected_value: 1,
    corrected_value: 2,
    reason: "x",
    author: "x",
    decided_on: "2026-02-01",
  });
}

const minutes = 60_000;

it("of a day before all versions the oldest counts, looking on from it the newest", {
  timeout: 6 * minutes,
}, async () => {
  expect(await known("2024-06-30")).toEqual({ target: 98, files: [] });
  const lookingOn = { LECHAN_PROGRAMME_KNOWN_BY: "2026-09-01" };
  expect((await known("2024-06-30", lookingOn)).target).toBe(96);
});

it("the version of the day counts; its corrections find their files by name or the start of a hash", {
  timeout: 6 * minutes,
}, async () => {
  const then = await known("2026-05-10");
  expect(then.target).toBe(97);
  expect(then.files).toEqual([
    `c1 ${hash("bbbbbbbb1")}`,
    `c2 ${hash("bbbbbbbb1")}`,
    `c3 ${hash("aaaaaaaa1")}`,
    "c4 bhyt.xlsx",
    "c5 aaaaaaaa",
    "c6 cccccccc",
  ]);
  const { code, output } = dbt(["build", "--select", "+corrections_find_what_they_expect"], {
    folder,
    as_of: "2026-05-10",
  });
  expect(code).toBe(1);
  expect(output).toContain(
    "c4 · police_crime · bhyt.xlsx · le_chan · 2026-01-31 · cases: hợp với nhiều tệp · fits several files: T10/bhyt.xlsx (aaaaaaaa1000), T11/bhyt.xlsx (aaaaaaaa2000)",
  );
  expect(output).toContain(
    "c6 · police_crime · cccccccc · le_chan · 2026-01-31 · cases: không có tệp này · no such file; gần nhất · the nearest:",
  );
  expect(output).toContain(
    "c1 · police_crime · toi_pham.xlsx · le_chan · 2026-01-31 · cases: cần · expected 1, thấy · found không có số liệu · no figure",
  );
});
