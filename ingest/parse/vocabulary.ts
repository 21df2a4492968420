import { readAge } from "./age.ts";
import { editDistance } from "./edit_distance.ts";
import { withoutFurniture } from "./header_furniture.ts";
import { accentedKey } from "./key.ts";
import { memoisedText } from "./memoised_text.ts";

/**
 * What words add to a header: nothing, a meaning, or one that speaks against a whole table where its title says it.
 * Those of a caveat are read in remarks alone: they tell that figures are not what they seem; harmless ones tell of
 * a remark in other words that it limits nothing.
 */
export type TermRole = "neutral" | "meaning" | "excluding" | "caveat" | "harmless";

/** Words of one meaning; an abbreviation may stand for two terms. Plain data: it goes to other processes. */
export interface VocabularyEntry {
  terms: readonly string[];
  role: TermRole;
  words: readonly string[];
}

/** A text taken apart into terms. */
export interface Phrase {
  /** Each thing that is meant, with what it may mean: words without marks may mean several. */
  meanings: readonly (readonly string[])[];
  /** Terms that add nothing where others stand. */
  neutral: readonly string[];
  /** Words that the vocabulary does not know. */
  unknown: readonly string[];
  /** A word was read for another that it nearly is. */
  is_misspelt: boolean;
}

/** Reads texts by the vocabulary. */
export interface TermReader {
  read(text: string): Phrase;
  /** The words of a text part by part, each with the terms that it may mean; none where nobody knows it. */
  parts(text: string): TextPart[];
  /** Whether a title that says this term speaks of something of its own. */
  isExcluding(term: string): boolean;
  /** Whether a term adds nothing. */
  isNeutral(term: string): boolean;
  /** The caveat by which a remark limits the figures that it is about (`chỉ tính …`, `số ước`), or null. */
  caveatIn(text: string): string | null;
  /** The kind of remark that limits nothing (`nguồn: …`, `tăng do …`) which a text is by its words, or null. */
  harmlessIn(text: string): string | null;
}

interface Known {
  terms: readonly string[];
  role: TermRole;
  /** With its marks. */
  accented: string;
}

interface Found {
  length: number;
  known: readonly Known[];
  is_misspelt: boolean;
}

const LONGEST = 9;
/** Shorter than this, words that differ in one letter are often other words. */
const SHORTEST_MISSPELT = 7;
/** A longer text is prose: no header is looked for among its misspelt words. */
const MOST_MISSPELT_WORDS = 40;

/** Opens a reader of a vocabulary. The longest words count; what was read is remembered. */
export function termReader(entries: readonly VocabularyEntry[]): TermReader {
  const ofRole = (wanted: TermRole) => entries.filter(({ role }) => role === wanted);
  const index = indexOf(entries.filter(({ role }) => !OF_REMARKS.includes(role)));
  const roles = rolesOf(entries);
  return {
    read: memoisedText((text) => readPhrase(text, index)),
    parts: memoisedText((text) => readTextParts(text, index)),
    isExcluding: (term) => roles.get(term) === "excluding",
    isNeutral: (term) => roles.get(term) === "neutral",
    caveatIn: memoisedText(finderOf(ofRole("caveat"))),
    harmlessIn: memoisedText(finderOf(ofRole("harmless"))),
  };
}

/** Words that are read in remarks alone. */
const OF_REMARKS: readonly TermRole[] = ["caveat", "harmless"];

function finderOf(entries: readonly VocabularyEntry[]): (text: string) => string | null {
  const keys = entries.flatMap(({ terms: [term = ""], words }) =>
    words.map((word) => ({ ...keysOf(word), term })),
  );
  return (text) => {
    const { plain, accented } = accentedKey(text);
    const spelling = plain === accented ? "plain" : "accented";
    const said = ` ${spelling === "plain" ? plain : accented} `;
    return keys.find((key) => said.includes(` ${key[spelling]} `))?.term ?? null;
  };
}

/** A term's role is that of the row which means it alone. */
function rolesOf(entries: readonly VocabularyEntry[]): Map<string, TermRole> {
  const ranked = [...entries].sort((a, b) => b.terms.length - a.terms.length);
  return new Map(ranked.flatMap(({ terms, role }) => terms.map((term) => [term, role] as const)));
}

