import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browser, hasBrowser } from "../chromium.ts";
import { writeWarehouse } from "../fixture.ts";
import { paragraphsOf } from "./documents.ts";

const script = resolve(import.meta.dirname, "../../../scripts/report.ts");
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

test("number and date of the paper stand on it and in the record; a draft leaves none", () => {
  const out = join(home, "numbered");
  const draft = run({ CHROMIUM: nowhere }, "--period", "2026", "--out", out, "--draft");
  expect(draft.status).toBe(0);
  const before = readdirSync(join(home, "reports", "records"));
  expect(before.filter((name) => name.includes("_2026."))).toEqual([]);
  const marks = ["--number", "45", "--date", "2026-02-05"];
  expect(run({ CHROMIUM: nowhere }, "--period", "2026", "--out", out, ...marks).status).toBe(0);
  const lines = paragraphsOf(new Uint8Array(readFileSync(join(out, "bao_cao_2026.docx"))));
  expect(lines).toContain("Số: 45/BC-UBND");
  expect(lines).toContain("Hải Phòng, ngày 05 tháng 02 năm 2026");
  expect(lines).toContain(
    "(Kèm theo Báo cáo số 45/BC-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân phường Lê Chân)",
  );
  const after = readdirSync(join(home, "reports", "records"));
  expect(after.filter((name) => !before.includes(name))).toEqual([
    expect.stringMatching(/^\d{4}_2026\.json$/),
  ]);
});

test.each([
  [["--number", "bốn mươi"], /expected the number of a paper as 45/],
  [["--date", "32/10/2026"], /expected a date as 24\/11\/2026 or 2026-11-24/],
  [["--period"], /argument missing/],
  [["--perod", "2026"], /unknown option/],
  [["2026-Q3"], /too many arguments/],
])("%s is a usage error that says what is expected", (args, message) => {
  const { status, stderr } = run({ CHROMIUM: nowhere }, "--period", "2026-Q4", ...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(message);
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
