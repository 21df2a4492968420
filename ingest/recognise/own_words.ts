import type { Form } from "../form.ts";
import { accentedKey } from "../parse/key.ts";
import { loadVocabulary } from "../parse/load_vocabulary.ts";
import { type TermReader, termReader, type VocabularyEntry } from "../parse/vocabulary.ts";

const OWN = "own_";

/** Whether a term is a word that only the form knows which declares it: to others it is an unknown word. */
export function isOwnTerm(term: string): boolean {
  return term.startsWith(OWN);
}

let loaded: { entries: readonly VocabularyEntry[]; reader: TermReader } | null = null;

/** The shipped vocabulary, opened once. */
function vocabulary() {
  if (loaded) return loaded;
  const entries = loadVocabulary();
  loaded = { entries, reader: termReader(entries) };
  return loaded;
}

/** The vocabulary with the words of forms that it lacks, each a term of its own: whoever declares a header means it. */
export function wordsOf(forms: readonly Form[]): TermReader {
  const { entries, reader } = vocabulary();
  const added = new Map(
    forms
      .flatMap(declaredTexts)
      .flatMap((text) => newWords(text, reader).map((word) => [word.accented, word])),
  );
  if (added.size === 0) return reader;
  const own = [...added.values()].map(({ plain, accented }): VocabularyEntry => {
    return { terms: [`${OWN}${plain}`], role: "meaning", words: [accented] };
  });
  return termReader([...entries, ...own]);
}

function declaredTexts({ columns, match }: Form): string[] {
  const { subject = [], title_words, marks } = match;
  const headers = Object.values(columns).flatMap((column) => column.headers);
  return [...headers, ...subject, ...title_words, ...(marks?.title ?? [])];
}

function newWords(text: string, reader: TermReader): { plain: string; accented: string }[] {
  const unknown = new Set(reader.read(text.replace(/[[\]|]/g, " ")).unknown);
  const { plain, accented } = accentedKey(text);
  const marked = accented.split(" ");
  return plain
    .split(" ")
    .map((word, index) => ({ plain: word, accented: marked[index] ?? word }))
    .filter((word) => unknown.has(word.plain));
}
