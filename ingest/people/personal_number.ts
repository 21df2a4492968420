import { MASK } from "../problems/problem.ts";

/** What may stand between two digits of one number; a comma only where it parts thousands. */
const BETWEEN = String.raw`(?:[^\S\n]{0,2}[.\-–_·][^\S\n]{0,2}|[^\S\n]{1,2}|,(?=\p{Nd}{3}(?!\p{Nd})))?`;

/**
 * As many digits as the shortest number of a person has, with the letters of a health card or the plus of a
 * country before them; fewer behind the code of a town in parentheses.
 */
const LONG_NUMBER = new RegExp(
  [
    String.raw`\(0\p{Nd}{2,3}\)[^\S\n]?\p{Nd}(?:${BETWEEN}\p{Nd}){5,}`,
    String.raw`(?:(?<!\p{L})[A-Z]{2}[^\S\n]?(?=[1-5])|\+)?\p{Nd}(?:${BETWEEN}\p{Nd}){8,}`,
  ].join("|"),
  "gu",
);

/** Long runs of digits that say by their shape that they are of no person: dates, years, ranges of counts. */
const HARMLESS: readonly RegExp[] = [
  listOf(String.raw`(?:\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)`),
  listOf(String.raw`(?:19|20)\d\d`),
  listOf(String.raw`(?:[1-9]\d{0,2}\.\d{3}|[1-9]\.\d{3}\.\d{3})`),
];

const SUM_OF_MONEY = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/;
const CURRENCY = /^\s?(?:đồng(?!\s(?:chí|ý|thời))|đ|vnđ|vnd|usd)(?!\p{L})/iu;

/**
 * The text with a mask for every number of 9 digits or more that could be a person's: of a citizen, a card,
 * social insurance or a telephone, however it is spaced. Dates, years, ranges of counts and sums of money
 * that name their currency stay. Characters that nobody sees are left out.
 */
export function withoutPersonalNumbers(text: string): string {
  const seen = text.replace(/\p{Cf}+/gu, "");
  return seen.replace(LONG_NUMBER, (found, at: number) => {
    const behind = seen.slice(at + found.length, at + found.length + 20);
    const isMoney = SUM_OF_MONEY.test(found) && CURRENCY.test(behind);
    return isMoney || HARMLESS.some((shape) => shape.test(found)) ? found : MASK;
  });
}

/** Several of a shape with a dash between them; one alone may be a number of a person. */
function listOf(part: string): RegExp {
  return new RegExp(String.raw`^${part}(?:\s*[-–]\s*${part})+$`);
}
