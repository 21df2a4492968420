import type { Form } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import { nameOfFile } from "../parse/period_name.ts";
import type { Candidate, Question } from "../problems/question.ts";
import type { Sheet } from "../read/grid.ts";
import type { Catalogue } from "./form_catalogue.ts";
import { type HeaderBlock, type HeaderCell, headerBlocks } from "./header.ts";
import { type Match, type SheetView, type Try, triesOf } from "./match.ts";
import { otherFigures } from "./other_figures.ts";
import { saidQuestions, saidSheet } from "./said_columns.ts";
import { sheetWords } from "./sheet_words.ts";
import { isLetterhead } from "./title.ts";
import { nameContent, titleContent } from "./title_content.ts";
import { otherWard } from "./title_ward.ts";

/**
 * What a sheet was found to be. `unknown` names the form that came nearest, what it lacked, the share of its
 * header that was there, and how many columns of figures; what only a person can decide is asked.
 */
export type Recognition =
  | {
      kind: "form";
      match: Match;
      /** The sheet with what people have said of the whole of it, each in a column of its own. */
      sheet?: Sheet;
    }
  | { kind: "ambiguous"; forms: string[]; questions: Question[] }
  /** Of a form by its header, but its title says more than the form is about. */
  | { kind: "partial"; form: string; words: string[]; questions: Question[] }
  | {
      kind: "unknown";
      nearest: string | null;
      missing: string[];
      share: number;
      figures: number;
      questions: Question[];
    };

/** Two forms whose scores lie closer than this can't be told apart. */
const CLEAR_LEAD = 2;
/** A form that fits better by this, but lacks a column, is more likely than one that lacks nothing. */
const BLOCKING_LEAD = 4;

/**
 * Which form a sheet is, by what its header, the lines above it and its values say. `heading` is by what words
 * people are asked about it, where these are not the lines above its header.
 */
export function recognise(
  sheet: Sheet,
  file: string,
  catalogue: Catalogue,
  heading?: string,
): Recognition {
  const view = viewOf(sheet, file, catalogue, heading);
  const tries = triesOf(view);
  const found = decide(tries, view);
  const said = found.kind === "unknown" ? saidSheet(bestOfEachForm(tries), view) : null;
  if (!said) return found;
  const whole = viewOf(said, file, catalogue, view.heading);
  const read = decide(triesOf(whole), whole);
  return read.kind === "form" ? { ...read, sheet: said } : read;
}

function viewOf(sheet: Sheet, file: string, catalogue: Catalogue, heading?: string): SheetView {
  const tops = headerBlocks(sheet)
    .filter(({ cells }) => cells.filter(({ texts }) => texts.some(catalogue.isHeader)).length > 1)
    .map(({ top }) => top);
  const top = tops.length > 0 ? Math.min(...tops) : 0;
  const words = sheetWords(sheet, top, file, catalogue);
  return { sheet, file, catalogue, words, heading: heading ?? words.lines.join(LINE) };
}

const LINE = " ⏎ ";

/** By what words people are asked about a sheet: the lines above its table, or where none are the file's name. */
export function headingOf(sheet: Sheet, file: string, catalogue: Catalogue): string {
  const { heading } = viewOf(sheet, file, catalogue);
  return heading || linesOf(sheet, catalogue).join(LINE) || nameOfFile(file);
}

/** Rows of one text at the top of a sheet. */
function linesOf({ rows }: Sheet, { areas }: Catalogue): string[] {
  const texts = rows.map((row) => row.flatMap((cell) => cell?.text ?? []));
  const end = texts.findIndex(({ length }) => length > 2);
  const lines = texts.slice(0, Math.max(0, end)).flat();
  return lines.filter((line) => !isLetterhead(line, areas));
}

function decide(tries: readonly Try[], view: SheetView): Recognition {
  const taught = view.catalogue.lessons.answer({ ...formQuestion([], view), ...placeOf(view) });
  if (taught !== null) return decideAs(tries, taught, view);
  const best = bestOfEachForm(tries.filter(isOfForm));
  const [first, second] = best;
  if (!first) return unknown(tries, view);
  if (second && first.score - second.score < CLEAR_LEAD) return ambiguous([first, second], view);
  const better = bestOfEachForm(tries).find(
    (each) =>
      each.is_said && each.against.length === 0 && each.score >= first.score + BLOCKING_LEAD,
  );
  if (better) return unknown([better], view);
  const content = contentAgainst(first, view);
  return content.length > 0 ? partial(first, content, view) : { kind: "form", match: first };
}

function isOfForm({ missing, is_said, is_marked, against }: Try): boolean {
  return missing.length === 0 && is_said && is_marked && against.length === 0;
}

