import { lessonsFor } from "../lessons.ts";
import { placeInFile, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import type { Workbook } from "../read/grid.ts";
import { readWorkbook } from "../read/read_workbook.ts";
import { Refusal } from "../read/refusal.ts";
import { answeredFile, readAnswers } from "./answers.ts";
import { draftedFile, readDraftedForm } from "./drafted_form.ts";
import type { InboxFile, ReaderTools } from "./file_input.ts";
import { type FileOutcome, ignoredFile, landedFile, refusedFile } from "./file_outcome.ts";
import { questionRows } from "./question_rows.ts";
import { readSheets } from "./read_sheets.ts";

/**
 * Reads one file of the inbox. Never throws for what is in the file: that is refused, with a code and a
 * sentence in two languages; what the reader itself can't cope with is logged and refused too.
 */
export function readFile(file: InboxFile, tools: ReaderTools): FileOutcome {
  if (file.is_ignored) return ignoredFile(file);
  if (!file.bytes) return refusedBy("unreadable_file", file, null);
  let workbook: Workbook | null = null;
  try {
    workbook = readWorkbook(file.bytes, file.name);
    const answers = readAnswers(
      workbook,
      { ...file, lessons: tools.taught ?? [] },
      tools.catalogue,
    );
    if (answers) return answeredFile(file, answers);
    const drafted = readDraftedForm(workbook);
    return drafted ? draftedFile(file, drafted) : readByForms(workbook, file, tools);
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(file, error, workbook);
    tools.log(`${file.name}: ${error instanceof Error ? error.stack : String(error)}`);
    return refusedBy("reader_failed", file, workbook);
  }
}

/** With what people have answered of the file, and what they are asked now. */
function readByForms(workbook: Workbook, file: InboxFile, tools: ReaderTools): FileOutcome {
  const lessons = lessonsFor(tools.taught ?? [], file);
  const catalogue = { ...tools.catalogue, lessons };
  const read = readSheets(workbook, file, { ...tools, catalogue, lessons });
  const [outcome, problems] =
    "outcomes" in read
      ? [
          landedFile(file, workbook, read.outcomes),
          read.outcomes.flatMap(({ extracted }) => extracted.problems),
        ]
      : [refusedFile(file, { code: read.refusal.rule, ...read.refusal }, workbook), read.asked];
  const questions = questionRows(problems, file.hash, catalogue, workbook.sheets);
  const used = [...lessons.used].sort();
  const applied_lessons = used.map((lesson_id) => ({ file_hash: file.hash, lesson_id }));
  return { ...outcome, rows: { ...outcome.rows, questions, applied_lessons } };
}

function refusedBy(rule: RuleId, file: InboxFile, workbook: Workbook | null): FileOutcome {
  return refusedFile(
    file,
    { code: rule, ...problem(rule, placeInFile(file.name), null) },
    workbook,
  );
}
