import type { Candidate, Question } from "../problems/question.ts";
import type { Sheet } from "../read/grid.ts";
import type { Catalogue } from "./form_catalogue.ts";
import { type HeaderCell, headerBlocks } from "./header.ts";
import { type Match, type SheetView, type Try, triesOf } from "./match.ts";
import { sheetWords } from "./sheet_words.ts";

/**
 * What a sheet was found to be. `unknown` names the form that came nearest, what it lacked, the share of its
 * header that was there, and how many columns of figures; what only a person can decide is asked.
 */
export type Recognition =
  | { kind: "form"; match: Match }
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

/** Which form a sheet is, by what its header, the lines above it and its values say. */
export function recognise(sheet: Sheet, file: string, catalogue: Catalogue): Recognition {
  const view = viewOf(sheet, file, catalogue);
  return decide(triesOf(view), view);
}

function viewOf(sheet: Sheet, file: string, catalogue: Catalogue): SheetView {
  const tops = headerBlocks(sheet)
    .filter(({ cells }) => cells.filter(({ texts }) => texts.some(catalogue.isHeader)).length > 1)
    .map(({ top }) => top);
  const top = tops.length > 0 ? Math.min(...tops) : 0;
  return { sheet, file, catalogue, words: sheetWords(sheet, top, file, catalogue) };
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
  return first.content.length > 0 ? partial(first, view) : { kind: "form", match: first };
}

function isOfForm({ missing, is_said, is_marked, against }: Try): boolean {
  return missing.length === 0 && is_said && is_marked && against.length === 0;
}

/** Somebody has said which form it is, or that it is none. */
function decideAs(tries: readonly Try[], form: string, view: SheetView): Recognition {
  const own = bestOfEachForm(tries.filter((each) => each.form.id === form));
  const [whole] = own.filter(({ missing }) => missing.length === 0);
  return whole ? { kind: "form", match: whole } : unknown(own, view, own.length > 0);
}

function ambiguous(rivals: readonly Try[], view: SheetView): Recognition {
  const forms = rivals.map(({ form }) => form.id).sort();
  return { kind: "ambiguous", forms, questions: [formQuestion(rivals, view)] };
}

/** Whether the table is about all that the form counts, or about a part, only a person can say. */
function partial(first: Try, view: SheetView): Recognition {
  const { text: lines, ...asked } = formQuestion([first], view);
  const text = lines === "" ? first.content.join(" ") : lines;
  const [name] = view.words.names.filter((each) =>
    first.content.some((word) => each.toLowerCase().includes(word.toLowerCase())),
  );
  const question = { ...asked, text: name === undefined ? text : `${text} ⏎ ${name}` };
  const answer = view.catalogue.lessons.answer({ ...question, ...placeOf(view) });
  if (answer === first.form.id) return { kind: "form", match: first };
  if (answer !== null) return unknown([], view);
  return { kind: "partial", form: first.form.id, words: first.content, questions: [question] };
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
    questions: nearest ? questionsOf(nearest, ranked, view, isAsked) : [],
  };
}

function headersOf({ form }: Match, ids: readonly string[]): string {
  return ids.map((id) => form.columns[id]?.headers[0] ?? id).join(" / ");
}

/** Of a form that is nearly there its unread columns are asked about, else which form it is. */
function questionsOf(
  nearest: Try,
  ranked: readonly Try[],
  view: SheetView,
  isForm: boolean,
): Question[] {
  const isNear = nearest.is_said && nearest.is_marked && nearest.against.length === 0;
  const columns = isForm || isNear ? columnQuestions(nearest) : [];
  if (columns.length > 0) return columns;
  return figureColumns(nearest) > 0 ? [formQuestion(ranked, view)] : [];
}

function columnQuestions({ form, missing, doubts, unknown }: Try): Question[] {
  const asked = [...doubts.map(({ cell }) => cell), ...unknown];
  const candidates = missing.flat().map((id): Candidate => {
    const header = form.columns[id]?.headers[0] ?? id;
    return { id, vi: header, en: id };
  });
  return asked.map((cell) => columnQuestion(cell, form.id, candidates));
}

/** What a header is. */
export function columnQuestion(
  { texts }: HeaderCell,
  form: string,
  candidates: readonly Candidate[],
): Question {
  const text = texts.join(" | ");
  return { kind: "column", form, column: null, text, samples: [], candidates };
}

function formQuestion(ranked: readonly Try[], { words }: SheetView): Question {
  const candidates = ranked.slice(0, 3).map(({ form }): Candidate => {
    return { id: form.id, vi: form.title_vi, en: form.title_en };
  });
  const text = words.lines.join(" ⏎ ");
  return { kind: "form", form: null, column: null, text, samples: [], candidates };
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
