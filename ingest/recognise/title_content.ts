import type { Form } from "../form.ts";
import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import type { TermReader, TextPart } from "../parse/vocabulary.ts";
import type { EditionWords } from "./form_catalogue.ts";
import { isLetterhead, isSampleMark } from "./title.ts";

/** What titles are read by. */
interface Words {
  words: TermReader;
  areas: AreaReader;
}

/** `Đối tượng: học sinh`: a label and what it says. */
const LABELLED = /^\s*([^:]{2,40}):\s*(\S.*)$/su;
/** Labels behind which it is said whom a table is about. */
const ABOUT =
  /^(?:doi tuong|nhom|nhom doi tuong|do tuoi|pham vi|noi dung|loai|dien|bieu|bang|ve viec)\b/;
/** Lines about the paper, its sender and its notes. */
const OF_PAPER =
  /^(?:kem theo|ban hanh|kinh gui|can cu|thuc hien (?:cong van|van ban|ke hoach|chi dao|thong bao|quyet dinh)|theo (?:de nghi|yeu cau|cong van|van ban|quyet dinh|thong tu|ke hoach)|nguon|ghi chu|luu y|don vi tinh|dvt|mau so|so van ban|\(?kem|cap nhat|(?:moi|hang) thang (?:duoc )?tinh tu|nguoi (?:lap|ky|bao cao|gui|nhan|duyet)|ngay|xuat|(?:ket|trich) xuat|khai thac (?:tu|tai)|(?:theo )?(?:so lieu|du lieu)(?: duoc)? (?:do|tu|lay tu|trich|ket xuat|khai thac|cung cap|tong hop tu)|in )/;
/** Whether a line says behind a label whom its table is about. */
export function isAbout(line: string): boolean {
  return ABOUT.test(wordKey(LABELLED.exec(line)?.[1] ?? ""));
}

/** A longer line is prose. */
const LONGEST = 160;

/**
 * The words of the lines above a table that nothing explains: not the form, nor its period, area, unit or the words
 * of papers. They tell of whom or what the table is a part.
 */
export function titleContent(
  lines: readonly string[],
  { form, title_allowed }: { form: Form; title_allowed: ReadonlySet<string> },
  { words, areas }: Words,
): string[] {
  if (form.match.allows?.includes("*")) return [];
  const isList = form.records !== undefined;
  const isOwn = ownAreas(lines, areas);
  const content = lines.flatMap((line) => {
    const said = saidOf(line, areas);
    const parts = said === null ? [] : words.parts(withoutAreas(plainCase(said), isOwn));
    if (parts.some(({ terms }) => terms.some((term) => term.startsWith("against")))) return [];
    return contentOf(parts, isList, (term) => isExplained(term, title_allowed, words));
  });
  return [...new Set(content)];
}

/** Strange words behind these are the name of somebody. */
const NAMED: readonly string[] = ["contact_staff", "unit_name", "investor"];

function contentOf(
  parts: readonly TextPart[],
  isList: boolean,
  isKnown: (term: string) => boolean,
): string[] {
  const name = parts.findIndex(({ terms }) => terms.some((term) => NAMED.includes(term)));
  return parts.flatMap(({ text, terms, is_sure }, at) => {
    if (text.split(" ").every(isTimeWord)) return [];
    if (SENDER.test(text)) return [];
    if (terms.length > 0) return terms.some(isKnown) || !is_sure ? [] : [text];
    const isNamed = isList || (name >= 0 && at > name);
    return isNamed || !/\p{L}{3}/u.test(text) ? [] : [text];
  });
}

/** `BáO CáO`: capitals of old fonts, of which the marked ones are small. */
function plainCase(text: string): string {
  return /\p{Ll}\p{Lu}/u.test(text) ? text.toLowerCase() : text;
}

function isExplained(term: string, allowed: ReadonlySet<string>, words: TermReader): boolean {
  return allowed.has(term) || GENERAL.has(term) || words.isNeutral(term) || words.isExcluding(term);
}

/** Whose paper it is. */
const SENDER = /^(?:công an|cong an)$/iu;
const NUMBERING = /^(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.)]\s*/;

/** `Đối tượng: hộ gia đình      Nguồn đóng: tự đóng`: another label on the same line. */
const NEXT_LABEL = /\s{2,}(?=[^:]{2,40}:)/u;
/** `kèm theo Công văn số 1187/BHXH-TST ngày 04/11/2026` within a line. */
const WITH_PAPER =
  /[;,(\s]*(?:(?:ban hành\s+)?kèm theo|theo)\s+(?:công văn|cv|quyết định|qđ|thông báo|báo cáo|văn bản|kế hoạch|kh)\s+số\s[^;)]*/giu;

