import { chooseInputs, type Inputs } from "../../ingest/inbox/inputs.ts";
import { type IngestSummary, ingest } from "../../ingest/main.ts";
import { exitCodes } from "../../lib/exit_codes.ts";
import { homePaths } from "../../lib/store/home.ts";
import { todayInVietnam } from "../../lib/today.ts";
import { buildSites, buildWarehouse } from "./build.ts";
import { type Fingerprints, fingerprintsNow, type PartName, partNames } from "./fingerprints.ts";
import { intactParts, type Publication, publish, recover } from "./publish.ts";
import { type Run, withPublishingRun } from "./run.ts";
import { describeRun } from "./run_summary.ts";
import { readWarehouseSummary, type WarehouseSummary } from "./warehouse_summary.ts";

/** What a run of the whole pipeline is asked for. */
export interface PipelineOptions {
  home: string;
  /** The offices' files; undefined for `data/inbox`, or the shipped sample while that is empty. */
  inbox?: string | undefined;
  /** What was known by this date, yyyy-mm-dd; today on real files, the sample's last day on those. */
  asOf?: string | undefined;
}

/** How a run of the pipeline ended. */
interface Outcome {
  exit_code: number;
  ingest: IngestSummary;
  standings: WarehouseSummary;
  is_new: boolean;
}

/**
 * Runs ingest → models → dashboards under the lock of the home and publishes the result; a failure
 * anywhere leaves what was published before. Resolves to the exit code.
 * @throws LockedError while another run is at work, MissingInboxError for an inbox that is not there
 */
export async function runPipeline(command: string, options: PipelineOptions): Promise<number> {
  const inputs = chooseInputs(options.inbox);
  return withPublishingRun(options.home, command, (run, started) =>
    refresh(run, options, inputs, started),
  );
}

async function refresh(
  run: Run,
  options: PipelineOptions,
  inputs: Inputs,
  started: Date,
): Promise<Outcome> {
  const { home } = options;
  const { is_sample } = inputs;
  recover(home);
  const summary = await run.step("Đọc tệp · reading files", () =>
    ingest({ inbox: inputs.paths, home, now: started, log: run.log, onProgress: run.progress }),
  );
  const asOf = options.asOf ?? (is_sample ? lastDayOf(summary) : todayInVietnam(started));
  const day = { as_of: asOf, is_looking_back: options.asOf !== undefined };
  const publication = {
    ...day,
    run_id: run.id,
    published_at: started.toISOString(),
    is_sample,
  };
  const isNew = await rebuild(run, home, publication, fingerprintsNow(summary.fingerprint, day));
  const standings = await readWarehouseSummary(homePaths(home).warehouse);
  const exitCode = is_sample ? exitCodes.done : exitCodeOf(summary, standings);
  describeRun(summary, standings, { home, asOf, is_new: isNew, is_sample }).forEach(run.print);
  return { exit_code: exitCode, ingest: summary, standings, is_new: isNew };
}

/** Makes and publishes the parts that do not stand as they would be made now. Resolves to whether there were any. */
async function rebuild(
  run: Run,
  home: string,
  publication: Publication,
  wanted: Fingerprints,
): Promise<boolean> {
  const intact = intactParts(home);
  const due = partNames.filter((name) => intact[name]?.fingerprint !== wanted[name]);
  if (due.length === 0) return false;
  const warehouse = due.includes("warehouse")
    ? await buildWarehouse(run, home, publication)
    : homePaths(home).warehouse;
  // Both editions are made together: what is hidden in one must be of the same figures as the other.
  const made: PartName[] = due.includes("warehouse") ? [...partNames] : ["site", "public_site"];
  await buildSites(run, home, warehouse, new Date(publication.published_at), publication);
  await readWarehouseSummary(warehouse);
  const fingerprints = Object.fromEntries(made.map((name) => [name, wanted[name]]));
  publish(home, publication, fingerprints, wanted.warehouse);
  return true;
}

/** The sample never asks anyone to act; on offices' files whatever was not believed does. */
function exitCodeOf(summary: IngestSummary, standings: WarehouseSummary): number {
  const doubts =
    summary.refused + summary.rows_rejected + standings.rejected_cells + standings.late.length;
  return doubts > 0 ? exitCodes.published_with_refusals : exitCodes.done;
}

function lastDayOf(summary: IngestSummary): string {
  if (!summary.sample_received_max) throw new Error("the sample holds no dated file: data/sample");
  return summary.sample_received_max.slice(0, 10);
}