/** A vocabulary is opened again with the words of forms added. */
const keysOf = memoisedText(accentedKey);

interface Index {
  byKey: ReadonlyMap<string, readonly Known[]>;
  /** Without spaces: abbreviations with dots, words run together. */
  bySqueezed: ReadonlyMap<string, readonly Known[]>;
  /** The words without spaces that are nearly a text. */
  nearly: (squeezed: string) => readonly string[];
}

function indexOf(entries: readonly VocabularyEntry[]): Index {
  const byKey = new Map<string, Known[]>();
  const bySqueezed = new Map<string, Known[]>();
  for (const { terms, role, words } of entries)
    for (const word of words) {
      const { plain, accented } = keysOf(word);
      const known = { terms, role, accented };
      byKey.set(plain, [...(byKey.get(plain) ?? []), known]);
      const squeezed = plain.replaceAll(" ", "");
      bySqueezed.set(squeezed, [...(bySqueezed.get(squeezed) ?? []), known]);
    }
  const long = [...bySqueezed.keys()].filter(({ length }) => length >= SHORTEST_MISSPELT);
  return { byKey, bySqueezed, nearly: nearFinder(long) };
}

/** A function that finds the words of nearly the same letters; their number and kinds are compared first. */
function nearFinder(long: readonly string[]): (squeezed: string) => readonly string[] {
  const keys = long.map((key) => ({ key, letters: lettersOf(key) }));
  return memoisedText((squeezed) => {
    const bound = squeezed.length >= 2 * SHORTEST_MISSPELT ? 2 : 1;
    const own = lettersOf(squeezed);
    const isLike = ({ key, letters }: (typeof keys)[number]) =>
      Math.abs(key.length - squeezed.length) <= bound && bitsOf(letters ^ own) <= 2 * bound;
    const near = keys.filter((each) => isLike(each) && editDistance(each.key, squeezed) <= bound);
    return near.map(({ key }) => key);
  });
}

/** A bit for each letter of a word: a letter that is replaced changes two of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let rest = letters; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function readPhrase(text: string, index: Index): Phrase {
  const { age, rest } = readAge(withoutFurniture(text));
  const { plain, accented } = accentedKey(rest);
  const words = plain === "" ? [] : plain.split(" ");
  const marked = plain === accented ? null : accented.split(" ");
  const phrase: Phrase & { meanings: string[][]; neutral: string[]; unknown: string[] } = {
    meanings: age === null ? [] : [[age]],
    neutral: [],
    unknown: [],
    is_misspelt: false,
  };
  for (const { at, length, known, is_misspelt } of readParts(words, index)) {
    const said = marked?.slice(at, at + length).join(" ") ?? null;
    const chosen = said === null ? known : choose(known, said, length);
    if (chosen.length === 0) phrase.unknown.push(...words.slice(at, at + 1).filter(isWord));
    take(chosen, phrase);
    phrase.is_misspelt ||= is_misspelt;
  }
  return phrase;
}

/** A part of a text: as written, with what it may mean; nothing where nobody knows it. */
export interface TextPart {
  text: string;
  terms: readonly string[];
  /** No other word of the same letters is written. */
  is_sure: boolean;
}

function readTextParts(text: string, index: Index): TextPart[] {
  const { age, written: aged, rest } = readAge(withoutFurniture(text));
  const { plain, accented } = accentedKey(rest);
  const words = plain === "" ? [] : plain.split(" ");
  const marked = plain === accented ? null : accented.split(" ");
  const written = rest.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const shown = written.length === words.length ? written : words;
  const ages = age === null ? [] : [{ text: aged, terms: [age], is_sure: true }];
  const parts = readParts(words, index).map(({ at, length, known, is_misspelt }) => {
    const said = marked?.slice(at, at + length).join(" ") ?? null;
    const chosen = said === null ? known : choose(known, said, length);
    const terms = chosen.flatMap(({ terms: all }) => all);
    const isExact = said === null || chosen.some((one) => one.accented === said);
    return {
      text: shown.slice(at, at + length).join(" "),
      terms,
      is_sure: isExact && !is_misspelt,
    };
  });
  return [...ages, ...parts];
}

interface Part extends Found {
  at: number;
}

