import type { Form, FormColumn } from "../form.ts";
import { type Lessons, NO_LESSONS } from "../lessons.ts";
import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import { memoisedText } from "../parse/memoised_text.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import { type ColumnWords, columnWords, readHeader } from "./column_words.ts";
import { wordsOf } from "./own_words.ts";

/** What forms are matched against, prepared once for many sheets. */
export interface Catalogue {
  editions: EditionWords[];
  words: TermReader;
  /** Whether a text reads like the header of some form's column. */
  isHeader: (text: string) => boolean;
  /** Recognises the areas that sheets speak of. */
  areas: AreaReader;
  /** What people have answered of the file at hand; nothing until one is. */
  lessons: Lessons;
}

/** A form as one of its editions heads it; the newest edition has no name. */
export interface EditionWords {
  form: Form;
  edition: string | null;
  columns: ColumnWords[];
  /** Sets of terms of which one must be said by a sheet of the form. */
  subjects: string[][];
  /** Terms that titles of such sheets have; among them a sheet's own marks. */
  title: Set<string>;
  marks: Set<string>;
  /** Terms that a title may say of the whole form. */
  title_allowed: Set<string>;
  /** Terms that speak against other forms but not against this one. */
  allowed: Set<string>;
  excludes: Set<string>;
  fileWords: string[];
}

/** Prepares forms, with their editions, and the programme's areas for recognising sheets. */
export function catalogue(
  forms: readonly Form[],
  areas: AreaReader,
  {
    words = wordsOf(forms),
    lessons = NO_LESSONS,
  }: Partial<Pick<Catalogue, "words" | "lessons">> = {},
): Catalogue {
  const editions = forms.flatMap((form) => [
    editionWords(form, null, words),
    ...Object.keys(form.editions ?? {}).map((edition) => editionWords(form, edition, words)),
  ]);
  const terms = new Set(
    editions.flatMap(({ columns }) =>
      columns.flatMap(({ phrases }) => phrases.flatMap(({ required }) => required.flat())),
    ),
  );
  const isHeader = memoisedText((text) => {
    const { meanings, unknown } = readHeader(text, words);
    const isOfColumn = meanings.every((each) => each.some((term) => terms.has(term)));
    return meanings.length > 0 && unknown.length === 0 && isOfColumn;
  });
  return { editions, words, isHeader, areas, lessons };
}

function editionWords(declared: Form, edition: string | null, words: TermReader): EditionWords {
  const form = edition === null ? declared : withEdition(declared, edition);
  const { subject = [], title_words, marks, allows = [], excludes = [], file_words } = form.match;
  const subjects = subject.map((text) => termsOf(text, words));
  const columns = columnWords(form, words);
  return {
    form,
    edition,
    columns,
    title_allowed: titleTerms(form, columns, words),
    subjects,
    title: new Set([...subjects.flat(), ...title_words.flatMap((text) => termsOf(text, words))]),
    marks: new Set((marks?.title ?? []).flatMap((text) => termsOf(text, words))),
    allowed: new Set([...subjects.flat(), ...allows.flatMap((text) => termsOf(text, words))]),
    excludes: new Set(excludes.flatMap((text) => termsOf(text, words))),
    fileWords: file_words.map(wordKey),
  };
}

/** Terms of the form's own words and of the headers of its figures and keys; none that names a part of what it counts. */
function titleTerms(form: Form, columns: readonly ColumnWords[], words: TermReader): Set<string> {
  const { subject = [], title_words, marks, allows = [], beside = [] } = form.match;
  const own = [form.title_vi, ...subject, ...title_words, ...(marks?.title ?? [])];
  const said = [...own, ...allows, ...beside];
  const { area, category } = form.keys;
  const isWhole = ({ id }: ColumnWords) =>
    form.measures[id]
      ? !form.measures[id].is_subset
      : [area?.column, category?.column].includes(id);
  const ofColumns = columns.filter(isWhole).flatMap(({ phrases }) => phrases);
  const phrases = said.map((text) => words.read(text));
  return new Set([
    ...phrases.flatMap(({ meanings, neutral }) => [...meanings.flat(), ...neutral]),
    ...ofColumns
      .flatMap(({ required }) => required.flat())
      .filter((term) => !words.isExcluding(term)),
  ]);
}

function termsOf(text: string, words: TermReader): string[] {
  return words.read(text).meanings.flat();
}

/** The form as it stood in an edition: the newest with the edition's exceptions. */
function withEdition(form: Form, edition: string): Form {
  const { columns = {}, measures = {}, window = form.window } = form.editions?.[edition] ?? {};
  const merge = <T extends object>(whole: Record<string, T>, sparse: Record<string, Partial<T>>) =>
    Object.fromEntries(Object.entries(whole).map(([id, all]) => [id, { ...all, ...sparse[id] }]));
  return {
    ...form,
    window,
    columns: merge(form.columns, columns as Record<string, Partial<FormColumn>>),
    measures: merge(form.measures, measures as Record<string, object>),
  };
}
