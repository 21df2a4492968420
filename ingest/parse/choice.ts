import { wordKey } from "./key.ts";
import type { TermReader } from "./vocabulary.ts";

/** The texts that stand for each of the choices of a column. */
type Choices = Readonly<Record<string, readonly string[]>>;

/** What a text stands for among choices, a code with its words behind it too (`TM - Tăng mới`); else null. */
export function parseChoice(text: string, choices: Choices, words: TermReader): string | null {
  return (
    choiceOf(text, choices) ?? choiceOf(codeOf(text), choices) ?? choiceMeant(text, choices, words)
  );
}

function choiceOf(text: string, choices: Choices): string | null {
  const key = wordKey(text);
  const isIt = ([, texts]: [string, readonly string[]]) =>
    texts.some((one) => wordKey(one) === key);
  return Object.entries(choices).find(isIt)?.[0] ?? null;
}

/** The code before its words, else the text. */
function codeOf(text: string): string {
  return /^\s*(\p{Lu}{2,3}|\d)\s*[-–:.(]\s*\p{L}/u.exec(text)?.[1] ?? text;
}

/** The choice of whose texts a text says the most (`Tăng - tái tham gia`); null where two are said alike. */
function choiceMeant(text: string, choices: Choices, words: TermReader): string | null {
  const said = new Set(words.read(text).meanings.flat());
  const worth = (one: string) => {
    const terms = [...new Set(words.read(one).meanings.flat())];
    return terms.every((term) => said.has(term)) ? terms.length : 0;
  };
  const ranked = Object.entries(choices)
    .map(([id, texts]) => ({ id, worth: Math.max(0, ...texts.map(worth)) }))
    .sort((a, b) => b.worth - a.worth);
  const [first, second] = ranked;
  return first && first.worth > (second?.worth ?? 0) ? first.id : null;
}
