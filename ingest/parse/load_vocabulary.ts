import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { root } from "../../lib/store/home.ts";
import type { TermRole, VocabularyEntry } from "./vocabulary.ts";

/** The words of the field, below the project's folder: one table for all forms. */
export const vocabularyFile = "data/vocabulary.csv";

const ROLES: readonly string[] = [
  "neutral",
  "meaning",
  "excluding",
  "caveat",
  "harmless",
] satisfies TermRole[];

/**
 * Reads the vocabulary.
 * @throws Error that names the row whose role or words are not as they should be
 */
export function loadVocabulary(path: string = join(root, vocabularyFile)): VocabularyEntry[] {
  const text = readFileSync(path, "utf8");
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row, index) => {
    const { terms = "", role = "", words = "" } = row;
    if (terms === "" || words === "" || !ROLES.includes(role))
      throw new Error(`${vocabularyFile}, row ${index + 2}: terms, words and a role of ${ROLES}`);
    return { terms: terms.split(" "), role: role as TermRole, words: words.split("|") };
  });
}
