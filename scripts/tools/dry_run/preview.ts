import { createHash, randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { FileOutcome } from "../../../ingest/file/file_outcome.ts";
import { readFile } from "../../../ingest/file/read_file.ts";
import { receivedAt } from "../../../ingest/inbox/due.ts";
import { type Lesson, lessonsFor } from "../../../ingest/lessons.ts";
import type { Sheet, Workbook } from "../../../ingest/read/grid.ts";
import { isIgnoredName } from "../../../ingest/read/ignored_name.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import type { Catalogue } from "../../../ingest/recognise/form_catalogue.ts";
import { filledRows } from "../../../ingest/recognise/locate.ts";
import {
  candidates,
  type FormCandidate,
  recognise,
} from "../../../ingest/recognise/recognition.ts";
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
  /** The forms it was held against, the nearest first. */
  candidates: FormCandidate[];
  /** How it would be read; null when no form was recognised. */
  read: ReadColumns | null;
}

/** Looks at a file as an ingest would, with a person key of the moment. Throws when it can't be opened. */
export function previewFile(
  path: string,
  catalogue: Catalogue,
  lessons: readonly Lesson[] = [],
): Preview {
  const bytes = readFileSync(path);
  const name = basename(path).normalize("NFC");
  const key = randomBytes(32);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const file = { name, hash, bytes, is_ignored: isIgnoredName(name) };
  const outcome = readFile(file, {
    catalogue,
    taught: lessons,
    personKey: () => key,
    log: () => {},
  });
  const modified_at = statSync(path).mtime;
  const workbook = openWorkbook(bytes, name);
  const taught = { ...catalogue, lessons: lessonsFor(lessons, file) };
  const sheets = workbook?.sheets.filter((sheet) => filledRows(sheet).length > 0) ?? [];
  return {
    name,
    format: workbook?.format ?? null,
    outcome,
    received_at: receivedAt({ name, modified_at }, outcome.document_date),
    sheets: outcome.answers ? [] : sheets.map((sheet) => previewSheet(sheet, name, taught)),
  };
}

function openWorkbook(bytes: Uint8Array, name: string): Workbook | null {
  try {
    return readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function previewSheet(sheet: Sheet, name: string, catalogue: Catalogue): SheetPreview {
  const found = recognise(sheet, name, catalogue);
  return {
    name: sheet.name,
    is_hidden: sheet.is_hidden,
    candidates: candidates(sheet, name, catalogue),
    read: found.kind === "form" ? readColumns(sheet, found.match) : null,
  };
}