/** Somebody has said which form it is, or that it is none: then some of its figures are enough. */
function decideAs(tries: readonly Try[], form: string, view: SheetView): Recognition {
  const of = tries.filter((each) => each.form.id === form);
  const [whole] = bestOfEachForm(of.filter(({ missing }) => missing.length === 0));
  const own = bestOfEachForm(of);
  const [part] = own.filter(
    (each) => lacksFiguresOnly(each) && openColumns(each, view).length === 0,
  );
  const match = whole ?? part;
  return match ? { kind: "form", match } : unknown(own, view, own.length > 0);
}

function lacksFiguresOnly(attempt: Try): boolean {
  const { form, missing } = attempt;
  return (
    figureColumns(attempt) > 0 && missing.every((ids) => ids.every((id) => id in form.measures))
  );
}

function ambiguous(rivals: readonly Try[], view: SheetView): Recognition {
  const forms = rivals.map(({ form }) => form.id).sort();
  return { kind: "ambiguous", forms, questions: [formQuestion(rivals, view)] };
}

/** The lines below the motto of the state or the party: beside and above it stands who sends the paper. */
function belowMotto(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => MOTTO.test(wordKey(line)));
  return lines.slice(last + 1);
}

const MOTTO = /^(?:doc lap tu do|dang cong san viet nam)/;

/** The words of title and names that say that a table is about a part of what its form counts, or not done. */
function contentAgainst(found: Try, view: SheetView): string[] {
  const { form, edition, header } = found;
  const { catalogue, words, heading } = view;
  const own = catalogue.editions.find((each) => each.form === form && each.edition === edition);
  if (!own) return [];
  const lines = linesAbove(header, view);
  // whose sheet it is will be asked
  if (otherWard(lines, lines, catalogue.areas) !== null) return [];
  const content = [
    ...titleContent(lines, own, catalogue),
    ...nameContent(words.names, own, catalogue),
    ...otherFigures(
      { lines, names: words.names, heading, first: words.above[0] ?? "", sheet: view.sheet },
      found,
    ),
  ];
  return [...new Set(content)];
}

/** The lines above a table; where no row reads like a header, those above the one that was taken for it. */
function linesAbove({ top }: HeaderBlock, { sheet, words }: SheetView): readonly string[] {
  if (words.above.length > 0) return belowMotto(words.above);
  const rows = sheet.rows.slice(0, top);
  return rows.flatMap((row) => row.flatMap((cell) => cell?.text.split("\n") ?? []));
}

/** Whether the table is about all that the form counts, or about a part, only a person can say. */
function partial(first: Try, content: string[], view: SheetView): Recognition {
  const { text: lines, ...asked } = formQuestion([first], view);
  const text = lines === "" ? content.join(" ") : lines;
  const [name] = view.words.names.filter((each) =>
    content.some((word) => each.toLowerCase().includes(word.toLowerCase())),
  );
  const question = { ...asked, text: name === undefined ? text : `${text} ⏎ ${name}` };
  const answer = view.catalogue.lessons.answer({ ...question, ...placeOf(view) });
  if (answer === first.form.id) return { kind: "form", match: first };
  if (answer !== null) return unknown([], view);
  return { kind: "partial", form: first.form.id, words: content, questions: [question] };
}

function unknown(tries: readonly Try[], view: SheetView, isAsked = false): Recognition {
  const ranked = bestOfEachForm(tries.filter(({ columns }) => columns.size > 0));
  const nearest = ranked.find(({ is_said, is_marked }) => is_said && is_marked) ?? ranked[0];
  const share = nearest ? (nearest.required - nearest.missing.length) / nearest.required : 0;
  return {
    kind: "unknown",
    nearest: nearest?.form.id ?? null,
    missing: nearest?.missing.map((group) => headersOf(nearest, group)) ?? [],
    share,
    figures: nearest ? figureColumns(nearest) : 0,
    questions: nearest ? openOnly(questionsOf(nearest, ranked, view, isAsked), view) : [],
  };
}

function headersOf({ form }: Match, ids: readonly string[]): string {
  return ids.map((id) => form.columns[id]?.headers[0] ?? id).join(" / ");
}

/** A form of which more is there is no question any more; of which as much, where it lacks one thing only. */
const MOST = 0.5;

/**
 * Of a form that is nearly there, or that people have named, what it lacks is asked: what its unread columns
 * are, and what holds of the whole table. Else it is asked which form it is.
 */
function questionsOf(
  nearest: Try,
  ranked: readonly Try[],
  view: SheetView,
  isForm: boolean,
): Question[] {
  const { form, is_said, is_marked, against, missing, required } = nearest;
  const isNear = is_said && is_marked && against.length === 0 && form.match.subject !== undefined;
  const lacking = lackingQuestions(nearest, view);
  const share = (required - missing.length) / required;
  const isClear = isForm || (isNear && (share > MOST || (share === MOST && lacking.length === 1)));
  return isClear && lacking.length > 0 ? lacking : [formQuestion(ranked, view)];
}

