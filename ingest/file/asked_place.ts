import { cellAddress, cellPlace } from "../../lib/office/address.ts";
import { wordKey } from "../parse/key.ts";
import { withoutPersonalNumbers } from "../people/personal_number.ts";
import { MASK, type Problem } from "../problems/problem.ts";
import type { Question } from "../problems/question.ts";
import type { CellPlace, Sheet } from "../read/grid.ts";
import { isFigure } from "../tables/frame.ts";

/** Where people find what they are asked about, and what stands there. */
export interface AskedPlace {
  /** Null only where nothing of the file is known. */
  cell: string | null;
  /** As many as a question shows, none of a list of people. */
  samples: readonly string[];
}

const SAMPLES = 3;

/**
 * The cell and the samples of a question: its own, or else the cell of its words (the first line above a table)
 * and the first figures of its column, its row or its table.
 */
export function askedPlace(
  { sheet: name, cell }: Pick<Problem, "sheet" | "cell">,
  question: Question,
  sheets: readonly Sheet[],
): AskedPlace {
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) return { cell, samples: question.samples };
  const place = cell === null ? placeOfWords(sheet, question.text) : cellPlace(cell);
  const own = question.samples;
  const found = own.length > 0 ? own : [...new Set(figuresOf(sheet, place, question))];
  return {
    cell: place && cellAddress(place.row, place.column),
    samples: isOfPeople(sheet) ? [] : found.slice(0, SAMPLES),
  };
}

/** The first cell that says a line of the words, else the first that says anything. */
function placeOfWords({ rows }: Sheet, text: string): CellPlace | null {
  const filled = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell ? [{ row, column, key: wordKey(cell.text) }] : [])),
  );
  const lines = text.split(/⏎|\|/).map(wordKey);
  for (const line of lines.filter((each) => each !== "")) {
    const said = filled.find(({ key }) => key.includes(line));
    if (said) return said;
  }
  return filled[0] ?? null;
}

/** Figures of what is asked about: of a column those below, of a row those beside, of a table the first. */
function figuresOf(sheet: Sheet, place: CellPlace | null, { kind, column }: Question): string[] {
  if (!place) return [];
  const [below, beside] = [figuresBelow(sheet, place), figuresBeside(sheet, place)];
  const isOfTable = kind === "form" || kind === "period" || (kind === "area" && column === null);
  if (isOfTable) return figuresOfRows(sheet, place.row);
  const [first, second] = kind === "column" || kind === "unit" ? [below, beside] : [beside, below];
  return first.length > 0 ? first : second;
}

function figuresBelow({ rows }: Sheet, { row, column }: CellPlace): string[] {
  return rows.slice(row + 1).flatMap((cells) => figureTexts([cells[column] ?? null]));
}

/** Behind the first words of a row, which running numbers stand before. */
function figuresBeside({ rows }: Sheet, { row, column }: CellPlace): string[] {
  const cells = rows[row] ?? [];
  const words = cells.findIndex((cell) => /\p{L}/u.test(cell?.text ?? ""));
  return figureTexts(cells.slice(Math.max(column, words) + 1));
}

function figuresOfRows(sheet: Sheet, first: number): string[] {
  return sheet.rows.slice(first).flatMap((cells, row) => {
    const words = cells.findIndex((cell) => /\p{L}/u.test(cell?.text ?? ""));
    return words < 0 ? [] : figuresBeside(sheet, { row: first + row, column: words });
  });
}

function figureTexts(cells: Sheet["rows"][number]): string[] {
  return cells.flatMap((cell) => (cell && isFigure(cell) ? cell.text.trim() : []));
}

/** Headers of columns about persons. */
const OF_PERSONS =
  /^(?:ho (?:va )?ten|ho dem|ten (?:nguoi|chu ho|khach)|ngay (?:thang nam )?sinh|nam sinh|(?:so )?(?:cccd|cmnd|cmt|ddcn|dinh danh|dien thoai|di dong|sdt|the bhyt)|ma (?:so )?(?:bhxh|the|dinh danh))/;

/** Rows that are looked at. */
const LOOK = 200;

/** A sheet with a column about persons, or numbers of some: none of its values is shown. */
function isOfPeople({ rows }: Sheet): boolean {
  const seen = rows.slice(0, LOOK);
  const isHeaded = seen.some((cells) =>
    cells.some((cell) => cell && OF_PERSONS.test(wordKey(cell.text))),
  );
  return isHeaded || seen.filter(hasPersonalNumber).length > 1;
}

function hasPersonalNumber(cells: Sheet["rows"][number]): boolean {
  return cells.some((cell) => cell && withoutPersonalNumbers(cell.text).includes(MASK));
}
