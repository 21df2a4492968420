import { documentDate } from "../parse/date.ts";
import { stripAccents, wordKey } from "../parse/key.ts";
import { type Period, parsePeriod, readPeriod, titlePeriod } from "../parse/period.ts";

/** Words that name a period and nothing else, as keys. */
const PERIOD_WORDS =
  /\b(?:thang|quy|nam|ky|ngay|tu|den|het|tinh|thoi diem|so lieu|cuoi|dau|bao cao|i{1,3}|iv|t\d*|q\d*|\d+)\b/g;

/** Whether a text names a period and says nothing else. */
export function isPurePeriod(text: string): boolean {
  return /\d|\b(?:i{1,3}|iv)\b/.test(wordKey(text)) && isOfTime(text);
}

/** Whether a text says of time and nothing else, be it which (`Thời điểm cuối tháng`). */
export function isOfTime(text: string): boolean {
  const key = wordKey(text);
  return key !== "" && key.replace(PERIOD_WORDS, "").trim() === "";
}

const WITHIN = [
  /(?<!\d )\b(?:thang|t) ?\d{1,2}(?: ?(?:\/|nam) ?\d{4})?(?!\d)/,
  /\b(?:quy|q) ?(?:iv|i{1,3}|[1-4])(?: ?(?:\/|nam) ?\d{4})?(?![a-z0-9])/,
  /\b\d{1,2} thang(?: (?:dau|cuoi) nam)?(?:(?: nam | ?\/)\d{4})?/,
];

/** The period that a header names, among other words or alone; the year may be that of its surroundings. */
export function periodIn(text: string, surroundings: number | undefined): Period | null {
  const key = stripAccents(text).toLowerCase().replace(/\s+/g, " ").trim();
  const [own] = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(key) ?? [];
  const year = own === undefined ? surroundings : Number(own);
  const day = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?![\d/.])/.exec(key);
  const span = spanIn(key, year);
  if (span) return span;
  const isDay = day !== null && year !== undefined && !/thang|quy/.test(key.slice(day.index - 6));
  if (isDay && Number(day[2]) <= 12) return parsed(`đến ngày ${day[1]}/${day[2]}/${year}`);
  const whole = parsed(text, year);
  if (whole && (whole.frequency !== "year" || !/thang|quy/.test(key))) return whole;
  const found = WITHIN.map((pattern) => pattern.exec(key)?.[0]).find((each) => each !== undefined);
  if (found !== undefined) return parsed(found, year);
  return own === undefined ? null : parsed(`năm ${own}`);
}

/** `15/8-14/9`, of the year of its surroundings: one that begins in a later month began the year before. */
function spanIn(key: string, year: number | undefined): Period | null {
  const [, from = "", first, to = "", last] = SPAN.exec(key) ?? [];
  if (year === undefined || first === undefined || last === undefined) return null;
  const start = Number(first) > Number(last) ? year - 1 : year;
  return parsed(`từ ngày ${from}/${first}/${start} đến ngày ${to}/${last}/${year}`);
}

const SPAN =
  /(?<![\d/.])(\d{1,2})[/.](\d{1,2})\s*(?:[-–—]|den(?: het)?(?: ngay)?)\s*(\d{1,2})[/.](\d{1,2})(?:[/.]\d{4})?(?![\d/.])/;

function parsed(text: string, year?: number): Period | null {
  const period = parsePeriod(text, year);
  return period.ok ? period.value : null;
}

/** The period in words that no reader takes for another; null while its year is not known. */
export function periodLine(period: Period): string | null {
  const { frequency, year, month, quarter, half, start, end } = period;
  if (year === undefined) return null;
  if (frequency === "date" && end) return `Tính đến ngày ${dayText(end)}`;
  if (start && end) return `Từ ngày ${dayText(start)} đến ngày ${dayText(end)}`;
  if (frequency === "month") return `Tháng ${month}/${year}`;
  if (frequency === "quarter") return `Quý ${["I", "II", "III", "IV"][(quarter ?? 1) - 1]}/${year}`;
  if (frequency === "half_year") return `6 tháng ${half === 2 ? "cuối" : "đầu"} năm ${year}`;
  return frequency === "year_to_date" ? `${month} tháng năm ${year}` : `Năm ${year}`;
}

