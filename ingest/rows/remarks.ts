import type { LandedRow } from "../land/landed.ts";
import type { Cell } from "../parse/cell.ts";
import { parseDateCell } from "../parse/date.ts";
import { failure } from "../parse/result.ts";
import { maskedText } from "../people/masked_text.ts";
import { withoutPersonalNumbers } from "../people/personal_number.ts";
import { MASK, type Problem, parserProblem, problem } from "../problems/problem.ts";
import { addressIn } from "../read/cell_place.ts";
import { headerText } from "./measure.ts";
import type { RowKey } from "./row_key.ts";
import { cellOf, placeOf, type SheetContext } from "./sheet_context.ts";

/** What the remarks of a row came to. */
export interface ReadRemarks {
  remarks: LandedRow<"remarks">[];
  problems: Problem[];
}

/** Reads the remarks of a row of figures: words without the numbers of persons, and their dates. */
export function readRemarks(context: SheetContext, row: number, key: RowKey): ReadRemarks {
  const read: ReadRemarks = { remarks: [], problems: [] };
  const { form, columns } = context.match;
  for (const [remark, { content, written, due }] of Object.entries(form.remarks ?? {})) {
    const [written_date, due_date] = [written, due].map((id) => readDay(context, row, id, read));
    const words = readWords(context, row, content, read);
    const column = columns.get(content);
    if (words === null || column === undefined) {
      if (written_date || due_date) read.problems.push(missing(context, row, content));
      continue;
    }
    read.remarks.push({
      ...spokenOf(context, key),
      remark,
      content: words,
      written_date: written_date ?? null,
      due_date: due_date ?? null,
      cell: addressIn(context.sheet, row, column),
    });
  }
  return read;
}

function spokenOf({ match, sheet, file_hash }: SheetContext, key: RowKey) {
  const { category, area_text, area_id, period } = key;
  return {
    form: match.form.id,
    category,
    area_text,
    area_id,
    frequency: period.frequency,
    period_start: period.start,
    period_end: period.end,
    file_hash,
    sheet: sheet.name,
  };
}

const BLANK = /^[-–—…\s]*$/;

function readWords(
  context: SheetContext,
  row: number,
  id: string,
  { problems }: ReadRemarks,
): string | null {
  const cell = filled(context, row, id);
  if (!cell) return null;
  const place = placeOf(context, row, context.match.columns.get(id));
  if (cell.type === "error") {
    problems.push(parserProblem(NO_WORDS, place, cell.text || null));
    return null;
  }
  const written = tidy(cell.type === "number" ? String(cell.number) : cell.text);
  const shown = withoutPersonalNumbers(written);
  if (shown !== written) problems.push(problem("personal_number", place, MASK));
  return shown;
}

const NO_WORDS = failure("error_cell", "nội dung bằng chữ", "words");

/** One space between words, nothing that nobody sees, lines kept: offices number their reasons line by line. */
function tidy(text: string): string {
  const seen = text.replace(/\p{Cf}+/gu, "");
  const lines = seen.split(/\r\n?|\n/).map((line) => line.replace(/\s+/g, " ").trim());
  return lines.filter((line) => line !== "").join("\n");
}

/** A whole day: a month alone would be shown as its first day, which nobody wrote. */
function readDay(
  context: SheetContext,
  row: number,
  id: string | undefined,
  { problems }: ReadRemarks,
): string | null {
  const { form, columns } = context.match;
  const column = form.columns[id ?? ""];
  const cell = id === undefined ? null : filled(context, row, id);
  if (!cell || !column) return null;
  const read = parseDateCell(cell);
  if (read.ok && read.value.precision === "day") return read.value.date;
  const place = placeOf(context, row, columns.get(id ?? ""));
  const found = maskedText(context.match, column, cell.text);
  problems.push(parserProblem(read.ok ? NOT_A_DAY : read, place, found));
  return null;
}

const NOT_A_DAY = failure("not_a_day", "một ngày, ví dụ 05/11/2026", "a day such as 05/11/2026");

function filled(context: SheetContext, row: number, id: string): Cell | null {
  const cell = cellOf(context, row, id);
  return cell && (cell.type === "error" || !BLANK.test(cell.text)) ? cell : null;
}

function missing(context: SheetContext, row: number, id: string): Problem {
  const { form, columns } = context.match;
  const column = columns.get(id);
  const header = column === undefined ? form.columns[id]?.headers[0] : headerText(context, column);
  return problem("remark_missing", placeOf(context, row, column), null, { column: header ?? id });
}
