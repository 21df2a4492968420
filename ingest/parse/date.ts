import type { Cell } from "./cell.ts";
import { type Failure, failure, type Result, success } from "./result.ts";

/** How much of a date was written. */
export type DatePrecision = "day" | "month" | "quarter" | "year";

/** A date and how much of it was written; an unwritten month or day is 01. */
export interface ParsedDate {
  /** ISO `yyyy-mm-dd`. */
  date: string;
  precision: DatePrecision;
}

/** The written shapes of a date; the first that fits decides. */
const SHAPES: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/,
  /^(?:ngày )?(?<day>\d{1,2})([/.\-–])(?<month>\d{1,2})\2(?<year>\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$/i,
  /^(?:ngày )?(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?:,? năm |[/.-])(?<year>\d{4})$/i,
  /^(?:tháng )?(?<month>\d{1,2})(?: năm |[/.\-–])(?<year>\d{4})$/i,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>\d{2})(?: ?\d{2}:?\d{2}.*)?$/,
  /^(?<day>\d{2})(?<month>0[1-9]|1[0-2])(?<year>(?:19|20)\d{2})$/,
  /^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])$/,
  /^quý (?<quarter>IV|I{1,3}|[1-4])(?:,? năm |[/.\-–])(?<year>\d{4})$/i,
  /^(?:năm )?(?<year>\d{4})$/i,
];
const QUARTERS = ["i", "ii", "iii", "iv"];
/** The shape that almost every day is written in: known at a glance, it is not held against the others. */
const PLAIN_DAY = /^\d\d\/\d\d\/\d{4}$/;
const LETTERHEAD =
  /^(?:[^\d;:()]*,)?\s*ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})\s*\.?$/iu;
const IN_NAME = [
  /(?<!\d)(?<year>20\d{2})[-._](?<month>\d{2})[-._](?<day>\d{2})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})[-._](?<month>\d{1,2})[-._](?<year>20\d{2})(?!\d)/,
  /(?<!\d)(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** Two-digit years from here on are of the 20th century. */
const CENTURY_TURN = 50;
/** Longer numbers are no days of a spreadsheet but written together: `20261031`, `202610`. */
const LAST_SERIAL = 99_999;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/**
 * A written date (`20/02/2026`, `20/02/26`, `20260220`, `tháng 10/2021`, `Quý IV/2027`, `2015`, a spreadsheet's serial `45231`).
 * Failure rules: `empty`, `not_a_date`, `impossible_date`.
 */
export function parseDate(text: string): Result<ParsedDate> {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const read = readDate(text);
  remembered.set(text, read);
  return read;
}

/** Long lists write the same dates over and over. */
const remembered = new Map<string, Result<ParsedDate>>();
const MOST_REMEMBERED = 50_000;

function readDate(text: string): Result<ParsedDate> {
  if (PLAIN_DAY.test(text)) return plainDay(text);
  const tidy = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (/^[-–—…x]?$/i.test(tidy)) return expectedDate("empty");
  if (/^\d{5}$/.test(tidy)) return fromSerial(Number(tidy));
  const spaced = tidy.replace(/ ?([/.]) ?/g, "$1");
  for (const shape of SHAPES) {
    const groups = shape.exec(spaced)?.groups;
    if (groups) return fromGroups(groups);
  }
  return expectedDate("not_a_date");
}

/** The date of a cell: a real date, a year or serial number, or text by `parseDate`. */
export function parseDateCell(cell: Cell | null): Result<ParsedDate> {
  if (cell === null) return expectedDate("empty");
  if (cell.type === "date" && cell.date) return success({ date: cell.date, precision: "day" });
  if (cell.type === "text") return parseDate(cell.text);
  if (cell.type !== "number" || cell.number === undefined) return expectedDate("not_a_date");
  const { number } = cell;
  if (Number.isInteger(number) && number > LAST_SERIAL) return parseDate(String(number));
  return Number.isInteger(number) && isYear(number)
    ? success({ date: `${number}-01-01`, precision: "year" })
    : fromSerial(number);
}

/**
 * The document's own date in letterhead lines (`An Biên, ngày 05 tháng 11 năm 2026`), ISO or null.
 * `đến ngày …` and the dates of laws are not it.
 */
export function documentDate(lines: readonly string[]): string | null {
  for (const line of lines.flatMap((text) => text.normalize("NFC").split("\n"))) {
    const date = dayOf(LETTERHEAD.exec(line.trim())?.groups);
    if (date && !/đến\s+ngày/i.test(line)) return date;
  }
  return null;
}

/** A date in a file's name (`2026-11-05`, `05.11.2026`, `20261105`), ISO or null. */
export function fileNameDate(name: string): string | null {
  for (const shape of IN_NAME) {
    const date = dayOf(shape.exec(name)?.groups);
    if (date) return date;
  }
  return null;
}

/** The ISO date of a calendar day, null when there is no such day (`31/02`). */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThatDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThatDay && isYear(year) ? isoText(year, month, day) : null;
}

/** The ISO date of a spreadsheet's serial day (1900 system), the time of day dropped; null outside 1900–2100. */
export function serialDate(serial: number): string | null {
  const date = new Date(DAY_ZERO + Math.floor(serial) * DAY);
  const year = date.getUTCFullYear();
  if (!isYear(year) || serial < 1) return null;
  return isoText(year, date.getUTCMonth() + 1, date.getUTCDate());
}

function isoText(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** Of a text such as 31/10/2026. */
function plainDay(text: string): Result<ParsedDate> {
  const [year, month, day] = [text.slice(6), text.slice(3, 5), text.slice(0, 2)];
  const date = isoDate(Number(year), Number(month), Number(day));
  return date ? success({ date, precision: "day" }) : expectedDate("impossible_date");
}

function fromGroups(groups: Record<string, string | undefined>): Result<ParsedDate> {
  const { day, quarter } = groups;
  const month = quarter ? firstMonth(quarter) : groups["month"];
  const date = isoDate(fullYear(groups["year"] ?? ""), Number(month ?? 1), Number(day ?? 1));
  const precision = day ? "day" : quarter ? "quarter" : month ? "month" : "year";
  return date ? success({ date, precision }) : expectedDate("impossible_date");
}

/** Of a quarter in Roman or plain numerals. */
function firstMonth(quarter: string): number {
  const place = QUARTERS.indexOf(quarter.toLowerCase()) + 1;
  return 3 * (place || Number(quarter)) - 2;
}

function fromSerial(serial: number): Result<ParsedDate> {
  const date = serialDate(serial);
  return date ? success({ date, precision: "day" }) : expectedDate("not_a_date");
}

function dayOf(groups: Record<string, string | undefined> | undefined): string | null {
  if (!groups) return null;
  return isoDate(Number(groups["year"]), Number(groups["month"]), Number(groups["day"]));
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < CENTURY_TURN ? 2000 : 1900);
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function expectedDate(rule: string): Failure {
  return failure(
    rule,
    "một ngày có thật, ví dụ 31/10/2026, 10/2026 hoặc 2026",
    "a real date such as 31/10/2026, 10/2026 or 2026",
  );
}
