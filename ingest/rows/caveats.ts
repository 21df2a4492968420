import { isLetterhead, isSampleMark } from "../recognise/title.ts";
import { otherWard } from "../recognise/title_ward.ts";
import { isOfNoFigure } from "./harmless.ts";
import { isOfOtherPeriod, meansOther, speaksOfOther } from "./other_meaning.ts";
import { type RemarksAround, remarksAround, shownRemark } from "./remarks_around.ts";
import type { SheetContext } from "./sheet_context.ts";
import { isFormula, isUnknownRemark } from "./unknown_remark.ts";

/** `Ghi chú:`, `(*)`, `Nguồn:`: what follows is said of the table. */
const NOTE_MARK =
  /^[\s([]*(?:[*+-]+|\d)?[\s)\].]*(?:(?:ghi chú|chú thích|lưu ý|giải thích|nguồn(?: số liệu)?|n\.b)\s*[:.]|(?<=[*)])\s*(?=\p{L}))\s*/iu;
/** A sentence about the table, its figures or columns. */
const SENTENCE = /^(?:biểu|bảng|số|số liệu|danh sách|cột|các số liệu|dân số)\s.*\.\s*$/iu;
/** `"…" là chưa có số liệu`, `x: không phát sinh`: what marks mean. */
const LEGEND = /^[\s"'“(]*(?:[…x.*–-]{1,3}|\.\.\.)[\s"'”)]*(?:là|:|=)/iu;
/** What was done, or why figures moved. */
const COMMENTARY =
  /(?:tăng|giảm)\s+(?:là\s+)?(?:do|vì)\s|nguyên nhân|phối hợp|tuyên truyền|vận động|đề nghị|kiến nghị|khó khăn|tiếp tục/iu;
/** Said in remarks of many kinds, these limit nothing. */
const UNHEARD = ["not", "plan", "target", "increase", "decrease", "new"] as const;
/** Where figures come from, and their units. */
const SOURCE = /^(?:nguồn|đvt|đơn vị(?: tính)?)\s*(?:số liệu\s*)?:/iu;
const FEWEST_WORDS = 3;
/** `Phần 1/3`, `Trang 2/5`, `(tiếp theo)`: the rest is somewhere else. */
const PAGE =
  /(?:phần|trang|tập|tờ|sheet|file)\s*(?:số\s*)?\d+\s*\/\s*(?:[2-9]|\d\d)|\(?tiếp theo\)?\s*$/iu;
/** `Danh sách gồm 120 người`; `gồm 3 người tăng và 2 người giảm` may be of two tables. */
const STATED =
  /(?:gồm|có|tổng (?:số|cộng)|cộng)\s*:?\s*\d[\d.]*\s*(?:người|thẻ|hồ sơ|lao động|trường hợp|đối tượng)/iu;
const COUNTED = /(\d[\d.]*)\s*(?:người|thẻ|hồ sơ|lao động|trường hợp|đối tượng)/giu;

/**
 * The remarks around a table that limit all its figures (`Ghi chú: chỉ tính hộ nghèo`), as written, once each: below
 * it, beside it, between its title and its header, in comments, boxes, sheets of notes and what is printed on pages.
 */
export function caveatsOf(context: SheetContext): string[] {
  const { form } = context.match;
  if (form.is_published) return [];
  const said = remarksAround(context);
  const { titles, below, beside, outside } = said;
  const around = [...below, ...beside];
  const worded = [...(form.records?.sections ? [] : titles), ...around, ...outside];
  const found = [
    ...[...titles, ...around].filter((text) => statesMore(context, text)),
    ...titles.filter((text) => PAGE.test(text)),
    ...worded.filter(
      (text) => isOfWords(context, text) && (isCaveat(context, text) || limits(context, text)),
    ),
    ...[...beside, ...outside].filter((text) => asOfOtherPeriod(context, text)),
    ...(form.records ? [] : caveatsOfFigures(context, said)),
  ];
  return [...new Set(found)];
}

/** The remarks that limit figures and no list: what nobody understands, and what is said of them alone. */
function caveatsOfFigures(context: SheetContext, said: RemarksAround): string[] {
  const { titles, below, beside, outside, within } = said;
  const lines = within.filter((text) => !NUMBERED.test(text) && !speaksOfOther(context, text));
  const above = titles.filter((text) => !isTitle(context, text));
  const remarks = [...above, ...below, ...beside, ...outside, ...lines];
  return [
    ...remarks.filter((text) => isOfWords(context, text) && isUnknownRemark(context, text)),
    ...outside.filter((text) => isHeard(context, text) && meansOther(context, text, UNHEARD)),
  ];
}

function isHeard({ match }: SheetContext, text: string): boolean {
  return match.words.harmlessIn(text) === null;
}

/** A heading of the rows below it, which it alone holds. */
const NUMBERED = /^\s*(?:[IVX]+|[A-Z]|\d+)(?:\.\d+)*[.)]/;

