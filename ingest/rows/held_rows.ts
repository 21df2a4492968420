import { remarkParts } from "../parse/area_remark.ts";
import { periodsIn } from "../parse/header_furniture.ts";
import { wordKey } from "../parse/key.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import { parsePeriod } from "../parse/period.ts";
import type { Problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { headsOtherMeasure, speaksAside } from "../recognise/aside.ts";
import type { TableRow } from "../recognise/locate.ts";
import type { Match } from "../recognise/match.ts";
import { namePeriod } from "../recognise/title.ts";
import { withoutAreas } from "../recognise/title_content.ts";
import { isCaveat } from "./caveats.ts";
import { answerTo, CONFIRM } from "./doubt.ts";
import { heldProblem, isAmbiguous } from "./held.ts";
import { isOfOtherPeriod, speaksOfOther } from "./other_meaning.ts";
import { shownRemark } from "./remarks_around.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";
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

/** A function that gives the words which speak against a row: of a heading above it, its label, its remarks or what qualifies it. */
function reasonReader(context: SheetContext): (row: TableRow) => string | null {
  const { table } = context;
  const isOther = memoisedText((text: string) => isOtherHeading(context, text));
  const remarkOf = remarkReader(context);
  const periodOf = periodReader(context);
  const reasonOf = ({ index, headings = [] }: TableRow) =>
    headings.find(isOther) ?? periodOf(index) ?? remarkOf(index);
  const ofParts = table.rows.flatMap((row) => (row.is_total ? [] : (reasonOf(row) ?? [])));
  // what holds a row back holds for the sum of which it is a part
  return (row) => reasonOf(row) ?? (row.is_total ? (ofParts[0] ?? null) : null);
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
    return isUndone || isAhead(dated, context) ? dated : null;
  };
}

function isUndoneText(context: SheetContext, text: string): boolean {
  return isCaveat(context, text) || saysUndone(context, text);
}

/** A function that gives what is said of a row: in its labels, in columns of remarks, in columns that nobody reads and beside it. */
function remarkReader(context: SheetContext): (index: number) => string | null {
  const { sheet, match } = context;
  const texts = keyTexts(context);
  const { area, category } = match.form.keys;
  const columns = remarkColumns(context);
  const isDoubtful = memoisedText((text: string) => speaksOfOther(context, text));
  const isUndone = memoisedText((text: string) => isUndoneText(context, text));
  const isSaid = memoisedText(
    (text: string) => isUndone(text) || isUnknownRemark(context, shownRemark(text)),
  );
  const isAside = memoisedText((text: string) => isUndone(text) || speaksAside(text, match));
  const isOfOtherTime = memoisedText((text: string) => saysOtherTime(context, text));
  const cellsOf = (index: number, of: readonly number[]) =>
    of.flatMap((column) => sheet.rows[index]?.[column]?.text ?? []);
  return (index) => {
    const place = texts(index, area?.column);
    const isLimited = remarksOf(place, context).some((each) => isDoubtful(each) || isUndone(each));
    if (isLimited || isCaveat(context, place)) return place;
    const kind = texts(index, category?.column);
    if (bracketed(kind).some(isUndone)) return kind;
    const part = cellsOf(index, columns.parts).find((text) => /\p{L}{2}/u.test(text));
    if (part !== undefined) return part;
    const other = cellsOf(index, columns.places).find((text) => !isOwnPlace(text, match));
    if (other !== undefined) return other;
    const said = cellsOf(index, columns.notes).find(
      (text) => isSaid(text) || isOfOtherTime(text) || namesOtherArea(text, place),
    );
    return said ?? cellsOf(index, columns.others).find(isAside) ?? null;
  };
}

/** `theo quý II`, `9 tháng`, `lk`: a remark that is short says of when the figure is. */
function saysOtherTime(context: SheetContext, text: string): boolean {
  const { match, title } = context;
  const words = text.trim().split(/\s+/).length;
  if (words > MOST_SAID || match.words.harmlessIn(text) !== null) return false;
  const isOfTime = match.words
    .parts(text)
    .some(({ terms, is_sure }) => is_sure && terms.some((term) => OF_TIME.includes(term)));
  const isPeriod = /^\d{1,2} tháng|(?:tháng|quý|năm)\s+[\dIV]/iu.test(text);
  return isOfTime || (isPeriod && (isOfOtherPeriod(text, match, title) || /^\d/.test(text)));
}

const MOST_SAID = 5;
const OF_TIME: readonly string[] = ["cumulative", "since_new_year", "plan", "last_period"];

