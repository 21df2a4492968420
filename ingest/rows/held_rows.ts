import { periodsIn } from "../parse/header_furniture.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import { parsePeriod } from "../parse/period.ts";
import type { Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { TableRow } from "../recognise/locate.ts";
import { namePeriod } from "../recognise/title.ts";
import { answerTo, CONFIRM } from "./doubt.ts";
import { isOfNoFigure } from "./harmless.ts";
import { heldProblem } from "./held.ts";
import { openLimits } from "./limited_columns.ts";
import { isOtherHeading } from "./other_heading.ts";
import { remarkReader } from "./row_remarks.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";
import { struckRemarks } from "./struck_rows.ts";
import { isUndoneText } from "./undone.ts";

/** Rows of a table that a heading or a remark makes something else than the table's figures. */
export interface HeldRows {
  /** What becomes of a row before anybody has answered; null where nothing speaks against it. */
  of(row: TableRow): "rejected" | "not_needed" | null;
  /** A question for each heading and remark. */
  problems(): Problem[];
}
/** Opens what is held back of a table of figures. */
export function heldRows(context: SheetContext): HeldRows {
  const held = new Map<string, number[]>();
  const reasonOf = reasonReader(context);
  const texts = keyTexts(context);
  const labelOf = (index: number) => texts(index, context.match.form.keys.area?.column);
  return {
    of: (row) => {
      const text = reasonOf(row);
      if (text === null) return null;
      if (isOfNoFigure(context, text)) return labelOf(row.index) === text ? "not_needed" : null;
      const answer = answerTo(context, "choice", null, text);
      if (answer === CONFIRM.id) return null;
      if (answer === NOT_NEEDED.id) return "not_needed";
      held.set(text, [...(held.get(text) ?? []), row.index]);
      return "rejected";
    },
    problems: () => [...held].map(([text, rows]) => heldProblem(context, text, rows)),
  };
}

/** A function that gives the words which speak against a row: of a heading above it, its label, its remarks or what qualifies it. */
function reasonReader(context: SheetContext): (row: TableRow) => string | null {
  const { table } = context;
  const isOther = memoisedText((text: string) => isOtherHeading(context, text));
  const remarkOf = remarkReader(context);
  const periodOf = periodReader(context);
  const limits = openLimits(context);
  const limitOf = (index: number) => limits.find(({ rows }) => rows?.has(index))?.text ?? null;
  const reasonOf = ({ index, headings = [] }: TableRow) =>
    headings.find(isOther) ?? periodOf(index) ?? remarkOf(index) ?? limitOf(index);
  const struck = struckRemarks(context);
  const ofParts = table.rows.flatMap((row) =>
    row.is_total ? [] : (reasonOf(row) ?? unanswered(struck(row.index), context) ?? []),
  );
  // what holds a row back holds for the sum of which it is a part
  return (row) =>
    struck(row.index) ?? reasonOf(row) ?? (row.is_total ? (ofParts[0] ?? null) : null);
}

/** A row that was deleted and of which somebody has said so is no part of the sum. */
function unanswered(text: string | null, context: SheetContext): string | null {
  return text !== null && answerTo(context, "choice", null, text) === null ? text : null;
}

/** A function that gives the period of its own that says of a row that it is none of what was done. */
function periodReader(context: SheetContext): (index: number) => string | null {
  const { form, columns } = context.match;
  const { period } = form.keys;
  const texts = keyTexts(context);
  const isDated = columns.has(period?.column ?? "");
  return (index) => {
    const dated = texts(index, period?.column);
    const isUndone = isDated && isUndoneText(context, withoutPeriods(dated));
    const isOther = isUndone || isAhead(dated, context) || isYearOfParts(dated, context);
    return isOther ? dated : null;
  };
}

/** A period of a row that was not over when the paper was written, or came in. */
function isAhead(text: string, { match, title, received_on = null }: SheetContext): boolean {
  const day = title.document_date ?? received_on;
  const read = day === null || text === "" ? null : parsePeriod(text, title.year ?? undefined);
  const named = read?.ok ? namePeriod(read.value, match.form) : null;
  if (day === null || !named?.ok) return false;
  const isRunningYear = named.value.frequency === "year" && named.value.start <= day;
  return named.value.end > day && !isRunningYear;
}

function withoutPeriods(text: string): string {
  return periodsIn(text).reduce((rest, each) => rest.replace(each, " "), text);
}

/** `2025` beside rows of a table of a month: the same month then, or the whole year? */
function isYearOfParts(dated: string, { title: { period }, match }: SheetContext): boolean {
  const isYear = /^(?:năm\s*)?20\d\d$/iu.test(dated) && !match.form.is_published;
  return isYear && period.ok && period.value.frequency !== "year";
}
