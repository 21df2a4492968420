import type { SheetContext } from "./harvest.ts";
import type { LandedRow, LandedRows } from "./landed.ts";
import { filledRows } from "./locate.ts";
import { type Catalogue, type Match, type Recognition, recognise } from "./match.ts";
import { noticed, type Place, type Problem, problem, type RuleId } from "./problem.ts";
import type { Sheet, Workbook } from "./read/grid.ts";
import { Refusal } from "./read/refusal.ts";
import { readWorkbook } from "./read/workbook.ts";
import { ignoredSheet, lacksPeriod, openSheet, readSheet, type SheetOutcome } from "./sheet.ts";

/** A file of the inbox with its bytes. */
export interface InboxFile {
  /** Relative to its inbox, with forward slashes. */
  name: string;
  hash: string;
  bytes: Uint8Array;
}

/** What reading a file needs besides the file. */
export interface ReaderTools {
  catalogue: Catalogue;
  personKey: () => Uint8Array;
  log: (line: string) => void;
}

/** What a file gave: its rows by landed table, and all of its `files` row but when it was received. */
export interface FileOutcome {
  rows: LandedRows;
  file: Omit<LandedRow<"files">, "received_at" | "reader_version">;
  document_date: string | null;
}

/** A refusal of a file that could be opened. */
interface Refused {
  refusal: Problem;
  sheets: number;
  rows: number;
}

/** Reads one file. Never throws for what is in the file: that is refused, with a code and two sentences. */
export function readFile(file: InboxFile, tools: ReaderTools): FileOutcome {
  try {
    const workbook = readWorkbook(file.bytes, file.name);
    const read = readSheets(workbook, file, tools);
    return "refusal" in read ? refused(file, read, workbook) : landed(file, workbook, read);
  } catch (error) {
    if (error instanceof Refusal) return refusedWhole(file, error);
    tools.log(`${file.name}: ${error instanceof Error ? error.stack : String(error)}`);
    return refusedWhole(file, problem("reader_failed", placeIn(file), null), "reader_failed");
  }
}

/** A file that is no source: kept in the account, not read. */
export function ignoredFile(file: InboxFile): FileOutcome {
  return { rows: {}, document_date: null, file: { ...emptyAccount(file), status: "ignored" } };
}

function readSheets(
  workbook: Workbook,
  file: InboxFile,
  tools: ReaderTools,
): SheetOutcome[] | Refused {
  const visible = workbook.sheets.filter(
    (sheet) => !sheet.isHidden && filledRows(sheet).length > 0,
  );
  const recognised = new Map(
    visible.map((sheet) => [sheet, recognise(sheet, file.name, tools.catalogue)]),
  );
  const refuse = (refusal: Problem) => ({
    refusal,
    sheets: workbook.sheets.length,
    rows: workbook.sheets.reduce((sum, sheet) => sum + filledRows(sheet).length, 0),
  });
  const unclear = unclearForm(recognised, file);
  if (unclear) return refuse(unclear);
  const contexts = new Map<Sheet, SheetContext>();
  for (const [sheet, recognition] of recognised)
    if (recognition.kind === "form")
      contexts.set(sheet, contextOf(sheet, recognition.match, file, tools));
  const undated = [...contexts.values()].find(lacksPeriod);
  if (undated) return refuse(undatedProblem(undated, file));
  return workbook.sheets.map((sheet) => {
    const context = contexts.get(sheet);
    if (context) return readSheet(context);
    const outcome = ignoredSheet(
      sheet,
      sheet.isHidden ? "hidden_sheet" : "lookup_sheet",
      file.hash,
    );
    outcome.harvest.problems.push(...unreadSheet(sheet, recognised.get(sheet), file));
    return outcome;
  });
}

function contextOf(
  sheet: Sheet,
  match: Match,
  { name, hash }: InboxFile,
  { personKey }: ReaderTools,
): SheetContext {
  return { file: name, file_hash: hash, sheet, match, ...openSheet(sheet, match), personKey };
}

