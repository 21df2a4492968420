import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadForms } from "../../../ingest/forms.ts";
import { personalTables } from "../../../ingest/land/landed.ts";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { ingest } from "../../../ingest/main.ts";
import { listPurgeable, purge } from "../../../scripts/tools/purge.ts";
import { member, membersRows, xlsx } from "../../ingest/people_list.ts";

const TABLE = "records_health_insurance_members";
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "purge-"));
  mkdirSync(join(home, "inbox"));
});

afterEach(() => rmSync(home, { recursive: true }));

const run = () =>
  ingest({ inbox: [join(home, "inbox")], home, keyPath: join(home, "person.key"), workers: 1 });

const people = () =>
  withParquetStore((parquet) =>
    parquet.read(TABLE, join(home, "landed", TABLE, "*.parquet"), ["row"]),
  );

const figures = () =>
  withParquetStore(async (parquet) => {
    const glob = join(home, "landed", "observations", "*.parquet");
    const rows = await parquet.read("observations", glob, ["period_end", "area_id"]);
    return rows.map(({ measure, area_id, period_end, value }) => [
      measure,
      area_id,
      period_end,
      value,
    ]);
  });

function put(name: string, sheets: Record<string, unknown[][]>): void {
  writeFileSync(join(home, "inbox", name), xlsx(sheets));
}

async function purgeBefore(date: string): Promise<void> {
  await purge(home, date, await listPurgeable(home, date));
}

test("people of past periods go, and the counts of them stand", async () => {
  put("9.xlsx", { A: membersRows("30/09/2026", [member(1), member(86), member(2)]) });
  put("10.xlsx", { A: membersRows("31/10/2026", [member(1)]) });
  await run();
  const before = await figures();
  expect(before).toEqual([
    ["members", "le_chan_tdp_02", "2026-09-30", 2],
    ["members", "le_chan_tdp_03", "2026-09-30", 1],
    ["members", "le_chan_tdp_02", "2026-10-31", 1],
  ]);
  const listed = await listPurgeable(home, "2026-10-01");
  expect(listed.map(({ file_name, rows, kept }) => [file_name, rows, kept])).toEqual([
    ["9.xlsx", 3, 0],
  ]);
  expect(await people()).toHaveLength(4);
  await purgeBefore("2026-10-01");
  expect((await people()).map((row) => row["period_end"])).toEqual(["2026-10-31"]);
  expect(await figures()).toEqual(before);
});

test("a file of two periods keeps the people of the later one", async () => {
  const [old, young] = [
    membersRows("30/09/2026", [member(1)]),
    membersRows("31/10/2026", [member(2)]),
  ];
  put("ca hai.xlsx", { T9: old, T10: young });
  await run();
  await purgeBefore("2026-10-01");
  expect((await people()).map((row) => [row["sheet"], row["period_end"]])).toEqual([
    ["T10", "2026-10-31"],
  ]);
});

test("what was purged does not land again, even when the file is read anew", async () => {
  put("9.xlsx", { A: membersRows("30/09/2026", [member(1)]) });
  await run();
  await purgeBefore("2026-10-01");
  rmSync(join(home, "landed"), { recursive: true });
  const summary = await run();
  expect([summary.landed, summary.rows_landed]).toEqual([1, 1]);
  expect(readdirSync(join(home, "landed", TABLE))).toEqual(["empty.parquet"]);
  expect(await figures()).toHaveLength(1);
});

test("an earlier date later on does not bring the rule back", async () => {
  await run();
  await purgeBefore("2026-10-01");
  await purgeBefore("2025-01-01");
  expect(JSON.parse(readFileSync(join(home, "retention.json"), "utf8"))).toEqual({
    purged_before: "2026-10-01",
  });
});

test("while what was purged can't be read, nothing lands", async () => {
  put("9.xlsx", { A: membersRows("30/09/2026", [member(1)]) });
  writeFileSync(join(home, "retention.json"), "{}");
  await expect(run()).rejects.toThrow("no date before which people's rows are purged");
});

test("nothing landed, nothing to purge", async () => {
  expect(await listPurgeable(home, "2030-01-01")).toEqual([]);
});

test("every list with a token of a person is a list of people, and lands its counts", async () => {
  const lists = (await loadForms()).filter(({ records }) => records);
  const withKey = lists.filter(({ records }) =>
    Object.values(records?.fields ?? {}).some(
      (field) => "as" in field && field.as === "person_key",
    ),
  );
  expect(withKey.map(({ records }) => records?.is_personal)).toEqual(withKey.map(() => true));
  expect(withKey.filter(({ records }) => !records?.counts)).toEqual([]);
  expect(withKey.map(({ id }) => `records_${id}`)).toEqual([...personalTables]);
});
