import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../lib/store/home.ts";
import {
  ContractError,
  contractFile,
  contractOf,
  martsFolder,
} from "../../../scripts/tools/contract.ts";
import { martsPage, martsPageOf } from "../../../scripts/tools/marts_page.ts";
import { dbt } from "../../models/warehouse.ts";
import { copyProject, freshFolder, runScript } from "../project.ts";

test("what the pages know of marts is what their contracts say (else: npm run contract)", () => {
  expect(readFileSync(join(root, contractFile), "utf8")).toBe(contractOf(root));
  expect(readFileSync(join(root, martsPage), "utf8")).toBe(martsPageOf(root));
});

test("every word that a contract may not say is an error that names file, mart and column", () => {
  const folder = freshFolder();
  mkdirSync(join(folder, martsFolder), { recursive: true });
  const write = (text: string) => writeFileSync(join(folder, martsFolder, "fct_x.yml"), text);
  write(`models:
  - name: fct_x
    config: {meta: {visibility: public}}
    columns:
      - {name: a, data_type: varchar}
      - {name: b, data_type: blob, config: {meta: {visibility: secret, is_null: true}}}
`);
  const said = wordsOf(() => contractOf(folder));
  expect(said).toHaveLength(5);
  expect(said[0]).toBe(
    `${martsFolder}/fct_x.yml: fct_x.config.meta.release: cần all | public_indicators | ` +
      "public_sections | figures | ward_results, đang là none · expected all | public_indicators | " +
      "public_sections | figures | ward_results, found none",
  );
  expect(said[1]).toContain("fct_x.a.config.meta.visibility: cần public | internal, đang là ∅");
  expect(said[2]).toContain("fct_x.b.data_type: cần varchar | ");
  expect(said[3]).toContain("fct_x.b.config.meta: cần visibility | when_suppressed | is_nullable");
  expect(said[4]).toContain("fct_x.b.config.meta.visibility: cần public | internal");
  write("models:\n  - name: fct_x\n");
  expect(wordsOf(() => contractOf(folder))[0]).toContain("fct_x.config.meta.visibility: cần");
});

test("a new column is one place and a new mart two files, from dbt to pages and publication", {
  timeout: 180_000,
}, () => {
  const folder = freshFolder();
  const copy = copyProject(folder);
  cpSync(join(root, "test", "dashboards"), join(copy, "test", "dashboards"), { recursive: true });
  const isMade = (path: string) => /[\\/](target|logs)$/.test(path);
  const models = join(copy, "models");
  cpSync(join(root, "models"), models, { recursive: true, filter: (path) => !isMade(path) });
  mkdirSync(join(copy, "docs"));

  // What somebody writes: a column in one file, a mart in two.
  const agencies = join(copy, martsFolder, "dim_agencies.yml");
  writeFileSync(agencies, `${readFileSync(agencies, "utf8").trimEnd()}\n${headName}`);
  writeFileSync(join(copy, martsFolder, "fct_visits.sql"), visitsSql);
  writeFileSync(join(copy, martsFolder, "fct_visits.yml"), visitsYml);

  // What somebody shows: a page that knows their types.
  writeFileSync(join(copy, "dashboards", "site", "pages", "visits.ts"), visitsPage);
  const { compilerOptions } = JSON.parse(readFileSync(join(copy, "tsconfig.json"), "utf8"));
  writeFileSync(
    join(copy, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["dashboards"] }),
  );
  const compile = () => runScript("compile", [], folder, copy);
  writeFileSync(join(copy, "scripts", "compile.ts"), compileScript);
  writeFileSync(join(copy, "scripts", "fixture.ts"), fixtureScript);
  writeFileSync(join(copy, "scripts", "publish.ts"), publishScript);
  expect(compile().stdout).toContain('"visits"');
  const { status, stderr } = runScript("contract", [], folder, copy);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(readFileSync(join(copy, martsPage), "utf8")).toContain("| [fct_visits](");
  expect(compile()).toMatchObject({ status: 0, stdout: "" });

  const warehouse = join(folder, "w.duckdb");
  expect(runScript("fixture", [warehouse], folder, copy).stderr).toBe("");
  const run = dbt(["--warn-error", "run", "--select", "fct_visits"], { folder, from: models });
  expect(run.code, run.output).toBe(0);
  expect(run.output).not.toMatch(/deprecat/i);

  expect(runScript("publish", [warehouse, folder], folder, copy).stderr).toBe("");
  const tables = (edition: string) =>
    JSON.parse(readFileSync(join(folder, edition, "data", "catalog.json"), "utf8")).tables as {
      name: string;
      description: string;
      columns: { name: string }[];
    }[];
  const columns = (edition: string, mart: string) =>
    tables(edition)
      .find(({ name }) => name === mart)
      ?.columns.map(({ name }) => name);
  expect(columns("site", "fct_visits")).toEqual(["agency_id", "visits", "diary"]);
  expect(columns("site-public", "fct_visits")).toEqual(["agency_id", "visits"]);
  expect(columns("site", "dim_agencies")).toContain("head_name");
  expect(columns("site-public", "dim_agencies")).not.toContain("head_name");
  expect(existsSync(join(folder, "site-public", "data", "marts", "fct_visits.arrow"))).toBe(true);
});

function wordsOf(make: () => unknown): string[] {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(ContractError);
    return (error as Error).message.split("\n");
  }
  throw new Error("expected an error");
}

const headName = `      - name: head_name
        data_type: varchar
        description: who leads it
        config: {meta: {visibility: internal}}
`;

const visitsSql = `select 'ward_police' as agency_id, cast(12 as integer) as visits, 'x' as diary
`;

const visitsYml = `version: 2

models:
  - name: fct_visits
    description: Visits to a unit. One row per agency.
    config:
      meta:
        visibility: public
        release: all
    data_tests:
      - keeps:
          arguments:
            key: [agency_id]
    columns:
      - name: agency_id
        data_type: varchar
        description: agency of dim_agencies
        config: {meta: {visibility: public, is_nullable: false}}
      - name: visits
        data_type: integer
        description: how many
        config: {meta: {visibility: public, is_nullable: false}}
      - name: diary
        data_type: varchar
        description: who came
        config: {meta: {visibility: internal}}
`;

const visitsPage = `import type { MartRow } from "../../reading/contract/marts.ts";

export function visitsOf(row: MartRow<"visits">): number {
  return row.visits;
}

export function headOf(row: MartRow<"agencies">): string | null {
  return row.head_name;
}
`;

const compileScript = `import { spawnSync } from "node:child_process";
import { root } from "../lib/store/home.ts";
const compiler = "node_modules/typescript/bin/tsc";
const { status, stdout } = spawnSync(process.execPath, [compiler], { cwd: root, encoding: "utf8" });
process.stdout.write(stdout);
process.exitCode = status ?? 1;
`;

const fixtureScript = `import { writeWarehouse } from "../test/dashboards/fixture.ts";
await writeWarehouse(process.argv[2] ?? "");
`;

const publishScript = `import { join } from "node:path";
import { buildSite } from "../dashboards/main.ts";
const [warehouse = "", folder = ""] = process.argv.slice(2);
const key = new Uint8Array(32);
const memory = { before: join(folder, "none.json"), after: join(folder, "memory.json"), key };
await buildSite({ warehouse, out: join(folder, "site") });
await buildSite({ warehouse, out: join(folder, "site-public"), memory });
`;
