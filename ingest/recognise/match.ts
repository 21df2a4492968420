import type { Form } from "../form.ts";
import type { Lessons } from "../lessons.ts";
import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { Sheet } from "../read/grid.ts";
import { type AmbiguousColumn, assignColumns } from "./fit.ts";
import type { Catalogue, EditionWords } from "./form_catalogue.ts";
import { type HeaderBlock, type HeaderCell, headerBlocks } from "./header.ts";
import { taughtColumns } from "./taught_columns.ts";

/** A sheet recognised as a form: where its header stands and which column holds what. */
export interface Match {
  /** The form with what its edition changes put in. */
  form: Form;
  edition: string | null;
  header: HeaderBlock;
  /** Column id → 0-based column. */
  columns: Map<string, number>;
  /** Headers that the form does not know. */
  unknown: HeaderCell[];
  /** Columns of the form that two headers fit alike: not guessed between. */
  ambiguous: AmbiguousColumn[];
  score: number;
  /** The words of every form's headers. */
  known: ReadonlySet<string>;
  areas: AreaReader;
  /** What people have answered of the file. */
  lessons: Lessons;
}

/** What a sheet was found to be. `unknown` names the form that came nearest, what it lacked, the share of its header that was there, and how many columns of figures. */
export type Recognition =
  | { kind: "form"; match: Match }
  | { kind: "ambiguous"; forms: string[] }
  | { kind: "unknown"; nearest: string | null; missing: string[]; share: number; figures: number };

/** Two forms whose scores lie closer than this can't be told apart. */
const CLEAR_LEAD = 2;

/**
 * Which form a sheet is, by the words of its header; titles and the file's name only add weight.
 * Titles are the lines above the header.
 */
export function recognise(sheet: Sheet, fileName: string, catalogue: Catalogue): Recognition {
  return decide(triesOf(sheet, fileName, catalogue));
}

/** A form that a sheet was held against, at the header that suits it best. */
export interface FormCandidate {
  form: string;
  score: number;
  /** Columns it requires and the sheet lacks: with any it is not the sheet's form. */
  missing: string[];
}

/** The forms that a sheet was held against, those it lacks nothing of first, then by score. */
export function candidates(sheet: Sheet, fileName: string, catalogue: Catalogue): FormCandidate[] {
  const tries = triesOf(sheet, fileName, catalogue);
  const whole = bestOfEachForm(tries.filter(({ missing }) => missing.length === 0));
  const found = new Set(whole.map(({ form }) => form.id));
  const partial = bestOfEachForm(tries.filter(({ form }) => !found.has(form.id)));
  return [...whole, ...partial].map(({ form, score, missing }) => {
    return { form: form.id, score, missing };
  });
}

function triesOf(sheet: Sheet, fileName: string, catalogue: Catalogue): Try[] {
  const { editions, known } = catalogue;
  const blocks = likelyHeaders(headerBlocks(sheet), known);
  const file = wordKey(fileName);
  const title = titleKey(sheet, Math.min(...blocks.map(({ top }) => top)));
  const place = { file: fileName, sheet: sheet.name };
  return editions.flatMap((edition) =>
    blocks.map((header) => tryMatch(edition, header, title, file, catalogue, place)),
  );
}

/** Blocks that hold two known headers or more; where there is none, those that hold one. */
function likelyHeaders(blocks: HeaderBlock[], known: Set<string>): HeaderBlock[] {
  const counted = blocks.map((block) => ({ block, count: knownHeaders(block, known) }));
  const least = Math.min(2, Math.max(1, ...counted.map(({ count }) => count)));
  return counted.filter(({ count }) => count >= least).map(({ block }) => block);
}

function knownHeaders({ cells }: HeaderBlock, known: Set<string>): number {
  return cells.filter(({ key, keys, plain }) =>
    [key, keys.at(-1) ?? "", plain].some((words) => known.has(words)),
  ).length;
}

/** The words above the first row that may be a header, and of the sheet's name. */
function titleKey(sheet: Sheet, top: number): string {
  const texts = sheet.rows.slice(0, top).flatMap((row) => row.map((cell) => cell?.text ?? ""));
  return ` ${wordKey([...texts, sheet.name].join(" "))} `;
}

interface Try extends Match {
  missing: string[];
  required: number;
}

function tryMatch(
  words: EditionWords,
  header: HeaderBlock,
  title: string,
  file: string,
  { known, areas, lessons }: Catalogue,
  place: { file: string; sheet: string },
): Try {
  const { form, edition } = words;
  const assigned = assignColumns(words, header);
  const { points, ambiguous } = assigned;
  const { columns, unknown } = taughtColumns(form, header, assigned.columns, lessons, place);
  const hits = words.titleWords.filter((word) => title.includes(` ${word} `)).length;
  const fileHits = words.fileWords.filter((word) => ` ${file} `.includes(` ${word} `)).length;
  const { missing, required } = missingColumns(form, columns);
  const score = points - unknown.length + 2 * hits + fileHits;
  const found = { form, edition, header, columns, unknown, ambiguous, score };
  return { ...found, known, areas, lessons, missing, required };
}

function missingColumns(form: Form, columns: Map<string, number>) {
  const single = Object.entries(form.columns).filter(([, column]) => column.is_required);
  const groups = [...single.map(([id]) => [id]), ...(form.require_one_of ?? [])];
  const missing = groups
    .filter((group) => !group.some((id) => columns.has(id)))
    .map((group) => group.map((id) => form.columns[id]?.headers[0] ?? id).join(" / "));
  return { missing, required: groups.length };
}

function decide(tries: Try[]): Recognition {
  const whole = bestOfEachForm(tries.filter(({ missing }) => missing.length === 0));
  const [first, second] = whole;
  if (first && second && first.score - second.score < CLEAR_LEAD)
    return { kind: "ambiguous", forms: [first.form.id, second.form.id].sort() };
  if (first) return { kind: "form", match: first };
  return unknown(tries);
}

function unknown(tries: Try[]): Recognition {
  const partial = tries.map((attempt) => {
    const share = (attempt.required - attempt.missing.length) / attempt.required;
    return { ...attempt, share, score: share + attempt.score / 1000 };
  });
  const nearest = bestOfEachForm(partial)[0];
  return {
    kind: "unknown",
    nearest: nearest?.form.id ?? null,
    missing: nearest?.missing ?? [],
    share: nearest?.share ?? 0,
    figures: nearest ? figureColumns(nearest) : 0,
  };
}

function figureColumns({ form, columns }: Match): number {
  const types = [...columns.keys()].map((id) => form.columns[id]?.type);
  return types.filter((type) => ["number", "count", "identifier", "date"].includes(type ?? ""))
    .length;
}

function bestOfEachForm<Attempt extends Try>(tries: Attempt[]): Attempt[] {
  const best = new Map<string, Attempt>();
  for (const attempt of tries)
    if (attempt.score > (best.get(attempt.form.id)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(attempt.form.id, attempt);
  return [...best.values()].sort(
    (a, b) => b.score - a.score || a.form.id.localeCompare(b.form.id, "en"),
  );
}
