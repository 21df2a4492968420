import { mkdirSync } from "node:fs";
import { readDraftedForm } from "../../../ingest/file/drafted_form.ts";
import { tryOnFiles } from "../../../ingest/inbox/files_trial.ts";
import { listInbox } from "../../../ingest/inbox/inbox.ts";
import { type TakenForm, takeForm } from "../../../ingest/inbox/keep_forms.ts";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { lessonsOf } from "../../../ingest/programme/lesson_rows.ts";
import { knownIndicators, loadProgramme } from "../../../ingest/programme/programme.ts";
import { wardForms } from "../../../ingest/programme/ward_forms.ts";
import type { Workbook } from "../../../ingest/read/grid.ts";
import { workerLimits } from "../../../ingest/worker/limits.ts";

/** Where a form is handed in, and the files that it is tried on. */
export interface HandInOptions {
  folder: string;
  inbox: readonly string[];
  home: string;
  keyPath: string;
}

const WORKERS = 2;

/** Takes the form of a workbook into a programme as an ingest would; null where it is no such workbook. */
export async function handIn(
  workbook: Workbook,
  name: string,
  { folder, inbox, home, keyPath }: HandInOptions,
): Promise<TakenForm | null> {
  const drafted = readDraftedForm(workbook);
  if (!drafted) return null;
  const programme = await loadProgramme(folder);
  const { areas, tables } = programme;
  mkdirSync(home, { recursive: true });
  return withParquetStore((parquet) => {
    const options = {
      areas,
      indicators: knownIndicators(programme),
      lessons: lessonsOf(tables),
      forms: wardForms(tables),
      key_path: keyPath,
      files: listInbox(inbox),
      ...{ workers: WORKERS, limits: workerLimits, log: () => {}, home, parquet, now: new Date() },
    };
    return takeForm(drafted, name, {
      folder,
      programme,
      tryOnFiles: (form, sample) => tryOnFiles(form, sample, options),
    });
  });
}
