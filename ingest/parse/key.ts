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
  const key = stripAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  remembered.set(text, key);
  return key;
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
