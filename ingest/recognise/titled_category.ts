import type { Form } from "../form.ts";
import { wordKey } from "../parse/key.ts";
import type { TermReader } from "../parse/vocabulary.ts";
import { knownCategory } from "./category.ts";

/** What stands around the name of what a title counts, as keys. */
const BEFORE =
  /^(?:(?:\d{1,2}|[ivx]+) )?(?:(?:bang|bieu|phu luc|bao cao|tong hop|thong ke|theo doi|so lieu|tinh hinh|ket qua|so vu|cac vu)(?: so)?(?: \d+)? )*/;
const BEHIND =
  / (?:(?:chia |phan )?theo|cua|o cac|cac to|tai(?! san)|tren dia ban|trong thang|thang \d+|quy|tu ngay) .*$/;

/** Terms of lines that say when, where or in what unit. */
const BESIDE = ["from", "to", "until", "period", "unit_of_measure", "area", "neighbourhood"];

/**
 * The one known category that the lines above a table say all of it is of, word for word: the last line that
 * says what is counted names it, and none names another. Null where they leave it open.
 */
export function titledCategory(
  lines: readonly string[],
  form: Form,
  words: TermReader,
): string | null {
  const named = lines
    .filter((line) => saysWhat(line, words))
    .map((line) => namedIn(wordKey(line).replace(BEFORE, "").replace(BEHIND, ""), form));
  const ids = new Set(named.filter((id) => id !== null));
  return ids.size === 1 ? (named.at(-1) ?? null) : null;
}

/** `tội phạm trộm cắp` is `trộm cắp`. */
function namedIn(text: string, form: Form): string | null {
  return knownCategory(form, text) ?? knownCategory(form, text.replace(/^toi pham (?:ve )?/, ""));
}

function saysWhat(line: string, words: TermReader): boolean {
  const { meanings } = words.read(line);
  return meanings.flat().some((term) => !BESIDE.includes(term));
}
