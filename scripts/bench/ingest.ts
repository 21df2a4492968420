import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writePeopleList } from "./ingest/people_list.ts";
import type { Bench, BenchReport, Measurement } from "./kit/bench.ts";
import { type Cost, measure, measureInTurn } from "./kit/measure.ts";
import { pythonEnvironment } from "./kit/python_env.ts";

const PEOPLE = 75_000;
const ROUNDS = 3;
const MOST_TIMES_CALAMINE = 2.5;
const MOST_MB = 600;
const CALAMINE = "python-calamine + DuckDB";

const here = join(import.meta.dirname, "ingest");
const lock = join(here, "requirements.lock");
const environment = resolve(import.meta.dirname, "../..", ".venv-bench-ingest");

/** From an Excel list of 75,000 people to landed Parquet: ours, python-calamine with DuckDB, SheetJS alone. */
export const bench: Bench = { name: "ingest", run };

async function run(say: (line: string) => void): Promise<BenchReport[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-ingest-"));
  try {
    return [await compare(folder, say)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(folder: string, say: (line: string) => void): Promise<BenchReport> {
  say(`writing a list of ${PEOPLE} people …`);
  const workbook = writePeopleList(folder, PEOPLE);
  const python = pythonEnvironment(lock, environment, say);
  let runs = 0;
  const out = (name: string) => join(folder, `${name}-${runs++}`);
  const node = (script: string, name: string) =>
    measure(process.execPath, [join(here, script), workbook, out(name)]);
  say(`measuring, ${ROUNDS} rounds …`);
  const costs: Record<string, Cost> = await measureInTurn<string>(
    {
      ours: () => node("ours.ts", "home"),
      ...(python && {
        [CALAMINE]: () => measure(python, [join(here, "calamine.py"), workbook, out("calamine")]),
      }),
      "SheetJS alone": () => node("plain_sheetjs.ts", "sheetjs"),
    },
    ROUNDS,
  );
  const phases = await node("phases.ts", "phases");
  return report(costs, JSON.parse(phases.stdout));
}

function report(
  costs: Record<string, Cost>,
  { phases }: { phases: Record<string, number> },
): BenchReport {
  const base = costs[CALAMINE]?.seconds ?? null;
  const measurements: Measurement[] = Object.entries(costs).map(([name, { seconds, peak_mb }]) => ({
    name,
    seconds,
    peak_mb,
    ratio: base === null ? null : seconds / base,
  }));
  const ours = measurements.find(({ name }) => name === "ours");
  const within = (value: number | null | undefined, most: number) =>
    value === null || value === undefined ? null : value <= most;
  return {
    title: `an .xlsx of ${PEOPLE} people × 14 columns, read → landed (whole processes, best of ${ROUNDS})`,
    measurements,
    bounds: [
      {
        text: `at most ${MOST_TIMES_CALAMINE} × python-calamine's time`,
        holds: within(ours?.ratio, MOST_TIMES_CALAMINE),
      },
      { text: `at most ${MOST_MB} MB`, holds: within(ours?.peak_mb, MOST_MB) },
    ],
    notes: [...Object.entries(costs).map(processorTime), ...shares(phases)],
  };
}

function processorTime([name, { cpu_seconds }]: [string, Cost]): string {
  return `${name}: ${cpu_seconds?.toFixed(2) ?? "–"} s of processor time`;
}

function shares(phases: Record<string, number>): string[] {
  const total = Object.values(phases).reduce((sum, ms) => sum + ms, 0);
  return Object.entries(phases).map(
    ([phase, ms]) => `${Math.round((ms / total) * 100)}% ${phase} (${Math.round(ms)} ms)`,
  );
}
