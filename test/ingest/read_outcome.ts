import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { utils, write } from "@e965/xlsx";
import type { FileOutcome } from "../../ingest/file/file_outcome.ts";
import { readFile } from "../../ingest/file/read_file.ts";
import { loadForms } from "../../ingest/forms.ts";
import { knownIndicators, loadAreas, loadProgramme } from "../../ingest/programme/programme.ts";
import { catalogue } from "../../ingest/recognise/form_catalogue.ts";

export { observationLine, outcomeLines } from "./outcome_lines.ts";

const tools = {
  catalogue: catalogue(await loadForms(), await loadAreas()),
  indicators: knownIndicators(await loadProgramme()),
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
