import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browser, hasBrowser } from "../dashboards/chromium.ts";
import { writeWarehouse } from "../dashboards/fixture.ts";

const script = resolve(import.meta.dirname, "../../scripts/report.ts");
const home = mkdtempSync(join(tmpdir(), "report-home-"));
const nowhere = join(home, "no-chromium");

beforeAll(() => writeWarehouse(join(home, "warehouse.duckdb")));
afterAll(() => rmSync(home, { recursive: true }));

test("without Chromium it writes Word and Excel, and says what is missing and how to get it", () => {
  const { status, stdout, stderr } = run({ CHROMIUM: nowhere }, "--period", "2026-q4");
  const folder = join(home, "reports", "2026-Q4");
  expect(stdout.trim().split("\n")).toEqual([
    join(folder, "bao_cao_2026-Q4.docx"),
    join(folder, "bao_cao_2026-Q4.xlsx"),
  ]);
  for (const path of stdout.trim().split("\n")) expect(existsSync(path)).toBe(true);
  expect(stderr).toContain("apt-get install chromium");
  expect(status).toBe(0);
});

test.skipIf(!hasBrowser)(`the brief is printed on one page (skipped without ${browser})`, () => {
  const out = join(home, "elsewhere");
  const { status, stdout } = run({ CHROMIUM: browser }, "--period", "2026-H2", "--out", out);
  expect(status).toBe(0);
  expect(stdout).toContain(join(out, "tom_tat_2026-H2.pdf"));
  const pdf = readFileSync(join(out, "tom_tat_2026-H2.pdf"), "latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test("a wrong period is a usage error that names what there is", () => {
  const wrong = run({ CHROMIUM: nowhere }, "--period", "quy-3");
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain("2026-10, 2026-Q3, 2026-H1, 2026");
  const empty = run({ CHROMIUM: nowhere }, "--period", "2035-Q1");
  expect(empty.status).toBe(2);
  expect(empty.stderr).toContain("from 2023-01 to 2026-10");
  expect(empty.stderr).toContain("2026-10, 2026-Q4, 2026-H2, 2026");
  expect(run({}).status).toBe(2);
});

test("a missing warehouse is exit 1 with what to do", () => {
  const { status, stderr } = run({}, "--period", "2026-10", "--home", nowhere);
  expect(status).toBe(1);
  expect(stderr).toContain("npm run refresh");
});

test("a period that is over needs the figures that landed, and leaves nothing half made", () => {
  const { status, stdout, stderr } = run({ CHROMIUM: nowhere }, "--period", "2026-Q3");
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/landed: .*npm run refresh/);
  expect(existsSync(join(home, "reports", "2026-Q3"))).toBe(false);
});

function run(environment: Record<string, string>, ...args: string[]) {
  const home_ = args.includes("--home") ? [] : ["--home", home];
  return spawnSync(process.execPath, [script, ...home_, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
}