/** `các tổ dân phố còn dưới 95%`: which rows there are. */
const CHOSEN_ROWS =
  /(?:các|những)\s+(?:tổ dân phố|tổ|tdp|khu phố|thôn)\s+(?:còn |có tỷ lệ |đạt )*(?:dưới|trên|từ|đạt|chưa đạt)\s+\d+(?:[.,]\d+)?\s*%(?:\s+trở (?:lên|xuống))?/giu;

/** What a line says of the table; null where it speaks of the paper. */
function saidOf(line: string, areas: AreaReader): string | null {
  if (line.length > 3 * LONGEST) return null;
  const text = line.trim().replace(NUMBERING, "").replace(WITH_PAPER, "").replace(CHOSEN_ROWS, "");
  if (text.length > LONGEST || isLetterhead(text, areas) || isSampleMark(text)) return null;
  const [, label = "", said = ""] = LABELLED.exec(text) ?? [];
  if (label !== "") return isAbout(text) ? (said.split(NEXT_LABEL)[0] ?? said) : null;
  return OF_PAPER.test(wordKey(text)) ? null : text;
}

/** Terms that titles of any form may say. */
const GENERAL: ReadonlySet<string> = new Set([
  "area",
  "neighbourhood",
  "period",
  "last_period",
  "last_year",
  "in_which",
  "unit_name",
  "coverage",
  "against",
  "against_plan",
  "against_last_period",
  "against_last_year",
  "unit_of_measure",
  "value",
  "content",
  "indicator",
  "document",
  "source",
  "cumulative_of_stock",
  "on_date",
  "to_date",
  "note",
  "contact_staff",
  "sex",
  "beneficiary_group",
  "share",
  "resolution",
]);

/** Words of dates, and numbers in words. */
const OF_TIME =
  /^(?:tu|den|thang|quy|gio|giờ|phút|hết|đến hết|từ|đến|từ ngày|đến ngày|từ tháng|đến tháng|thời gian|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười|mươi|mốt|không|trăm|nghìn|quý|tháng|đầu|cuối|ngày|thứ|january|february|march|april|may|june|july|august|september|october|november|december|quarter|year|month)$/;

/** Whether a word is one of dates, or a number in words. */
export function isTimeWord(word: string): boolean {
  return OF_TIME.test(word.toLowerCase());
}

const MOST_WORDS = 6;

/** Whether a text names the ward or what is in it; the city, where the lines name the ward too. */
type IsOwn = (text: string) => boolean;

function ownAreas(lines: readonly string[], areas: AreaReader): IsOwn {
  const keys = lines.map(wordKey);
  const namesWard = keys.some((key) => areas.ward_keys.some((ward) => key.includes(ward)));
  const inside = new Set([areas.ward_id, ...areas.neighbourhoods.map(({ area_id }) => area_id)]);
  return (text) => {
    const area_id = areas.read(text, null);
    return area_id !== null && (namesWard || inside.has(area_id));
  };
}

/** A line without the areas that it names. */
export function withoutAreas(line: string, isOwn: IsOwn): string {
  const words = line.replace(/[,;.()–-]+/g, " $& ").split(/\s+/);
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = areaLength(words, at, isOwn);
    if (length === 0) kept.push(words[at] ?? "");
    at += Math.max(1, length);
  }
  return kept.join(" ");
}

function areaLength(words: readonly string[], at: number, isOwn: IsOwn): number {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const text = words.slice(at, at + length).join(" ");
    if (/\p{L}{2}|\d/u.test(text) && !/^\d+$/.test(text) && isOwn(text)) return length;
  }
  return 0;
}

/** What the name of a sheet or file says against the whole. */
const OF_NAMES: readonly string[] = [
  ...["plan", "forecast", "draft", "dropped", "not", "expired", "stopped", "campaign"],
  ...["school", "youth", "poor", "legal_age", "female", "reissue"],
];

/** The words of the names of sheet and file that speak of a plan, a draft or a part. */
export function nameContent(
  names: readonly string[],
  { form, title_allowed, allowed }: Pick<EditionWords, "form" | "title_allowed" | "allowed">,
  { words }: Words,
): string[] {
  if (form.match.allows?.includes("*")) return [];
  return names.flatMap((name) => {
    const parts = words.parts(name);
    const isDone = parts.some(({ terms }) => terms.includes("done"));
    return parts.flatMap(({ text, terms, is_sure }) => {
      const isWord = text.includes(" ") || name.trim().toLowerCase() === text.toLowerCase();
      const isAgainst = terms.some(
        (term) => OF_NAMES.includes(term) && !(term === "plan" && isDone),
      );
      const isKnown = terms.some((term) => title_allowed.has(term) || allowed.has(term));
      return isWord && is_sure && isAgainst && !isKnown ? [text] : [];
    });
  });
}