/** `bao gồm TDP 4` beside another one. */
function namesOtherArea(text: string, place: string): boolean {
  const numbersIn = (said: string) =>
    [...said.matchAll(/(?:tổ(?: dân phố)?|tdp)\s*(?:số\s*)?0*(\d{1,3})/giu)].map(([, one]) => one);
  const own = numbersIn(place);
  return own.length > 0 && numbersIn(text).some((one) => !own.includes(one));
}

/** Whether a text names the ward, bare or in full, or what is in it. */
function isOwnPlace(text: string, { areas }: Match): boolean {
  const area_id = areas.read(text, null);
  const key = wordKey(text);
  const own = [areas.ward_id, ...areas.neighbourhoods.map((each) => each.area_id)];
  return (
    (area_id !== null && own.includes(area_id)) ||
    areas.ward_keys.some((ward) => ward.endsWith(key))
  );
}

function bracketed(label: string): string[] {
  return [...label.matchAll(/\(([^()]*)\)/g)].map(([, text = ""]) => text);
}

/** Headers of columns, unknown to the form, that part what is counted: their rows are of a part. */
const PARTS =
  /^(?:gioi tinh|phai|do tuoi|nhom tuoi|doi tuong|nhom doi tuong|loai hinh(?: don vi)?|thanh phan|dan toc)$/;

/** Headers of columns that say where rows are, in a form that knows no such column. */
const PLACES =
  /^(?:ten )?(?:phuong|xa|phuong xa|xa phuong|quan|huyen|quan huyen|thi xa|tinh|thanh pho|tp)(?: cu)?$/;

/** The columns of remarks, those that part what is counted, and the others that nobody reads, those beside the table too. */
function remarkColumns({ match, sheet, table }: SheetContext) {
  const { form, columns, unknown, header } = match;
  const ofForm = Object.keys(form.columns)
    .filter((id) => !form.is_published && REMARKS.includes(id) && form.columns[id]?.type === "note")
    .flatMap((id) => columns.get(id) ?? []);
  const isPart = ({ keys }: (typeof unknown)[number]) => PARTS.test(keys.at(-1) ?? "");
  const isPlace = ({ keys }: (typeof unknown)[number]) => PLACES.test(keys.at(-1) ?? "");
  const right = Math.max(...header.cells.map(({ column }) => column), ...columns.values());
  const width = Math.max(0, ...table.rows.map(({ index }) => sheet.rows[index]?.length ?? 0));
  const beside = Array.from({ length: Math.max(0, width - right - 1) }, (_, at) => right + 1 + at);
  return form.is_published
    ? { notes: ofForm, parts: [], places: [], others: [] }
    : {
        notes: ofForm,
        parts: unknown.filter(isPart).map(({ column }) => column),
        places: unknown.filter(isPlace).map(({ column }) => column),
        others: [...unknown.filter((each) => !isPart(each)).map(({ column }) => column), ...beside],
      };
}

/** Whether a heading makes the rows below it other figures than the table's. */
function isOtherHeading(context: SheetContext, text: string): boolean {
  const { match } = context;
  if (isOfThePeriod(context, text)) return false;
  return (
    speaksOfOther(context, text) ||
    speaksAside(text, match) ||
    isOfOtherYear(context, text) ||
    headsOtherMeasure(text.replace(GROUP_NUMBER, ""), match) ||
    isStrangeHeading(context, text)
  );
}

/** `I. Trong tháng`: what happened in the period, over a form of what happens. */
function isOfThePeriod({ match: { form, words } }: SheetContext, text: string): boolean {
  const { meanings, neutral, unknown } = words.read(text.replace(GROUP_NUMBER, ""));
  const said = [...meanings.flat(), ...neutral];
  const isFlow = Object.values(form.measures).some(({ kind }) => kind === "flow");
  const own = isFlow ? ["now", "within_period", "have"] : ["now", "have"];
  return said.length > 0 && unknown.length === 0 && said.every((term) => own.includes(term));
}

/** `II. Năm 2025` above rows of a table of 2026. */
function isOfOtherYear({ title: { period } }: SheetContext, text: string): boolean {
  const years = [...text.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([, year]) => Number(year));
  return period.ok && years.length > 0 && !years.includes(period.value.year);
}

/** A heading of rows that are told apart by known words, in words that nobody knows: they are of a part. */
function isStrangeHeading({ match }: SheetContext, text: string): boolean {
  const { category } = match.form.keys;
  if (category === undefined || "open" in category || match.areas.isKnown(text)) return false;
  const said = withoutAreas(text.replace(GROUP_NUMBER, ""), match.areas.isKnown);
  const parts = match.words.parts(said);
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