/** Misspelt words are looked for only where some stay unknown. */
function readParts(words: readonly string[], index: Index): Part[] {
  const exact = partsOf(words, index, false);
  const isNear =
    words.length <= MOST_MISSPELT_WORDS && exact.some(({ known }) => known.length === 0);
  return isNear ? partsOf(words, index, true) : exact;
}

/** Parts a text so that the fewest words stay unknown, in the fewest parts. */
function partsOf(words: readonly string[], index: Index, isNear: boolean): Part[] {
  const best: Way[] = [{ cost: 0, first: null, rest: null }];
  for (let at = words.length - 1; at >= 0; at--) {
    const choices = foundAt(words, at, index, isNear).map((found): Way => {
      const rest = best[words.length - at - found.length] as Way;
      return { cost: rest.cost + costOf(found), first: { ...found, at }, rest };
    });
    best.push(choices.reduce((a, b) => (b.cost < a.cost ? b : a)));
  }
  return partsAlong(best.at(-1) ?? null);
}

/** The cheapest parts from a word on, each with those after it. */
interface Way {
  cost: number;
  first: Part | null;
  rest: Way | null;
}

function partsAlong(way: Way | null): Part[] {
  const parts: Part[] = [];
  for (let at = way; at?.first; at = at.rest) parts.push(at.first);
  return parts;
}

/** Of as many parts those that add nothing are preferred: `tổng số` and `căn hộ`, not `căn` and `hộ`. */
function costOf({ known, is_misspelt }: Found): number {
  if (known.length === 0) return 101;
  const isMeant = known.some(({ role }) => role !== "neutral");
  return 1 + (is_misspelt ? 50 : 0) + (isMeant ? 0.1 : 0);
}

/** What the words from one on may be, the longest first; last the one word that is not known. */
function foundAt(words: readonly string[], at: number, index: Index, isNear: boolean): Found[] {
  const most = Math.min(LONGEST, words.length - at);
  const lengths = Array.from({ length: most }, (_, shorter) => most - shorter);
  const exact = lengths.flatMap((length): Found[] => {
    const slice = words.slice(at, at + length);
    const known =
      index.byKey.get(slice.join(" ")) ??
      (isSpelt(slice) ? index.bySqueezed.get(slice.join("")) : undefined);
    return known ? [{ length, known, is_misspelt: false }] : [];
  });
  const near = isNear ? misspeltAt(words, at, most, index) : null;
  return [...exact, ...(near ? [near] : []), { length: 1, known: [], is_misspelt: false }];
}

function isWord(text: string): boolean {
  return /[a-z]/.test(text);
}

/** `B.H.Y.T`, or one word of several run together. */
function isSpelt(words: readonly string[]): boolean {
  return words.length === 1 || words.every(({ length }) => length === 1);
}

/** Words that are nearly those of one meaning, and of no other. */
function misspeltAt(
  words: readonly string[],
  at: number,
  most: number,
  { nearly, bySqueezed }: Index,
): Found | null {
  for (let length = most; length > 0; length--) {
    const squeezed = words.slice(at, at + length).join("");
    if (squeezed.length < SHORTEST_MISSPELT || !/^[a-z]+$/.test(squeezed)) continue;
    const known = nearly(squeezed).flatMap((key) => bySqueezed.get(key) ?? []);
    const ids = new Set(known.map(({ terms }) => terms.join(" ")));
    if (ids.size === 1) return { length, known, is_misspelt: true };
  }
  return null;
}

/** Where marks are written they tell words of the same letters apart; several words may miss some. */
function choose(known: readonly Known[], accented: string, length: number): readonly Known[] {
  const exact = known.filter((one) => one.accented === accented);
  return exact.length > 0 || length === 1 ? exact : known;
}

function take(
  known: readonly Known[],
  { meanings, neutral }: { meanings: string[][]; neutral: string[] },
): void {
  const meant = known.filter(({ role }) => role !== "neutral");
  for (const { terms } of known.filter(({ role }) => role === "neutral")) neutral.push(...terms);
  const [first] = meant;
  if (first && meant.length === 1) meanings.push(...first.terms.map((term) => [term]));
  else if (first) meanings.push([...new Set(meant.flatMap(({ terms }) => terms))]);
}
