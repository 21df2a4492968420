import type { FormColumnType } from "../form.ts";
import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import { isPartTotal, isSeveralAreas } from "../parse/part_total.ts";
import { parsePeriod, titlePeriod } from "../parse/period.ts";
import type { Sheet } from "../read/grid.ts";
import { areaColumn } from "./area_column.ts";
import { speaksAside } from "./aside.ts";
import { categoryOf } from "./category.ts";
import { categoryOfTotal } from "./category_total.ts";
import { entryTester } from "./entry_row.ts";
import type { Match } from "./match.ts";
import {
  type IgnoreRule,
  ignoreRules,
  isGroupOrdinal,
  isTotalLabel,
  type RowView,
  readSubset,
} from "./row_rules.ts";
import { sectionReader } from "./section.ts";
import { isLetterhead } from "./title.ts";

/** A sheet taken apart: which rows carry figures, and why the others are read past. */
export interface LocatedTable {
  rows: TableRow[];
  /** Rule → rows read past by it. */
  ignored: Record<string, number>;
  /** The same row by row (0-based). */
  read_past: Map<number, string>;
  /** Rows with figures below the end of the table: not believed. */
  after_end: number[];
  /** Rows of a second table below the first, from its header on: not believed either. */
  second: number[];
  /** Some of its rows stand under the heading of another ward: they are read past. */
  has_other_wards: boolean;
  above: string[];
  below: string[];
}

/** A row that carries figures, 0-based. */
export interface TableRow {
  index: number;
  is_total: boolean;
  /** In a list that declares headings: the one above the row. */
  section?: string;
  /** Of a total: the category that it is. */
  category?: string;
  /** The lines of words above it within the table, from the outermost. */
  headings?: readonly string[];
}

/** Types of columns whose cells are figures of the row rather than words about it. */
const VALUE_TYPES: readonly FormColumnType[] = ["number", "count", "identifier", "date", "code"];

/** Takes a recognised sheet apart. Every row with anything in it is in one of the lists of rows, or `ignored`. */
export function locate(sheet: Sheet, match: Match): LocatedTable {
  const table: LocatedTable = {
    rows: [],
    ignored: {},
    read_past: new Map(),
    after_end: [],
    second: [],
    has_other_wards: false,
    above: [],
    below: [],
  };
  const view = rowViewer(sheet, match);
  let hasEnded = false;
  let isAfterFootnote = false;
  let lastHeader = match.header.bottom;
  let between: string[][] = [];
  let section: string | null | undefined;
  let headings = headingsOfHeader(sheet, match);
  const isElsewhere = elsewhereTester(match);
  let isPlanned = false;
  const sectionOf = sectionReader(match.form, match.words);
  const isEntry = entryTester(sheet, match, requiredColumns(match), figureTester(match));
  for (const index of filledRows(sheet)) {
    if (index <= match.header.bottom) {
      ignore(table, aboveRule(sheet, match, index, table), index);
      continue;
    }
    section ??= openingSection([...table.above, sheet.name], sectionOf);
    const isOpen = !hasEnded && !isAfterFootnote && table.second.length === 0;
    if (isOpen && !isPlanned && isEntry(index, index - lastHeader)) {
      table.rows.push({ index, is_total: false, ...under(section, headings) });
      between = [];
      continue;
    }
    const row: RowView = {
      ...view(index),
      distance: index - lastHeader,
      is_after_footnote: isAfterFootnote,
    };
    const rule: IgnoreRule | undefined = ignoreRules.find(({ applies }) => applies(row));
    const isOfOther = isElsewhere(row, rule);
    if (isHeading(row)) isPlanned = saysPlan(row.filled.map(({ text }) => text).join(" "), match);
    table.has_other_wards ||= isOfOther;
    if (isOfSecond(match, table, row, rule, between)) table.second.push(index);
    else if (hasEnded) closing(table, row);
    else if (isHeading(row) && sectionOf(row.label)) {
      section = sectionOf(row.label);
      headings = headingsWith(headings, row);
      ignore(table, "group", index);
    } else if (rule) ignore(table, rule.rule, index);
    else if (isOfOther) ignore(table, "other_ward", index);
    else if (isPlanned && match.form.records) ignore(table, "planned", index);
    else admit(table, row, match, under(section, headings));
    const isGroup = isLineOfWords(row, rule) || table.read_past.get(index) === "subtotal";
    if (!hasEnded && isGroup) headings = headingsWith(headings, row);
    if (rule?.rule === "repeated_header") lastHeader = index;
    between = rule ? [...between, row.filled.map(({ text }) => text)] : [];
    isAfterFootnote ||= rule?.rule === "footnote";
    hasEnded ||= rule?.ends ?? false;
    if (hasEnded || isAfterFootnote) table.below.push(...row.filled.map(({ text }) => text));
  }
  return withTotal(table, categoryOfTotal(sheet, match, table));
}

