import { cellAddress } from "../../lib/office/address.ts";
import { type Problem, type ProblemPlace, placeInFile, problem } from "../problems/problem.ts";
import type { Sheet } from "../read/grid.ts";
import { placeOf, type SheetContext } from "../rows/sheet_context.ts";
import type { RowSpan } from "../tables/reading.ts";
import {
  extractTable,
  madeOutcome,
  plainOutcome,
  type SheetOutcome,
  type TableOutcome,
  waitingTable,
} from "./read_sheet.ts";
import { rejectRepeated } from "./repeated_keys.ts";
import { type Fate, fatesOf, joinFates } from "./row_fates.ts";
import type { SeenPart } from "./seen_sheet.ts";
import type { Waiting } from "./waiting.ts";

/** A table of a recognised sheet, and the part of the sheet that it was made of. */
export interface OpenTable {
  part: SeenPart;
  context: SheetContext;
  /** What it waits for before it can be read. */
  waiting: Waiting | null;
}

/** Reads a sheet of which a part at least is of a form; a plain sheet is one part as it stands. */
export function readSheetParts(
  sheet: Sheet,
  parts: readonly SeenPart[],
  tables: readonly OpenTable[],
  file_name: string,
): SheetOutcome {
  const outcomes = tables.map(({ context, waiting }) =>
    waiting ? waitingTable(context, waiting) : extractTable(context),
  );
  const [first] = outcomes;
  const isPlain = parts.length === 1 && parts[0]?.reading.layout === "plain";
  if (first && isPlain) return plainOutcome(sheet, first);
  rejectRepeated(outcomes);
  for (const part of parts) {
    const at = tables.findIndex((each) => each.part === part);
    const outcome = outcomes[at];
    if (outcome) outcome.extracted.problems.push(...pastProblems(part, outcome.context));
    else
      first?.extracted.problems.push(
        ...unreadPart(part, { ...placeInFile(file_name), sheet: sheet.name }),
      );
  }
  const fates = [
    ...tables.map(({ part }, index) => fatesOf(outcomes[index] as TableOutcome, part.reading)),
    ...parts.filter(({ tables }) => tables.length === 0).map(({ span }) => unreadFates(span)),
  ];
  return madeOutcome(sheet, outcomes, joinFates(fates));
}

/** A part of no form beside one of a form: its rows were not believed. */
function unreadPart({ span, recognition }: SeenPart, place: ProblemPlace): Problem[] {
  const told = problem("second_table", { ...place, cell: cellAddress(span.from, 0) }, null);
  const questions = recognition.kind === "form" ? [] : recognition.questions;
  return questions.length > 0 ? questions.map((question) => ({ ...told, question })) : [told];
}

function pastProblems({ reading }: SeenPart, context: SheetContext): Problem[] {
  const [first] = reading.read_past;
  if (!first) return [];
  const columns = reading.read_past.map(
    ({ row, column, text }) => `${text} (${cellAddress(row, column)})`,
  );
  const place = { ...placeOf(context, 0, undefined), cell: cellAddress(first.row, first.column) };
  return [problem("column_read_past", place, first.text, { columns: columns.join(", ") })];
}

function unreadFates({ from, to }: RowSpan): Map<number, Fate> {
  return new Map(Array.from({ length: to - from }, (_, row) => [from + row, "rejected"]));
}
