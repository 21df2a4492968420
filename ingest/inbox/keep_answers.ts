import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { writeWhole } from "../../lib/store/write.ts";
import type { Answer } from "../file/answer.ts";
import type { LandedRow } from "../land/landed.ts";
import { questionKey } from "../lessons.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "../programme/declaration.ts";
import { file as lessonsFile } from "../programme/files/lessons.ts";
import { readProgrammeCsv } from "../programme/programme_csv.ts";
import { readTable } from "../programme/programme_table.ts";

/** A workbook of questions with what was answered in it. */
export interface AnsweredFile {
  name: string;
  answers: readonly Answer[];
}

/** What became of answers. */
export interface KeptAnswers {
  /** Answers that were not there before. */
  learned: number;
  /** Answers that took the place of another to the same question. */
  replaced: number;
  /** Answers to what nobody asks: they are not kept. */
  unasked: number;
  /** The file that could not be written; nothing was kept then. */
  obstacle: string | null;
}

/**
 * Writes answers to the lessons of a programme, each once: a newer answer to the same question takes the place
 * of the older one. An answer without a day is of `today`. Only what is asked, or was answered before, can be
 * answered: a workbook alone, whoever made it, teaches nothing.
 */
export function keepAnswers(
  answered: readonly AnsweredFile[],
  folder: string,
  tables: ProgrammeTables,
  asked: readonly LandedRow<"questions">[],
  today: string,
): KeptAnswers {
  const path = join(folder, `${lessonsFile.id}.csv`);
  const before = byId(rowsOf(tables, lessonsFile.id));
  const added = new Map<string, ProgrammeRow>();
  const kept: KeptAnswers = { learned: 0, replaced: 0, unasked: 0, obstacle: null };
  const isAsked = questionTester([...before.values()], asked);
  for (const answer of inOrder(answered, today)) {
    if (!isAsked(answer)) {
      kept.unasked += 1;
      continue;
    }
    const known = added.get(answer.lesson_id) ?? before.get(answer.lesson_id);
    if (known && (isSameAnswer(known, answer) || isOlder(answer, known, today))) continue;
    added.set(answer.lesson_id, rowOf(answer, today));
    if (known) kept.replaced += 1;
    else kept.learned += 1;
  }
  if (kept.learned + kept.replaced === 0) return kept;
  const isWritten = tryWrite(path, () => csvWith(path, added));
  return isWritten ? kept : { ...kept, learned: 0, replaced: 0, obstacle: path };
}

function byId(rows: readonly ProgrammeRow[]): Map<string, ProgrammeRow> {
  return new Map(rows.map((row) => [String(row["lesson_id"]), row]));
}

function rowOf({ question_id: _, ...said }: Answer, today: string): ProgrammeRow {
  return { ...said, decided_on: said.decided_on ?? today };
}

/** A function that says whether an answer is to a question that is open, or to one that has a lesson. */
function questionTester(
  lessons: readonly ProgrammeRow[],
  asked: readonly LandedRow<"questions">[],
): (answer: Answer) => boolean {
  const known = new Map([
    ...lessons.map((row): [string, string] => {
      const [question_id = ""] = String(row["lesson_id"]).split("_");
      return [question_id, askedText(row)];
    }),
    ...asked.map((row): [string, string] => [row.question_id, askedText(row)]),
  ]);
  return (answer) => known.get(answer.question_id) === askedText(answer);
}

function askedText(row: Readonly<Record<string, unknown>> | Answer): string {
  const { kind, form = null, column_id = null, text } = row;
  return JSON.stringify([kind, form, form === null ? null : column_id, questionKey(String(text))]);
}

/** By the day, then by the name of the workbook: the last one holds. */
function inOrder(answered: readonly AnsweredFile[], today: string): Answer[] {
  const dated = answered
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ answers }) =>
      answers.map((answer) => ({ answer, day: answer.decided_on ?? today })),
    );
  return dated
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ answer }) => answer);
}

/** Whether a lesson says what an answer says; a workbook without days may be read again on any day. */
function isSameAnswer(row: ProgrammeRow, { decided_on, question_id: _, ...said }: Answer): boolean {
  const isSaid = Object.entries(said).every(([name, value]) => (row[name] ?? null) === value);
  return isSaid && (decided_on === null || decided_on === row["decided_on"]);
}

function isOlder({ decided_on }: Answer, row: ProgrammeRow, today: string): boolean {
  return (decided_on ?? today) < String(row["decided_on"]);
}

const NOT_WRITABLE: readonly string[] = ["EACCES", "EPERM", "EROFS", "EISDIR", "ENOTDIR", "EBUSY"];

function tryWrite(path: string, content: () => string): boolean {
  try {
    writeWhole(path, content());
    return true;
  } catch (error) {
    if (NOT_WRITABLE.includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

/** The file with rows added or replaced, with the delimiter and the mark at the beginning that it has so far. */
function csvWith(path: string, added: ReadonlyMap<string, ProgrammeRow>): string {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const fields = Object.keys(lessonsFile.columns);
  const { rows: grid } = readProgrammeCsv(bytes, fields);
  const { rows } = readTable(lessonsFile, path, grid);
  const whole = [...new Map([...byId(rows), ...added]).values()];
  const head = bytes.toString("utf8", 0, 2000);
  const [mark] = /^\uFEFF/.exec(head) ?? [""];
  const [header = ""] = /^[^\n]*/.exec(head) ?? [];
  const newline = header.endsWith("\r") ? "\r\n" : "\n";
  const delimiter = header.includes(";") ? ";" : ",";
  const data = whole.map((row) => fields.map((name) => row[name] ?? ""));
  return `${mark}${Papa.unparse({ fields, data }, { delimiter, newline })}${newline}`;
}
