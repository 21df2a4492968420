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
  const divided = rows.map(filledWidth).filter((width) => width > 1);
  const [even_rows, divided_rows] = [evenRows(divided, SLACK[delimiter] ?? 0), divided.length];
  const is_unclosed = errors.some(({ code }) => code === "MissingQuotes");
  return { rows, even_rows, divided_rows, is_unclosed };
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
