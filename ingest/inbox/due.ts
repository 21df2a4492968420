import type { DraftedForm } from "../file/drafted_form.ts";
import {
  type FileOutcome,
  ignoredFile,
  type Reason,
  refusedFile,
  rejectRow,
} from "../file/file_outcome.ts";
import type { Landing } from "../land/land.ts";
import type { LandedRow } from "../land/landed.ts";
import { fileNameDate } from "../parse/date.ts";
import { placeInFile, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import { Refusal } from "../read/refusal.ts";
import type { ReadFile, WorkerFailure } from "../worker/message.ts";
import { type PoolOptions, readInWorkers } from "../worker/pool.ts";
import { type FoundFile, MOST_BYTES } from "./inbox.ts";
import type { AnsweredFile } from "./keep_answers.ts";
import type { TakenForm } from "./keep_forms.ts";

/** What landing the files that are due needs to know. */
export interface DueOptions extends PoolOptions {
  landing: Landing;
  /** The `files` rows of before, by hash. */
  before: ReadonlyMap<string, LandedRow<"files">>;
  reader_version: string;
  onProgress: (line: string) => void;
  /** Takes what was answered in workbooks of questions; gives why it could not be kept, or null. */
  learn: (answered: readonly AnsweredFile[]) => Promise<Reason | null>;
  /** Takes a form that a workbook declares into the programme. */
  take: (name: string, drafted: DraftedForm) => Promise<TakenForm>;
}

/** All of a `files` row that comes of reading the file. */
type Settled = Pick<FileOutcome, "file" | "document_date">;

/** Refusals that may have been the machine's fault: such a file is tried again. */
const PASSING: readonly string[] = [
  "took_too_long",
  "too_much_memory",
  "unreadable_file",
  "lessons_not_kept",
  "form_not_taken",
];

/** Whether a file has to be read: it is new, renamed, last read by other code, or may now be readable. */
export function isDue(
  file: FoundFile,
  known: LandedRow<"files"> | undefined,
  reader_version: string,
): boolean {
  return (
    known?.reader_version !== reader_version ||
    known.file_name !== file.name ||
    PASSING.includes(known.refusal_code ?? "")
  );
}

/** Lands files, the ones to be opened in workers. Resolves to whether any came out otherwise than before. */
export async function landDue(due: readonly FoundFile[], options: DueOptions): Promise<boolean> {
  const { landing, before, reader_version, log, onProgress } = options;
  let settled = 0;
  let changed = false;
  const settle = async (file: FoundFile, { file: fileRow, document_date }: Settled) => {
    const known = before.get(file.hash);
    const received_at = known?.received_at ?? receivedAt(file, document_date);
    const row = { ...fileRow, received_at, reader_version };
    changed ||= JSON.stringify(sorted(known)) !== JSON.stringify(sorted(row));
    await landing.commit(row);
    log(describe(row));
    settled += 1;
    onProgress(`${settled}/${due.length} ${file.name}`);
  };
  for (const file of due.filter(isUnopened)) {
    landing.clear(file.hash);
    await settle(file, unopenedFile(file));
  }
  let last: Promise<void> = Promise.resolve();
  const toOpen = due
    .filter((file) => !isUnopened(file))
    .map((file) => ({ ...file, received_on: receivedOn(file) }));
  const answered: { file: FoundFile; done: ReadFile }[] = [];
  const drafted: { file: FoundFile; done: ReadFile }[] = [];
  await readInWorkers(toOpen, options, (file, answer) => {
    last = last.then(async () => {
      if ("done" in answer) {
        answer.done.log.forEach(log);
        if (answer.done.answers) return void answered.push({ file, done: answer.done });
        if (answer.done.drafted) return void drafted.push({ file, done: answer.done });
        return settle(file, answer.done);
      }
      landing.removeUnfinishedOf(answer.pid);
      landing.clear(file.hash);
      return settle(file, refusedFile(file, causeOf(file, answer.died), null));
    });
    return last;
  });
  // They count as read once what they say is kept.
  const obstacle = await learnFrom(answered, options);
  for (const { file, done } of answered) {
    if (obstacle) landing.clear(file.hash);
    await settle(file, obstacle ? refusedFile(file, obstacle, null) : done);
  }
  for (const { file, done } of drafted.toSorted(byName))
    await settle(file, await takenFrom(file, done, options));
  return changed;
}

function byName(a: { file: FoundFile }, b: { file: FoundFile }): number {
  return a.file.name < b.file.name ? -1 : 1;
}

/** A form is taken once: one that was deleted in the programme does not come back by the same workbook. */
async function takenFrom(
  file: FoundFile,
  done: ReadFile,
  { before, take, landing }: DueOptions,
): Promise<Settled> {
  if (!done.drafted || before.get(file.hash)?.status === "ignored") return done;
  const { problems, forms } = await take(file.name, done.drafted);
  await landing.landRows({ rejects: problems.map((each) => rejectRow(each, file.hash)) }, file);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) {
    const ids = forms.join(", ");
    const said = {
      message_vi: `sổ khai biểu mẫu: ${ids}`,
      message_en: `declares the form: ${ids}`,
    };
    return { ...done, file: { ...done.file, ...said, warnings: problems.length } };
  }
  const words = { count: String(errors.length) };
  const told = problem("form_not_taken", placeInFile(file.name), null, words);
  return refusedFile(file, { code: told.rule, ...told }, null);
}

