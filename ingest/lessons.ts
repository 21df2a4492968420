import { basename } from "node:path";
import { wordKey } from "./parse/key.ts";
import type { QuestionKind } from "./problems/question.ts";

/** What is asked of the lessons: a question, and where it comes up. */
export interface Asked {
  kind: QuestionKind;
  form: string | null;
  column: string | null;
  text: string;
  file: string;
  sheet: string | null;
}

/** What people have answered: `not_needed`, `another_ward`, an id, or null where nobody has. */
export interface Lessons {
  answer(asked: Asked): string | null;
}

/** Nothing answered yet. */
export const NO_LESSONS: Lessons = { answer: () => null };

/** An answer that holds from now on; what is null holds of all. */
export interface Lesson {
  lesson_id: string;
  kind: QuestionKind;
  form: string | null;
  column_id: string | null;
  text: string;
  /** The file's name, or 8 or more first characters of its SHA-256. */
  file: string | null;
  sheet: string | null;
  answer: string;
  /** yyyy-mm-dd */
  decided_on: string;
}

/** The lessons as one file has them, and which of them were used so far. */
export interface FileLessons extends Lessons {
  used: ReadonlySet<string>;
}

/** Digits of a key that stand together, and the days among them. */
const DIGITS = /\d+(?: \d+)*/g;
const DAY = /(?<!\d)\d{1,2} \d{1,2} (?:19|20)\d\d(?!\d)/;
/** A number of a person has as many digits. */
const PERSONAL = { least: 9, most: 15 };

/**
 * The key by which the words of a question and of its lesson are compared: blind to case, marks and signs, and
 * to numbers as long as a person's, which are masked where a question is shown.
 */
export function questionKey(text: string): string {
  const key = wordKey(text).replace(DIGITS, (run) => (isPersonal(run) ? "" : run));
  return key.replace(/\s+/g, " ").trim() || text.trim();
}

function isPersonal(run: string): boolean {
  const { length } = run.replaceAll(" ", "");
  return length >= PERSONAL.least && length <= PERSONAL.most && !DAY.test(run);
}

/**
 * The lessons that hold of a file. What was said of this file comes before what holds of all, what was said
 * of a sheet, form and column before what was not, and the newer before the older.
 */
export function lessonsFor(
  lessons: readonly Lesson[],
  file: { name: string; hash: string },
): FileLessons {
  const ranked = lessons.filter((lesson) => isOf(lesson, file)).sort(byRank);
  const byWords = Map.groupBy(ranked, ({ kind, text }) => `${kind} ${questionKey(text)}`);
  const used = new Set<string>();
  const answer = (asked: Asked) => {
    const same = byWords.get(`${asked.kind} ${questionKey(asked.text)}`) ?? [];
    const found = same.find((lesson) => holdsOf(lesson, asked));
    if (found) used.add(found.lesson_id);
    return found?.answer ?? null;
  };
  return byWords.size === 0 ? { ...NO_LESSONS, used } : { answer, used };
}

function isOf({ file }: Lesson, { name, hash }: { name: string; hash: string }): boolean {
  if (file === null || file === name || file === basename(name)) return true;
  return /^[0-9a-f]{8,64}$/i.test(file) && hash.startsWith(file.toLowerCase());
}

function holdsOf({ form, column_id, sheet }: Lesson, asked: Asked): boolean {
  return (
    (form === null || form === asked.form) &&
    (column_id === null || column_id === asked.column) &&
    (sheet === null || sheet === asked.sheet)
  );
}

function byRank(a: Lesson, b: Lesson): number {
  return (
    rankOf(b) - rankOf(a) ||
    compare(b.decided_on, a.decided_on) ||
    compare(a.lesson_id, b.lesson_id)
  );
}

function rankOf({ file, sheet, form, column_id }: Lesson): number {
  const said = [file, sheet, form, column_id];
  return said.reduce((rank, each) => rank * 2 + (each === null ? 0 : 1), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
