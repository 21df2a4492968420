import type { Cell } from "../parse/cell.ts";
import { parseUnit } from "../parse/unit.ts";
import type { Sheet } from "../read/grid.ts";
import { type HeaderLevel, headerRows, headerTexts } from "./header_rows.ts";
import { isOfNeighbourhood } from "./named_area.ts";
import { isBlankMark, isFigureText, isOrdinalText, roleOf } from "./words.ts";

/** Rows of a sheet that its structure is looked for in, from the top. */
export const LOOK = 60;

/** A column with the levels of its header, from the top. */
export interface FrameColumn {
  column: number;
  levels: HeaderLevel[];
}

/** Where a small table stands: its header, the column that names its rows, the columns of its figures. */
export interface Frame {
  sheet: Sheet;
  /** The first row of the header, or of the body where there is none. */
  top: number;
  /** Rows below the header with anything in them. */
  body: number[];
  ordinal: number | null;
  label: FrameColumn;
  /** Other columns of words left of the figures. */
  keys: FrameColumn[];
  unit: number | null;
  figures: FrameColumn[];
  notes: FrameColumn[];
  /** The rows of the header, none where there is none. */
  header: number[];
  /** Longer than tables of figures are: its rows are not all in `body`. */
  is_long: boolean;
}

/** The most rows of a table that another is made of. */
const MOST_ROWS = 400;

/** The frame of a sheet's first table; null when it has no words beside figures. */
export function frameOf(sheet: Sheet): Frame | null {
  const first = firstBodyRow(sheet);
  if (first === null) return null;
  const kinds = columnKinds(sheet, filledFrom(sheet, first));
  const label = labelColumn(sheet, first, kinds);
  if (label === null) return null;
  const header = headerRows(sheet, first, label);
  const start = firstOfBody(sheet, first, header, label);
  const columns = kinds.map((_, column) => ({
    column,
    levels: headerTexts(sheet, header, column, label),
  }));
  return {
    ...rolesOf(columns, kinds, label),
    sheet,
    header,
    top: header[0] ?? start,
    body: filledFrom(sheet, start),
    is_long: sheet.rows.length > first + MOST_ROWS,
  };
}

/** The columns by what they are there for. */
function rolesOf(columns: readonly FrameColumn[], kinds: readonly Kind[], label: number) {
  const at = (role: string) => columns.find((each) => roleOfColumn(each) === role)?.column ?? null;
  const numbered = kinds.findIndex((kind, column) => kind === "ordinal" && column < label);
  const unit = at("unit") ?? unitColumn(kinds, label);
  const ordinal = at("ordinal") ?? (numbered < 0 ? null : numbered);
  const others = columns.filter(({ column }) => ![label, unit, ordinal].includes(column));
  const isNote = (each: FrameColumn) => roleOfColumn(each) === "note";
  const ofKind = (...wanted: Kind[]) =>
    others.filter((each) => !isNote(each) && wanted.includes(kinds[each.column] ?? "empty"));
  return {
    ordinal,
    unit,
    label: columns[label] as FrameColumn,
    keys: ofKind("words", "unit"),
    figures: ofKind("figures"),
    notes: others.filter(isNote),
  };
}

/**
 * The row below the header; without one, the line above the first row where that is a part of it (`- …`), or
 * the first of several headings (`I. …`).
 */
function firstOfBody(
  sheet: Sheet,
  first: number,
  header: readonly number[],
  label: number,
): number {
  const bottom = header.at(-1);
  if (bottom !== undefined) return bottom + 1;
  const isPart = /^[-–+*•]/.test(sheet.rows[first]?.[label]?.text ?? "");
  const isFirst = isHeading(sheet.rows[first - 1], label);
  const isOne = isFirst && sheet.rows.slice(first).some((row) => isHeading(row, label));
  return (isPart && sheet.rows[first - 1]?.some(Boolean)) || isOne ? first - 1 : first;
}

/** Words alone in the column of labels, numbered as sections are or naming a neighbourhood. */
function isHeading(row: readonly (Cell | null)[] | undefined, label: number): boolean {
  const isAlone = row?.every((cell, column) => column === label || !cell) ?? false;
  const text = row?.[label]?.text ?? "";
  return isAlone && (/^(?:[IVX]+|[A-H])[.)]\s*\p{L}/u.test(text) || isOfNeighbourhood(text));
}

/** What the lowest level of a column's header says. */
export function roleOfColumn({ levels }: FrameColumn) {
  return roleOf(levels.at(-1)?.text ?? "");
}

/** Whether a cell holds a figure. */
export function isFigure(cell: Cell | null | undefined): boolean {
  if (!cell) return false;
  return cell.type === "number" || cell.type === "error" || isFigureText(cell.text);
}

