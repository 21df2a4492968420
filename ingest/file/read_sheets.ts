import { wordKey } from "../parse/key.ts";
import { type Problem, type ProblemPlace, placeInFile, problem } from "../problems/problem.ts";
import type { Question } from "../problems/question.ts";
import type { Sheet, Workbook } from "../read/grid.ts";
import { Refusal } from "../read/refusal.ts";
import type { Catalogue } from "../recognise/form_catalogue.ts";
import { filledRows } from "../recognise/locate.ts";
import { withoutOtherPeriods } from "../recognise/other_period.ts";
import type { Recognition } from "../recognise/recognition.ts";
import { withoutRunningTwins } from "../recognise/running_twins.ts";
import { withFigureDoubts } from "../rows/figure_doubt.ts";
import type { InboxFile, ReaderTools } from "./file_input.ts";
import { type OpenTable, readSheetParts } from "./read_parts.ts";
import { ignoredSheet, openTable, refusedSheet, type SheetOutcome } from "./read_sheet.ts";
import { type SeenPart, type SeenSheet, seeSheet } from "./seen_sheet.ts";
import { waitingOf } from "./waiting.ts";

/**
 * Reads the sheets of a workbook: those of a form are read, the others are read past as look-up or hidden
 * sheets. What is in doubt of its form, period or ward waits for an answer, and the rest lands. A workbook
 * without a form, or of which everything waits, is refused whole, with all that is asked of it.
 * Throws the Refusal `empty_file` when nothing is there to be read.
 */
export function readSheets(
  workbook: Workbook,
  file: InboxFile,
  tools: ReaderTools,
): { outcomes: SheetOutcome[] } | { refusal: Problem; asked: Problem[] } {
  const sheets = withRemarkSheets(workbook.sheets);
  const seen = sheets
    .filter((sheet) => filledRows(sheet).length > 0)
    .map((sheet) => seeSheet(sheet, file, tools));
  const visible = seen.filter(({ sheet }) => !sheet.is_hidden);
  const tables = visible.flatMap(({ parts }) =>
    parts.flatMap((part) => openPart(part, file, tools)),
  );
  const refusal = tables.length === 0 ? unclearForm(visible, file, tools) : allWaiting(tables);
  if (refusal) return refusal;
  const outcomes = sheets.map((sheet) => {
    const parts = visible.find((each) => each.sheet === sheet)?.parts ?? [];
    const own = tables.filter(({ part }) => parts.includes(part));
    return own.length > 0
      ? readSheetParts(sheet, parts, own, file.name)
      : readPast(sheet, seen, file, tools);
  });
  return { outcomes };
}

/** What a sheet of notes says is said of the others. */
function withRemarkSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const ofRemarks = sheets.filter(({ name }) => REMARK_SHEET.test(wordKey(name)));
  const said = ofRemarks.flatMap(({ rows }) =>
    rows.flatMap((row) => row.map((cell) => cell?.text ?? "")),
  );
  const texts = said.filter((text) => /\p{L}{2}/u.test(text));
  if (texts.length === 0 || texts.length > MOST_REMARKS) return sheets;
  return sheets.map((sheet) =>
    ofRemarks.includes(sheet) ? sheet : { ...sheet, remarks: [...(sheet.remarks ?? []), ...texts] },
  );
}

const REMARK_SHEET = /^(?:ghi chu|thuyet minh|luu y|chu thich|giai thich)\b/;
const MOST_REMARKS = 50;

/** The tables of a part of a sheet, taken apart, each with what it waits for. */
export function openPart(
  part: SeenPart,
  { name, hash, received_on = null }: InboxFile,
  tools: ReaderTools,
): OpenTable[] {
  const { personKey, catalogue, lessons = catalogue.lessons, indicators = [] } = tools;
  const facts = { file_name: name, received_on, lessons };
  return part.tables.map(({ table, match, located }) => {
    const { sheet } = table;
    const opened = openTable(table, match, facts, located);
    const ofFile = { file: name, file_hash: hash, personKey, lessons, indicators, received_on };
    const past = part.reading.read_past.map(({ text }) => text);
    const dated = withoutRunningTwins(withoutOtherPeriods(match, opened.title), past);
    const found = { ...ofFile, sheet, ...opened, match: dated };
    const context = { ...found, match: withFigureDoubts(found) };
    return { part, context, waiting: waitingOf(context, tools) };
  });
}

/** Where every table waits for an answer, what the first of them waits for. */
function allWaiting(tables: readonly OpenTable[]): { refusal: Problem; asked: Problem[] } | null {
  const asked = tables.flatMap(({ waiting }) =>
    waiting && "problem" in waiting ? waiting.problem : [],
  );
  const [refusal] = asked;
  return refusal && asked.length === tables.length ? { refusal, asked } : null;
}

