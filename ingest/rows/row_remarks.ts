import { remarkParts } from "../parse/area_remark.ts";
import { wordKey } from "../parse/key.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import { speaksAside } from "../recognise/aside.ts";
import type { Match } from "../recognise/match.ts";
import { isCaveat } from "./caveats.ts";
import { isOfOtherPeriod, speaksOfOther } from "./other_meaning.ts";
import { shownRemark } from "./remarks_around.ts";
import { keyTexts, type SheetContext } from "./sheet_context.ts";
import { isUndoneText } from "./undone.ts";
import { isUnknownRemark } from "./unknown_remark.ts";

/** Columns of remarks, by the ids that forms give them. */
const REMARKS: readonly string[] = ["note", "status", "reason"];

/** A function that gives what is said of a row: in its labels, in columns of remarks, in columns that nobody reads and beside it. */
export function remarkReader(context: SheetContext): (index: number) => string | null {
  const { sheet, match } = context;
  const texts = keyTexts(context);
  const { area, category } = match.form.keys;
  const columns = remarkColumns(context);
  const isDoubtful = memoisedText((text: string) => speaksOfOther(context, text));
  const isUndone = memoisedText((text: string) => isUndoneText(context, text));
  const isSaid = memoisedText(
    (text: string) =>
      isUndone(text) || (isLong(text) && isUnknownRemark(context, shownRemark(text))),
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

/** Shorter remarks on rows tell of causes and places, in any words. */
function isLong(text: string): boolean {
  return text.trim().split(/\s+/).length > MOST_SAID;
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
  const width = table.rows.reduce((most, { index }) => {
    return Math.max(most, sheet.rows[index]?.length ?? 0);
  }, 0);
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
