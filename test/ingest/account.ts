import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { utils, write } from "@e965/xlsx";
import { catalogue } from "../../ingest/catalogue.ts";
import { readFile } from "../../ingest/file.ts";
import type { FileOutcome } from "../../ingest/file_outcome.ts";
import { loadForms } from "../../ingest/forms.ts";
import type { LandedRow } from "../../ingest/landed.ts";

const tools = {
  catalogue: catalogue(await loadForms()),
  personKey: () => new Uint8Array(32).fill(7),
  log: (line: string) => {
    throw new Error(`the reader failed: ${line}`);
  },
};

/** Reads a file from disk, under its own name, with a key of sevens for persons. */
export function readPath(path: string): FileOutcome {
  return readBytes(readFileSync(path), basename(path));
}

/** Reads bytes as a file of an inbox. */
export function readBytes(bytes: Uint8Array, name: string): FileOutcome {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return readFile({ name: name.normalize("NFC"), bytes, hash, is_ignored: false }, tools);
}

/** Reads text as a .csv. */
export function readText(text: string, name = "a.csv"): FileOutcome {
  return readBytes(Buffer.from(text), name);
}

/** What a file gave, in lines that can be checked by eye against the file. */
export function account({ file, rows, document_date }: FileOutcome) {
  return {
    form: file.form,
    status: file.status,
    document_date,
    edition: file.edition,
    rows: `${file.rows_read} = ${file.rows_landed} + ${file.rows_rejected} + ${file.rows_ignored}`,
    sheets: (rows.sheets ?? []).map(
      ({ sheet, title, period_start, period_end, ignored_by_rule }) =>
        `${sheet} · ${title} · ${period_start}..${period_end} · ${ignored_by_rule}`,
    ),
    observations: (rows.observations ?? []).map(observationLine),
    records: recordLines(rows as Record<string, Record<string, unknown>[]>),
    rejects: (rows.rejects ?? []).map(
      ({ severity, rule, cell, found }) => `${severity} ${rule} ${cell} ${found}`,
    ),
  };
}

/** An observation in one line: cell, what, where, when, how much. */
export function observationLine(row: LandedRow<"observations">): string {
  const what = row.category === null ? row.measure : `${row.measure}/${row.category}`;
  const where = row.area_id ?? JSON.stringify(row.area_text);
  const when = `${row.frequency} ${row.period_start}..${row.period_end}`;
  const marks = [
    row.is_approximate ? "approximate" : "",
    row.is_total ? "total" : "",
    row.is_subset ? "subset" : "",
  ].filter(Boolean);
  const line = `${row.cell} ${what} ${where} ${when} = ${row.value} ${row.unit} ${row.kind}`;
  return [line, ...marks].join(" ");
}

/** Records without hash and sheet; persons are numbered in the order in which they first appear. */
function recordLines(rows: Record<string, Record<string, unknown>[]>): unknown[] {
  const persons = new Map<unknown, string>();
  const tables = Object.keys(rows).filter((table) => table.startsWith("records_"));
  return tables.flatMap((table) =>
    (rows[table] ?? []).map(({ file_hash: _, sheet: __, person_key, ...fields }) => {
      if (person_key === undefined) return fields;
      const person = persons.get(person_key) ?? `person ${persons.size + 1}`;
      persons.set(person_key, person);
      return { person, ...fields };
    }),
  );
}

/** Reads a workbook made of rows by sheet name. */
export function readBook(
  sheets: Readonly<Record<string, unknown[][]>>,
  hidden: readonly string[] = [],
): FileOutcome {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  const states = Object.keys(sheets).map((name) => ({ Hidden: hidden.includes(name) ? 1 : 0 }));
  book.Workbook = { Sheets: states as { Hidden: 0 | 1 }[] };
  return readBytes(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })), "book.xlsx");
}
