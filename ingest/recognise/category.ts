import type { Form, FormCategory } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import type { Match } from "./match.ts";
import { readSubset } from "./row_rules.ts";

/** A category of a row, and whether it is a part that is counted elsewhere too. */
export interface FoundCategory {
  id: string;
  is_subset: boolean;
  declared: FormCategory;
}

/**
 * The known category that a label names, word for word or in other words of the same meaning, blind to
 * numbering (`1.`, `II -`) and to `Trong đó:`; else null.
 */
export function categoryOf(
  { form, words }: Pick<Match, "form" | "words">,
  text: string,
): FoundCategory | null {
  const known = form.keys.category?.known;
  if (!known || text === "") return null;
  const { label, is_subset } = readSubset(text.replace(NUMBERING, ""));
  const id = idsByKey(known).get(wordKey(label)) ?? idByMeaning(known, label, words);
  const declared = id === undefined ? undefined : known[id];
  if (id === undefined || !declared) return null;
  return { id, declared, is_subset: is_subset || (declared.is_subset ?? false) };
}

/** The one category of which a text means the same as the label, none of whose words is strange. */
function idByMeaning(
  known: Readonly<Record<string, FormCategory>>,
  label: string,
  words: TermReader,
): string | undefined {
  const meant = meaningKey(label, words);
  const ids = meant === null ? [] : (idsByMeaning(known, words).get(meant) ?? []);
  return ids.length === 1 ? ids[0] : undefined;
}

const meanings = new WeakMap<TermReader, WeakMap<object, Map<string, string[]>>>();

/** What the texts of each known category mean, read once. */
function idsByMeaning(
  known: Readonly<Record<string, FormCategory>>,
  words: TermReader,
): Map<string, string[]> {
  const ofWords = meanings.get(words) ?? new WeakMap<object, Map<string, string[]>>();
  meanings.set(words, ofWords);
  const ids = ofWords.get(known) ?? indexMeanings(known, words);
  ofWords.set(known, ids);
  return ids;
}

function indexMeanings(
  known: Readonly<Record<string, FormCategory>>,
  words: TermReader,
): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [id, { texts }] of Object.entries(known))
    for (const meant of new Set(texts.map((text) => meaningKey(text, words))))
      if (meant !== null) ids.set(meant, [...(ids.get(meant) ?? []), id]);
  return ids;
}

function meaningKey(text: string, words: TermReader): string | null {
  const { meanings, unknown } = words.read(text);
  const terms = [...new Set(meanings.map((each) => each.join("/")))].sort();
  return terms.length > 0 && unknown.length === 0 ? terms.join(" ") : null;
}

/** The known category that a text names word for word. */
export function knownCategory({ keys }: Pick<Form, "keys">, text: string): string | null {
  const known = keys.category?.known;
  return (known && idsByKey(known).get(wordKey(text))) ?? null;
}

const NUMBERING = /^\s*(?:(?:[IVX]+|[A-H]|\d+(?:\.\d+)*)\s*[.):-]\s*|[-+*•]\s*)/u;

const remembered = new WeakMap<object, Map<string, string>>();

function idsByKey(known: Readonly<Record<string, FormCategory>>): Map<string, string> {
  const keys =
    remembered.get(known) ??
    new Map(Object.entries(known).flatMap(([id, { texts }]) => texts.map((t) => [wordKey(t), id])));
  remembered.set(known, keys);
  return keys;
}
