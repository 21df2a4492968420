import type { Form, FormColumn } from "../form.ts";
import { type Lessons, NO_LESSONS } from "../lessons.ts";
import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";

/** What forms are matched against, prepared once for many sheets. */
export interface Catalogue {
  editions: EditionWords[];
  /** Every header and every lowest level of one, as keys: a row that holds none is no header. */
  known: Set<string>;
  /** Recognises the areas that sheets speak of. */
  areas: AreaReader;
  /** What people have answered of the file at hand; nothing until one is. */
  lessons: Lessons;
}

/** A form as one of its editions heads it; the newest edition has no name. */
export interface EditionWords {
  form: Form;
  edition: string | null;
  columns: { id: string; synonyms: string[][] }[];
  titleWords: string[];
  fileWords: string[];
}

/** Prepares forms, with their editions, and the programme's areas for recognising sheets. */
export function catalogue(forms: readonly Form[], areas: AreaReader): Catalogue {
  const editions = forms.flatMap((form) => [
    editionWords(form, null),
    ...Object.keys(form.editions ?? {}).map((edition) => editionWords(form, edition)),
  ]);
  const synonyms = editions.flatMap(({ columns }) => columns.flatMap((column) => column.synonyms));
  const known = new Set(synonyms.flatMap((keys) => [keys.join(" "), keys.at(-1) ?? ""]));
  return { editions, known, areas, lessons: NO_LESSONS };
}

function editionWords(declared: Form, edition: string | null): EditionWords {
  const form = edition === null ? declared : withEdition(declared, edition);
  return {
    form,
    edition,
    columns: Object.entries(form.columns).map(([id, { headers }]) => ({
      id,
      synonyms: headers.map((header) => header.split("|").map(wordKey)),
    })),
    titleWords: form.match.title_words.map(wordKey),
    fileWords: form.match.file_words.map(wordKey),
  };
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
