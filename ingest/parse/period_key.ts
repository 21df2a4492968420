import { stripAccents } from "./key.ts";

const MONTH_WORDS: Readonly<Record<string, number>> = {
  "mười một": 11,
  "mười hai": 12,
  mười: 10,
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const QUARTER_WORDS: Readonly<Record<string, number>> = {
  một: 1,
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
};
/** `hai nghìn không trăm hai mươi sáu`. */
const YEAR_IN_WORDS =
  /(?<!\p{L})hai ng(?:h[iì]n|[aà]n) (?:kh[oô]ng tr[aă]m )?(hai|ba) m[uư][oơ]i(?: (m[oố]t|hai|ba|t[uư]|b[oố]n|l[aă]m|n[aă]m|s[aá]u|b[aảẩ]y|t[aá]m|ch[ií]n))?(?!\p{L})/gu;
const DIGIT_WORDS = ["", "mot", "hai", "ba", "tu|bon", "lam|nam", "sau", "bay", "tam", "chin"];

/** Without accents these words also mean `từ`, `sau`: they count only before a year. */
const UNSURE_WITHOUT_ACCENTS: readonly string[] = ["tu", "sau"];
const YEAR_FOLLOWS = "(?=[ ,]*(?:năm|nam|/|[.-]) ?(?:20)?\\d\\d)";
/** `tháng Năm` is May only before a year of its own: `10 tháng năm 2026` is ten months. */
const MAY = /(?<!\d ?)(?<!\p{L})(tháng|thang) (?:năm|nam)(?=[\s,]*(?:(?:năm|nam) ?\d|[/.-] ?\d))/gu;

/**
 * The text in which periods are looked for: lower case without accents, one kind of dash, month and quarter
 * words as digits, lines parted by line breaks. Where a text has accents, words that only look like
 * tháng, quý, năm without them (quỹ, quy, nam, thang) are taken out.
 */
export function keyOfPeriods(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .replace(/[–—−]/g, "-")
    .replace(/…/g, "...")
    .replace(/[^\S\n]+/g, " ");
  const worded = digitsForWords(plain.replace(YEAR_IN_WORDS, yearOfWords));
  const isAccented = /[đà-ỹ]/.test(worded);
  return tidy(stripAccents(isAccented ? withoutLookalikes(worded) : worded).toLowerCase());
}

function yearOfWords(_: string, tens: string, ones = ""): string {
  const digit = (word: string) =>
    DIGIT_WORDS.findIndex((words) => words.split("|").includes(stripAccents(word)));
  return `20${digit(tens)}${digit(ones)}`;
}

function digitsForWords(text: string): string {
  const counts = wordChoice(MONTH_WORDS, (word) => word);
  return replaceWords(
    replaceWords(text, "tháng|thang", MONTH_WORDS),
    "quý|quí|quy|qui",
    QUARTER_WORDS,
  )
    .replace(MAY, "$1 5")
    .replace(
      new RegExp(`(?<!\\p{L}|\\p{L} )(${counts})(?= tháng (?:đầu|cuối|năm))`, "gu"),
      (word) => String(MONTH_WORDS[word]),
    );
}

function replaceWords(
  text: string,
  before: string,
  numbers: Readonly<Record<string, number>>,
): string {
  const bare = new Map(Object.entries(numbers).map(([word, n]) => [stripAccents(word), n]));
  const accented = wordChoice(numbers, (word) => word);
  const unaccented = wordChoice(numbers, (word) =>
    UNSURE_WITHOUT_ACCENTS.includes(stripAccents(word))
      ? `${stripAccents(word)}${YEAR_FOLLOWS}`
      : stripAccents(word),
  );
  return text.replace(
    new RegExp(`(?<!\\p{L})(${before})\\s(${accented}|${unaccented})(?!\\p{L})`, "gu"),
    (_, lead: string, word: string) => `${lead} ${numbers[word] ?? bare.get(word)}`,
  );
}

/** The longest first, so that `mười một` is not `mười`. */
function wordChoice(
  numbers: Readonly<Record<string, number>>,
  shape: (word: string) => string,
): string {
  return Object.keys(numbers)
    .sort((a, b) => b.length - a.length)
    .map(shape)
    .join("|");
}

function withoutLookalikes(text: string): string {
  return text
    .replace(/(?<!\p{L})so (?=tháng|quý|năm|kỳ|cùng)/gu, "so với ")
    .replace(/(?<!\p{L})quỹ(?!\p{L})/gu, "")
    .replace(/(?<!\p{L})qu[yi](?!\p{L})(?! ?(?:[ivx\d]|$))/gmu, "")
    .replace(/(?<!\p{L})quý (?=khách|vị|cơ|đơn|cấp|ông|bà|anh)/gu, "")
    .replace(/(?<!\p{L})nam(?!\p{L})(?!:? ?\d{4})/gu, "")
    .replace(/(?<!\p{L})thang(?!\p{L})(?!:? ?\d)/gu, "")
    .replace(/(?<!\p{L})tuấn|tuân(?!\p{L})/gu, "");
}

/** `Tháng: 10`, `ngày...31...tháng...10` and `31 / 10 / 2026` as they are usually written. */
function tidy(key: string): string {
  return key
    .replace(/\b(thang|qu[yi]|nam) bao cao ?:? ?(?=\d|[ivx]+\b)/g, "$1 ")
    .replace(/\btu 0?0 ?(?:gio|h|g)(?: ?00)?(?: phut)?(?: ngay)? /g, "tu ngay ")
    .replace(
      /\bden (?:het )?(?:24|23) ?(?:gio|h|g)(?: ?(?:00|59))?(?: phut)?(?: ngay)? /g,
      "den ngay ",
    )
    .replace(/\b(thang|qu[yi]|nam|ngay|tuan)(?: ?:|[ ._]*[._])[ ._]*(?=\d|[ivx]+\b)/g, "$1 ")
    .replace(/(\d)[ ._]*\.\.[ ._]*(?=(?:thang|nam)\b)/g, "$1 ")
    .replace(/(\d) ?([/.]) ?(?=\d)/g, "$1$2")
    .replace(/ ?\/ ?/g, "/")
    .replace(/ *\n\s*/g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}
