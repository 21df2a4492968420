import type { Sheet } from "../read/grid.ts";
import { isOrdinalText, roleOf } from "./words.ts";

const HIGHEST_HEADER = 3;

/** Rows between the header and the first figures. */
const MOST_BETWEEN = 4;

/** A text of a header and the cell where it is written. */
export interface HeaderLevel {
  text: string;
  row: number;
  column: number;
}

/** The rows of the header above a table's first row, from the top; none where only titles are above. */
export function headerRows(sheet: Sheet, first: number, label: number): number[] {
  const found: number[] = [];
  let row = belowHeader(sheet, first, label);
  for (; row >= 0 && found.length < HIGHEST_HEADER; row--) {
    const filled = filledColumns(sheet, row);
    const isNamed = filled.some((column) => column <= label);
    const isBeside = filled.some((column) => column > label);
    if (!isBeside || isLineOfUnit(sheet, row)) break;
    if (isNamed && found.some((below) => filledColumns(sheet, below).some((c) => c <= label)))
      break;
    found.unshift(row);
  }
  const named = found.findIndex((each) => filledColumns(sheet, each).some((c) => c <= label));
  return named < 0 ? found.slice(-1) : found;
}

/** A line above a table that says the unit of its figures. */
function isLineOfUnit(sheet: Sheet, row: number): boolean {
  const [text = "", ...others] = (sheet.rows[row] ?? []).flatMap((cell) => cell?.text ?? []);
  return (
    others.length === 0 &&
    /^\W*(?:[đd]vt|[đd][ơo]n v[ịi](?: t[íi]nh)?)\s*:/iu.test(text.normalize("NFC"))
  );
}

/** The lowest row that may be of the header: numbers of columns and headings of groups stand below it. */
function belowHeader(sheet: Sheet, first: number, label: number): number {
  const isBetween = (row: number) => {
    const filled = filledColumns(sheet, row);
    return filled.length > 0 && (isNumbering(sheet, row) || filled.every((each) => each <= label));
  };
  let row = first - 1;
  while (row >= first - MOST_BETWEEN && isBetween(row)) row--;
  const lowest = sheet.rows.slice(Math.max(0, row + 1 - HIGHEST_HEADER), row + 1);
  const isHeader = lowest.some((cells) =>
    cells.some((cell) => roleOf(cell?.text ?? "") !== "other"),
  );
  return row === first - 1 || isHeader || isNumbering(sheet, first - 1) ? row : first - 1;
}

/** The levels of a column's header: a merged cell heads all it spans, an unmerged one what follows it unheaded. */
export function headerTexts(
  sheet: Sheet,
  rows: readonly number[],
  column: number,
  label: number,
): HeaderLevel[] {
  const levels = rows.flatMap((row, index) => {
    const below = rows.slice(index + 1);
    return levelAt(sheet, row, column) ?? spreadFrom(sheet, row, column, label, below) ?? [];
  });
  return levels.filter((level, index) => level.text !== levels[index - 1]?.text);
}

function levelAt(sheet: Sheet, row: number, column: number): HeaderLevel | null {
  const own = sheet.rows[row]?.[column];
  if (own) return { text: own.text, row, column };
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) =>
      top <= row && row <= bottom && left <= column && column <= right,
  );
  const cell = merge && sheet.rows[merge.top]?.[merge.left];
  return merge && cell ? { text: cell.text, row: merge.top, column: merge.left } : null;
}

/** Where merges were lost, an empty upper cell belongs to the one on its left, if there is something below it. */
function spreadFrom(
  sheet: Sheet,
  row: number,
  column: number,
  label: number,
  below: readonly number[],
): HeaderLevel | null {
  if (column <= label || !below.some((each) => sheet.rows[each]?.[column])) return null;
  for (let left = column - 1; left > label; left--) {
    const found = levelAt(sheet, row, left);
    if (found) return found;
  }
  return null;
}

/** `A B 1 2`, `(1) (2)`, below columns that have their headers; numbers below a group's name are its members. */
function isNumbering(sheet: Sheet, row: number): boolean {
  const columns = filledColumns(sheet, row);
  const texts = columns.map(
    (column) => sheet.rows[row]?.[column]?.text.replace(/[()[\]]/g, "") ?? "",
  );
  const areNumbers = texts.every((text) => isOrdinalText(text) || /^\d+\s*=/.test(text));
  const isHeaded = (column: number) => [1, 2, 3].some((up) => sheet.rows[row - up]?.[column]);
  return texts.length > 1 && areNumbers && columns.every(isHeaded);
}

function filledColumns(sheet: Sheet, row: number): number[] {
  return (sheet.rows[row] ?? []).flatMap((cell, column) => (cell ? column : []));
}
