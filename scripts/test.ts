import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
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

/**
 * Runs every check and the tests beside each other, and shows them one after the other; arguments go to the
 * test runner alone (`npm test -- test/ingest`).
 */
async function testAll(filters: string[]): Promise<number> {
  const due = filters.length === 0 ? checks : [];
  const tests = start([
    process.execPath,
    bin("vitest/vitest.mjs"),
    "run",
    ...reporters,
    ...(process.stdout.isTTY ? ["--color"] : []),
    ...filters,
  ]);
  const failed: string[] = [];
  for (const { name, command } of due) {
    process.stdout.write(`\n== ${name}\n`);
    if ((await shown(start(command))) !== 0) failed.push(name);
  }
  process.stdout.write("\n== tests\n");
  const code = await shown(tests);
  const counts = addChecks(readCounts(), due.length, failed.length);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const name of failed) process.stdout.write(`failed: ${name}\n`);
  process.stdout.write(
    `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  );
  return counts.failed > 0 ? exitCodes.failed : exitCodes.done;
}

const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultsPath}`];

/** A process that has begun; what it writes waits until it is shown. */
interface Started {
  output: PassThrough;
  code: Promise<number>;
}

function start([command, ...args]: string[]): Started {
  const child = spawn(command as string, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = new PassThrough({ highWaterMark: MOST_WAITING });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
  const code = new Promise<number>((resolve) => {
    const end = (ended: number) => {
      output.end();
      resolve(ended);
    };
    child.on("error", () => end(1));
    child.on("close", (ended) => end(ended ?? 1));
  });
  return { output, code };
}

/** More than the tests write in all: who waits to be read would stand still. */
const MOST_WAITING = 64 * 2 ** 20;

/** Shows what a process has written, then what it goes on to write; resolves to its exit code. */
async function shown({ output, code }: Started): Promise<number> {
  for await (const words of output) process.stdout.write(words);
  return code;
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
