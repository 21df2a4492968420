import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import type { Sheet } from "../read/grid.ts";
import type { Headers } from "./assign_columns.ts";
import type { EditionWords } from "./form_catalogue.ts";
import type { SheetView } from "./match.ts";
import { sectionReader } from "./section.ts";
import { isLetterhead } from "./title.ts";
import { isAbout } from "./title_content.ts";

/** What the lines above a table and the names of its sheet and file say. */
export interface SheetWords {
  /** All lines above the table. */
  above: readonly string[];
  /** The names of the sheet and its file, as words. */
  names: readonly string[];
  /** Those that speak of the table. */
  lines: readonly string[];
  /** Terms of these lines, or of the file's name where there are none. */
  title_terms: ReadonlySet<string>;
  /** Terms of all of them. */
  terms: ReadonlySet<string>;
  file_key: string;
}

/** Lines of the form `Đơn vị: …` say something of their own. */
const LABELLED = /^[^:]{2,30}:\s*\S/;
const EXTENSION = /\.[a-z]{2,5}$/i;

/** Reads the words around a table whose header stands in a row (0-based). */
export function sheetWords(
  sheet: Sheet,
  top: number,
  file: string,
  { words, areas }: { words: TermReader; areas: AreaReader },
): SheetWords {
  const around = sheet.rows.slice(0, top).flatMap((row) => row.flatMap((cell) => cell ?? []));
  const above = around.filter(({ is_struck }) => !is_struck).map(({ text }) => text);
  const all = above.flatMap((text) => text.split("\n"));
  const lines = all.filter((line) => line.trim() !== "" && !isLetterhead(line, areas));
  const name = nameOf(file);
  const termsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const { meanings, neutral, is_misspelt } = words.read(text);
      const meant = meanings.flat().filter((term) => !is_misspelt || !words.isExcluding(term));
      return [...meant, ...neutral];
    });
  const isSpoken = (line: string) => !LABELLED.test(line) && !isComparison(line, words);
  const spoken = lines.filter(isSpoken);
  const asked = lines.filter((line) => isSpoken(line) || isAbout(line));
  const title_terms = new Set(termsOf(spoken.length > 0 ? spoken : [name]));
  const terms = new Set(termsOf([...lines, sheet.name, name]));
  const names = [sheet.name, name];
  return { above: all, names, lines: asked, title_terms, terms, file_key: wordKey(name) };
}

/** `Tăng so với thời điểm 31/12/2025` speaks of another time. */
function isComparison(line: string, words: TermReader): boolean {
  return words.read(line).meanings.some((meaning) => meaning.some((term) => /^against/.test(term)));
}

/** The words of a file's name: `gpmb_lechan_30092026.csv`. */
function nameOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(EXTENSION, "").replace(/[_.+-]+/g, " ");
}

/** Whether a sheet says what the form is about: around its table or in its headers. */
export function saysSubject(
  { subjects }: EditionWords,
  { terms }: SheetWords,
  { cells, meaningOf }: Pick<Headers, "cells" | "meaningOf">,
): boolean {
  const said = new Set([...terms, ...cells.flatMap((cell) => meaningOf(cell).levels.flat(2))]);
  return subjects.length === 0 || subjects.some((all) => all.every((term) => said.has(term)));
}

/** Whether something that only the form has is there: one of its own columns, words or headings. */
export function saysMark(
  edition: EditionWords,
  columns: ReadonlyMap<string, number>,
  view: SheetView,
): boolean {
  const declared = edition.form.match.marks;
  if (!declared) return true;
  return (
    declared.columns.some((id) => columns.has(id)) ||
    [...edition.marks].some((term) => view.words.title_terms.has(term)) ||
    hasSection(edition, view)
  );
}

const HEADINGS = 2;

/** Whether a list is parted by the headings that a form declares (`I Tăng`). */
export function hasSection({ form }: EditionWords, { sheet, catalogue }: SheetView): boolean {
  const sectionOf = sectionReader(form, catalogue.words);
  const sections = Object.keys(form.records?.sections ?? {});
  if (sections.length === 0) return false;
  return sheet.rows.some((row) => {
    const filled = row.filter((cell) => cell !== null);
    return filled.length <= HEADINGS && filled.some(({ text }) => sectionOf(text) !== null);
  });
}

/** A plan beside what was done is no plan. */
const OUTWEIGHED: readonly string[] = ["plan", "target"];

/** The terms of the title that speak against a form. */
export function speaksAgainst(
  { allowed, excludes, form }: EditionWords,
  { words: { title_terms }, catalogue: { words } }: SheetView,
): string[] {
  if (form.match.allows?.includes("*")) return [];
  const isOutweighed = (term: string) =>
    OUTWEIGHED.includes(term) && (title_terms.has("done") || title_terms.has("achieved"));
  return [...title_terms].filter(
    (term) =>
      excludes.has(term) || (words.isExcluding(term) && !allowed.has(term) && !isOutweighed(term)),
  );
}