/** Of sheets that fit two forms or none, what is said of the one that came nearest, and what is asked of all. */
function unclearForm(
  visible: readonly SeenSheet[],
  file: InboxFile,
  { catalogue }: ReaderTools,
): { refusal: Problem; asked: Problem[] } {
  const [nearest] = [...visible].sort((a, b) => shareOf(b.recognition) - shareOf(a.recognition));
  if (!nearest) throw new Refusal("empty_file");
  const told = visible.flatMap(({ sheet, recognition }) => {
    const about = formProblem(recognition, placeIn(file, sheet), catalogue);
    return questionsOf(recognition).map((question) => ({ ...about, question }));
  });
  const refusal = formProblem(nearest.recognition, placeIn(file, nearest.sheet), catalogue);
  return { refusal, asked: told };
}

function formProblem(
  recognition: Recognition,
  place: ProblemPlace,
  { editions }: Catalogue,
): Problem {
  const titles = (ids: readonly string[]) => ids.map((id) => titleOf(id, editions)).join(", ");
  if (recognition.kind === "partial") {
    const { form, words } = recognition;
    return problem("title_in_doubt", place, words.join(", "), { form, form_vi: titles([form]) });
  }
  if (recognition.kind !== "ambiguous")
    return problem("unknown_form", place, null, nearestWords(recognition, editions));
  const { forms } = recognition;
  return problem("ambiguous_form", place, null, {
    forms: forms.join(", "),
    forms_vi: titles(forms),
  });
}

/** A form as people call it. */
function titleOf(id: string, editions: Catalogue["editions"]): string {
  const form = editions.find((each) => each.form.id === id)?.form;
  return form ? `“${form.title_vi}”` : id;
}

function questionsOf(recognition: Recognition): readonly Question[] {
  return recognition.kind === "form" ? [] : recognition.questions;
}

function readPast(
  sheet: Sheet,
  seen: readonly SeenSheet[],
  file: InboxFile,
  { catalogue }: ReaderTools,
): SheetOutcome {
  const recognition = seen.find((each) => each.sheet === sheet)?.recognition;
  const unread = recognition && unreadProblem(sheet, recognition, file, catalogue);
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
function unreadProblem(
  sheet: Sheet,
  recognition: Recognition,
  file: InboxFile,
  catalogue: Catalogue,
): Problem | null {
  const place = placeIn(file, sheet);
  if (sheet.is_hidden)
    return recognition.kind === "form"
      ? problem("hidden_form", place, recognition.match.form.id)
      : null;
  if (recognition.kind === "ambiguous" || recognition.kind === "partial")
    return asked(formProblem(recognition, place, catalogue), recognition);
  if (shareOf(recognition) < 0.5 || isOfKeyAlone(recognition)) return null;
  const isOfForm = shareOf(recognition) > 0.5 || figuresOf(recognition) > 1;
  const rule = isOfForm ? "refused_sheet" : "unread_sheet";
  const told = problem(rule, place, null, nearestWords(recognition, catalogue.editions));
  return isOfForm ? asked(told, recognition) : told;
}

/** Half of a form that needs two columns, and no figure: any sheet with a list of areas is that near. */
function isOfKeyAlone(recognition: Recognition): boolean {
  const isHalf = shareOf(recognition) === 0.5 && figuresOf(recognition) === 0;
  return isHalf && recognition.kind === "unknown" && recognition.missing.length === 1;
}

/** With the first thing that is asked of a sheet. */
function asked(told: Problem, recognition: Recognition): Problem {
  const [question] = questionsOf(recognition);
  return question ? { ...told, question } : told;
}

function shareOf(recognition: Recognition): number {
  if (recognition.kind === "partial") return 1;
  return recognition.kind === "unknown" ? recognition.share : 0;
}

function figuresOf(recognition: Recognition): number {
  return recognition.kind === "unknown" ? recognition.figures : 0;
}

function nearestWords(
  recognition: Recognition,
  editions: Catalogue["editions"],
): Record<string, string> {
  if (recognition.kind !== "unknown") return {};
  const { nearest, missing } = recognition;
  return {
    nearest: nearest ?? "–",
    nearest_vi: nearest === null ? "–" : titleOf(nearest, editions),
    missing: missing.length > 0 ? missing.join(", ") : "–",
  };
}

function placeIn({ name }: InboxFile, { name: sheet }: Sheet): ProblemPlace {
  return { ...placeInFile(name), sheet };
}
