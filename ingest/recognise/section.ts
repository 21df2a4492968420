import type { Form } from "../form.ts";
import type { TermReader } from "../parse/vocabulary.ts";

/**
 * A function that names the declared section of a list that a heading or a title opens (`I Tăng`, `A. DANH SÁCH
 * BÁO TĂNG`), null where it speaks of none or of several. A section is known by the terms of its texts.
 */
export function sectionReader(
  { records }: Form,
  words: TermReader,
): (text: string) => string | null {
  const sections = Object.entries(records?.sections ?? {}).map(([id, { texts }]) => {
    return { id, terms: new Set(texts.flatMap((text) => words.read(text).meanings.flat())) };
  });
  return (text) => {
    const said = sections.length > 0 ? words.read(text).meanings.flat() : [];
    const found = sections.filter(({ terms }) => said.some((term) => terms.has(term)));
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
}
