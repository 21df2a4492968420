/** What parts the decimals of a file's numbers. */
export type DecimalMark = "." | ",";

/** A comma where any of a file's numbers has one that can be no thousands mark, else a point. */
export function decimalMark(texts: readonly string[]): DecimalMark {
  return texts.some((text) => WITH_COMMA.test(text)) ? "," : ".";
}

const WITH_COMMA = /^[+-]?\d{1,3}(?:(?:\.\d{3})+|\d*),\d+$/;
const WITH_POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** Points are thousands marks beside a decimal comma, and nothing else. */
const BESIDE_COMMA = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/;

/** The number that a text is by its file's mark, or null. */
export function seriesNumber(text: string, mark: DecimalMark): number | null {
  if (mark === ".") return WITH_POINT.test(text) ? Number(text) : null;
  return BESIDE_COMMA.test(text) ? Number(text.replaceAll(".", "").replace(",", ".")) : null;
}