/** A sheet that fits two forms, or no sheet that fits any. */
function unclearForm(recognised: Map<Sheet, Recognition>, file: InboxFile): Problem | null {
  if (recognised.size === 0) throw new Refusal("empty_file");
  for (const [sheet, recognition] of recognised)
    if (recognition.kind === "ambiguous")
      return problem("ambiguous_form", placeIn(file, sheet), null, {
        forms: recognition.forms.join(", "),
      });
  const all = [...recognised.entries()];
  if (all.some(([, { kind }]) => kind === "form")) return null;
  const [sheet, nearest] = all.reduce((best, one) =>
    shareOf(one[1]) > shareOf(best[1]) ? one : best,
  );
  return problem("unknown_form", placeIn(file, sheet), null, nearestWords(nearest));
}

/** A sheet beside the read ones that holds the header of a form, hidden, or half of one. */
function unreadSheet(sheet: Sheet, recognition: Recognition, file: InboxFile): Problem[] {
  if (sheet.isHidden && recognition.kind === "form")
    return [problem("hidden_form", placeIn(file, sheet), recognition.match.form.id)];
  if (sheet.isHidden || shareOf(recognition) < 0.5) return [];
  return [problem("unread_sheet", placeIn(file, sheet), null, nearestWords(recognition))];
}

function shareOf(recognition: Recognition): number {
  return recognition.kind === "unknown" ? recognition.share : 0;
}

function nearestWords(recognition: Recognition): Record<string, string> {
  if (recognition.kind !== "unknown") return {};
  const { nearest, missing } = recognition;
  return { nearest: nearest ?? "–", missing: missing.length > 0 ? missing.join(", ") : "–" };
}

function undatedProblem({ sheet, match }: SheetContext, file: InboxFile): Problem {
  return problem("missing_period", { ...placeIn(file, sheet), form: match.form.id }, null);
}

function placeIn({ name }: InboxFile, sheet?: Sheet): Place {
  return { form: null, file: name, sheet: sheet?.name ?? null, cell: null };
}

function landed(file: InboxFile, workbook: Workbook, outcomes: SheetOutcome[]): FileOutcome {
  const notes = workbook.notes
    .filter(({ code }) => code !== "hidden_sheet")
    .map((note) => noticed(note, placeIn(file)));
  const problems = [...notes, ...outcomes.flatMap(({ harvest }) => harvest.problems)];
  const accounts = outcomes.map(({ account }) => account);
  const total = (column: `rows_${"read" | "landed" | "rejected" | "ignored"}`) =>
    accounts.reduce((sum, account) => sum + account[column], 0);
  const titles = outcomes.flatMap(({ title }) => title ?? []);
  const forms = new Set(accounts.flatMap(({ form }) => form ?? []));
  return {
    rows: {
      observations: outcomes.flatMap(({ harvest }) => harvest.observations),
      ...recordsByTable(outcomes),
      rejects: problems.map((one) => rejectRow(one, file)),
      sheets: accounts,
    },
    document_date:
      titles
        .flatMap(({ document_date }) => document_date ?? [])
        .sort()
        .at(-1) ?? null,
    file: {
      ...emptyAccount(file),
      form: [...forms].sort().join(",") || null,
      status: "landed",
      edition: outcomes.flatMap(({ edition }) => edition ?? []).sort()[0] ?? null,
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

function recordsByTable(outcomes: SheetOutcome[]): LandedRows {
  const rows: Record<string, Record<string, unknown>[]> = {};
  for (const { records_table, harvest } of outcomes)
    if (records_table) rows[records_table] = [...(rows[records_table] ?? []), ...harvest.records];
  return rows as LandedRows;
}

function rejectRow(found: Problem, { hash }: InboxFile): LandedRow<"rejects"> {
  const { file: _, ...columns } = found;
  return { file_hash: hash, ...columns };
}

function refused(file: InboxFile, { refusal, sheets, rows }: Refused, workbook: Workbook) {
  const outcome = refusedWhole(file, refusal, refusal.rule as RuleId);
  Object.assign(outcome.file, {
    form: refusal.form,
    sheet_count: sheets,
    rows_read: rows,
    rows_rejected: rows,
    encoding: workbook.encoding,
  });
  return outcome;
}

function refusedWhole(
  file: InboxFile,
  { message_vi, message_en, ...rest }: { message_vi: string; message_en: string; code?: string },
  code = rest.code ?? "",
): FileOutcome {
  const refusal = { status: "refused", refusal_code: code, message_vi, message_en };
  return { rows: {}, document_date: null, file: { ...emptyAccount(file), ...refusal } };
}

function emptyAccount({ name, hash }: InboxFile): FileOutcome["file"] {
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
