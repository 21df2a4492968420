import Papa from "papaparse";
import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import { decodeText } from "../read/text.ts";

/** Rows of cells; the index of a row is its number in the file less one. */
export type Grid = readonly (readonly (Cell | null)[])[];

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The cells of a CSV file in whatever encoding; the delimiter is the one that gives its first line most of the
 * columns known: a file may hold nothing else. Throws a Refusal for bytes that are no text, and
 * UnclosedQuote for a quotation mark that is never closed: it swallows rows.
 */
export function readProgrammeCsv(
  bytes: Uint8Array,
  columns: readonly string[],
): { rows: Grid; encoding: string } {
  const { text, encoding } =
    bytes.length === 0 ? { text: "", encoding: "UTF-8" } : decodeText(bytes);
  const [, stated] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = stated ? text.replace(/^[^\n]*\n/, "") : text;
  const delimiter = stated ?? delimiterOf(body, columns);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter });
  const offset = stated ? 1 : 0;
  const unclosed = unclosedRow(data, errors);
  if (unclosed !== null) throw new UnclosedQuote(unclosed + offset + 1);
  return { rows: [...(stated ? [[]] : []), ...data.map((row) => row.map(toCell))], encoding };
}

/** A quotation mark that is never closed, by the row in which it begins. */
export class UnclosedQuote extends Error {
  override name = "UnclosedQuote";

  readonly row: number;

  constructor(row: number) {
    super(`a quotation mark never closed, in row: ${row}`);
    this.row = row;
  }
}

/**
 * The index of the first row that swallows others: it runs to the end, or to a later quotation mark,
 * which then stands in the midst of a field.
 */
function unclosedRow(rows: readonly string[][], errors: readonly Papa.ParseError[]): number | null {
  const isSwallowing = (index: number) => (rows[index] ?? []).some((field) => /[\r\n]/.test(field));
  const found = errors
    .filter(({ type }) => type === "Quotes")
    .flatMap(({ code, row = 0 }) => (code === "MissingQuotes" || isSwallowing(row) ? [row] : []));
  return found.length > 0 ? Math.min(...found) : null;
}

function delimiterOf(text: string, columns: readonly string[]): string {
  const known = new Set(columns.map(wordKey));
  const first = text.split(/\r\n|\r|\n/).find((line) => /[^\s,;|"]/.test(line)) ?? "";
  const counted = DELIMITERS.map((delimiter) => {
    const [fields = []] = Papa.parse<string[]>(first, { delimiter }).data;
    return { delimiter, count: fields.filter((field) => known.has(wordKey(field))).length };
  });
  return counted.reduce((a, b) => (b.count > a.count ? b : a)).delimiter;
}

function toCell(field: string): Cell | null {
  const text = field.replace(/\r\n?/g, "\n").trim();
  return text === "" ? null : { type: "text", text };
}
