import type { MeasureKind } from "../form.ts";
import { indicatorReader, nearestIndicators } from "../parse/indicator.ts";
import { parsePeriod } from "../parse/period.ts";
import { type Problem, parserProblem, problem } from "../problems/problem.ts";
import { NOT_NEEDED } from "../problems/question.ts";
import { areaColumn } from "../recognise/area_column.ts";
import { categoryOf } from "../recognise/category.ts";
import type { TableRow } from "../recognise/locate.ts";
import { type NamedPeriod, namePeriod } from "../recognise/title.ts";
import { answerTo, asking } from "./doubt.ts";
import { filledDown } from "./filled_down.ts";
import type { PastRule, RowAreas } from "./row_area.ts";
import { cellOf, keyTexts, placeOf, type SheetContext } from "./sheet_context.ts";
import { categoryQuestion, taughtCategory } from "./taught_category.ts";

/** What a row of figures speaks of. */
export interface RowKey {
  area_text: string | null;
  area_id: string | null;
  category: string | null;
  is_total: boolean;
  is_subset: boolean;
  /** The category's own kind, where it has one. */
  kind: MeasureKind | null;
  period: NamedPeriod;
  /** Why the row is read past, for the area that it names. */
  past: PastRule | null;
}

type Part<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A function that reads the key of a row, or says why it can't be believed. */
export function keyReader(context: SheetContext, areas: RowAreas): (row: TableRow) => Part<RowKey> {
  const { is_of_neighbourhoods } = areaColumn(context.match);
  const texts = filledTexts(context);
  const codeOf = codeReader(context);
  const isUndivided = lacksCategories(context);
  const periods = new Map<string, Part<NamedPeriod>>();
  return (row) => {
    const named = nameArea(context, row, texts);
    if (!named.ok) return named;
    const category = readCategory(context, row, texts, codeOf);
    if (!category.ok) return category;
    const period = readPeriod(context, row, texts, periods);
    if (!period.ok) return period;
    const area = placeArea(named.value, row, areas, context.match.areas.ward_id, period.value);
    const isTotal = area.is_total || (area.isWard && is_of_neighbourhoods) || isUndivided;
    const { isWard: _, ...placed } = area;
    return {
      ok: true,
      value: { ...placed, ...category.value, is_total: isTotal, period: period.value },
    };
  };
}

/** A table of the ward by nothing, of a form whose rows are told apart by a category alone: its row is the total. */
function lacksCategories({ match: { form, columns } }: SheetContext): boolean {
  const { area, category } = form.keys;
  return area === undefined && category !== undefined && !columns.has(category.column);
}

/** The key texts of rows, areas filled down where merges were lost. */
function filledTexts(context: SheetContext): ReturnType<typeof keyTexts> {
  const texts = keyTexts(context);
  const filled = filledDown(context, texts);
  const area = context.match.form.keys.area?.column;
  return (row, id) => texts(row, id) || (id === area ? (filled.get(row) ?? "") : "");
}

/** One string for rows that speak of the same thing. */
export function keyText({ area_text, area_id, category, is_total, period }: RowKey): string {
  const area = area_id ?? `text:${area_text}`;
  return JSON.stringify([area, category, is_total, period.start, period.end]);
}

/** The text that names a row's area, and whether the row is of the whole ward. */
function nameArea(
  context: SheetContext,
  { index, is_total }: TableRow,
  texts: ReturnType<typeof keyTexts>,
): Part<{ text: string; is_whole: boolean }> {
  const key = context.match.form.keys.area;
  const column = context.match.columns.get(key?.column ?? "");
  const text = texts(index, key?.column);
  const whole = { ok: true as const, value: { text, is_whole: true } };
  if (is_total || key === undefined || column === undefined) return whole;
  if (text === "" && key.blank === "ward") return whole;
  if (text === "") return missing(context, index, column, key.column);
  return { ok: true, value: { text, is_whole: false } };
}

/** The area as it was in the row's period. */
function placeArea(
  { text, is_whole }: { text: string; is_whole: boolean },
  { index, is_total }: TableRow,
  areas: RowAreas,
  ward_id: string,
  period: NamedPeriod,
): Pick<RowKey, "area_text" | "area_id" | "is_total" | "past"> & { isWard: boolean } {
  if (is_whole)
    return { area_text: text || null, area_id: ward_id, is_total, past: null, isWard: false };
  const area = areas.of(text, period);
  areas.note(text, index, area);
  return { area_text: text, ...area, is_total: false, isWard: area.area_id === ward_id };
}

