import type { QuestionKind } from "../problems/question.ts";

/** What a person has answered, ready to become a row of the lessons. */
export interface Answer {
  question_id: string;
  lesson_id: string;
  kind: QuestionKind;
  form: string | null;
  column_id: string | null;
  text: string;
  /** The first characters of the file's hash where it holds of this file only. */
  file: string | null;
  sheet: string | null;
  answer: string;
  author: string;
  /** yyyy-mm-dd; null where no day is written. */
  decided_on: string | null;
  reason: string | null;
}