/** An answer is taken once: a lesson that was taken away again does not come back by the same workbook. */
async function learnFrom(
  answered: readonly { file: FoundFile; done: ReadFile }[],
  { before, learn }: DueOptions,
): Promise<Reason | null> {
  const fresh = answered.filter(({ file }) => before.get(file.hash)?.status !== "ignored");
  return learn(fresh.map(({ file: { name }, done: { answers = [] } }) => ({ name, answers })));
}

function isUnopened({ is_ignored, obstacle }: FoundFile): boolean {
  return is_ignored || obstacle !== null;
}

function unopenedFile(file: FoundFile): Settled {
  if (file.is_ignored || !file.obstacle) return ignoredFile(file);
  const reason =
    file.obstacle === "too_large"
      ? new Refusal(
          "too_large",
          `hơn ${MOST_BYTES / 2 ** 20} MiB`,
          `over ${MOST_BYTES / 2 ** 20} MiB`,
        )
      : fault(file, file.obstacle);
  return refusedFile(file, reason, null);
}

function causeOf(file: FoundFile, death: WorkerFailure): Reason {
  return death === "reader_failed" ? fault(file, death) : new Refusal(death);
}

function fault({ name }: FoundFile, rule: RuleId): Reason {
  return { code: rule, ...problem(rule, placeInFile(name), null) };
}

/** The paper's own date, else one in the file's name, else when the file was last changed. */
export function receivedAt(
  { name, modified_at }: Pick<FoundFile, "name" | "modified_at">,
  document_date: string | null,
): string {
  const date = document_date ?? fileNameDate(name);
  return date ? `${date} 00:00:00` : modified_at.toISOString().slice(0, 19).replace("T", " ");
}

/** The day that bounds what a file can speak of; its paper, where it states a day, bounds it closer. */
export function receivedOn(file: Pick<FoundFile, "name" | "modified_at">): string {
  return receivedAt(file, null).slice(0, 10);
}

function sorted(row: object | undefined): unknown[] {
  return Object.entries(row ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function describe({
  file_name,
  form,
  status,
  rows_read,
  rows_landed,
  rows_rejected,
  rows_ignored,
}: LandedRow<"files">): string {
  const counts = `${rows_read} = ${rows_landed} + ${rows_rejected} + ${rows_ignored}`;
  return `${status} · ${form ?? "–"} · ${file_name} · rows read = landed + rejected + ignored: ${counts}`;
}