/** With the one total that was read past, where it is of a category. */
function withTotal(table: LocatedTable, category: string | null): LocatedTable {
  const { total = 0, ...ignored } = table.ignored;
  const [index] = [...table.read_past].find(([, rule]) => rule === "total") ?? [];
  if (category === null || total !== 1 || index === undefined) return table;
  table.read_past.delete(index);
  const rows = [...table.rows, { index, is_total: false, category }];
  return { ...table, ignored, rows: rows.sort((a, b) => a.index - b.index) };
}

const GROUP_NUMBER = /^\s*(?:[IVX]+|[A-H])(?:\.\d+)*[\s.)-]+/;

/** A list of one section says so above it, or by the sheet's name. */
function openingSection(
  lines: readonly string[],
  sectionOf: (text: string) => string | null,
): string | null {
  const said = new Set(lines.flatMap((line) => sectionOf(line) ?? []));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

const PLANNED = ["forecast", "plan", "proposed"];

/** A heading of what is yet to come: the rows of a list below it are not there. */
function saysPlan(label: string, { words }: Match): boolean {
  return words
    .read(label)
    .meanings.some((meaning) => meaning.every((one) => PLANNED.includes(one)));
}

/** A line of words within a list. */
function isHeading({ is_complete, is_sum, has_figures, known }: RowView): boolean {
  return !is_complete && !is_sum && !has_figures && known <= 2;
}

/**
 * A function that knows rows of neighbourhoods under another ward's name, in a table that goes ward by ward:
 * a `Tổ 1` there is not the ward's.
 */
function elsewhereTester({
  areas,
}: Match): (row: RowView, rule: IgnoreRule | undefined) => boolean {
  const numbered = new Set(areas.neighbourhoods.map(({ area_id }) => area_id));
  let isOfOther = false;
  return ({ label, is_sum }, rule) => {
    if (is_sum || (rule && rule.rule !== "group")) return false;
    const named = label.replace(GROUP_NUMBER, "");
    const area_id = areas.read(named, null);
    if (area_id === areas.ward_id) isOfOther = false;
    else if (areas.isOtherWard(named, null) && !areas.isKnown(named)) isOfOther = true;
    return isOfOther && !rule && numbered.has(area_id ?? "");
  };
}

/** The rows of a sheet that hold anything, 0-based. */
export function filledRows(sheet: Sheet): number[] {
  const filled: number[] = [];
  for (const [index, row] of sheet.rows.entries()) if (row.some(Boolean)) filled.push(index);
  return filled;
}

/**
 * Whether a row is of a second table: one has begun, this is the header of another, or the header stands
 * again below a line that names another period than the lines above the first, another place or a comparison.
 */
function isOfSecond(
  match: Match,
  table: LocatedTable,
  row: RowView,
  rule: IgnoreRule | undefined,
  between: readonly (readonly string[])[],
): boolean {
  if (table.second.length > 0) return true;
  if (rule?.rule === "repeated_header")
    return (
      namesOther(between.flat(), table.above) || between.some((texts) => isLineAside(texts, match))
    );
  const { filled, has_figures, knownHeaders } = row;
  const hasBegun = table.rows.length > 0;
  return (
    hasBegun && !has_figures && knownHeaders >= 2 && knownHeaders * 2 >= filled.length && !rule
  );
}

/** A line of its own that is no note (`Ghi chú: so với tháng 9 …`). */
function isLineAside([line = "", ...others]: readonly string[], match: Match): boolean {
  return others.length === 0 && !NOTE.test(wordKey(line)) && speaksAside(line, match);
}

const NOTE = /^(?:ghi chu|luu y|chu thich|nguon)(?: |$)/;

function namesOther(between: readonly string[], above: readonly string[]): boolean {
  const lines = between.filter((line) => PERIOD_LINE.test(wordKey(line)));
  const [later, first] = [titlePeriod(lines), titlePeriod(above)];
  return later.ok && first.ok && JSON.stringify(later.value) !== JSON.stringify(first.value);
}

/** Lines that name a period and not just mention one (`Ghi chú: so với tháng 9/2026`). */
const PERIOD_LINE =
  /^(?:bao cao |so lieu )?(?:thang|quy|nam|ky|tu ngay|tinh den|\d{1,2} thang)(?: |$)/;

function ignore({ ignored, read_past }: LocatedTable, rule: string, index: number): void {
  read_past.set(index, rule);
  ignored[rule] = (ignored[rule] ?? 0) + 1;
}

function aboveRule(
  sheet: Sheet,
  { header, areas }: Match,
  index: number,
  table: LocatedTable,
): string {
  const reachesHeader = sheet.merges.some(
    ({ top, bottom }) => top <= index && index < bottom && bottom >= header.top,
  );
  if (index >= header.top || reachesHeader) return "header";
  const lines = (sheet.rows[index] ?? []).flatMap((cell) =>
    cell && !cell.is_struck ? cell.text.split("\n") : [],
  );
  table.above.push(...lines);
  return lines.some((line) => isLetterhead(line, areas)) ? "letterhead" : "title";
}

/** Below the end of the table only words are expected. */
function closing(table: LocatedTable, row: RowView): void {
  if (row.has_figures && row.is_recognised && row.label !== "") table.after_end.push(row.index);
  else ignore(table, "signature", row.index);
}

/** What a row stands under. */
type Under = Pick<TableRow, "section" | "headings">;

function under(section: string | null | undefined, headings: readonly string[]): Under {
  return { ...(section ? { section } : {}), ...(headings.length > 0 ? { headings } : {}) };
}

/** A heading may stand in any column, that of running numbers too. */
function isLineOfWords({ filled }: RowView, rule: IgnoreRule | undefined): boolean {
  if (rule?.rule === "group") return true;
  return (
    rule?.rule === "spacer" &&
    filled.length <= 2 &&
    filled.some(({ text }) => /\p{L}{3}/u.test(text))
  );
}

/** A line right below the header is taken for a row of it: of one cell that is numbered, it heads the rows. */
function headingsOfHeader(sheet: Sheet, { header }: Match): readonly string[] {
  const lower = sheet.rows.slice(header.top + 1, header.bottom + 1);
  return lower.flatMap((row) => {
    const [only, ...others] = filledCells(row);
    return only && others.length === 0 && GROUP_NUMBER.test(only.text) ? [only.text] : [];
  });
}

/** `I.1`, `1`, `a`: a heading within the one above it. */
const INNER = /^\s*(?:[IVX]+\.\d|\d+[.)]?\s*$|[a-z][.)]|-)/;

