import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Form } from "../form.ts";
import { openLanding } from "../land/land.ts";
import type { ParquetStore } from "../land/parquet.ts";
import type { ReadFile, WorkerSettings } from "../worker/message.ts";
import { type PoolOptions, readInWorkers } from "../worker/pool.ts";
import type { FoundFile } from "./inbox.ts";

/** What trying a form on files needs; nothing of it lands. */
export interface TrialOptions extends Omit<PoolOptions, "landed"> {
  /** Files that may be of the form, or must not be. */
  files: readonly FoundFile[];
  /** The folder beside which the trial lies while it runs. */
  home: string;
  parquet: ParquetStore;
  now: Date;
}

/** What files make of a form that is not theirs yet. */
export interface FilesTrial {
  /**
   * Sheets of other forms that are no longer read as before, as `file!sheet (form)`, and files that are nearly of
   * one; where the sample itself is, somebody has insisted on a form of its own.
   */
  caught: string[];
  /** What the files that were named give: whether a sheet of it is of the form, and what else is said. */
  own: { is_read: boolean; vi: string; en: string } | null;
}

/** Reads the files with and without a draft; `forms` of the options are those without. */
export async function tryOnFiles(
  draft: Form,
  sample: string | null,
  options: TrialOptions,
): Promise<FilesTrial> {
  const files = options.files.filter(({ obstacle, is_ignored }) => !obstacle && !is_ignored);
  const after = await readAside(files, { ...options, forms: [...options.forms, draft] });
  const doubtful = files.filter(({ hash }) => {
    const forms = after.get(hash)?.sheets.map(({ form }) => form) ?? [null];
    return forms.some((form) => form === draft.id || form === null);
  });
  const before = await readAside(doubtful, options);
  const caught = doubtful.flatMap((file) => {
    const now = after.get(file.hash)?.sheets ?? [];
    const kept = new Set(now.map(({ sheet, form }) => `${sheet} ${form}`));
    const known = (before.get(file.hash)?.sheets ?? []).filter(({ form }) => form !== null);
    return known
      .filter(({ sheet, form }) => !kept.has(`${sheet} ${form}`))
      .map(({ sheet, form }) => `${file.name}!${sheet} (${form})`);
  });
  const near = doubtful.flatMap(({ hash, name }) => {
    const isTaken = after.get(hash)?.sheets.some(({ form }) => form === draft.id);
    const others = (before.get(hash)?.asked ?? []).filter((form) => form !== draft.id);
    const asked = [...new Set(others)];
    return isTaken && asked.length > 0 ? [`${name} (${asked.join(", ")})`] : [];
  });
  const isInsisted = (before.get(sample ?? "")?.asked.length ?? 0) > 0;
  const own = ownOf(draft, after.get(sample ?? ""));
  return { caught: [...caught, ...(isInsisted ? [] : near)], own };
}

interface TriedFile {
  file: ReadFile["file"];
  sheets: { sheet: string; form: string | null }[];
  /** Known forms of which columns are asked about: the file is nearly of one. */
  asked: string[];
}

function ownOf({ id }: Form, tried: TriedFile | undefined): FilesTrial["own"] {
  if (!tried) return null;
  const is_read = tried.sheets.some(({ form }) => form === id);
  const { message_vi, message_en, form } = tried.file;
  const other = form === null || form === id ? "–" : form;
  return { is_read, vi: message_vi ?? `biểu khác: ${other}`, en: message_en ?? `form: ${other}` };
}

/** What a trial that was ended left behind: rows of people may be in it. */
function removeLeft(home: string): void {
  for (const name of readdirSync(home).filter((each) => each.startsWith(TRIAL)))
    if (Date.now() - statSync(join(home, name)).mtimeMs > LONGEST_MS)
      rmSync(join(home, name), { recursive: true, force: true });
}

const TRIAL = ".trial-";
const LONGEST_MS = 3_600_000;

/** Reads files in workers into a folder of the moment. */
async function readAside(
  files: readonly FoundFile[],
  { home, parquet, now, ...options }: TrialOptions,
): Promise<Map<string, TriedFile>> {
  removeLeft(home);
  const landed = mkdtempSync(join(home, TRIAL));
  const read = new Map<string, TriedFile>();
  try {
    await openLanding(landed, parquet, now);
    const settings: PoolOptions & WorkerSettings = { ...options, landed };
    await readInWorkers(files, settings, async ({ hash }, answer) => {
      if ("done" in answer) read.set(hash, { file: answer.done.file, sheets: [], asked: [] });
    });
    const parts = join(landed, "sheets", "*.parquet");
    for (const { file_hash, sheet, form } of await parquet.read("sheets", parts, ["file_hash"]))
      read.get(file_hash)?.sheets.push({ sheet, form });
    const questions = join(landed, "questions", "*.parquet");
    for (const { file_hash, kind, form } of await parquet.read("questions", questions, [
      "file_hash",
    ]))
      if (kind === "column" && form !== null) read.get(file_hash)?.asked.push(form);
    return read;
  } finally {
    rmSync(landed, { recursive: true, force: true });
  }
}
