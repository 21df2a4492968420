import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CannotRunError } from "../../../lib/exit_codes.ts";
import { LockedError } from "../../../lib/store/lock.ts";
import { withPublishingRun, withRun } from "../../../scripts/run/run.ts";

const freshHome = () => mkdtempSync(join(tmpdir(), "lechan-run-"));

function reportsOf(home: string) {
  return readdirSync(join(home, "runs")).map((name) =>
    JSON.parse(readFileSync(join(home, "runs", name, "report.json"), "utf8")),
  );
}

describe("a run", () => {
  it("leaves its report: command, steps, exit code and what the command adds", async () => {
    const home = freshHome();
    const code = await withRun(home, "models", async (run) => {
      await run.step("building", async () => {});
      return { exit_code: 4, as_of: "2026-11-06" };
    });
    expect(code).toBe(4);
    expect(reportsOf(home)).toMatchObject([
      {
        ...{ command: "models", exit_code: 4, as_of: "2026-11-06" },
        steps: [{ name: "building", status: "done" }],
      },
    ]);
  });

  it.each([
    [new Error("dbt build failed"), 1],
    [new CannotRunError("no room"), 3],
  ])("that fails leaves one too, and its error to the caller: %s", async (error, exit_code) => {
    const home = freshHome();
    await expect(withRun(home, "models", () => Promise.reject(error))).rejects.toBe(error);
    expect(reportsOf(home)).toMatchObject([{ exit_code, error: error.message }]);
  });

  it("that publishes and fails says what stands, if anything does", async () => {
    const home = freshHome();
    const fail = () =>
      withPublishingRun(home, "models", () => Promise.reject(new Error("dbt build failed")));
    await expect(fail()).rejects.toThrow(/^dbt build failed$/);
    writeFileSync(join(home, "warehouse.duckdb"), "");
    await expect(fail()).rejects.toThrow(/^dbt build failed\n.*the last good version still stands/);
  });

  it("holds the lock of its home until it ends", async () => {
    const home = freshHome();
    await withRun(home, "models", async () => {
      const other = withRun(home, "refresh", async () => ({ exit_code: 0 }));
      await expect(other).rejects.toBeInstanceOf(LockedError);
      return { exit_code: 0 };
    });
    expect(reportsOf(home).map(({ command }) => command)).toEqual(["models"]);
    expect(await withRun(home, "refresh", async () => ({ exit_code: 0 }))).toBe(0);
  });

  it("sweeps the oldest of its command and no other's", async () => {
    const home = freshHome();
    const makeRun = (day: number, command: string) => {
      const folder = join(home, "runs", `20260101T${String(day).padStart(6, "0")}Z-1`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "report.json"), JSON.stringify({ command }));
    };
    makeRun(0, "nightly");
    for (let day = 1; day <= 70; day++) makeRun(day, "dashboards");
    await withRun(home, "refresh", async () => ({ exit_code: 0 }));
    const commands = reportsOf(home).map(({ command }) => command);
    expect(commands.filter((command) => command === "nightly")).toHaveLength(1);
    expect(commands.filter((command) => command === "dashboards")).toHaveLength(60);
  });
});