function dayText(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** The period that lines above a table name; null when they name none. */
export function linesPeriod(lines: readonly string[]): Period | null {
  const period = titlePeriod(lines.filter((line) => documentDate([line]) === null));
  return period.ok ? period.value : null;
}

/** The one year that the lines above a table speak of, whatever else they say of time; else that of its name. */
export function linesYear(lines: readonly string[], sheetName = ""): number | undefined {
  const read = (texts: readonly string[]) => readPeriod(texts, "calendar").year ?? undefined;
  return read(lines.filter((line) => documentDate([line]) === null)) ?? read([sheetName]);
}

/** The month or quarter that lines above a table name without its year; null where they name none, or the year. */
export function linesPartOfYear(lines: readonly string[]): Period | null {
  const named = lines.filter((line) => documentDate([line]) === null);
  const { period } = readPeriod(named, "calendar");
  const isPart = period.ok && ["month", "quarter"].includes(period.value.frequency);
  return isPart && period.value.year === undefined ? period.value : null;
}

/** The same stretch of time in another year. */
export function inYear(period: Period, year: number): Period {
  const years = year - (period.year ?? year);
  const moved = (date: string | undefined) =>
    date?.replace(/^\d{4}/, (written) => String(Number(written) + years));
  const [start, end] = [moved(period.start), moved(period.end)];
  return { ...period, year, ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

/** Whether two periods are the same stretch of time by their names. */
export function isSamePeriod(a: Period, b: Period): boolean {
  const name = ({ frequency, year, month, quarter, half }: Period) =>
    JSON.stringify([frequency === "date" ? "month" : frequency, year, month, quarter, half]);
  return (
    name(a) === name(b) && (a.frequency !== "date" || b.frequency !== "date" || a.end === b.end)
  );
}

/** What is left of a line that named two periods. */
const JOINING = /^(?:(?:va|so|voi|cung ky|ky truoc|nam truoc|tu|den|trong) ?)*$/;

const NAMED =
  /[([]?\s*(?:tính\s+)?(?:từ|đến|hết)?\s*(?:thời điểm\s+)?(?:(?:ngày|tháng|quý|năm|kỳ)\s*(?:[\d/.\-–]+|[IVX]+\b)[\s,/-]*)+[)\]]?/giu;

/** `từ tháng 7 đến tháng 10 năm 2026`, `quý I - quý III/2026`, `9 tháng đầu năm 2026`: all periods of the columns. */
const MONTHS =
  /(?:từ\s+)?(?:tháng|quý)\s*(?:\d{1,2}|[IV]+)(?:\s*\/\s*\d{4})?\s*(?:đến(?:\s+hết)?|tới|(?:so\s+)?với|[-–])\s*(?:tháng|quý)\s*(?:\d{1,2}|[IV]+)(?:\s*(?:\/|năm)\s*\d{4})?|(?:trong\s+)?\d{1,2}\s+tháng(?:\s+đầu)?\s+năm\s+\d{4}/giu;

/** A title line without the period that it names; null where some of it would be left. */
export function withoutPeriod(line: string): string | null {
  if (documentDate([line]) !== null) return line;
  const spanned = line.normalize("NFC").replace(MONTHS, " ").replace(/\s+/g, " ").trim();
  if (spanned !== line.normalize("NFC").replace(/\s+/g, " ").trim())
    return spanned === "" ? null : spanned;
  if (!parsePeriod(line).ok) return line;
  const rest = line.normalize("NFC").replace(NAMED, " ").replace(/\s+/g, " ").trim();
  return rest === "" || JOINING.test(wordKey(rest)) || parsePeriod(rest).ok || /\d{4}/.test(rest)
    ? null
    : rest;
}
