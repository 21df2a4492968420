import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunSummary } from "../../dashboards/reading/facts/run_summary.ts";
import { homePaths } from "../../lib/store/home.ts";

/** The runs of a home whose reports can be read, newest first; the pages show them. */
export function readRuns(home: string): RunSummary[] {
  const folder = join(home, "runs");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{8}T/.test(name))
    .toSorted()
    .reverse()
    .flatMap((name) => readReport(join(folder, name, "report.json")) ?? []);
}

/** The page of `dbt docs` that the last build of the models left, or null. */
export function modelDocsOf(home: string): string | null {
  const path = homePaths(home).model_docs;
  return existsSync(path) ? path : null;
}

function readReport(path: string): RunSummary | null {
  if (!existsSync(path)) return null;
  try {
    return summaryOf(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

interface Report extends Pick<RunSummary, "run_id" | "command" | "started_at" | "finished_at"> {
  exit_code: number;
  steps: RunSummary["steps"];
  ingest?: { landed: number; refused: number; rows_landed: number; rows_rejected: number };
}

function summaryOf({ ingest, steps, exit_code, ...run }: Report): RunSummary {
  const { run_id, command, started_at, finished_at } = run;
  return {
    run_id,
    command,
    started_at,
    finished_at,
    exit_code,
    steps: steps.map(({ name, seconds, status }) => ({ name, seconds, status })),
    files_landed: ingest?.landed ?? null,
    files_refused: ingest?.refused ?? null,
    rows_landed: ingest?.rows_landed ?? null,
    rows_rejected: ingest?.rows_rejected ?? null,
  };
}