/** Whether a line above is of the letterhead, or says what the table is: in the form's words, or in any where it allows all. */
function isTitle({ match }: SheetContext, text: string): boolean {
  const { form, words, areas } = match;
  if (form.match.allows?.includes("*")) return true;
  const own = [form.title_vi, ...(form.match.subject ?? []), ...form.match.title_words];
  const terms = new Set(own.flatMap((each) => words.read(each).meanings.flat()));
  return (
    isLetterhead(text, areas) ||
    words
      .read(text)
      .meanings.flat()
      .some((term) => terms.has(term))
  );
}

/** The remark around a table that its figures are provisional, as written; null where there is none. */
export function provisionalRemark(context: SheetContext): string | null {
  const { titles, below, beside, outside } = remarksAround(context);
  const remarks = [...titles, ...below, ...beside, ...outside];
  return remarks.find((text) => context.match.words.caveatIn(text) === PROVISIONAL) ?? null;
}

/** Whether words say that figures are not what they seem; that they are provisional changes nothing of them. */
export function isCaveat({ match }: SheetContext, text: string): boolean {
  const caveat = match.words.caveatIn(shownRemark(text));
  return caveat !== null && caveat !== PROVISIONAL;
}

const PROVISIONAL = "provisional";
/** Insurance of the forces is kept elsewhere: tables of a ward never hold it. */
const CUSTOMARY =
  /lực lượng vũ trang|quân đội|quân nhân|công an(?!\s+(?:thành phố|tp|tỉnh|quận|huyện|phường|xã|khu vực))|quốc phòng|cơ yếu/iu;

/** `số liệu đến ngày 30/6/2026`: a day of a paper or of new borders is none of the figures. */
function asOfOtherPeriod({ match, title }: SheetContext, text: string): boolean {
  const said = [...text.matchAll(AS_OF)].map(([, period = ""]) => period);
  return said.some((period) => isOtherDay(period, title) || isOfOtherPeriod(period, match, title));
}

/** A day that the table's period does not end with; within a year any may be told. */
function isOtherDay(text: string, { period }: SheetContext["title"]): boolean {
  const [, day = "", month = "", said] = DAY.exec(text) ?? [];
  if (day === "" || !period.ok) return false;
  const { year, start, end, frequency } = period.value;
  const date = `${said ?? year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return frequency === "year" ? date < start || date > end : date !== end;
}

const DAY = /^(?:ngày\s*)?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/iu;
const AS_OF =
  /(?:đến|tới|hết|số liệu|số)\s+(?:của\s+|hết\s+)*((?:ngày|tháng|quý)\s*[\dIV/.]+(?:\s*năm\s*\d{4})?|\d{1,2}\/\d{1,2}(?:\/\d{4})?)/giu;

/** A list that states to be longer than it is. */
function statesMore({ match, table }: SheetContext, text: string): boolean {
  if (match.form.records === undefined || !STATED.test(text)) return false;
  const counts = [...text.matchAll(COUNTED)].map(([, count = ""]) => count.replaceAll(".", ""));
  return counts.every((count) => Number(count) > table.rows.length);
}

/** A remark by its mark that speaks of something else than the form does. */
function limits(context: SheetContext, text: string): boolean {
  if (!NOTE_MARK.test(text) && !SENTENCE.test(text.trim())) return false;
  const said = text.replace(NOTE_MARK, "");
  if (COMMENTARY.test(said) || isFormula(said)) return false;
  if (otherWard([said], [said], context.match.areas) !== null) return true;
  if (SOURCE.test(text.trim())) return false;
  const harmless = context.match.words.harmlessIn(said);
  const isOther =
    harmless === null
      ? meansOther(context, said, UNHEARD)
      : harmless === "said_source" && isOfOtherPeriod(said, context.match, context.title);
  return isOther || asOfOtherPeriod(context, said);
}

function isOfWords(context: SheetContext, text: string): boolean {
  if (isSampleMark(text) || isCustomary(text) || isOfNoFigure(context, text)) return false;
  return (
    !LEGEND.test(text.replace(NOTE_MARK, "")) && text.trim().split(/\s+/).length >= FEWEST_WORDS
  );
}

/** A remark that leaves out the forces and nobody else. */
function isCustomary(text: string): boolean {
  return text.split(/[,;]|\svà\s/).every((part) => CUSTOMARY.test(part));
}
