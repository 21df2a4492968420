import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, expect, it } from "vitest";
import { ingest } from "../../ingest/main.ts";
import { makeWorld } from "../../scripts/sample/world.ts";
import { sampleFolder } from "../scripts/sample/workbook.ts";
import { dbt, freshFolder } from "./warehouse.ts";

/** The sample's month that was sent twice: on 5 June 2026, and corrected on the 18th. */
const FILES = [
  "BHYT_2026_thang_05.xlsx",
  "BHYT_2026_thang_05_lan_2.xlsx",
  "CA_nhan_khau_2026.xlsx",
];
const MAY_2026 = 40;
const inbox = freshFolder();
const folders = { before: freshFolder(), after: freshFolder() };

beforeAll(async () => {
  for (const name of FILES) cpSync(join(sampleFolder, name), join(inbox, name));
  const home = folders.before;
  await ingest({ inbox: [inbox], home, keyPath: join(home, "person.key") });
  mkdirSync(folders.after, { recursive: true });
  cpSync(join(home, "landed"), join(folders.after, "landed"), { recursive: true });
  for (const [moment, as_of] of [
    ["before", "2026-06-10"],
    ["after", "2026-06-20"],
  ] as const) {
    const models = ["+fct_revisions", "+fct_files", "+fct_rejects", "+fct_lineage"];
    const chosen = ["--select", ...models, "--resource-type", "model", "--resource-type", "seed"];
    const { code, output } = dbt(["build", ...chosen], { folder: folders[moment], as_of });
    expect(code, output).toBe(0);
  }
});

async function ask(moment: keyof typeof folders, sql: string) {
  const instance = await DuckDBInstance.create(join(folders[moment], "w.duckdb"), {
    access_mode: "READ_ONLY",
  });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

const insured = (moment: keyof typeof folders, area: string) =>
  ask(
    moment,
    `select value from intermediate.int_observations_versioned
     where version = 1 and measure = 'insured' and area_id = '${area}' and period_end = '2026-05-31'`,
  );

it("what was received later is not known: the first edition stands, the second is not there", async () => {
  const truth = makeWorld().insured[MAY_2026]?.[19] ?? 0;
  expect(await insured("before", "le_chan_tdp_20")).toEqual([{ value: truth + 36 }]);
  expect(await ask("before", "select file_name from marts.fct_files order by 1")).toEqual([
    { file_name: "BHYT_2026_thang_05.xlsx" },
  ]);
  expect(await ask("before", "select * from marts.fct_revisions")).toEqual([]);
});

it("once received, the later edition counts, the earlier stays landed, and the change is told", async () => {
  const truth = makeWorld().insured[MAY_2026] ?? [];
  expect(await insured("after", "le_chan_tdp_20")).toEqual([{ value: truth[19] }]);
  expect(await insured("after", "le_chan_tdp_64")).toEqual([{ value: truth[63] }]);
  const editions = await ask(
    "after",
    `select version, file_name, value from intermediate.int_observations_versioned
     where measure = 'insured' and area_id = 'le_chan_tdp_20' and period_end = '2026-05-31'
     order by version`,
  );
  expect(editions).toEqual([
    { version: "1", file_name: FILES[1], value: truth[19] },
    { version: "2", file_name: FILES[0], value: (truth[19] ?? 0) + 36 },
  ]);
  const revised = await ask(
    "after",
    `select area_id, role, part_before, part_after, reason, file_name from marts.fct_revisions
     where indicator_id = 'HI_COVERAGE' and role = 'numerator' and area_id <> 'le_chan' order by area_id`,
  );
  const change = { role: "numerator", reason: "resubmitted", file_name: FILES[1] };
  expect(revised).toEqual([
    {
      area_id: "le_chan_tdp_20",
      part_before: (truth[19] ?? 0) + 36,
      part_after: truth[19],
      ...change,
    },
    {
      area_id: "le_chan_tdp_64",
      part_before: (truth[63] ?? 0) - 58,
      part_after: truth[63],
      ...change,
    },
  ]);
});