function headingsWith(headings: readonly string[], row: RowView): readonly string[] {
  const [outer] = headings;
  const text = row.label || row.filled.map(({ text }) => text).join(" ");
  const isInner = INNER.test(row.ordinal || text);
  return isInner && outer !== undefined ? [outer, text] : [text];
}

function admit(table: LocatedTable, row: RowView, match: Match, place: Under): void {
  const { form, columns, areas } = match;
  const { index, label, is_sum } = row;
  const isKnownCategory = categoryOf(match, label) !== null;
  const period = columns.get(form.keys.period?.column ?? "");
  const hasPeriod = row.filled.some(
    ({ column, text }) => column === period && !isTotalLabel(text, areas),
  );
  const isTotal = is_sum && !isKnownCategory && !hasPeriod;
  const isList = form.records !== undefined;
  if (isTotal && !(isList && row.is_complete && /^\d/.test(row.ordinal))) {
    const isOfWard = form.totals === "ward" || match.title_category !== null;
    if (isOfWard && period === undefined) table.rows.push({ index, is_total: true, ...place });
    else ignore(table, "total", index);
    return;
  }
  const isOfAreas = columns.has(form.keys.area?.column ?? "") && !isList && !row.is_recognised;
  const isPlainEntry = isKnownCategory || (isList && row.is_complete);
  if ((!isPlainEntry && isPartTotal(label)) || (!isList && isPartTotal(row.area)))
    ignore(table, "subtotal", index);
  else if (isOfAreas && (isGroupOrdinal(row.ordinal) || isSeveralAreas(label)))
    ignore(table, "subtotal", index);
  else if ((isOfAreas || isOpen(form)) && readSubset(label).is_subset)
    ignore(table, "subset", index);
  else table.rows.push({ index, is_total: false, ...place });
}

