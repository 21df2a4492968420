import { createHash } from "node:crypto";
import type { Lesson } from "../lessons.ts";
import type { QuestionKind } from "../problems/question.ts";
import { type ProgrammeRow, type ProgrammeTables, rowsOf } from "./declaration.ts";

/** The lessons of a programme, as far as they decide how files are read. */
export function lessonsOf(tables: ProgrammeTables): Lesson[] {
  return rowsOf(tables, "lessons").map((row) => ({
    lesson_id: String(row["lesson_id"]),
    kind: String(row["kind"]) as QuestionKind,
    form: textIn(row, "form"),
    column_id: textIn(row, "column_id"),
    text: String(row["text"]),
    file: textIn(row, "file"),
    sheet: textIn(row, "sheet"),
    answer: String(row["answer"]),
    decided_on: String(row["decided_on"]),
  }));
}

/** A short hash of what lessons decide; empty while there are none. */
export function lessonsVersion(lessons: readonly Lesson[]): string {
  if (lessons.length === 0) return "";
  const said = lessons.map((lesson) => JSON.stringify(lesson)).sort();
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 16);
}

function textIn(row: ProgrammeRow, column: string): string | null {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
}
