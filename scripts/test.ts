import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../lib/exit_codes.ts";
import { root } from "../lib/store/home.ts";
import { python } from "./run/dbt.ts";

/** A check that must hold: a command, and how its results are counted. */
interface Check {
  name: string;
  command: string[];
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (path: string) => join(root, "node_modules", path);
const resultsPath = join(root, ".setup", "test-results.json");

// Most of its time went into looking for garbage among trees that all stay: it looks more seldom.
const sqlfluff = `import gc; gc.set_threshold(300_000, 20, 20)
from sqlfluff.cli.commands import cli; cli(prog_name="sqlfluff")`;

const checks: Check[] = [
  { name: "types", command: [process.execPath, bin("typescript/bin/tsc")] },
  {
    name: "format and lint",
    command: [process.execPath, bin("@biomejs/biome/bin/biome"), "check"],
  },
  { name: "dead code", command: [process.execPath, bin("knip/bin/knip.js")] },
  {
    name: "SQL style",
    command: [python, "-c", sqlfluff, "lint", "models", "--disable-progress-bar", "-p", "2"],
  },
];

/** Runs every check and the tests; arguments go to the test runner alone (`npm test -- test/ingest`). */
async function testAll(filters: string[]): Promise<number> {
  const failed: string[] = [];
  for (const { name, command } of filters.length === 0 ? checks : []) {
    process.stdout.write(`\n== ${name}\n`);
    if ((await run(command)) !== 0) failed.push(name);
  }
  process.stdout.write("\n== tests\n");
  const code = await run([
    process.execPath,
    bin("vitest/vitest.mjs"),
    "run",
    ...reporters,
    ...filters,
  ]);
  const counts = addChecks(readCounts(), filters.length === 0 ? checks.length : 0, failed.length);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const name of failed) process.stdout.write(`failed: ${name}\n`);
  process.stdout.write(
    `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  );
  return counts.failed > 0 ? exitCodes.failed : exitCodes.done;
}

const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultsPath}`];

function run([command, ...args]: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command as string, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function readCounts(): Counts {
  try {
    const results = JSON.parse(readFileSync(resultsPath, "utf8"));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function addChecks(counts: Counts, all: number, failed: number): Counts {
  return { ...counts, passed: counts.passed + all - failed, failed: counts.failed + failed };
}

process.exitCode = await testAll(process.argv.slice(2));
