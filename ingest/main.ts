import { join } from "node:path";
import { catalogue } from "./catalogue.ts";
import { readFile } from "./file.ts";
import type { ReaderTools } from "./file_input.ts";
import type { FileOutcome } from "./file_outcome.ts";
import type { Form } from "./form.ts";
import { loadForms } from "./forms.ts";
import { type FoundFile, listInbox, openFound } from "./inbox.ts";
import { openLanding } from "./land.ts";
import type { LandedRow } from "./landed.ts";
import { openParquetDesk } from "./parquet.ts";
import { fileNameDate } from "./parse/date.ts";
import { defaultKeyPath, loadPersonKey } from "./person.ts";
import { type Problem, placeInFile, problem } from "./problem.ts";
import { readerVersion } from "./reader_version.ts";
import { type IngestSummary, summarise } from "./summary.ts";

export type { IngestSummary } from "./summary.ts";

/** What an ingest is asked for. */
export interface IngestOptions {
  /** Folders (searched in full) and files. */
  inbox: readonly string[];
  /** The folder that holds `landed/`. */
  home: string;
  now?: Date;
  /** Where the key of person tokens lies. */
  keyPath?: string;
  log?: (line: string) => void;
  onProgress?: (line: string) => void;
}

/**
 * Lands the files of an inbox as Parquet parts under `home/landed`. A file that landed before by the same
 * code is left as it is; a file that is gone is retired; a file that can't be believed costs only itself.
 */
export async function ingest(options: IngestOptions): Promise<IngestSummary> {
  const { inbox, home, now = new Date(), log = () => {}, onProgress = () => {} } = options;
  const forms = await loadForms();
  const desk = await openParquetDesk();
  try {
    const landing = await openLanding(join(home, "landed"), desk, now);
    const { files, repeated } = distinct(listInbox(inbox));
    const tools = readerTools(forms, options.keyPath ?? defaultKeyPath(), log);
    const before = new Map((await landing.files()).map((file) => [file.file_hash, file]));
    const version = readerVersion();
    let changed = await landing.landForms(forms.map(formRow));
    for (const [index, file] of files.entries()) {
      const known = before.get(file.hash);
      if (known?.reader_version === version && known.file_name === file.name) continue;
      onProgress(`${index + 1}/${files.length} ${file.name}`);
      const outcome = readFile({ ...file, bytes: openFound(file) }, tools);
      const received_at = known?.received_at ?? receivedAt(file, outcome);
      await landing.land(outcome.rows, { ...outcome.file, received_at, reader_version: version });
      log(describe(outcome));
      changed = true;
    }
    changed = landing.retireAllBut(new Set(files.map(({ hash }) => hash))) || changed;
    return await summarise(landing, repeated, changed);
  } finally {
    desk.close();
  }
}

function readerTools(
  forms: readonly Form[],
  keyPath: string,
  log: (line: string) => void,
): ReaderTools {
  let key: Uint8Array | undefined;
  const personKey = () => {
    key ??= loadPersonKey(keyPath);
    return key;
  };
  return { catalogue: catalogue(forms), personKey, log };
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

/** The paper's own date, else one in the file's name, else when the file was last changed. */
function receivedAt({ name, modified_at }: FoundFile, { document_date }: FileOutcome): string {
  const date = document_date ?? fileNameDate(name);
  return date ? `${date} 00:00:00` : modified_at.toISOString().slice(0, 19).replace("T", " ");
}

function describe({ file }: FileOutcome): string {
  const { file_name, form, status, rows_read, rows_landed, rows_rejected, rows_ignored } = file;
  const counts = `${rows_read} = ${rows_landed} + ${rows_rejected} + ${rows_ignored}`;
  return `${status} · ${form ?? "–"} · ${file_name} · rows read = landed + rejected + ignored: ${counts}`;
}
