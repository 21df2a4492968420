/** A past run of the pipeline as its caller hands it over: the dashboards read no run's folder. */
export interface RunSummary {
  run_id: string;
  command: string;
  started_at: string;
  finished_at: string;
  exit_code: number;
  steps: { name: string; seconds: number; status: string }[];
  /** What was read; null where the run failed before it knew. */
  files_landed: number | null;
  files_refused: number | null;
  rows_landed: number | null;
  rows_rejected: number | null;
}
