import { placeInFile, problem } from "../problems/problem.ts";
import type { RuleId } from "../problems/problem_rules.ts";
import type { Workbook } from "../read/grid.ts";
import { readWorkbook } from "../read/read_workbook.ts";
import { Refusal } from "../read/refusal.ts";
import type { InboxFile, ReaderTools } from "./file_input.ts";
import { type FileOutcome, ignoredFile, landedFile, refusedFile } from "./file_outcome.ts";
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
    const read = readSheets(workbook, file, tools);
    return "outcomes" in read
      ? landedFile(file, workbook, read.outcomes)
      : refusedFile(file, { code: read.refusal.rule, ...read.refusal }, workbook);
  } catch (error) {
    if (error instanceof Refusal) return refusedFile(file, error, workbook);
    tools.log(`${file.name}: ${error instanceof Error ? error.stack : String(error)}`);
    return refusedBy("reader_failed", file, workbook);
  }
}

function refusedBy(rule: RuleId, file: InboxFile, workbook: Workbook | null): FileOutcome {
  return refusedFile(
    file,
    { code: rule, ...problem(rule, placeInFile(file.name), null) },
    workbook,
  );
}
