import { type Problem, type ProblemPlace, placeInFile, problem } from "../problems/problem.ts";
import { addressIn } from "../read/cell_place.ts";
import type { Sheet, Workbook } from "../read/grid.ts";
import { Refusal } from "../read/refusal.ts";
import { filledRows } from "../recognise/locate.ts";
import type { Recognition } from "../recognise/match.ts";
import type { SheetContext } from "../rows/sheet_context.ts";
import { twofold } from "./choose_reading.ts";
import type { InboxFile, ReaderTools } from "./file_input.ts";
import { type OpenTable, readParts } from "./read_parts.ts";
import {
  ignoredSheet,
  lacksPeriod,
  openTable,
  refusedSheet,
  type SheetOutcome,
} from "./read_sheet.ts";
import { type SeenPart, type SeenSheet, seeSheet } from "./seen_sheet.ts";

/**
 * Reads the sheets of a workbook: those of a form are read, the others are read past as look-up or hidden
 * sheets. A workbook without a form, with a sheet of unclear form or without a period is refused whole.
 * Throws the Refusal `empty_file` when nothing is there to be read.
 */
export function readSheets(
  workbook: Workbook,
  file: InboxFile,
  tools: ReaderTools,
): { outcomes: SheetOutcome[] } | { refusal: Problem } {
  const seen = workbook.sheets
    .filter((sheet) => filledRows(sheet).length > 0)
    .map((sheet) => seeSheet(sheet, file, tools));
  const visible = seen.filter(({ sheet }) => !sheet.is_hidden);
  const unclear = unclearForm(visible, file);
  if (unclear) return { refusal: unclear };
  const tables = visible.flatMap(({ parts }) =>
    parts.flatMap((part) => openPart(part, file, tools)),
  );
  const undated = tables.map(({ context }) => context).find(lacksPeriod);
  if (undated) return { refusal: undatedProblem(undated, file) };
  const outcomes = workbook.sheets.map((sheet) => {
    const parts = visible.find((each) => each.sheet === sheet)?.parts ?? [];
    const own = tables.filter(({ part }) => parts.includes(part));
    return own.length > 0 ? readParts(sheet, parts, own, file.name) : readPast(sheet, seen, file);
  });
  return { outcomes };
}

function openPart(
  part: SeenPart,
  { name, hash }: InboxFile,
  { personKey }: ReaderTools,
): OpenTable[] {
  return part.tables.map(({ table, match, located }) => {
    const { sheet } = table;
    const opened = openTable(table, match, located);
    return { part, context: { file: name, file_hash: hash, sheet, match, ...opened, personKey } };
  });
}

/** A sheet that fits two forms, or no sheet that fits any. */
function unclearForm(visible: readonly SeenSheet[], file: InboxFile): Problem | null {
  for (const { sheet, recognition } of visible)
    if (recognition.kind === "ambiguous") {
      const words = { forms: recognition.forms.join(", ") };
      return problem("ambiguous_form", placeIn(file, sheet), null, words);
    }
  const parts = visible.flatMap(({ parts }) => parts);
  const found = parts.map((part) => twofoldColumn(file, part)).find((each) => each !== null);
  if (found) return found;
  if (parts.some(({ tables }) => tables.length > 0)) return null;
  const [nearest] = [...visible].sort((a, b) => shareOf(b.recognition) - shareOf(a.recognition));
  if (!nearest) throw new Refusal("empty_file");
  const words = nearestWords(nearest.recognition);
  return problem("unknown_form", placeIn(file, nearest.sheet), null, words);
}

/** The column of a part's form that two headers fit alike. */
function twofoldColumn({ name }: InboxFile, { tables }: SeenPart): Problem | null {
  for (const { table, match } of tables) {
    const found = twofold(match);
    if (!found) continue;
    const { form, header } = match;
    const cells = found.cells.map(({ column }) => addressIn(table.sheet, header.bottom, column));
    const texts = found.cells.map(({ texts }) => texts.join(" | ")).join(" / ");
    const place = { form: form.id, file: name, sheet: table.sheet.name, cell: cells[0] ?? null };
    return problem("ambiguous_column", place, texts, {
      column: form.columns[found.id]?.headers[0] ?? found.id,
      cells: cells.join(", "),
    });
  }
  return null;
}

function undatedProblem({ sheet, match }: SheetContext, file: InboxFile): Problem {
  return problem("missing_period", { ...placeIn(file, sheet), form: match.form.id }, null);
}

function readPast(sheet: Sheet, seen: readonly SeenSheet[], file: InboxFile): SheetOutcome {
  const recognition = seen.find((each) => each.sheet === sheet)?.recognition;
  const unread = recognition && unreadProblem(sheet, recognition, file);
  const outcome =
    unread?.severity === "error"
      ? refusedSheet(sheet, file.hash)
      : ignoredSheet(sheet, sheet.is_hidden ? "hidden_sheet" : "lookup_sheet", file.hash);
  if (unread) outcome.extracted.problems.push(unread);
  return outcome;
}

/**
 * What to say of a sheet that is not read: one of a form that is hidden, one that lacks required columns
 * of a form but has most of them or several of its figures, which is refused, or one with half the header.
 */
function unreadProblem(sheet: Sheet, recognition: Recognition, file: InboxFile): Problem | null {
  const place = placeIn(file, sheet);
  if (sheet.is_hidden)
    return recognition.kind === "form"
      ? problem("hidden_form", place, recognition.match.form.id)
      : null;
  if (shareOf(recognition) < 0.5) return null;
  const isOfForm = shareOf(recognition) > 0.5 || figuresOf(recognition) > 1;
  const rule = isOfForm ? "refused_sheet" : "unread_sheet";
  return problem(rule, place, null, nearestWords(recognition));
}

function shareOf(recognition: Recognition): number {
  return recognition.kind === "unknown" ? recognition.share : 0;
}

function figuresOf(recognition: Recognition): number {
  return recognition.kind === "unknown" ? recognition.figures : 0;
}

function nearestWords(recognition: Recognition): Record<string, string> {
  if (recognition.kind !== "unknown") return {};
  const { nearest, missing } = recognition;
  return { nearest: nearest ?? "–", missing: missing.length > 0 ? missing.join(", ") : "–" };
}

function placeIn({ name }: InboxFile, { name: sheet }: Sheet): ProblemPlace {
  return { ...placeInFile(name), sheet };
}
