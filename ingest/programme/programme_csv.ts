import Papa from "papaparse";
import type { Cell } from "../parse/cell.ts";
import { wordKey } from "../parse/key.ts";
import { Refusal } from "../read/refusal.ts";
import { decodeText } from "../read/text.ts";

/** Rows of cells; the index of a row is its number in the file less one. */
export type Grid = readonly (readonly (Cell | null)[])[];

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * The cells of a CSV file in whatever encoding; the delimiter is the one that gives its first line most of the
 * columns known: a file may hold nothing else. Throws a Refusal for bytes
 * that are no text and for a quotation mark that is never closed: it swallows rows.
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
  if (errors.some(({ code }) => code === "MissingQuotes"))
    throw new Refusal("damaged", "dấu ngoặc kép không đóng", "a quotation mark never closed");
  return { rows: [...(stated ? [[]] : []), ...data.map((row) => row.map(toCell))], encoding };
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
