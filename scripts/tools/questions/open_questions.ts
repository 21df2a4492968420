import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LandedRow } from "../../../ingest/land/landed.ts";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import type { Candidate, Question, QuestionKind } from "../../../ingest/problems/question.ts";

/** A question that waits for an answer, with the file that raised it. */
export interface OpenQuestion extends Question {
  question_id: string;
  file_name: string;
  file_hash: string;
  sheet: string | null;
  cell: string | null;
  question_vi: string;
  question_en: string;
  /** How many files ask the same. */
  files: number;
}

/**
 * The questions of a landed folder by file, sheet and cell. What several files ask alike stands once, at the
 * first of them. No warehouse is needed.
 */
export async function openQuestions(landed: string): Promise<OpenQuestion[]> {
  const same = Map.groupBy(await askedQuestions(landed), ({ question_id }) => question_id);
  return [...same.values()].flatMap(([first, ...others]) =>
    first ? { ...first, files: 1 + others.length } : [],
  );
}

/** The questions of one file that has not landed, in their order. */
export function questionsOfFile(
  rows: readonly LandedRow<"questions">[],
  file_name: string,
): OpenQuestion[] {
  return rows.map((row) => openQuestion(row, file_name));
}

/** The questions of every file, those that several ask among each of them. */
export async function askedQuestions(landed: string): Promise<OpenQuestion[]> {
  if (!existsSync(join(landed, "questions"))) return [];
  const { files, questions } = await withParquetStore(async (parquet) => ({
    files: await parquet.read("files", join(landed, "files", "*.parquet"), ["file_name"]),
    questions: await parquet.read("questions", join(landed, "questions", "*.parquet"), [
      "question_id",
    ]),
  }));
  const names = new Map(files.map(({ file_hash, file_name }) => [file_hash, file_name]));
  const asked = questions.flatMap((row) => {
    const file_name = names.get(row.file_hash);
    return file_name === undefined ? [] : openQuestion(row, file_name);
  });
  return asked.toSorted((a, b) => compare(placeKey(a), placeKey(b)));
}

function openQuestion(row: LandedRow<"questions">, file_name: string): OpenQuestion {
  const { kind, column_id, samples, candidates, ...said } = row;
  return {
    ...said,
    kind: kind as QuestionKind,
    column: column_id,
    samples: samples === "" ? [] : samples.split(" · "),
    candidates: JSON.parse(candidates) as Candidate[],
    file_name,
    files: 1,
  };
}

/** Cells in the order of their rows, so that the list goes through a file from top to bottom. */
function placeKey(question: OpenQuestion): string {
  const { file_name, file_hash, sheet, cell, question_id } = question;
  const [, letters = "", number = ""] = /^([A-Z]+)(\d+)$/.exec(cell ?? "") ?? [];
  const place = [number.padStart(8, "0"), letters.padStart(3)];
  return [file_name, file_hash, sheet ?? "", ...place, question_id].join("\u0000");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
