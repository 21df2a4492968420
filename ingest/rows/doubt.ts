import type { Problem } from "../problems/problem.ts";
import type { Candidate, Question, QuestionKind } from "../problems/question.ts";
import type { SheetContext } from "./sheet_context.ts";

/** The answer that nothing of it is wanted. */
export const NOT_NEEDED: Candidate = { id: "not_needed", vi: "không cần", en: "not needed" };

/** The answer that it is another ward's. */
export const ANOTHER_WARD: Candidate = {
  id: "another_ward",
  vi: "phường, xã khác",
  en: "another ward",
};

/** The answer that what was written is right. */
export const CONFIRM: Candidate = { id: "confirm", vi: "đúng như đã ghi", en: "right as written" };

/** What people have answered to a question of this sheet, or null. */
export function answerTo(
  { match, file, sheet, lessons }: SheetContext,
  kind: QuestionKind,
  column: string | null,
  text: string,
): string | null {
  return lessons.answer({ kind, form: match.form.id, column, text, file, sheet: sheet.name });
}

/** The problem with the question that a person may answer. */
export function asking(
  { match }: SheetContext,
  problem: Problem,
  question: Omit<Question, "form">,
): Problem {
  return { ...problem, question: { form: match.form.id, ...question } };
}
