import { isLetterhead, isSampleMark } from "../recognise/title.ts";
import { otherWard } from "../recognise/title_ward.ts";
import { isOfOtherPeriod, meansOther, speaksOfOther } from "./other_meaning.ts";
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
 * it, beside it, between its title and its header, in comments and print headers.
 */
export function caveatsOf(context: SheetContext): string[] {
  const { match, table, sheet } = context;
  if (match.form.is_published) return [];
  const titles = table.above.map(shown);
  const beside = besideTable(context).map(shown);
  const around = [...table.below, ...closingLines(context), ...beside].map(shown);
  const above = match.form.records?.sections ? [] : titles;
  const outside = (sheet.remarks ?? []).map(shown);
  const remarks = [...above, ...around, ...outside].filter(isOfWords);
  const found = [
    ...[...titles, ...around].filter((text) => statesMore(context, text)),
    ...titles.filter((text) => PAGE.test(text)),
    ...remarks.filter((text) => isCaveat(context, text) || limits(context, text)),
    ...(match.form.records
      ? []
      : ofFigures(context, [
          ...titles.filter((text) => !isLetterhead(text, match.areas)),
          ...around,
          ...outside,
          ...linesWithin(context),
        ])),
    ...outside.filter((text) => !match.form.records && meansOther(context, text, UNHEARD)),
    ...[...beside, ...outside].filter((text) => asOfOtherPeriod(context, text)),
  ];
  return [...new Set(found)];
}

/** The remarks on figures that nobody understands. */
function ofFigures(context: SheetContext, remarks: readonly string[]): string[] {
  return remarks.filter((text) => isOfWords(text) && isUnknownRemark(context, text));
}

const NUMBERED = /^\s*(?:[IVX]+|[A-Z]|\d+)(?:\.\d+)*[.)]/;

/** Lines of words between the rows of figures; what speaks of the rows below it holds those alone. */
function linesWithin(context: SheetContext): string[] {
  const { table, sheet, match } = context;
  const last = table.rows.reduce((most, { index }) => Math.max(most, index), -1);
  const inside = (index: number) => index < last && index > match.header.bottom;
  return [...table.read_past.keys()].filter(inside).flatMap((index) => {
    const [only = "", ...others] = (sheet.rows[index] ?? []).flatMap((cell) => cell?.text ?? []);
    const isHeading = NUMBERED.test(only) || speaksOfOther(context, only);
    return others.length > 0 || isHeading ? [] : shown(only);
  });
}

/** A remark without its gaps: what is longer is none, and would take long to look at. */
function shown(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, LONGEST);
}

const LONGEST = 1000;

/** The remark around a table that its figures are provisional, as written; null where there is none. */
export function provisionalRemark(context: SheetContext): string | null {
  const { table, match } = context;
  const remarks = [...table.above, ...table.below, ...closingLines(context)];
  return remarks.find((text) => match.words.caveatIn(shown(text)) === PROVISIONAL) ?? null;
}

/** Whether words say that figures are not what they seem; that they are provisional changes nothing of them. */
export function isCaveat({ match }: SheetContext, text: string): boolean {
  const caveat = match.words.caveatIn(shown(text));
  return caveat !== null && caveat !== PROVISIONAL;
}

const PROVISIONAL = "provisional";
/** Insurance of the forces is kept elsewhere: tables of a ward never hold it. */
const CUSTOMARY = /lực lượng vũ trang|quân đội|quân nhân|công an|quốc phòng|cơ yếu/iu;

/** `số liệu đến ngày 30/6/2026`: a day of a paper or of new borders is none of the figures. */
function asOfOtherPeriod({ match, title }: SheetContext, text: string): boolean {
  const year = title.year ?? (title.period.ok ? title.period.value.year : null);
  const said = [...text.matchAll(AS_OF)].map(([, period = ""]) =>
    DAY.test(period) ? `${period}/${year}` : period,
  );
  return said.some((period) => isOfOtherPeriod(period, match, title));
}

/** A day without its year. */
const DAY = /^\d{1,2}\/\d{1,2}$/;
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
  if (COMMENTARY.test(said) || isFormula(said) || SOURCE.test(text.trim())) return false;
  const { areas } = context.match;
  return (
    otherWard([said], [said], areas) !== null ||
    meansOther(context, said, UNHEARD) ||
    asOfOtherPeriod(context, said)
  );
}

function isOfWords(text: string): boolean {
  if (isSampleMark(text) || isCustomary(text)) return false;
  return (
    !LEGEND.test(text.replace(NOTE_MARK, "")) && text.trim().split(/\s+/).length >= FEWEST_WORDS
  );
}

/** A remark that leaves out the forces and nobody else. */
function isCustomary(text: string): boolean {
  return text.split(/[,;]|\svà\s/).every((part) => CUSTOMARY.test(part));
}

/** The lines of words after the last row of figures. */
function closingLines({ table, sheet }: SheetContext): string[] {
  const last = table.rows.reduce((most, { index }) => Math.max(most, index), -1);
  const rows = [...table.read_past.keys()].filter((index) => index > last);
  return rows.flatMap((index) => (sheet.rows[index] ?? []).flatMap((cell) => cell?.text ?? []));
}

/** Words right of the last column that has a header. */
function besideTable({ match, sheet, table }: SheetContext): string[] {
  const { header } = match;
  const right = Math.max(...header.cells.map(({ column }) => column), ...match.columns.values());
  const [first, last] = [header.top, table.rows.at(-1)?.index ?? header.bottom];
  return sheet.rows
    .slice(first, last + 1)
    .flatMap((row) => row.slice(right + 1).flatMap((cell) => cell?.text ?? []));
}