/** A column of words may be what the form lacks; only where there is none, that is asked of the whole table. */
function lackingQuestions(nearest: Try, view: SheetView): Question[] {
  const ofColumns = columnQuestions(nearest, view);
  const below = view.sheet.rows.slice(nearest.header.bottom + 1);
  const isOfWords = ({ column }: HeaderCell) =>
    below.some((row) => /\p{L}{2}/u.test(row[column]?.text ?? ""));
  const hasWords = openColumns(nearest, view).some(isOfWords);
  return hasWords ? ofColumns : [...ofColumns, ...saidQuestions(nearest, view)];
}

/** What nobody has answered yet. */
function openOnly(questions: readonly Question[], view: SheetView): Question[] {
  const { lessons } = view.catalogue;
  return questions.filter((each) => lessons.answer({ ...each, ...placeOf(view) }) === null);
}

/** Columns that hold something and are not read; those of areas are found by what they hold. */
function openColumns(
  { doubts, unknown, header }: Try,
  { sheet, catalogue }: SheetView,
): HeaderCell[] {
  const below = sheet.rows.slice(header.bottom + 1);
  return [...doubts.map(({ cell }) => cell), ...unknown].filter(({ column }) => {
    const texts = below.flatMap((row) => row[column]?.text ?? []);
    const named = texts.filter((text) => catalogue.areas.isKnown(text));
    return texts.length > 0 && named.length * 2 <= texts.length;
  });
}

/** What the form requires can be chosen first, then what else it lacks. */
function columnQuestions(nearest: Try, view: SheetView): Question[] {
  const { form, missing, columns } = nearest;
  const first = missing.flat();
  const isOpen = (id: string) => !columns.has(id) && !first.includes(id);
  const others = Object.keys(form.columns).filter(
    (id) => isOpen(id) && !ASIDE.includes(form.columns[id]?.type ?? ""),
  );
  const candidates = [...first, ...others].map((id): Candidate => {
    return { id, vi: form.columns[id]?.headers[0] ?? id, en: id };
  });
  const below = view.sheet.rows.slice(nearest.header.bottom + 1);
  return openColumns(nearest, view).map((cell) =>
    columnQuestion(cell, form.id, candidates, samplesOf(below, cell)),
  );
}

/** Columns that nobody asks for. */
const ASIDE: readonly string[] = ["ordinal", "note"];

/** What a header is. */
export function columnQuestion(
  { texts }: HeaderCell,
  form: string,
  candidates: readonly Candidate[],
  samples: readonly string[],
): Question {
  const text = texts.join(" | ");
  return { kind: "column", form, column: null, text, samples, candidates };
}

/** The first texts of a column, each once. */
export function samplesOf(rows: Sheet["rows"], { column }: HeaderCell): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = row[column]?.text.trim();
    if (text) samples.add(text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

const SAMPLES = 3;

/** The forms that come nearest can be chosen first, then all others. */
function formQuestion(ranked: readonly Try[], { heading, catalogue }: SheetView): Question {
  const all = [...ranked, ...catalogue.editions].map(({ form }) => form);
  const forms = [...new Map(all.map((form) => [form.id, form] as const).reverse()).values()];
  const first = ranked.map(({ form }) => form.id);
  const rank = ({ id }: Form) => first.indexOf(id) + 1 || first.length + 1;
  const candidates = forms
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, title_vi, title_en }): Candidate => ({ id, vi: title_vi, en: title_en }));
  return { kind: "form", form: null, column: null, text: heading, samples: [], candidates };
}

function placeOf({ file, sheet }: SheetView) {
  return { file, sheet: sheet.name };
}

/** A form that a sheet was held against, at the header that suits it best. */
export interface FormCandidate {
  form: string;
  score: number;
  /** Columns it requires and the sheet lacks: with any it is not the sheet's form. */
  missing: string[];
}

/** The forms that a sheet was held against, those it lacks nothing of first, then by score. */
export function candidates(sheet: Sheet, file: string, catalogue: Catalogue): FormCandidate[] {
  const tries = triesOf(viewOf(sheet, file, catalogue));
  const whole = bestOfEachForm(tries.filter(isOfForm));
  const found = new Set(whole.map(({ form }) => form.id));
  const partial = bestOfEachForm(tries.filter(({ form }) => !found.has(form.id)));
  return [...whole, ...partial].map((each) => {
    const { form, score, missing } = each;
    return { form: form.id, score, missing: missing.map((group) => headersOf(each, group)) };
  });
}

function figureColumns({ form, columns }: Match): number {
  const types = [...columns.keys()].map((id) => form.columns[id]?.type);
  return types.filter((type) => ["number", "count", "identifier", "date"].includes(type ?? ""))
    .length;
}

function bestOfEachForm(tries: readonly Try[]): Try[] {
  const best = new Map<string, Try>();
  for (const attempt of tries)
    if (attempt.score > (best.get(attempt.form.id)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(attempt.form.id, attempt);
  return [...best.values()].sort(
    (a, b) => b.score - a.score || a.form.id.localeCompare(b.form.id, "en"),
  );
}
