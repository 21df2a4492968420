import { createHash } from "node:crypto";
import { questionKey } from "../lessons.ts";
import { isOfOneFile, type Question } from "./question.ts";

/**
 * A short name of a question, the same wherever and however often it comes up: by its kind, form, column and
 * words, and where it concerns one file by the file and its sheet.
 */
export function questionId(question: Question, file_hash: string, sheet: string | null): string {
  const { kind, form, column, text } = question;
  const place = isOfOneFile(question) ? [file_hash, sheet] : [];
  const said = JSON.stringify([kind, form, column, questionKey(text), ...place]);
  return createHash("sha256").update(said).digest("hex").slice(0, 12);
}
