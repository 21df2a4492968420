import { wordKey } from "../parse/key.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import { parseUnit } from "../parse/unit.ts";
import type { Sheet } from "../read/grid.ts";

/** Rows of a sheet that a header is looked for in, from the top. */
const HEADER_DEPTH = 60;

const HIGHEST_BLOCK = 4;

/** The header of one column: the texts of its levels from the top, joined where levels repeat. */
export interface HeaderCell {
  column: number;
  texts: string[];
  keys: string[];
  /** All levels as one key. */
  key: string;
  /** The lowest level's words before a gloss: `Thành thị - Urban`, `Dân số (người)`. */
  plain: string;
}

/** One to four rows that may be the header of a table; rows are 0-based and inclusive. */
export interface HeaderBlock {
  top: number;
  bottom: number;
  cells: HeaderCell[];
}

/** Every block of rows at the top of a sheet that could be a header, lowest blocks first. */
export function headerBlocks(sheet: Sheet): HeaderBlock[] {
  const texts = spreadTexts(sheet).map((row) => row.map(inWords));
  const worded = texts.map((row) => new Set(row.filter(Boolean)).size >= 2 && !isOfFigures(row));
  const goesOn = worded.map((isWide, row) => isWide && isContinued(texts, row));
  const wide = worded.map((isWide, row) => isWide || goesOn[row - 1]);
  // every text is asked for once a block
  const keyOf = memoisedText(wordKey);
  return texts.flatMap((_, top) => {
    if (goesOn[top - 1]) return [];
    const heights = Array.from({ length: HIGHEST_BLOCK }, (_, index) => index + 1);
    return heights
      .filter((height) => Array.from({ length: height }, (_, i) => wide[top + i]).every(Boolean))
      .filter((height) => !isCut(sheet, top, top + height - 1) && !goesOn[top + height - 1])
      .map((height) => joinLevels(texts.slice(top, top + height), top, keyOf));
  });
}

/** Signs that head a column alone: `+/-` and `%` below `So cùng kỳ`. */
function inWords(text: string): string {
  if (/^\(?\s*%\s*\)?$/.test(text)) return "Tỷ lệ %";
  return /^\(?\s*(?:\+\s*\/?\s*[-−–]|±)\s*\)?$/.test(text) ? `Tăng, giảm (${text})` : text;
}

/** Whether the row below is the next level of a header: no names there, words where figures stand further below. */
function isContinued(texts: readonly string[][], row: number): boolean {
  const [upper = [], lower = [], ...body] = texts.slice(row, row + 2 + BODY);
  const first = upper.findIndex(Boolean);
  const filled = lower.flatMap((text, column) => (text ? column : []));
  const isUnnamed = filled.length > 0 && filled.every((column) => column > first);
  if (first < 0 || !isUnnamed || filled.some((column) => !isHeading(lower[column] ?? "")))
    return false;
  const isOverFigures = (column: number) =>
    body.some((line) => line[first] && FIGURE.test(line[column] ?? ""));
  return filled.some(isOverFigures);
}

/** Rows below a header that tell what its columns hold. */
const BODY = 4;

function isHeading(text: string): boolean {
  return /\p{L}{2}|[<>≤≥]/u.test(text) && !BLANK_WORDS.test(text);
}

/** Words that stand where a figure is not there yet. */
const BLANK_WORDS = /^(?:chưa|không|kps|đang)(?:\s|$)/iu;

/** A third of the cells are figures: years alone may head columns. */
function isOfFigures(row: readonly string[]): boolean {
  const filled = row.filter(Boolean);
  const figures = filled.filter((text) => FIGURE.test(text));
  const isOfYears = figures.every((text) => YEAR.test(text));
  return !isOfYears && figures.length * 3 > filled.length;
}

const YEAR = /^(?:19|20)\d\d$/;
const FIGURE = /^[-+]?\d[\d.,\s]*%?$/;

/** A merged cell reaches over the edge of a block: its header begins higher or ends lower. */
function isCut({ merges }: Sheet, top: number, bottom: number): boolean {
  return merges.some(
    (merge) =>
      (merge.top < top && merge.bottom >= top) || (merge.top <= bottom && merge.bottom > bottom),
  );
}

/** The texts of the first rows, the text of a merged block standing in all of its cells. */
function spreadTexts(sheet: Sheet): string[][] {
  const rows = sheet.rows.slice(0, HEADER_DEPTH);
  const texts = rows.map((row) => Array.from(row, (cell) => cell?.text ?? ""));
  for (const { top, left, bottom, right } of sheet.merges) {
    const text = texts[top]?.[left];
    if (!text) continue;
    for (let row = top; row <= Math.min(bottom, texts.length - 1); row++)
      for (let column = left; column <= Math.min(right, left + 200); column++)
        (texts[row] as string[])[column] = text;
  }
  return texts.map((row) => Array.from(row, (text) => text ?? ""));
}

function joinLevels(levels: string[][], top: number, keyOf: (text: string) => string): HeaderBlock {
  const filled = levels.map((level, index) => {
    return index < levels.length - 1 ? spreadRight(level, levels.slice(index + 1)) : level;
  });
  const width = Math.max(...filled.map((level) => level.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const cells = columns
    .map((column) => headerCell(filled, column, keyOf))
    .filter(({ key }) => key !== "");
  return { top, bottom: top + levels.length - 1, cells };
}

/** Where merges were lost (csv), an empty upper cell belongs to the group on its left. */
function spreadRight(level: string[], below: string[][]): string[] {
  const width = Math.max(level.length, ...below.map((row) => row.length));
  const spread: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = level[column] ?? "";
    const hasLower = below.some((row) => row[column]);
    spread.push(own === "" && hasLower ? (spread[column - 1] ?? "") : own);
  }
  return spread;
}

function headerCell(
  levels: string[][],
  column: number,
  keyOf: (text: string) => string,
): HeaderCell {
  const texts = levels.map((level) => level[column] ?? "").filter((text) => keyOf(text) !== "");
  const distinct = texts.filter((text, index) => keyOf(text) !== keyOf(texts[index - 1] ?? ""));
  const keys = distinct.map(keyOf);
  const plain = keyOf(withoutGloss(distinct.at(-1) ?? ""));
  return { column, texts: distinct, keys, key: keys.join(" "), plain };
}

/** A header before its gloss: in parentheses, after a dash, a unit after a comma, English after a slash. */
function withoutGloss(text: string): string {
  const first = text.split(/\s[-–/]\s|\(|\n/)[0] ?? "";
  const [, words = "", gloss = ""] = /^(.*)[,/]([^,/]+)$/.exec(first) ?? [];
  const isEnglish = /[^ -~]/.test(words) && /^ ?[ -~]{3,}$/.test(gloss) && first.includes("/");
  return isEnglish || (gloss !== "" && parseUnit(gloss) !== null) ? words : first;
}
