import { existsSync } from "node:fs";
import type { RunSummary } from "../../dashboards/reading/facts/run_summary.ts";
import { homePaths } from "../../lib/store/home.ts";
import { readRunReport, runFolders } from "./run_reports.ts";

/** The runs of a home whose reports can be read, newest first; the pages show them. */
export function readRuns(home: string): RunSummary[] {
  return runFolders(home).flatMap((folder) => summaryOf(readRunReport<Report>(folder)) ?? []);
}

/** The page of `dbt docs` that the last build of the models left, or null. */
export function modelDocsOf(home: string): string | null {
  const path = homePaths(home).model_docs;
  return existsSync(path) ? path : null;
}

interface Report extends Pick<RunSummary, "run_id" | "command" | "started_at" | "finished_at"> {
  exit_code: number;
  steps: RunSummary["steps"];
  ingest?: { landed: number; refused: number; rows_landed: number; rows_rejected: number };
}

/** Null also for a report that names no steps: it is not one of ours. */
function summaryOf(report: Report | null): RunSummary | null {
  if (!Array.isArray(report?.steps)) return null;
  const { run_id, command, started_at, finished_at, exit_code, steps, ingest } = report;
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