/** Categories land as they are written: a part of one is none of them. */
function isOpen({ keys: { category } }: Match["form"]): boolean {
  return category !== undefined && "open" in category && category.open === "text";
}

/** A function that sees a row as the rules ask it. */
function rowViewer(sheet: Sheet, match: Match) {
  const { form, columns } = match;
  const values = columnsOf(match, VALUE_TYPES);
  const remarks = columnsOf(match, ["remark"]);
  const hasFigure = figureTester(match);
  const [ordinal] = columnsOf(match, ["ordinal"]);
  const known = new Set([...columns.values()].filter((column) => column !== ordinal));
  const area = columns.get(form.keys.area?.column ?? "");
  const category = columns.get(form.keys.category?.column ?? "");
  const period = columns.get(form.keys.period?.column ?? "");
  const headers = headerTexts(sheet, match);
  const required = requiredColumns(match);
  const areas = areaColumn(match);
  return (index: number): Omit<RowView, "distance" | "is_after_footnote"> => {
    const cells = sheet.rows[index] ?? [];
    const text = (column: number | undefined) => cells[column ?? -1]?.text ?? "";
    const filled = filledCells(cells);
    const label = text(category) || text(area) || firstWords(filled);
    const hasFigures = hasFigure(cells);
    return {
      index,
      filled,
      label,
      ordinal: text(ordinal),
      area: text(area),
      is_sum: isTotalLabel(label, match.areas),
      has_values: values.some((column) => cells[column]),
      has_figures: hasFigures,
      is_complete: required.every((group) => group.some((column) => cells[column])),
      is_recognised:
        areas.isKnown(text(area)) ||
        categoryOf(match, text(category)) !== null ||
        text(period) !== "",
      has_remark:
        remarks.some((column) => /\p{L}{2}/u.test(text(column))) && parsePeriod(text(period)).ok,
      known: filled.filter(({ column }) => known.has(column)).length,
      knownHeaders: hasFigures ? 0 : filled.filter(({ text }) => match.isHeader(text)).length,
      headers,
    };
  };
}

function headerTexts(sheet: Sheet, { header }: Match): string[][] {
  return sheet.rows
    .slice(header.top, header.bottom + 1)
    .map((row) => Array.from(row, (cell) => wordKey(cell?.text ?? "")));
}

function filledCells(cells: readonly (Cell | null)[]): RowView["filled"] {
  const filled: RowView["filled"] = [];
  for (const [column, cell] of cells.entries()) if (cell) filled.push({ column, text: cell.text });
  return filled;
}

function firstWords(filled: RowView["filled"]): string {
  const words = filled.find(({ text }) => /\p{L}{2}/u.test(text) && !isGroupOrdinal(text));
  return words?.text ?? "";
}

/** The columns of a sheet whose cells are of some types. */
function columnsOf({ form, columns }: Match, types: readonly FormColumnType[]): number[] {
  return [...columns].flatMap(([id, column]) =>
    types.includes(form.columns[id]?.type as FormColumnType) ? column : [],
  );
}

function figureTester(match: Match): (cells: readonly (Cell | null)[]) => boolean {
  const values = columnsOf(match, VALUE_TYPES);
  return (cells) => values.some((column) => isFigure(cells[column] ?? null));
}

function isFigure(cell: Cell | null): boolean {
  if (!cell) return false;
  return cell.type === "number" || cell.type === "error" || /\d/.test(cell.text);
}

/** The columns that the form requires, as groups of which one must be there. */
function requiredColumns({ form, columns }: Match): number[][] {
  const single = Object.entries(form.columns).filter(([, column]) => column.is_required);
  const groups = [...single.map(([id]) => [id]), ...(form.require_one_of ?? [])];
  return groups.map((group) => group.map((id) => columns.get(id) ?? -1));
}
