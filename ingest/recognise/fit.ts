import type { ColumnPhrase, ColumnWords, HeaderMeaning } from "./column_words.ts";
import { isOwnTerm } from "./own_words.ts";

/** How sure it is that a header heads a column. `doubt` is asked, never read. */
type Sureness = "sure" | "likely" | "doubt";

/** How well a header fits a column; more points say more of it in common. */
export interface Fit {
  points: number;
  sureness: Sureness;
}

/** What a form is about: `free` terms may stand in any of its headers. */
export interface FitContext {
  free: ReadonlySet<string>;
  /** Terms that the title says of the whole table. */
  implied: ReadonlySet<string>;
}

const BASE = 3;
/** The header is worded as it was declared. */
const EXACT = 0.5;
const OPTIONAL = 0.25;
const PENALTY = { doubt: 1.5, likely: 0.5, sure: 0 };

/** The best fit of a header to the ways of heading a column, null when it says something else. */
export function fitOf(
  header: HeaderMeaning,
  { phrases, unit }: ColumnWords,
  context: FitContext,
): Fit | null {
  if (countsOther(header, unit)) return null;
  let best: Fit | null = null;
  for (const phrase of phrases) {
    const fit = phraseFit(header, phrase, context);
    if (fit && !(best && best.points >= fit.points)) best = fit;
  }
  return best;
}

/** What a header counts in, by its words that add nothing else. */
const COUNTED = ["person", "case", "instance"];
const RATES = ["rate", "coverage", "achieved"];
const COUNTED_IN: Readonly<Record<string, readonly string[]>> = {
  percent: [],
  people: ["person", "instance"],
  cases: ["case", "instance"],
};

/** People are counted where cases are meant or the other way round, or either where a share is. */
function countsOther({ levels, neutral }: HeaderMeaning, unit: string | null): boolean {
  const counted = COUNTED.filter((term) => neutral.has(term));
  const own = COUNTED_IN[unit ?? ""];
  if (!own || counted.length === 0 || counted.some((term) => own.includes(term))) return false;
  return unit !== "percent" || !levels.flat(2).some((term) => RATES.includes(term));
}

/** Every required term is said, and nothing is said that the column is not about. */
function phraseFit(header: HeaderMeaning, phrase: ColumnPhrase, context: FitContext): Fit | null {
  const isExact = header.key === phrase.key;
  if (!isExact && !isNamed(header, phrase, context)) return null;
  const meanings = header.levels.flatMap((level, index) =>
    level.map((terms) => ({ terms, isLowest: index === header.levels.length - 1 })),
  );
  const free = [...meanings];
  const met = phrase.required.map((terms) => {
    const found = free.findIndex((meaning) => meaning.terms.some((term) => terms.includes(term)));
    return found >= 0 ? (free.splice(found, 1)[0] ?? null) : null;
  });
  const known = new Set([...phrase.required.flat(), ...phrase.optional, ...context.free]);
  const strange = free.filter(({ terms }) => !terms.some((term) => known.has(term)));
  if (!isExact && strange.some(({ terms }) => !terms.every(isOwnTerm))) return null;
  const besides = free.filter(({ terms }) =>
    terms.some((term) => phrase.optional.has(term)),
  ).length;
  if (!isExact && !isAbout(header, phrase, met, context, besides > 0)) return null;
  const sureness = isExact ? "sure" : surenessOf(header, strange);
  const hits = met.filter((meaning) => meaning !== null).length;
  const exact = isExact ? EXACT : 0;
  return { points: BASE + hits + OPTIONAL * besides + exact - PENALTY[sureness], sureness };
}

/** Whether each required term is in the header or said by the title: for most phrases that settles it. */
function isNamed({ terms }: HeaderMeaning, { required }: ColumnPhrase, { implied }: FitContext) {
  return required.every((group) => group.some((term) => terms.has(term) || implied.has(term)));
}

/** A term that the header leaves out must be one that the form is about and the title says. */
function isAbout(
  { neutral, is_part }: HeaderMeaning,
  phrase: ColumnPhrase,
  met: readonly ({ isLowest: boolean } | null)[],
  { implied }: FitContext,
  isBeside: boolean,
): boolean {
  if (phrase.required.length === 0)
    return (
      !is_part && phrase.neutral.length > 0 && phrase.neutral.every((term) => neutral.has(term))
    );
  const isImplied = (terms: readonly string[]) => terms.some((term) => implied.has(term));
  const isWhole = phrase.required.every((terms, index) => met[index] || isImplied(terms));
  const named = met.filter((meaning) => meaning !== null);
  return isWhole && (named.some(({ isLowest }) => isLowest || !is_part) || (isBeside && !is_part));
}

/** Words of another form's own are as unknown as those that nobody knows. */
function surenessOf(
  { unknown, unknown_above, is_misspelt }: HeaderMeaning,
  strange: readonly { isLowest: boolean }[],
): Sureness {
  if (unknown.length > 0 || strange.some(({ isLowest }) => isLowest)) return "doubt";
  return is_misspelt || unknown_above.length + strange.length > 0 ? "likely" : "sure";
}
