import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sample-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function sample(...args: string[]) {
  const script = join(root, "scripts/sample.ts");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", cwd: folder });
}

it("writes a sample, says how much on stderr, and replaces an older one", () => {
  const out = join(folder, "inbox");
  const first = sample("--out", out, "--people", "60", "--seed", "5");
  expect(first.status).toBe(0);
  expect(first.stdout).toBe("");
  expect(first.stderr).toContain("62 tệp · files");
  expect(readdirSync(out)).toHaveLength(63);
  const bytes = readFileSync(join(out, "CA_ma_tuy_2026.xlsx"));
  expect(sample("--out", out, "--people", "60", "--seed", "5").status).toBe(0);
  expect(Buffer.compare(readFileSync(join(out, "CA_ma_tuy_2026.xlsx")), bytes)).toBe(0);
  expect(sample("--out", out, "--people", "40", "--seed", "6").status).toBe(0);
  expect(readdirSync(out)).toHaveLength(62);
  expect(Buffer.compare(readFileSync(join(out, "CA_ma_tuy_2026.xlsx")), bytes)).not.toBe(0);
});

it("leaves a folder with somebody's files alone, unless forced, and takes none of them away", () => {
  const own = join(folder, "BHYT_2026_thang_11.xlsx");
  writeFileSync(own, "an office's own");
  const refused = sample("--out", folder);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(own);
  expect(readdirSync(folder)).toEqual(["BHYT_2026_thang_11.xlsx"]);
  expect(sample("--out", folder, "--people", "0", "--force").status).toBe(0);
  expect(sample("--out", folder, "--people", "0", "--force").status).toBe(0);
  expect(readFileSync(own, "utf8")).toBe("an office's own");
});

it("writes the published figures where asked", () => {
  const reference = join(folder, "reference");
  mkdirSync(join(folder, "out"));
  const made = sample("--out", join(folder, "out"), "--people", "1", "--reference", reference);
  expect(made.status).toBe(0);
  expect(readdirSync(reference)).toEqual(["so_lieu_cong_bo_2026-10-31.xlsx"]);
});

it("exits 2 with usage for wrong arguments, and helps", () => {
  for (const args of [["--people", "many"], ["--people", "1000001"], ["--seed", "-1"], ["--x"]]) {
    const wrong = sample(...args);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("Cách dùng · usage:");
  }
  const help = sample("--help");
  expect(help.status).toBe(0);
  expect(help.stdout).toContain("--people <n>");
});
