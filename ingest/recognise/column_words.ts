import type { Form, FormColumn } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import type { Phrase, TermReader } from "../parse/vocabulary.ts";

/** Subsets are told by the words beside them. */
const PART = "in_which";

/** One way to head a column, in terms: what must be said, what may be said beside. */
export interface ColumnPhrase {
  /** The whole header as words. */
  key: string;
  /** Each to be met by one meaning of the header; of several terms any. */
  required: readonly (readonly string[])[];
  optional: ReadonlySet<string>;
  /** Of a header that says nothing else: its words that add nothing elsewhere. */
  neutral: readonly string[];
}

/** A column of a form with the ways to head it. */
export interface ColumnWords extends Pick<FormColumn, "type"> {
  id: string;
  phrases: readonly ColumnPhrase[];
  /** The unit of its figures: a header that counts in another is another's. */
  unit: string | null;
}

/** What happened in the period is a flow, what came together up to its end a stock: of the other each is another figure. */
const SAID_BESIDE = { flow: ["within_period"], stock: ["cumulative", "to_date"] };

/** The ways to head the columns of a form. What stands in `[ ]` may be said or not. */
export function columnWords(
  form: Pick<Form, "columns" | "measures" | "checks">,
  words: TermReader,
): ColumnWords[] {
  return Object.entries(form.columns).map(([id, { headers, type }]) => {
    const beside = SAID_BESIDE[isStock(form, id) ? "stock" : "flow"];
    const phrases = headers.map((header) => columnPhrase(header, words, beside));
    const unit = form.measures[id]?.unit ?? null;
    return { id, type, phrases, unit: typeof unit === "string" ? unit : null };
  });
}

/** Whether a column tells what is there; a rate is of the kind of what it is a share of. */
function isStock(
  { columns, measures, checks = [] }: Pick<Form, "columns" | "measures" | "checks">,
  id: string,
): boolean {
  const { type } = columns[id] ?? {};
  const measure = measures[id];
  if (!measure) return type === "number" || type === "count";
  if (measure.kind !== "ratio") return measure.kind === "stock";
  const shares = checks.flatMap((one) => (one.rule === "ratio" && one.ratio === id ? one : []));
  return shares.some(({ numerator }) => measures[numerator]?.kind === "stock");
}

function columnPhrase(header: string, words: TermReader, also: readonly string[]): ColumnPhrase {
  const said = header.replace(OPTIONAL, " ").replaceAll("|", " ");
  const beside = [...header.matchAll(OPTIONAL)].map(([, text = ""]) => words.read(text));
  const { meanings, neutral } = words.read(said);
  return {
    key: wordKey(said),
    required: distinct(withoutPart(meanings)),
    optional: new Set([...also, ...beside.flatMap(({ meanings: all }) => all.flat())]),
    neutral: meanings.length === 0 ? neutral : [],
  };
}

function distinct(meanings: Phrase["meanings"]): Phrase["meanings"] {
  return [...new Map(meanings.map((meaning) => [meaning.join(" "), meaning])).values()];
}

const OPTIONAL = /\[([^\]]*)\]/g;

/** The header of a column in terms. */
export interface HeaderMeaning {
  /** All levels as one key. */
  key: string;
  /** The meanings of each level from the top. */
  levels: readonly (readonly (readonly string[])[])[];
  /** The terms of all of them. */
  terms: ReadonlySet<string>;
  neutral: ReadonlySet<string>;
  /** A part of what the level above says (`Trong đó`). */
  is_part: boolean;
  /** Words that nobody knows, of the lowest level and of those above. */
  unknown: readonly string[];
  unknown_above: readonly string[];
  is_misspelt: boolean;
}

/** What the levels of a header say. */
export function headerMeaning(
  { texts, key }: { texts: readonly string[]; key: string },
  words: TermReader,
): HeaderMeaning {
  const levels = texts.map((text) => readHeader(text, words));
  const above = levels.slice(0, -1);
  const meanings = levels.map((level) => withoutPart(level.meanings));
  return {
    key,
    levels: meanings,
    terms: new Set(meanings.flat(2)),
    neutral: new Set(levels.flatMap(({ neutral }) => neutral)),
    is_part: levels.some(isPart),
    unknown: levels.at(-1)?.unknown ?? [],
    unknown_above: above.flatMap(({ unknown }) => unknown),
    is_misspelt: levels.some(({ is_misspelt }) => is_misspelt),
  };
}

/** A header; where it says the same in another language behind a mark, that is read past. */
export function readHeader(text: string, words: TermReader): Phrase {
  const whole = words.read(text);
  const isShort = text.length <= LONGEST_HEADER && whole.unknown.length > 0;
  const [, head = "", gloss = ""] = isShort ? (GLOSS.exec(text) ?? []) : [];
  const foreign = gloss.match(/[a-z]+/gi)?.length ?? 0;
  const isForeign = foreign > 0 && words.read(gloss).unknown.length * 2 >= foreign;
  return isForeign ? words.read(head) : whole;
}

/** The pattern takes the square of a text's length. */
const LONGEST_HEADER = 300;
const GLOSS = /^(.*[^ -~].*?)(?:\s[-–]\s|\/|\(|\n)\s*([ -~]{3,})$/;

function isPart({ meanings }: Phrase): boolean {
  return meanings.some((meaning) => meaning.includes(PART));
}

function withoutPart(meanings: Phrase["meanings"]): Phrase["meanings"] {
  return meanings.filter((meaning) => !meaning.includes(PART));
}
