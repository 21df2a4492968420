import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { isFigure, LOOK } from "./frame.ts";
import { roleOf } from "./words.ts";

/** Where a table begins that stands beside another: the first cell of its header. */
interface Side {
  row: number;
  column: number;
}

/**
 * The tables of a part that stand side by side, each with a header of its own, an empty column between
 * them: sheets in which the others are empty. Lines above them hold for all, but for those right above the
 * headers that stand over one alone. The part itself where there is one table, or one header comes again.
 */
export function sidesOf(sheet: Sheet): Sheet[] {
  const sides = sidesIn(sheet);
  const [first] = sides;
  if (!first || sides.length < 2) return [sheet];
  const top = Math.min(...sides.map(({ row }) => row));
  const ends = [...sides.slice(1).map(({ column }) => column), Number.POSITIVE_INFINITY];
  const starts = sides.map(({ column }, index) => (index === 0 ? 0 : column));
  return starts.map((start, index) => between(sheet, start, ends[index] ?? 0, top));
}

function sidesIn(sheet: Sheet): Side[] {
  const heads = headsIn(sheet);
  const [first] = heads;
  if (!first) return [];
  const sides = heads.filter(
    (head, index) => index === 0 || (isApart(sheet, head, first.row) && hasBody(sheet, head)),
  );
  const keys = sides.map((side) => headerKey(sheet, side));
  return new Set(keys).size === sides.length && hasBody(sheet, first) ? sides : [];
}

/** The cells that headers begin with, from the left; those of one column are of tables below each other. */
function headsIn({ rows }: Sheet): Side[] {
  const found = rows.slice(0, LOOK).flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const isFirst = column === 0 || !cells[column - 1];
      const isHead = cell?.type === "text" && ["ordinal", "label"].includes(roleOf(cell.text));
      return isFirst && isHead && cells[column + 1]?.type === "text" ? { row, column } : [];
    }),
  );
  const columns = new Set(found.map(({ column }) => column));
  const ofColumn = [...columns].map((at) => found.find(({ column }) => column === at) as Side);
  return ofColumn.sort((a, b) => a.column - b.column);
}

/** Whether the column on the left of a header is empty from the first header on. */
function isApart({ rows, merges }: Sheet, { row, column }: Side, top: number): boolean {
  const from = Math.min(row, top);
  const isOver = merges.some(
    ({ left, right, bottom }) => bottom >= from && left < column && right >= column - 1,
  );
  return !isOver && rows.slice(from).every((cells) => !cells[column - 1]);
}

/** Whether figures stand below a header, before the next gap. */
function hasBody({ rows }: Sheet, { row, column }: Side): boolean {
  return rows.slice(row + 1).some((cells) => {
    const end = cells.findIndex((cell, at) => at > column && !cell);
    return cells.slice(column + 1, end < 0 ? undefined : end).some(isFigure);
  });
}

function headerKey({ rows }: Sheet, { row, column }: Side): string {
  const cells = (rows[row] ?? []).slice(column);
  const end = cells.findIndex((cell) => !cell);
  return cells
    .slice(0, end < 0 ? undefined : end)
    .map((cell) => wordKey(cell?.text ?? ""))
    .join("|");
}

/** A sheet of some columns; above the headers with the lines on their left where it has none of its own. */
function between(sheet: Sheet, start: number, end: number, top: number): Sheet {
  const own = titleTop(sheet, top);
  const isOf = (column: number) => column >= start && column < end;
  const rows = sheet.rows.map((cells, row) => {
    if (row < own) return cells;
    const hasOwn = row >= top || cells.some((cell, column) => cell && isOf(column));
    const isKept = hasOwn ? isOf : (column: number) => column < start;
    return cells.map((cell, column) => (isKept(column) ? cell : null));
  });
  const merges = sheet.merges.filter(({ top: at, left }) => at < top || isOf(left));
  return { ...sheet, rows, merges };
}

/** The first of the filled lines right above the headers. */
function titleTop({ rows }: Sheet, top: number): number {
  const gap = rows.slice(0, top).findLastIndex((cells) => !cells.some(Boolean));
  return gap + 1;
}
