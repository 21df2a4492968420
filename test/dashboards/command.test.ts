import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeWarehouse } from "./fixture.ts";

const script = resolve(import.meta.dirname, "../../scripts/dashboards.ts");
const home = mkdtempSync(join(tmpdir(), "home-"));

afterAll(() => rmSync(home, { recursive: true }));

test("--help tells what it does", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  expect(stdout).toContain("--home <dir>");
});

test("a wrong argument is exit 2, a missing warehouse exit 1 with what to do", () => {
  expect(run("--nowhere").status).toBe(2);
  const { status, stderr } = run("--home", home);
  expect(status).toBe(1);
  expect(stderr).toContain("npm run refresh");
});

test("the path of the site is all it writes to stdout", async () => {
  await writeWarehouse(join(home, "warehouse.duckdb"));
  const { status, stdout } = run("--home", home);
  expect(status).toBe(0);
  expect(stdout).toBe(`${join(home, "site", "index.html")}\n`);
  expect(existsSync(stdout.trim())).toBe(true);
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
}
