import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildSite } from "../../dashboards/main.ts";
import { chooseInputs, type Inputs } from "../../ingest/inbox/inputs.ts";
import { type IngestSummary, ingest } from "../../ingest/main.ts";
import { loadKey } from "../../ingest/people/key_file.ts";
import { exitCodes } from "../../lib/exit_codes.ts";
import { homePaths, publicKeyPath, root } from "../../lib/store/home.ts";
import { takeLock } from "../../lib/store/lock.ts";
import { todayInVietnam } from "../../lib/today.ts";
import { buildModels, documentModels } from "./dbt.ts";
import { modelDocsOf, readRuns } from "./history.ts";
import { publish, readPublished, recover, sealWarehouse } from "./publish.ts";
import { openRun, type Run } from "./run.ts";
import { readStandings, type Standings } from "./standings.ts";
import { summarise } from "./summary.ts";

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
  standings: Standings;
  is_new: boolean;
}

/**
 * Runs ingest → models → dashboards under the lock of the home and publishes the result; a failure
 * anywhere leaves what was published before. Resolves to the exit code.
 * @throws LockedError while another run is at work, MissingInboxError for an inbox that is not there
 */
export async function runPipeline(command: string, options: PipelineOptions): Promise<number> {
  const started = new Date();
  const inputs = chooseInputs(options.inbox);
  const release = await takeLock(options.home, command, started);
  const run = openRun(options.home, command, started);
  try {
    const outcome = await refresh(run, options, inputs, started);
    run.finish(outcome.exit_code, { ...outcome });
    return outcome.exit_code;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    run.log(error instanceof Error ? (error.stack ?? message) : message);
    run.tell(
      `${message}\nBản đã công bố trước đó vẫn giữ nguyên · the last good version still stands.`,
    );
    run.finish(exitCodes.failed, { error: message });
    return exitCodes.failed;
  } finally {
    release();
  }
}

async function refresh(
  run: Run,
  options: PipelineOptions,
  inputs: Inputs,
  started: Date,
): Promise<Outcome> {
  const { home } = options;
  recover(home);
  const summary = await run.step("Đọc tệp · reading files", () =>
    ingest({ inbox: inputs.paths, home, now: started, log: run.log, onProgress: run.progress }),
  );
  const asOf = options.asOf ?? (inputs.is_sample ? lastDayOf(summary) : todayInVietnam(started));
  const fingerprint = fingerprintOf(summary, asOf, options.asOf !== undefined);
  const isNew = readPublished(home)?.fingerprint !== fingerprint;
  if (isNew) await rebuild(run, options, asOf, started);
  const standings = await readStandings(
    isNew ? homePaths(home).building.warehouse : homePaths(home).warehouse,
  );
  if (isNew)
    publish(home, {
      run_id: run.id,
      published_at: started.toISOString(),
      as_of: asOf,
      is_sample: inputs.is_sample,
      fingerprint,
    });
  const exitCode = inputs.is_sample ? exitCodes.done : exitCodeOf(summary, standings);
  summarise(summary, standings, { home, asOf, isNew, isSample: inputs.is_sample }).forEach(
    run.tell,
  );
  return { exit_code: exitCode, ingest: summary, standings, is_new: isNew };
}

async function rebuild(run: Run, options: PipelineOptions, asOf: string, now: Date): Promise<void> {
  const { home } = options;
  const { landed, building, public_memory } = homePaths(home);
  const log = (line: string) => {
    run.log(line);
    run.progress(line.replace(/^\S+\s+/, ""));
  };
  const { warehouse, dbt: target } = building;
  // What is decided today counts for the sample's last day too, unless one looks back.
  const environment: Record<string, string> = options.asOf
    ? {}
    : { LECHAN_PROGRAMME_KNOWN_BY: todayInVietnam(now) };
  const build = { landed, warehouse, as_of: asOf, target, log, environment };
  await run.step("Tính chỉ tiêu · building indicators", async () => {
    await buildModels(build);
    await sealWarehouse(warehouse);
  });
  const key = loadKey(publicKeyPath());
  const memory = { before: public_memory, after: building.public_memory, key };
  // The models are documented from what dbt wrote down, while the first pages are built.
  const documenting = documentModels({ ...build, log: run.log });
  await run.step("Dựng bản công khai · building the public edition", () =>
    buildSite({ warehouse, out: building.public_site, now, memory, log: run.log }),
  );
  await documenting;
  const modelDocs = modelDocsOf(home);
  await run.step("Dựng trang · building pages", () =>
    buildSite({
      warehouse,
      out: building.site,
      now,
      runs: readRuns(home),
      modelDocs,
      log: run.log,
    }),
  );
}

/** The sample never asks anyone to act; on offices' files whatever was not believed does. */
function exitCodeOf(summary: IngestSummary, standings: Standings): number {
  const doubts =
    summary.refused + summary.rows_rejected + standings.rejected_cells + standings.late.length;
  return doubts > 0 ? exitCodes.published_with_refusals : exitCodes.done;
}

function lastDayOf(summary: IngestSummary): string {
  if (!summary.sample_received_max) throw new Error("the sample holds no dated file: data/sample");
  return summary.sample_received_max.slice(0, 10);
}

/** Changes whenever the published warehouse or site could come out differently. */
function fingerprintOf(summary: IngestSummary, asOf: string, isLookingBack: boolean): string {
  const hash = createHash("sha256").update(`${summary.fingerprint}\n${asOf} ${isLookingBack}\n`);
  const code = ["models/**/*.{sql,yml,csv}", "dashboards/**/*.{ts,css,js}", "package-lock.json"];
  const files = globSync(code, { cwd: root, exclude: ["models/target/**"] }).sort();
  for (const file of files.filter((name) => existsSync(join(root, name))))
    hash.update(`${relative(root, join(root, file))}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
