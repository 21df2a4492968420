import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../../../lib/store/home.ts";

const folder = mkdtempSync(join(tmpdir(), "lechan-forecast-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(text: string | null, ...options: string[]) {
  const input = join(folder, "in.csv");
  if (text !== null) writeFileSync(input, text);
  const out = join(folder, "out.csv");
  const args = [join(root, "scripts/forecast.ts"), input, "--out", out, ...options];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stderr, out };
}

const header = "series_id,frequency,t,value";

describe("the forecast command", () => {
  it("writes each step of each series", () => {
    const rows = ["b,year,1,4", "b,year,2,5", "b,year,3,6", "a,month,1,1", "a,month,2,1"];
    const { status, out } = run([header, ...rows].join("\n"), "--horizon", "2");
    expect(status).toBe(0);
    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("series_id,step,value,lower_80,upper_80,lower_95,upper_95,method");
    expect(lines.slice(1, 3)).toEqual(["a,1,1.0,,,,,last value", "a,2,1.0,,,,,last value"]);
    expect(lines.slice(3).map((line) => line.split(",").slice(0, 3))).toEqual([
      ["b", "1", "6.0"],
      ["b", "2", "6.0"],
    ]);
    expect(lines).toHaveLength(5);
  });

  it("gives the chance of a threshold, none where a series is too short or has none", () => {
    const long = [4, 5, 6, 7, 8].map((value, index) => `b,year,${index + 1},${value},9`);
    const none = [4, 5, 6, 7, 8].map((value, index) => `c,year,${index + 1},${value},`);
    const rows = [...long, "a,month,1,1,2", ...none];
    const { status, out } = run([`${header},threshold`, ...rows].join("\n"), "--horizon", "2");
    expect(status).toBe(0);
    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(lines[0]).toMatch(/,method,probability_at_least$/);
    const chances = lines.slice(1).map((line) => line.split(",").at(-1));
    expect(chances.map((chance) => chance === "")).toEqual([true, true, false, false, true, true]);
    for (const chance of chances.slice(2, 4)) {
      expect(Number(chance)).toBeGreaterThan(0);
      expect(Number(chance)).toBeLessThan(1);
    }
  });

  it("refuses what it cannot believe in one sentence, with exit code 1 and no output", () => {
    const { status, stderr, out } = run(`${header}\nc,week,1,4\n`, "--horizon", "2");
    expect(status).toBe(1);
    expect(stderr).toContain("line 2: frequency: expected year, quarter or month");
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it.each(["0", "121", "1.5", "many"])("takes no horizon of %s (exit code 2)", (horizon) => {
    const { status, stderr } = run(`${header}\nc,year,1,4\n`, "--horizon", horizon);
    expect(status).toBe(2);
    expect(stderr).toContain(`expected a whole number from 1 to 120, found "${horizon}"`);
  });

  it("names a file that is not there (exit code 2)", () => {
    const args = [
      join(root, "scripts/forecast.ts"),
      join(folder, "none.csv"),
      "--horizon",
      "2",
      "--out",
      join(folder, "o.csv"),
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("no such file");
  });
});