/** Whether a cell holds words. */
export function isWords(cell: Cell | null | undefined): boolean {
  return !!cell && !isFigure(cell) && /\p{L}{2}/u.test(cell.text);
}

/** The first row that names something and has a figure to the right of the name. */
function firstBodyRow(sheet: Sheet): number | null {
  const rows = sheet.rows.slice(0, LOOK);
  const found = rows.findIndex((row) => {
    const name = row.findIndex((cell) => isWords(cell) && !isOrdinalText(cell?.text ?? ""));
    if (name < 0 || isHeaderOfYears(row)) return false;
    return row.some((cell, column) => column > name && isFigure(cell)) && !isNumbering(row);
  });
  return found < 0 ? null : found;
}

/** `Chỉ tiêu | 2024 | 2025`: the numbers are years that follow one another, or head a column. */
function isHeaderOfYears(row: readonly (Cell | null)[]): boolean {
  const numbers = row.filter(isFigure).map((cell) => Number(cell?.text));
  const areYears = numbers.length > 0 && numbers.every((year) => year >= 1990 && year <= 2100);
  const isNamed = row.some((cell) =>
    ["label", "ordinal", "unit"].includes(roleOf(cell?.text ?? "")),
  );
  const follow = numbers.every(
    (year, index) => index === 0 || Math.abs(year - (numbers[index - 1] ?? 0)) === 1,
  );
  return areYears && (isNamed || (numbers.length > 1 && follow));
}

function isNumbering(row: readonly (Cell | null)[]): boolean {
  return row.every((cell) => !cell || isOrdinalText(cell.text.replace(/[()[\]=+\d\s]/g, "")));
}

function filledFrom(sheet: Sheet, first: number): number[] {
  const rows: number[] = [];
  for (let row = first; row < Math.min(sheet.rows.length, first + MOST_ROWS); row++)
    if (sheet.rows[row]?.some(Boolean)) rows.push(row);
  return rows;
}

type Kind = "words" | "figures" | "ordinal" | "unit" | "empty";

/** What the columns hold in the rows below the header; running numbers stand left of all words. */
function columnKinds(sheet: Sheet, body: readonly number[]): Kind[] {
  const rows = body.slice(0, LOOK).map((row) => sheet.rows[row] ?? []);
  const figured = rows.filter((row) => row.some(isFigure));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) =>
    figured.flatMap((row) => row[column] ?? []),
  );
  const kinds = columns.map(kindOf);
  const words = kinds.indexOf("words");
  return kinds.map((kind, column) =>
    column < words && isRunning(columns[column] ?? []) ? "ordinal" : kind,
  );
}

function kindOf(cells: readonly Cell[]): Kind {
  const share = (test: (cell: Cell) => boolean) => cells.filter(test).length / cells.length;
  if (cells.length === 0) return "empty";
  if (share(({ text }) => parseUnit(text) !== null && !/\d/.test(text)) > 0.7) return "unit";
  if (share((cell) => isFigure(cell) || isBlankMark(cell.text)) > 0.5) return "figures";
  return share(({ text }) => isOrdinalText(text)) > 0.7 ? "ordinal" : "words";
}

/** Running numbers: the first is 1, and each differs from the one before, or they begin again. */
function isRunning(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text.replace(/^(\d+)00\.00%$/, "$1"));
  const isFirst = (text: string | undefined) => /^(?:0?1|I|A|a)[.)]?$/.test(text ?? "");
  const areNumbers = texts.filter(isOrdinalText).length > 0.8 * texts.length;
  const areApart = texts.every((text, at) => at === 0 || text !== texts[at - 1] || isFirst(text));
  return areNumbers && areApart && isFirst(texts[0]);
}

/** The column that is headed as one of labels, else the last one of words before the figures. */
function labelColumn(sheet: Sheet, first: number, kinds: readonly Kind[]): number | null {
  const figure = kinds.findIndex((kind, column) => {
    return kind === "figures" && kinds.slice(0, column).includes("words");
  });
  const words = kinds.flatMap((kind, column) =>
    kind === "words" && column < figure ? column : [],
  );
  const headed = words.find((column) =>
    [1, 2, 3, 4].some((up) => roleOf(sheet.rows[first - up]?.[column]?.text ?? "") === "label"),
  );
  const named = words.filter((column) => isWords(sheet.rows[first]?.[column]));
  return headed ?? named.at(-1) ?? words.at(-1) ?? null;
}

function unitColumn(kinds: readonly Kind[], label: number): number | null {
  const found = kinds.findIndex((kind, column) => kind === "unit" && column > label);
  return found < 0 ? null : found;
}
