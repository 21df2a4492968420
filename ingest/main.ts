import { join } from "node:path";
import { defaultKeyPath } from "../lib/store/home.ts";
import type { Form } from "./form.ts";
import { loadForms } from "./forms.ts";
import { isDue, landDue } from "./inbox/due.ts";
import { type FoundFile, listInbox } from "./inbox/inbox.ts";
import { type IngestSummary, summariseIngest } from "./inbox/ingest_summary.ts";
import { readerVersion } from "./inbox/reader_version.ts";
import { openLanding } from "./land/land.ts";
import { landProgramme } from "./land/land_programme.ts";
import { landReports } from "./land/land_reports.ts";
import type { LandedRow } from "./land/landed.ts";
import { openParquetStore } from "./land/parquet.ts";
import { linkageRows } from "./people/linkage.ts";
import { finishRekey } from "./people/rekey_commit.ts";
import { type Problem, placeInFile, problem } from "./problems/problem.ts";
import { knownIndicators, loadProgramme, namesVersion } from "./programme/programme.ts";
import { type WorkerLimits, workerLimits } from "./worker/limits.ts";

export type { IngestSummary } from "./inbox/ingest_summary.ts";

/** What an ingest is asked for. */
export interface IngestOptions {
  /** Folders (searched in full) and files. */
  inbox: readonly string[];
  /** The folder that holds `landed/`. */
  home: string;
  /** The folder of the ward's decisions; the project's when left out. */
  programme?: string;
  now?: Date;
  /** Where the key of person tokens lies. */
  keyPath?: string;
  /** How many files are read at once, each in a process of its own. */
  workers?: number;
  /** What one file may cost. */
  limits?: WorkerLimits;
  log?: (line: string) => void;
  onProgress?: (line: string) => void;
}

const WORKERS = 2;

/**
 * Lands the files of an inbox as Parquet parts under `home/landed`. A file that landed before by the same
 * code is left as it is; a file that is gone is retired; a file that can't be believed costs only itself.
 * @throws ProgrammeError before anything is read or written, where the ward's decisions can't be believed
 */
export async function ingest(options: IngestOptions): Promise<IngestSummary> {
  const { inbox, home, now = new Date(), log = () => {}, onProgress = () => {} } = options;
  const programme = await loadProgramme(options.programme);
  const landed = join(home, "landed");
  finishRekey(home);
  const forms = await loadForms();
  const parquet = await openParquetStore();
  try {
    const landing = await openLanding(landed, parquet, now);
    const { files, repeated } = distinct(listInbox(inbox));
    const before = new Map((await landing.files()).map((file) => [file.file_hash, file]));
    const reader_version = `${readerVersion()}:${namesVersion(programme)}`;
    const programmeChanged = await landProgramme(programme, landed, parquet, now);
    const reportsChanged = await landReports(landing, home);
    const formsChanged = await landing.landWhole("forms", forms.map(formRow));
    const due = files.filter((file) => isDue(file, before.get(file.hash), reader_version));
    const { workers = WORKERS, limits = workerLimits, keyPath = defaultKeyPath() } = options;
    const { areas } = programme;
    const names = { areas, indicators: knownIndicators(programme) };
    const pool = { workers, limits, landed, ...names, key_path: keyPath, log, onProgress };
    const isOther = await landDue(due, { ...pool, landing, before, reader_version });
    const isFewer = landing.retireAllBut(new Set(files.map(({ hash }) => hash)));
    const linksChanged = await landing.landWhole("linkage", await linkageRows(parquet, landed));
    const others = [programmeChanged, formsChanged, reportsChanged, linksChanged];
    const changed = [...others, isOther, isFewer].some(Boolean);
    return await summariseIngest(landing, repeated, changed);
  } finally {
    parquet.close();
  }
}

/** One file for each content: the first that is a source, or else the first. */
function distinct(found: readonly FoundFile[]): { files: FoundFile[]; repeated: Problem[] } {
  const files = new Map<string, FoundFile>();
  const repeated: Problem[] = [];
  const sources = found.filter(({ is_ignored }) => !is_ignored);
  for (const file of [...sources, ...found.filter(({ is_ignored }) => is_ignored)]) {
    const first = files.get(file.hash);
    if (!first) files.set(file.hash, file);
    else if (!file.is_ignored)
      repeated.push(
        problem("same_bytes", placeInFile(file.name), null, {
          first: first.name,
        }),
      );
  }
  return { files: [...files.values()], repeated };
}

function formRow(form: Form): LandedRow<"forms"> {
  const { id, title_vi, title_en, agency_id, expected_every, grace_days } = form;
  return { form: id, title_vi, title_en, agency_id, expected_every, grace_days };
}
