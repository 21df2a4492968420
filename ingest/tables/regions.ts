import type { AreaReader } from "../parse/area.ts";
import { documentDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { areaOfLines, isOfNeighbourhood } from "./named_area.ts";
import { isSamePeriod, linesPeriod } from "./periods.ts";
import type { RowSpan } from "./reading.ts";
import { roleOf } from "./words.ts";

/** A part of a sheet: a sheet of its own in which the other parts are empty, and the rows that are its own. */
export interface SheetPart {
  sheet: Sheet;
  span: RowSpan;
}

/** A row that heads a table, the lines of its title, and the words of its header. */
interface Head {
  row: number;
  /** The first line of its title; its own row where it has none. */
  from: number;
  key: string;
}

/**
 * The parts of a sheet in which tables stand below each other. A header that comes again heads the same
 * table (a page, a section), unless the lines above it name another period; another header is another
 * table. Lines above the first table hold for all.
 */
export function partsOf(sheet: Sheet, areas: AreaReader): SheetPart[] {
  const heads = headsOf(sheet);
  const starts = heads.filter((_, index) => index > 0 && isOfNew(sheet, heads, index, areas));
  const [first] = heads;
  if (!first || starts.length === 0) return [{ sheet, span: { from: 0, to: sheet.rows.length } }];
  const ends = [...starts.map(({ from }) => from), sheet.rows.length];
  return [first, ...starts].map((head, index) =>
    index === 0
      ? partBetween(sheet, 0, ends[0] ?? 0, [])
      : partBetween(sheet, head.from, ends[index] ?? 0, commonRows(sheet, first.row, head, areas)),
  );
}

/** A sheet parted before the header of a second table that was found in it. */
export function partedAt(
  sheet: Sheet,
  first: number,
  second: number,
  areas: AreaReader,
): [SheetPart, SheetPart] {
  const above = sheet.rows.slice(0, second);
  const lastFigures = above.findLastIndex((cells) => hasFigures(cells));
  const from = titleStart(sheet, second, lastFigures);
  const head = { row: second, from, key: "" };
  return [
    partBetween(sheet, 0, from, []),
    partBetween(sheet, from, sheet.rows.length, commonRows(sheet, first, head, areas)),
  ];
}

function partBetween(sheet: Sheet, from: number, to: number, above: readonly number[]): SheetPart {
  const isOwn = (row: number) => row >= from && row < to;
  const part = partOf(sheet, (row) => isOwn(row) || above.includes(row));
  return { sheet: part, span: { from, to } };
}

function partOf(sheet: Sheet, isKept: (row: number) => boolean): Sheet {
  const rows = sheet.rows.map((row, index) => (isKept(index) ? row : []));
  const merges = sheet.merges.filter(({ top }) => isKept(top));
  return { ...sheet, rows, merges };
}

/** The lines above the first table hold for a later one too: not those of a period or area where it names its own. */
function commonRows(sheet: Sheet, first: number, { from, row }: Head, areas: AreaReader): number[] {
  const lines = textsBetween(sheet, from, row);
  const [period, area] = [linesPeriod(lines), nearArea(lines, areas)];
  const isNamed = lines.length > 0;
  const isCommon = (each: number) => {
    const texts = textsBetween(sheet, each, each + 1);
    const isDated = linesPeriod(texts) !== null && documentDate(texts) === null;
    const isOther = isNamed && texts.some((text) => TABLE_TITLE.test(wordKey(text)));
    return !isOther && !(period && isDated) && !(area && nearArea(texts, areas));
  };
  return Array.from({ length: first }, (_, each) => each).filter(isCommon);
}

/** `Bảng 1. …`, `I. …`: the title of one table, not of those below it. */
const TABLE_TITLE = /^(?:(?:bang|bieu|phu bieu)(?: so)? \d{1,2}|i|1|a) \p{L}/u;

/** The headers of a sheet: rows of words that begin as tables do, with rows of figures before the next. */
function headsOf(sheet: Sheet): Head[] {
  if (sheet.rows.filter(isHead).length < 2) return [];
  const heads: Head[] = [];
  let lastFigures = -1;
  for (const [row, cells] of sheet.rows.entries()) {
    if (isHead(cells)) {
      const last = heads.at(-1);
      if (last && lastFigures <= last.row) continue;
      heads.push({ row, from: titleStart(sheet, row, lastFigures), key: keyOf(cells) });
    } else if (hasFigures(cells)) lastFigures = row;
  }
  return heads;
}

/** How such words begin: asked before all else, for lists are long. */
const HEAD =
  /^(?:s\W*t|tt|s[oố]|th[uứoôờ]|n[oộ]i|ch[iỉ]|c[aá]c|ti[eê]u|t[eê]n|m[aãuụ]|di[eễ]n|h[aạ]ng|danh|t[oổ]|tdp|khu|[đd][iơ]|k[yỳ]|qu|n[aă]m|lo|nh)/iu;
/** Headers of what tells rows apart, which begin tables without running numbers. */
const KEY =
  /^(?:to dan pho|to dp|tdp|khu vuc|dia ban|thoi diem|ky|ky bao cao|thang|quy|nam|don vi|loai toi pham|nhom doi tuong)$/;

/** `STT | …` or `Nội dung | …`: three words or more and no figure. */
function isHead(cells: Sheet["rows"][number]): boolean {
  const first = cells.find((cell) => cell !== null);
  if (first?.type !== "text" || first.text.length > 30 || !HEAD.test(first.text)) return false;
  const isKey = KEY.test(wordKey(first.text));
  if (!isKey && !["ordinal", "label"].includes(roleOf(first.text))) return false;
  const filled = cells.filter((cell) => cell !== null);
  if (isKey && (filled.length < 3 || filled.some(({ text }) => /\d/.test(text)))) return false;
  return (
    filled.length > 1 && filled.every((cell) => cell.type === "text" || /^\d{4}$/.test(cell.text))
  );
}

/** A row that names something, a day too, and has a figure; numbers of columns name nothing. */
function hasFigures(cells: Sheet["rows"][number]): boolean {
  const filled = cells.filter((cell) => cell !== null);
  const isNamed = filled.some(({ text }) => /\p{L}{2}|\d\/\d/u.test(text));
  return filled.length > 1 && isNamed && filled.some(({ text }) => /\d/.test(text));
}

/** The lines of one cell, and gaps, that stand above a header, back to the figures before it. */
function titleStart(sheet: Sheet, row: number, lastFigures: number): number {
  let from = row;
  while (from - 1 > lastFigures && isTitleRow(sheet, from - 1)) from--;
  while (from < row && !sheet.rows[from]?.some(Boolean)) from++;
  return from;
}

/** A line of the title; one that is signed is the end of the table before. */
function isTitleRow({ rows }: Sheet, row: number): boolean {
  const filled = (rows[row] ?? []).filter((cell) => cell !== null);
  return filled.length <= 1 && !SIGNED.test(wordKey(filled[0]?.text ?? ""));
}

const SIGNED =
  /^(?:nguoi lap|can bo|ke toan|thu truong|giam doc|chu tich|truong |pho |tong(?: cong| so)?$|cong$|ghi chu|noi nhan)/;

/** Whether a header begins another table than the one before it. */
function isOfNew(sheet: Sheet, heads: readonly Head[], index: number, areas: AreaReader): boolean {
  const [before, head] = [heads[index - 1], heads[index]];
  if (!before || !head) return false;
  const lines = textsBetween(sheet, head.from, head.row);
  if (nearArea(lines, areas) !== null) return true;
  if (head.key !== before.key) return !isContinued(sheet, head);
  const own = linesPeriod(lines.filter((line) => !COMPARED.test(wordKey(line))));
  const first = linesPeriod(textsBetween(sheet, 0, heads[0]?.row ?? 0));
  const last = linesPeriod(textsBetween(sheet, before.from, before.row)) ?? first;
  return own !== null && last !== null && !isSamePeriod(own, last);
}

/** A header of other words on the next page: no title above it, and the running numbers go on below it. */
function isContinued(sheet: Sheet, { row, from }: Head): boolean {
  const numberAt = (at: number) => Number(sheet.rows[at]?.find((cell) => cell !== null)?.text);
  const next = [1, 2, 3].map((down) => numberAt(row + down)).find((each) => each > 0);
  return from === row && next !== undefined && numberAt(row - 1) === next - 1;
}

/** The neighbourhood that lines name: what stands below them is of that one. */
function nearArea(lines: readonly string[], areas: AreaReader): string | null {
  const text = areaOfLines(lines, areas)?.text ?? "";
  return isOfNeighbourhood(text) ? text : null;
}

/** Lines that mention a period and do not name the table's. */
const COMPARED = /\bso voi\b|\bcung ky\b|\bke hoach\b|^(?:ghi chu|luu y|chu thich|tang|giam) /;

function keyOf(cells: Sheet["rows"][number]): string {
  return cells.map((cell) => wordKey(cell?.text ?? "")).join("|");
}

function textsBetween({ rows }: Sheet, from: number, to: number): string[] {
  return rows.slice(from, to).flatMap((row) => row.flatMap((cell) => cell?.text.split("\n") ?? []));
}
