import { basename, join } from "node:path";
import { defaultKeyPath } from "../lib/store/home.ts";
import { todayInVietnam } from "../lib/today.ts";
import type { DraftedForm } from "./file/drafted_form.ts";
import type { Reason } from "./file/file_outcome.ts";
import type { Form } from "./form.ts";
import { isDue, landDue } from "./inbox/due.ts";
import { tryOnFiles } from "./inbox/files_trial.ts";
import { type FoundFile, listInbox } from "./inbox/inbox.ts";
import { type IngestSummary, summariseIngest } from "./inbox/ingest_summary.ts";
import { type AnsweredFile, keepAnswers } from "./inbox/keep_answers.ts";
import { takeForm } from "./inbox/keep_forms.ts";
import { readerVersion } from "./inbox/reader_version.ts";
import { openLanding } from "./land/land.ts";
import { landProgramme } from "./land/land_programme.ts";
import { landReports } from "./land/land_reports.ts";
import type { LandedRow } from "./land/landed.ts";
import { openParquetStore } from "./land/parquet.ts";
import { linkageRows } from "./people/linkage.ts";
import { finishRekey } from "./people/rekey_commit.ts";
import { type Problem, placeInFile, problem } from "./problems/problem.ts";
import { lessonsOf, lessonsVersion } from "./programme/lesson_rows.ts";
import {
  knownIndicators,
  loadProgramme,
  namesVersion,
  type Programme,
  programmeFolder,
} from "./programme/programme.ts";
import { loadAllForms, wardForms, wardFormsVersion } from "./programme/ward_forms.ts";
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
  let programme = await loadProgramme(options.programme);
  const landed = join(home, "landed");
  finishRekey(home);
  const parquet = await openParquetStore();
  try {
    const landing = await openLanding(landed, parquet, now);
    const { files, repeated } = distinct(listInbox(inbox));
    const { workers = WORKERS, limits = workerLimits, keyPath = defaultKeyPath() } = options;
    const pool = { workers, limits, landed, key_path: keyPath, log, onProgress };
    const kept = { learned: 0, replaced: 0, unasked: 0, forms: 0 };
    /** Reads what is due by the programme at hand; resolves to whether any file came out otherwise. */
    const readDue = async () => {
      const said = settingsOf(programme);
      const { lessons, forms: own } = said;
      const taught = [lessonsVersion(lessons), wardFormsVersion(own)];
      const versions = [readerVersion(), namesVersion(programme), ...taught];
      const reader_version = versions.filter(Boolean).join(":");
      const before = new Map((await landing.files()).map((file) => [file.file_hash, file]));
      const due = files.filter((file) => isDue(file, before.get(file.hash), reader_version));
      return landDue(due, { ...pool, ...said, landing, before, reader_version, learn, take });
    };
    const notes: Problem[] = [];
    const take = async (name: string, drafted: DraftedForm) => {
      const folder = options.programme ?? programmeFolder;
      programme = await loadProgramme(options.programme);
      const tried = { ...settingsOf(programme), ...pool, files, home, parquet, now };
      const tryIt = (form: Form, sample: string | null) => tryOnFiles(form, sample, tried);
      const taken = await takeForm(drafted, name, { folder, programme, tryOnFiles: tryIt });
      if (taken.is_new) kept.forms += taken.forms.length;
      if (taken.problems.every(({ severity }) => severity === "warning"))
        notes.push(...taken.problems);
      return taken;
    };
    const learn = async (answered: readonly AnsweredFile[]) => {
      const folder = options.programme ?? programmeFolder;
      const [asked, today] = [await landing.questions(), todayInVietnam(now)];
      const taken = keepAnswers(answered, folder, programme.tables, asked, today);
      kept.learned += taken.learned;
      kept.replaced += taken.replaced;
      kept.unasked += taken.unasked;
      return taken.obstacle === null ? null : notKept(taken.obstacle);
    };
    let programmeChanged = await landProgramme(programme, landed, parquet, now);
    const reportsChanged = await landReports(landing, home);
    let isOther = await readDue();
    if (kept.learned + kept.replaced + kept.forms > 0) {
      programme = await loadProgramme(options.programme);
      programmeChanged = (await landProgramme(programme, landed, parquet, now)) || programmeChanged;
      isOther = (await readDue()) || isOther;
    }
    const forms = await loadAllForms(programme.tables);
    const formsChanged = await landing.landWhole("forms", forms.map(formRow).sort(byForm));
    const measures = forms.flatMap(measureRows).sort(byForm);
    const measuresChanged = await landing.landWhole("form_measures", measures);
    const isFewer = landing.retireAllBut(new Set(files.map(({ hash }) => hash)));
    const linksChanged = await landing.landWhole("linkage", await linkageRows(parquet, landed));
    const declared = [programmeChanged, formsChanged, measuresChanged];
    const others = [...declared, reportsChanged, linksChanged];
    const changed = [...others, isOther, isFewer].some(Boolean);
    const published = forms.flatMap(({ id, is_published }) => (is_published ? id : []));
    return await summariseIngest(landing, [...repeated, ...notes], changed, kept, published);
  } finally {
    parquet.close();
  }
}

/** What of a programme decides how files are read. */
function settingsOf(programme: Programme) {
  const { areas, tables } = programme;
  const indicators = knownIndicators(programme);
  return { areas, indicators, lessons: lessonsOf(tables), forms: wardForms(tables) };
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

function notKept(path: string): Reason {
  const rule = "lessons_not_kept";
  return { code: rule, ...problem(rule, placeInFile(basename(path)), null, { path }) };
}

function byForm(a: { form: string }, b: { form: string }): number {
  return a.form < b.form ? -1 : 1;
}

/** The measures of a form as its sheets head them; what a header may leave out is left out. */
function measureRows({ id, columns, measures }: Form): LandedRow<"form_measures">[] {
  return Object.keys(measures ?? {})
    .toSorted()
    .map((measure) => {
      const header = columns[measure]?.headers[0] ?? measure;
      const title_vi = header
        .replaceAll(/\[[^\]]*\]/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim();
      return { form: id, measure, title_vi };
    });
}

function formRow(form: Form): LandedRow<"forms"> {
  const { id, title_vi, title_en, agency_id, expected_every, grace_days } = form;
  return { form: id, title_vi, title_en, agency_id, expected_every, grace_days };
}
