import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programmeColumns } from "../../../ingest/programme/declaration.ts";
import { root } from "../../../lib/store/home.ts";
import { files, shipped } from "./decisions.ts";

test("every shipped file has the columns of its declaration, in their order", () => {
  for (const { id, columns } of files) expect(shipped(id)[0]).toEqual(Object.keys(columns));
});

test("every file has a staging view and is a table of the landed source", () => {
  const sources = readFileSync(join(root, "models/models/staging/sources.yml"), "utf8");
  for (const file of files) {
    const view = join(root, "models/models/staging/programme", `stg_programme__${file.id}.sql`);
    const sql = readFileSync(view, "utf8");
    const missing = Object.keys(programmeColumns(file)).filter((name) => !sql.includes(`.${name}`));
    expect(missing).toEqual([]);
    expect(sources).toContain(`- name: programme_${file.id}\n`);
  }
});

test("the types of target are those that the models have paths for", () => {
  const seed = readFileSync(join(root, "models/seeds/target_types.csv"), "utf8");
  const types = seed
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0]);
  const column = files.find(({ id }) => id === "targets")?.columns["target_type"];
  expect(column?.type === "one_of" && column.values).toEqual(types);
});
