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
