/**
 * The key by which headers and titles are compared: lower-case ASCII words with single spaces.
 * Blind to accents, case, punctuation, spacing and the placement of tone marks
 * (`Hòa` = `Hoà`, `Tỷ lệ (%)` = `ty le`).
 */
export function wordKey(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const key = stripAccents(withoutFootnotes(text))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  remembered.set(text, key);
  return key;
}

/** Raised digits are marks of footnotes, but for those of units (`m²`). */
function withoutFootnotes(text: string): string {
  return text.replace(/(?<!(?:^|[^\p{L}])[kcd]?m)[⁽]?[⁰¹²³⁴-⁹]+[⁾]?/giu, " ");
}

/** Long lists ask for the keys of few texts, very often. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 10_000;

/** The text without marks over and under letters and without characters that nobody sees; đ, which no decomposition reaches, becomes d. */
export function stripAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * The key of a text, and the same with its marks: each word's letters, its tone behind them, so that
 * `hòa` is `hoà` and `bán` is not `bản`.
 */
export function accentedKey(text: string): { plain: string; accented: string } {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d]+/u)
    .map((word) => ({ plain: wordKey(word), accented: toneLast(word) }))
    .filter(({ plain }) => plain !== "");
  return {
    plain: words.map(({ plain }) => plain).join(" "),
    accented: words.map(({ accented }) => accented).join(" "),
  };
}

function toneLast(word: string): string {
  const letters = word.normalize("NFD");
  return letters.replace(TONES, "") + (letters.match(TONES) ?? []).join("");
}
