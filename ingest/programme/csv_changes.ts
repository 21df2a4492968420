import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { wordKey } from "../parse/key.ts";
import { decodeText } from "../read/text.ts";
import type { ProgrammeFile, ProgrammeRow, ProgrammeValue } from "./declaration.ts";

/** A cell to be filled: of the row whose key column, the first, says so. */
export interface CellChange {
  key: string;
  column: string;
  text: string;
}

/**
 * The text of a CSV file of the programme with rows added and cells filled; all else stays as it is written,
 * its delimiter, line ends and mark at the beginning too.
 */
export function changedCsv(
  path: string,
  { columns }: Pick<ProgrammeFile, "columns">,
  { added = [], cells = [] }: { added?: readonly ProgrammeRow[]; cells?: readonly CellChange[] },
): string {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const text = bytes.length === 0 ? "" : decodeText(bytes).text;
  const names = Object.keys(columns);
  const dialect = dialectOf(bytes, names);
  const body = text.replace(/^\uFEFF/, "").replace(/^sep=.\r?\n/i, "");
  const read = Papa.parse<string[]>(body, {
    delimiter: dialect.delimiter,
    skipEmptyLines: "greedy",
  });
  const [header = names, ...rows] = read.data;
  const missing = names.filter((name) => !header.some((each) => wordKey(each) === wordKey(name)));
  const fields = [...header, ...missing];
  const ids = fields.map(
    (field) => names.find((name) => wordKey(name) === wordKey(field)) ?? field,
  );
  const whole = [
    ...rows.map((row) => withCells(row, ids, cells)),
    ...added.map((row) => ids.map((id) => textOfValue(row[id] ?? null))),
  ];
  const { mark, newline, delimiter } = dialect;
  return `${mark}${Papa.unparse([fields, ...whole], { delimiter, newline })}${newline}`;
}

function withCells(
  row: readonly string[],
  ids: readonly string[],
  changes: readonly CellChange[],
): string[] {
  const own = changes.filter(({ key }) => key === row[0]?.trim());
  return ids.map((id, place) => own.find(({ column }) => column === id)?.text ?? row[place] ?? "");
}

/** How a CSV file is written, from its first bytes. */
function dialectOf(bytes: Buffer, names: readonly string[]) {
  const head = bytes.toString("utf8", 0, 2000);
  const [mark] = /^\uFEFF/.exec(head) ?? [""];
  const [header = ""] = head.split("\n").filter((line) => !/^\uFEFF?sep=/i.test(line));
  const newline = header.endsWith("\r") ? "\r\n" : "\n";
  const [first = "", second = ""] = names;
  const between = new RegExp(`${first}"?\\s*([,;\\t|])\\s*"?${second}`, "i").exec(header);
  const delimiter = between?.[1] ?? (header.includes(";") ? ";" : ",");
  return { mark, newline, delimiter };
}

/** As people write it: có and không, a comma for decimals. */
function textOfValue(value: ProgrammeValue): string {
  if (typeof value === "boolean") return value ? "có" : "không";
  return typeof value === "number" ? String(value).replace(".", ",") : (value ?? "");
}
