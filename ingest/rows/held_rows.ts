import { remarkParts } from "../parse/area_remark.ts";
import { periodsIn } from "../parse/header_furniture.ts";
import { wordKey } from "../parse/key.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import { parsePeriod } from "../parse/period.ts";
import type { Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import type { TableRow } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import { namePeriod } from "../recognise/title.ts";
import { isCaveat } from "./caveats.ts";
import { answerTo, CONFIRM } from "./doubt.ts";
import { heldProblem, isAmbiguous } from "./held.ts";
import { isOfOtherPeriod, speaksOfOther } from "./other_meaning.ts";
import { shownRemark } from "./remarks_around.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";
import { struckRemarks } from "./struck_rows.ts";
import { isUnknownRemark } from "./unknown_remark.ts";

/** Rows of a table that a heading or a remark makes something else than the table's figures. */
export interface HeldRows {
  /** What becomes of a row before anybody has answered; null where nothing speaks against it. */
  of(row: TableRow): "rejected" | "not_needed" | null;
  /** A question for each heading and remark. */
  problems(): Problem[];
}

/** Columns of remarks, by the ids that forms give them. */
const REMARKS: readonly string[] = ["note", "status", "reason"];

/** What a remark may say first: the figure is no figure of what was done in the period. */
const NOT_DONE: readonly string[] = ["plan", "target", "forecast", "draft", "dropped", "average"];
/** Words that may stand before it (`lấy kế hoạch`, `số ước`). */
const BEFORE_IT =
  /^(?:(?:chua bao cao|chua co bao cao|chua gui|tam tinh|lay|theo|so|so lieu|la|cua) )+/;

/** Opens what is held back of a table of figures. */
export function heldRows(context: SheetContext): HeldRows {
  const held = new Map<string, number[]>();
  const reasonOf = reasonReader(context);
  return {
    of: (row) => {
      const text = reasonOf(row);
      if (text === null) return null;
      const answer = answerTo(context, "choice", null, text);
      if (answer === CONFIRM.id) return null;
      if (answer === NOT_NEEDED.id) return "not_needed";
      held.set(text, [...(held.get(text) ?? []), row.index]);
      return "rejected";
    },
    problems: () => [...held].map(([text, rows]) => heldProblem(context, text, rows)),
  };
}

/** A function that gives the words which speak against a row: of a heading above it, its label or its remark. */
function reasonReader(context: SheetContext): (row: TableRow) => string | null {
  const { form, columns } = context.match;
  const texts = keyTexts(context);
  const notes = Object.keys(form.columns)
    .filter((id) => !form.is_published && REMARKS.includes(id))
    .filter((id) => form.columns[id]?.type === "note")
    .flatMap((id) => columns.get(id) ?? []);
  const { area, period } = form.keys;
  const isDoubtful = memoisedText((text: string) => speaksOfOther(context, text));
  const isUndone = memoisedText(
    (text: string) => isCaveat(context, text) || saysUndone(context, text),
  );
  const isUnknown = memoisedText((text: string) => isUnknownRemark(context, shownRemark(text)));
  const isStrange = memoisedText((text: string) => isStrangeHeading(context, text));
  const remarkOf = (index: number) => {
    const label = texts(index, area?.column);
    const remarks = remarksOf(label, context);
    if (remarks.some((remark) => isDoubtful(remark) || isUndone(remark))) return label;
    if (isCaveat(context, label)) return label;
    const cells = notes.map((column) => context.sheet.rows[index]?.[column]?.text ?? "");
    return cells.find((text) => text !== "" && (isUndone(text) || isUnknown(text))) ?? null;
  };
  const struck = struckRemarks(context);
  const ofParts = context.table.rows.flatMap((row) =>
    row.is_total ? [] : (remarkOf(row.index) ?? unanswered(struck(row.index), context) ?? []),
  );
  return ({ index, is_total, headings = [] }) => {
    const deleted = struck(index);
    if (deleted !== null) return deleted;
    const said = headings.find((heading) => isDoubtful(heading) || isStrange(heading));
    if (said !== undefined) return said;
    const dated = texts(index, period?.column);
    if (columns.has(period?.column ?? "") && isUndone(withoutPeriods(dated))) return dated;
    if (isAhead(dated, context)) return dated;
    // what holds a row back holds for the sum of which it is a part
    return remarkOf(index) ?? (is_total ? (ofParts[0] ?? null) : null);
  };
}

/** What nobody has answered: a sum may be with a struck row or without it, by any answer it is the sum. */
function unanswered(text: string | null, context: SheetContext): string | null {
  return text !== null && answerTo(context, "choice", null, text) === null ? text : null;
}

/** A heading of rows that are told apart by known words, in words that nobody knows: they are of a part. */
function isStrangeHeading({ match }: SheetContext, text: string): boolean {
  const { category } = match.form.keys;
  if (category === undefined || "open" in category || match.areas.isKnown(text)) return false;
  const parts = match.words.parts(text.replace(GROUP_NUMBER, ""));
  return parts.some(({ terms, text: word }) => terms.length === 0 && /\p{L}{3}/u.test(word));
}

const GROUP_NUMBER = /^\s*(?:[IVX]+|[A-Z]|\d+)(?:\.\d+)*[\s.)-]+/;

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

/** What stands beside the name of an area (`Tổ 3 (kế hoạch)`, `Tổ 5: hộ`). */
function remarksOf(label: string, { match }: SheetContext): string[] {
  if (label === "") return [];
  const { remarks = [] } = remarkParts(label) ?? {};
  return remarks.filter((remark) => !match.areas.isKnown(remark) && !isPlace(remark, match));
}

/** `bến xe cũ`: the name of a place, in words that nobody knows. */
function isPlace(remark: string, { words }: Match): boolean {
  const { meanings, unknown } = words.read(remark);
  return unknown.length > 0 && meanings.flat().every((term) => OF_PLACES.includes(term));
}

const OF_PLACES: readonly string[] = ["old", "place", "area", "dwelling", "neighbourhood"];

/** `ước`, `lấy kế hoạch`, `số tháng 8`: what a remark says first is no figure of the period. */
function saysUndone({ match, title }: SheetContext, text: string): boolean {
  const key = wordKey(text);
  const rest = key.replace(BEFORE_IT, "");
  const { category } = match.form.keys;
  const isOfCodes = category !== undefined && "open" in category && category.open === "code";
  const isFlow =
    isOfCodes || Object.values(match.form.measures).some(({ kind }) => kind === "flow");
  const skipped = key.length - rest.length;
  const said =
    skipped > 0
      ? text.split(/\s+/).slice(key.slice(0, skipped).trim().split(" ").length).join(" ")
      : text;
  const [first] = match.words.parts(said.replace(/^[^\p{L}\p{N}]+/u, ""));
  const terms = first?.is_sure && !isAmbiguous(first.text) ? first.terms : [];
  if (terms.some((term) => NOT_DONE.includes(term) || (isFlow && term === "cumulative")))
    return true;
  const isOfNumber = /^(?:so|so lieu|lay so|lay so lieu)(?: cua)? (?:thang|quy|ky|nam) /.test(key);
  return isOfNumber && (isOfOtherPeriod(text, match, title) || / truoc$/.test(key));
}
