import { createHash, randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { InboxFile, ReaderTools } from "../../../ingest/file/file_input.ts";
import type { FileOutcome } from "../../../ingest/file/file_outcome.ts";
import { readFile } from "../../../ingest/file/read_file.ts";
import { openPart } from "../../../ingest/file/read_sheets.ts";
import { seeSheet } from "../../../ingest/file/seen_sheet.ts";
import { receivedAt, receivedOn } from "../../../ingest/inbox/due.ts";
import { lessonsFor } from "../../../ingest/lessons.ts";
import type { Sheet, Workbook } from "../../../ingest/read/grid.ts";
import { isIgnoredName } from "../../../ingest/read/ignored_name.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { filledRows } from "../../../ingest/recognise/locate.ts";
import { candidates, type FormCandidate } from "../../../ingest/recognise/recognition.ts";
import { type ReadColumns, readColumns } from "./columns.ts";

/** What an ingest would make of a file. Nothing of it is written anywhere. */
export interface Preview {
  name: string;
  format: string | null;
  outcome: FileOutcome;
  /** When it would count as received, `yyyy-mm-dd hh:mm:ss`. */
  received_at: string;
  sheets: SheetPreview[];
}

/** A sheet as it would be recognised. */
export interface SheetPreview {
  name: string;
  is_hidden: boolean;
  /** The forms that the chosen reading was held against, the nearest first. */
  candidates: FormCandidate[];
  /** How its tables would be read; none where it is of no form. */
  read: ReadColumns[];
}

/** What a preview is told by the ward's decisions. */
export type PreviewTools = Required<Pick<ReaderTools, "catalogue" | "indicators" | "taught">>;

/** Looks at a file as an ingest would, with a person key of the moment. Throws when it can't be opened. */
export function previewFile(path: string, known: PreviewTools): Preview {
  const bytes = readFileSync(path);
  const name = basename(path).normalize("NFC");
  const key = randomBytes(32);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const dated = { name, modified_at: statSync(path).mtime };
  const received_on = receivedOn(dated);
  const file = { name, hash, bytes, is_ignored: isIgnoredName(name), received_on };
  const tools = { ...known, personKey: () => key, log: () => {} };
  const outcome = readFile(file, tools);
  const workbook = openWorkbook(bytes, name);
  const sheets = workbook?.sheets.filter((sheet) => filledRows(sheet).length > 0) ?? [];
  return {
    name,
    format: workbook?.format ?? null,
    outcome,
    received_at: receivedAt(dated, outcome.document_date),
    sheets: isSource(outcome) ? sheets.map((sheet) => previewSheet(sheet, file, tools)) : [],
  };
}

/** Workbooks of questions and of new forms are none. */
function isSource({ answers, drafted }: FileOutcome): boolean {
  return answers === undefined && drafted === undefined;
}

function openWorkbook(bytes: Uint8Array, name: string): Workbook | null {
  try {
    return readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The sheet by the reading that the ingest chooses. */
function previewSheet(sheet: Sheet, file: InboxFile, tools: ReaderTools): SheetPreview {
  const lessons = lessonsFor(tools.taught ?? [], file);
  const taught = { ...tools, lessons, catalogue: { ...tools.catalogue, lessons } };
  const { parts } = seeSheet(sheet, file, taught);
  const seen = parts[0]?.reading.tables[0]?.sheet;
  const tables = sheet.is_hidden ? [] : parts.flatMap((part) => openPart(part, file, taught));
  return {
    name: sheet.name,
    is_hidden: sheet.is_hidden,
    candidates: candidates(seen ?? sheet, file.name, taught.catalogue),
    read: tables.map(readColumns),
  };
}
