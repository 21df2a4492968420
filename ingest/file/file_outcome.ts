import type { LandedRow, LandedRows, RecordsTable } from "../land/landed.ts";
import { noteProblem, type Problem, placeInFile } from "../problems/problem.ts";
import type { Workbook } from "../read/grid.ts";
import { filledRows } from "../recognise/locate.ts";
import type { Answer } from "./answer.ts";
import type { DraftedForm } from "./drafted_form.ts";
import type { InboxFile } from "./file_input.ts";
import type { SheetOutcome } from "./read_sheet.ts";

/** What a file gave: its rows by landed table, and all of its `files` row but when it was received. */
export interface FileOutcome {
  rows: LandedRows;
  file: Omit<LandedRow<"files">, "received_at" | "reader_version">;
  document_date: string | null;
  /** What people have answered in it, where it is a workbook of questions. */
  answers?: readonly Answer[];
  /** The form that it declares, where it is a workbook of a new form. */
  drafted?: DraftedForm;
}

/** What a file is known by. */
type FileName = Pick<InboxFile, "name" | "hash">;

/** Why a file was refused. */
export interface Reason {
  code: string;
  message_vi: string;
  message_en: string;
  form?: string | null;
}

/** A file that is no source: listed, not read. */
export function ignoredFile(file: FileName): FileOutcome {
  return { rows: {}, document_date: null, file: { ...emptyFileRow(file), status: "ignored" } };
}

/** A file that could not be believed: all of its rows, where it could be opened, are rejected. */
export function refusedFile(
  file: FileName,
  { code, message_vi, message_en, form = null }: Reason,
  workbook: Workbook | null,
): FileOutcome {
  const sheets = workbook?.sheets ?? [];
  const rows = sheets.reduce((sum, sheet) => sum + filledRows(sheet).length, 0);
  const fileRow = {
    ...emptyFileRow(file),
    form,
    status: "refused",
    refusal_code: code,
    message_vi,
    message_en,
    sheet_count: sheets.length,
    rows_read: rows,
    rows_rejected: rows,
    encoding: workbook?.encoding ?? null,
  };
  return { rows: {}, document_date: null, file: fileRow };
}

/** A file that was read. The date of its paper is the latest that its sheets state. */
export function landedFile(
  file: InboxFile,
  workbook: Workbook,
  outcomes: readonly SheetOutcome[],
): FileOutcome {
  const problems = [
    ...readerNotes(file, workbook),
    ...outcomes.flatMap(({ extracted }) => extracted.problems),
  ];
  const sheetRows = outcomes.map(({ sheet_row }) => sheet_row);
  const titles = outcomes.flatMap((each) => each.titles);
  const total = (column: `rows_${"read" | "landed" | "rejected" | "ignored"}`) =>
    sheetRows.reduce((sum, row) => sum + row[column], 0);
  return {
    rows: {
      observations: outcomes.flatMap(({ extracted }) => extracted.observations),
      remarks: outcomes.flatMap(({ extracted }) => extracted.remarks),
      ...recordsByTable(outcomes),
      rejects: problems.map((each) => rejectRow(each, file.hash)),
      sheets: sheetRows,
    },
    document_date: latest(titles.map(({ document_date }) => document_date)),
    file: {
      ...emptyFileRow(file),
      form: distinct(sheetRows.map(({ form }) => form)),
      edition: distinct(outcomes.flatMap(({ editions }) => editions)),
      is_sample: titles.some(({ is_sample }) => is_sample),
      sheet_count: workbook.sheets.length,
      rows_read: total("rows_read"),
      rows_landed: total("rows_landed"),
      rows_rejected: total("rows_rejected"),
      rows_ignored: total("rows_ignored"),
      encoding: workbook.encoding,
      warnings: problems.filter(({ severity }) => severity === "warning").length,
    },
  };
}

/** A problem as it lands; what it asks lands by itself. */
export function rejectRow(
  { file: _, question: _asked, ...columns }: Problem,
  file_hash: string,
): LandedRow<"rejects"> {
  return { file_hash, ...columns };
}

/** What the reader of bytes noticed; hidden sheets are counted row by row instead. */
function readerNotes({ name }: InboxFile, { notes }: Workbook): Problem[] {
  return notes
    .filter(({ code }) => code !== "hidden_sheet")
    .map((note) => noteProblem(note, placeInFile(name)));
}

function recordsByTable(outcomes: readonly SheetOutcome[]): LandedRows {
  const tables = new Set(outcomes.flatMap(({ records }) => Object.keys(records) as RecordsTable[]));
  const rows = [...tables].map((table) => [
    table,
    outcomes.flatMap(({ records }) => records[table] ?? []),
  ]);
  return Object.fromEntries(rows);
}

function latest(dates: readonly (string | null)[]): string | null {
  return (
    dates
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Each once, sorted, joined by commas; null when there is none. */
function distinct(texts: readonly (string | null)[]): string | null {
  const found = new Set(texts.filter((text) => text !== null));
  return [...found].sort().join(",") || null;
}

/** The row of a file of which nothing is known but its name. */
export function emptyFileRow({ name, hash }: FileName): FileOutcome["file"] {
  return {
    file_name: name,
    file_hash: hash,
    form: null,
    status: "landed",
    refusal_code: null,
    message_vi: null,
    message_en: null,
    edition: null,
    is_sample: false,
    sheet_count: 0,
    rows_read: 0,
    rows_landed: 0,
    rows_rejected: 0,
    rows_ignored: 0,
    encoding: null,
    warnings: 0,
  };
}
