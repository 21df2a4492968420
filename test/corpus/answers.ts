import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { answeredValue } from "../../ingest/file/answered_value.ts";
import type { FileOutcome } from "../../ingest/file/file_outcome.ts";
import type { LandedRow } from "../../ingest/land/landed.ts";
import { type Lesson, questionKey } from "../../ingest/lessons.ts";
import {
  type Candidate,
  isOfOneFile,
  type Question,
  type QuestionKind,
} from "../../ingest/problems/question.ts";
import { corpusFolder, corpusTools, readCorpusFile } from "./corpus.ts";

/** What somebody who knows the file answers to a question of it. */
interface KnownAnswer {
  file: string;
  kind: string;
  column: string;
  text: string;
  answer: string;
}

/** Answers worked out from the sheets. */
export const knownAnswers = Papa.parse<KnownAnswer>(
  readFileSync(join(corpusFolder, "answers.csv"), "utf8"),
  { header: true, skipEmptyLines: true },
).data;

type Asked = LandedRow<"questions">;

/** A file after its questions were answered, round by round: an answer may raise the next question. */
export interface AnsweredFile {
  outcome: FileOutcome;
  /** Questions that came up again after their answer. */
  again: string[];
  /** Answers that name no id. */
  unreadable: string[];
}

const ROUNDS = 3;

/** Reads a file, answers what it asks, and reads it again. */
export function answeredCorpusFile(name: string): AnsweredFile {
  const own = knownAnswers.filter(({ file }) => file.normalize("NFC") === name.normalize("NFC"));
  const lessons = new Map<string, Lesson>();
  const file: AnsweredFile = { outcome: readCorpusFile(name), again: [], unreadable: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const questions = file.outcome.rows.questions ?? [];
    const open = questions.filter((asked) => !lessons.has(asked.question_id));
    const learned = open.flatMap((asked) => lessonOf(asked, own, file.unreadable) ?? []);
    if (learned.length === 0) break;
    for (const lesson of learned) lessons.set(lesson.lesson_id, lesson);
    file.outcome = readCorpusFile(name, [...lessons.values()]);
    const asked = file.outcome.rows.questions ?? [];
    file.again.push(
      ...asked.filter(({ question_id }) => lessons.has(question_id)).map(({ text }) => text),
    );
  }
  return file;
}

/** The lesson that an answer becomes, in the scope that it has unless a person says otherwise. */
function lessonOf(asked: Asked, known: readonly KnownAnswer[], unreadable: string[]) {
  const given = known.find(
    ({ kind, column, text }) =>
      kind === asked.kind &&
      (column === "" || column === asked.column_id) &&
      questionKey(text) === questionKey(asked.text),
  );
  if (!given) return null;
  const question = questionOf(asked);
  const answer = answeredValue(given.answer, question, corpusTools.catalogue);
  if (answer === null) unreadable.push(`${asked.text}: ${given.answer}`);
  return answer === null ? null : toLesson(asked, question, answer);
}

function questionOf({ kind, form, column_id, text, candidates }: Asked): Question {
  const read: Candidate[] = JSON.parse(candidates);
  const about = { kind: kind as QuestionKind, form, column: column_id, text };
  return { ...about, samples: [], candidates: read };
}

function toLesson(asked: Asked, question: Question, answer: string): Lesson {
  const isOne = isOfOneFile(question);
  return {
    lesson_id: asked.question_id,
    kind: question.kind,
    form: asked.form,
    column_id: asked.form === null ? null : asked.column_id,
    text: asked.text,
    file: isOne ? asked.file_hash.slice(0, 16) : null,
    sheet: isOne ? asked.sheet : null,
    answer,
    decided_on: "2026-12-01",
  };
}
