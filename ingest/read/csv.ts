import Papa from "papaparse";
import type { Cell } from "../parse/cell.ts";
import { LAST_COLUMN, MOST_CELLS, type Sheet } from "./grid.ts";
import { Refusal } from "./refusal.ts";
import { tooManyCells, tooWideRow } from "./sheet_faults.ts";

/** Delimiters in the order of trust: a comma stands in Vietnamese numbers and prose too. */
const DELIMITERS = [";", "\t", ",", "|"];
/** A table may stand below many lines of titles; but prose with commas does not divide evenly. */
const LEAST_SHARE = 0.5;

/** By how many fields rows of one table may differ: of marks that stand in no prose and no number. */
const SLACK: Readonly<Record<string, number>> = { ";": 2, "\t": 2 };

/** One delimiter's view of a text. */
interface Reading {
  rows: string[][];
  /** Rows that share the commonest number of fields above one, or nearly. */
  even_rows: number;
  /** Rows of more than one field. */
  divided_rows: number;
  /** A quoted field runs to the end of the file: it may have swallowed rows. */
  is_unclosed: boolean;
}

/**
 * The one sheet of a delimited text; every cell is text, numbers are for the parsers to read.
 * Throws a Refusal `not_a_workbook` when no delimiter makes a table of it.
 */
export function readCsv(text: string, name: string): Sheet {
  const [, stated] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = stated ? text.replace(/^[^\n]*\n/, "") : text;
  const readings = (stated ? [stated] : DELIMITERS).map((delimiter) => readWith(body, delimiter));
  const tables = readings.filter(isTable);
  const best = (tables.length > 0 ? tables : readings).reduce((a, b) =>
    b.even_rows > a.even_rows ? b : a,
  );
  if (best.is_unclosed) {
    throw new Refusal("damaged", "dấu ngoặc kép không đóng", "a quotation mark never closed");
  }
  if (!isTable(best)) {
    throw new Refusal("not_a_workbook", "văn bản không chia thành cột", "text without columns");
  }
  const offset = stated ? [[]] : [];
  return {
    name,
    is_hidden: false,
    rows: [...offset, ...best.rows.map((row) => row.map(toCell))],
    merges: [],
  };
}

function isTable({ even_rows, divided_rows }: Reading): boolean {
  return even_rows >= 2 && even_rows >= divided_rows * LEAST_SHARE;
}

function readWith(text: string, delimiter: string): Reading {
  const { data: rows, errors } = Papa.parse<string[]>(text, { delimiter });
  if (rows.some(({ length }) => length > LAST_COLUMN)) throw tooWideRow();
  if (rows.reduce((sum, { length }) => sum + length, 0) > MOST_CELLS) throw tooManyCells();
  const is_unclosed = errors.some(({ code }) => code === "MissingQuotes");
  return { rows, ...evennessOf(rows, SLACK[delimiter] ?? 0), is_unclosed };
}

type Evenness = Pick<Reading, "even_rows" | "divided_rows">;

/** By all fields of the rows or, where rows may differ, by those up to the last with anything in it: the more even. */
function evennessOf(rows: readonly string[][], slack: number): Evenness {
  const filled = rows.filter((row) => filledWidth(row) > 0);
  const whole = evenness(
    filled.map(({ length }) => length),
    0,
  );
  const cut = slack > 0 ? evenness(filled.map(filledWidth), slack) : whole;
  return cut.even_rows * whole.divided_rows > whole.even_rows * cut.divided_rows ? cut : whole;
}

function evenness(widths: readonly number[], slack: number): Evenness {
  const divided = widths.filter((width) => width > 1);
  return { even_rows: evenRows(divided, slack), divided_rows: divided.length };
}

/** Up to the last field with anything in it: programs leave out separators at the end, or write too many. */
function filledWidth(row: readonly string[]): number {
  return row.findLastIndex((field) => field.trim() !== "") + 1;
}

/** The rows of the commonest width, those shorter by the slack with them. */
function evenRows(widths: readonly number[], slack: number): number {
  const counts = [...new Set(widths)].map(
    (widest) => widths.filter((width) => width <= widest && width >= widest - slack).length,
  );
  return Math.max(0, ...counts);
}

function toCell(field: string): Cell | null {
  return field.trim() === "" ? null : { type: "text", text: field };
}
