import { documentDate } from "../parse/date.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { isFigure } from "./frame.ts";
import { isSamePeriod, linesPeriod } from "./periods.ts";
import { roleOf } from "./words.ts";

/** A part of a sheet: a sheet of its own in which the other parts are empty, and its own rows. */
export interface Part {
  sheet: Sheet;
  rows: number[];
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
 * table. Lines above the first table's own title hold for all.
 */
export function partsOf(sheet: Sheet): Part[] {
  const heads = headsOf(sheet);
  const starts = heads.filter((_, index) => index > 0 && isOfNew(sheet, heads, index));
  if (starts.length === 0) return [{ sheet, rows: filledRows(sheet) }];
  const bounds = [0, ...starts.map(({ from }) => from), sheet.rows.length];
  return bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1] ?? sheet.rows.length;
    const isKept = (row: number) => row >= from && row < to;
    const above = index === 0 ? [] : commonRows(sheet, heads[0]?.row ?? 0, from, starts[index - 1]);
    const part = partOf(sheet, (row) => isKept(row) || above.includes(row));
    return { sheet: part, rows: filledRows(part).filter(isKept) };
  });
}

function partOf(sheet: Sheet, isKept: (row: number) => boolean): Sheet {
  const rows = sheet.rows.map((row, index) => (isKept(index) ? row : []));
  const merges = sheet.merges.filter(({ top }) => isKept(top));
  return { ...sheet, rows, merges };
}

/** The rows that hold anything. */
function filledRows({ rows }: Sheet): number[] {
  return rows.flatMap((row, index) => (row.some(Boolean) ? index : []));
}

/** The lines above the first table hold for a later one too: those of no period where it names its own. */
function commonRows(sheet: Sheet, first: number, from: number, head: Head | undefined): number[] {
  const own = linesPeriod(textsBetween(sheet, from, head?.row ?? from));
  const isCommon = (row: number) => {
    const texts = textsBetween(sheet, row, row + 1);
    return !own || linesPeriod(texts) === null || documentDate(texts) !== null;
  };
  return Array.from({ length: first }, (_, row) => row).filter(isCommon);
}

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

/** `STT | …` or `Nội dung | …`: three words or more and no figure. */
function isHead(cells: Sheet["rows"][number]): boolean {
  const first = cells.find((cell) => cell !== null);
  if (first?.type !== "text" || first.text.length > 30) return false;
  if (!["ordinal", "label"].includes(roleOf(first.text))) return false;
  const filled = cells.filter((cell) => cell !== null);
  return (
    filled.length > 1 && filled.every((cell) => cell.type === "text" || /^\d{4}$/.test(cell.text))
  );
}

function hasFigures(cells: Sheet["rows"][number]): boolean {
  let figures = 0;
  for (const cell of cells) if (cell && (isFigure(cell) || /\d/.test(cell.text))) figures++;
  return figures > 0 && cells.filter(Boolean).length > 1;
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
function isOfNew(sheet: Sheet, heads: readonly Head[], index: number): boolean {
  const [before, head] = [heads[index - 1], heads[index]];
  if (!before || !head) return false;
  if (head.key !== before.key) return true;
  const own = linesPeriod(textsBetween(sheet, head.from, head.row));
  const first = linesPeriod(textsBetween(sheet, 0, heads[0]?.row ?? 0));
  const last = linesPeriod(textsBetween(sheet, before.from, before.row)) ?? first;
  return own !== null && last !== null && !isSamePeriod(own, last);
}

function keyOf(cells: Sheet["rows"][number]): string {
  return cells.map((cell) => wordKey(cell?.text ?? "")).join("|");
}

function textsBetween({ rows }: Sheet, from: number, to: number): string[] {
  return rows.slice(from, to).flatMap((row) => row.flatMap((cell) => cell?.text.split("\n") ?? []));
}
