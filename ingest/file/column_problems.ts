import { nearestText } from "../parse/nearest.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { Candidate } from "../problems/question.ts";
import type { AssignedColumn } from "../recognise/assign_columns.ts";
import type { HeaderCell } from "../recognise/header.ts";
import { columnQuestion, samplesOf } from "../recognise/recognition.ts";
import { placeOf, type SheetContext } from "../rows/sheet_context.ts";

/** What is to be said of a sheet's columns: read as, in doubt, not known. */
export function columnProblems(context: SheetContext): Problem[] {
  return [...readAs(context), ...columnDoubts(context), ...unknownColumns(context)];
}

/** Columns that were read though they are not worded as is known. */
function readAs(context: SheetContext): Problem[] {
  return context.match.likely.map(({ id, cell }) => {
    const text = textOf(cell);
    return problem("read_as", headerPlace(context, cell), text, {
      text,
      column: calledIn(context, id),
    });
  });
}

/** Columns that are not read before somebody has said what they are. */
export function columnDoubts(context: SheetContext): Problem[] {
  const { doubts: found, form } = context.match;
  return found.map((doubt) => {
    const vi = calledIn(context, doubt.id);
    const candidates = [{ id: doubt.id, vi, en: doubt.id }];
    const samples = samplesIn(context, doubt.cell);
    const question = columnQuestion(doubt.cell, form.id, candidates, samples);
    const told = problem("column_in_doubt", headerPlace(context, doubt.cell), namesOf(doubt), {
      candidates: vi,
    });
    return { ...told, question };
  });
}

function namesOf({ cell, rivals }: AssignedColumn): string {
  return [cell, ...rivals].map(textOf).join(" / ");
}

/** Columns with something in them whose header the form does not know; figures under strange words are asked about. */
function unknownColumns(context: SheetContext): Problem[] {
  const { match, table, sheet } = context;
  const asked = new Set(match.doubts.flatMap(({ rivals }) => rivals.map(({ column }) => column)));
  const headers = Object.values(match.form.columns).flatMap(({ headers: [first = ""] }) => first);
  const cellsOf = ({ column }: HeaderCell) =>
    table.rows.flatMap(({ index }) => sheet.rows[index]?.[column] ?? []);
  return match.unknown
    .filter((cell) => !asked.has(cell.column) && cellsOf(cell).length > 0)
    .map((cell) => {
      const text = textOf(cell);
      const nearest = nearestText(text, headers);
      const told = problem("unknown_column", headerPlace(context, cell), text, { nearest });
      const isOfFigures = cellsOf(cell).some(({ type }) => type === "number");
      const candidates = isOfFigures ? askedColumns(context, cell) : [];
      return candidates.length > 0
        ? {
            ...told,
            question: columnQuestion(cell, match.form.id, candidates, samplesIn(context, cell)),
          }
        : told;
    });
}

function samplesIn({ sheet, table }: SheetContext, cell: HeaderCell): string[] {
  return samplesOf(
    table.rows.map(({ index }) => sheet.rows[index] ?? []),
    cell,
  );
}

function isStrange({ match }: SheetContext, { texts }: HeaderCell): boolean {
  return texts.some((text) => match.words.read(text).unknown.length > 0);
}

/** What a header may be: any column of figures that the sheet lacks, if its words are strange or of one of them. */
function askedColumns(context: SheetContext, cell: HeaderCell): Candidate[] {
  const open = openColumns(context);
  const own = open.filter(({ id }) => isAlike(context, cell, id));
  const others = open.filter((each) => !own.includes(each));
  return own.length > 0 || isStrange(context, cell) ? [...own, ...others] : [];
}

/** Whether a header says all that one of a column's headers says. */
function isAlike({ match: { form, words } }: SheetContext, { texts }: HeaderCell, id: string) {
  const said = new Set(texts.flatMap((text) => words.read(text).meanings.flat()));
  const headers = form.columns[id]?.headers ?? [];
  return headers.some((header) => {
    const { meanings } = words.read(header.replace(/\[[^\]]*\]|\|/g, " "));
    return meanings.length > 0 && meanings.every((terms) => terms.some((term) => said.has(term)));
  });
}

/** The columns of figures that the form has and the sheet lacks. */
function openColumns(context: SheetContext): Candidate[] {
  const { form, columns } = context.match;
  return Object.keys(form.measures)
    .filter((id) => !columns.has(id))
    .map((id) => ({ id, vi: calledIn(context, id), en: id }));
}

function headerPlace(context: SheetContext, { column }: HeaderCell) {
  return placeOf(context, context.match.header.bottom, column);
}

function textOf({ texts }: HeaderCell): string {
  return texts.join(" | ");
}

function calledIn({ match }: SheetContext, id: string): string {
  return match.form.columns[id]?.headers[0] ?? id;
}