function readCategory(
  context: SheetContext,
  { index, is_total, category }: TableRow,
  texts: ReturnType<typeof keyTexts>,
  codeOf: CodeReader,
): Part<Pick<RowKey, "category" | "is_subset" | "kind">> {
  const { form, columns } = context.match;
  const key = form.keys.category;
  const column = columns.get(key?.column ?? "");
  const text = texts(index, key?.column);
  const { title_category } = context.match;
  const none = { category: title_category, is_subset: false, kind: null };
  if (key === undefined || column === undefined || is_total) return { ok: true, value: none };
  if (category !== undefined) return { ok: true, value: { ...none, category } };
  if (text === "") return missing(context, index, column, key.column);
  const found = categoryOf(context.match, text);
  if (found) {
    const { id, is_subset, declared } = found;
    return { ok: true, value: { category: id, is_subset, kind: declared.kind ?? null } };
  }
  const taught = key.known ? taughtCategory(context, key.column, text) : null;
  if (taught) return { ok: true, value: taught };
  if ("open" in key && !isUnknownSeries(key, text)) {
    const named = key.open === "code" ? codeOf(text, index, column) : text;
    if (typeof named === "string") return { ok: true, value: { ...none, category: named } };
    return { ok: false, problem: named };
  }
  const known = Object.values(key.known ?? {}).map((category) => category.texts[0]);
  const place = placeOf(context, index, column);
  const words = { known: known.join(", ") };
  const question = categoryQuestion(context, index, key.column, text);
  return { ok: false, problem: { ...problem("unknown_category", place, text, words), question } };
}

/** Words where codes are open and some are known by their words: which of them is asked. */
function isUnknownSeries({ open, known }: { open: string; known?: object }, text: string): boolean {
  return open === "code" && known !== undefined && !/^[\w.-]+$/.test(text);
}

type CodeReader = (text: string, row: number, column: number) => string | Problem;

/** A function that reads the codes of indicators, or says which is nearest; codes of others are as written. */
function codeReader(context: SheetContext): CodeReader {
  const { match } = context;
  const isOfIndicators = Object.values(match.form.measures).some(
    ({ unit }) => unit === "indicator_unit",
  );
  const indicators = isOfIndicators ? context.indicators : [];
  const read = indicatorReader(indicators);
  const id = match.form.keys.category?.column ?? null;
  return (text, row, column) => {
    const code = indicators.length === 0 ? text : read(text);
    if (code !== null) return code;
    const answer = answerTo(context, "category", id, text);
    if (indicators.some(({ indicator_id }) => indicator_id === answer)) return String(answer);
    const nearest = nearestIndicators(indicators, text);
    const words = { nearest: nearest[0]?.indicator_id ?? "–" };
    const told = problem("unknown_indicator", placeOf(context, row, column), text, words);
    const candidates = nearest.map(({ indicator_id, title_vi, title_en }) => {
      return { id: indicator_id, vi: title_vi, en: title_en };
    });
    return asking(context, told, {
      kind: "category",
      column: id,
      text,
      samples: [],
      candidates: [...candidates, NOT_NEEDED],
    });
  };
}

function readPeriod(
  context: SheetContext,
  { index }: TableRow,
  texts: ReturnType<typeof keyTexts>,
  seen: Map<string, Part<NamedPeriod>>,
): Part<NamedPeriod> {
  const { match, title } = context;
  const id = match.form.keys.period?.column;
  const column = match.columns.get(id ?? "");
  if (id === undefined || column === undefined) return fromTitle(context, index);
  const text = periodText(context, index, id, texts(index, id));
  if (text === "") return missing(context, index, column, id);
  const known = seen.get(text);
  if (known?.ok) return known;
  const period = parsePeriod(text, title.year ?? undefined);
  const named = period.ok ? namePeriod(period.value, match.form) : period;
  const part: Part<NamedPeriod> = named.ok
    ? named
    : { ok: false, problem: parserProblem(named, placeOf(context, index, column), text) };
  seen.set(text, part);
  return part;
}

/** A date that a spreadsheet made of `10/2026` is that month, a bare number up to 12 a month. */
function periodText(context: SheetContext, index: number, id: string, text: string): string {
  const cell = cellOf(context, index, id);
  if (cell?.type === "date" && cell.date) return cell.date.slice(0, 7);
  return /^(?:0?[1-9]|1[0-2])$/.test(text) ? `Tháng ${text}` : text;
}

function fromTitle(context: SheetContext, index: number): Part<NamedPeriod> {
  const { period } = context.title;
  if (period.ok) return { ok: true, value: period.value };
  const place = placeOf(context, index, undefined);
  return { ok: false, problem: parserProblem(period, place, null) };
}

function missing(
  context: SheetContext,
  index: number,
  column: number,
  id: string,
): { ok: false; problem: Problem } {
  const words = { column: context.match.form.columns[id]?.headers[0] ?? id };
  const place = placeOf(context, index, column);
  return { ok: false, problem: problem("missing_key", place, null, words) };
}
