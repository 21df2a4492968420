import { isoDate } from "./date.ts";
import { stripAccents } from "./key.ts";
import type { Period } from "./period_dates.ts";
import { failure, type Result, success } from "./result.ts";

export {
  type Period,
  type PeriodWindow,
  periodDates,
} from "./period_dates.ts";

/** A shape of period text (accents stripped, lower case) and how its parts are read. */
interface Shape {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>) => Period | null;
  /** A lone year says little: in a line about a law it is the law's. */
  is_year?: true;
}

const DAY_1 = "(?<d1>\\d{1,2})(?:[/.-]| thang )(?<m1>\\d{1,2})(?:(?:[/.-]| nam )(?<y1>\\d{4}))?";
const DAY_2 = "(?<d2>\\d{1,2})(?:[/.-]| thang )(?<m2>\\d{1,2})(?:[/.-]| nam )(?<y2>\\d{4})";
const YEAR = "(?:[ ,]*nam |[/. -]+)(?<year>\\d{4})(?!\\d)";
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** Most exact first. */
const SHAPES: readonly Shape[] = [
  {
    pattern: new RegExp(`tu (?:ngay )?${DAY_1} ?(?:den|-)(?: het)?(?: ngay)? ?${DAY_2}`),
    read: readRange,
  },
  { pattern: new RegExp(`(?<![\\d/.-])${DAY_1} ?- ?${DAY_2}(?![\\d/.-])`), read: readRange },
  {
    pattern: new RegExp(
      `(?<!\\btu (?:ngay )?\\d.*)(?:den|thoi diem|het)(?: het)?(?: ngay)? ${DAY_2}`,
    ),
    read: ({ d2, m2, y2 }) => onDate(isoDate(Number(y2), Number(m2), Number(d2))),
  },
  { pattern: new RegExp(`^(?:ngay )?${DAY_2}$`), read: (g) => onDate(day(g, 2)) },
  {
    pattern: /^(?<y2>\d{4})-(?<m2>\d{2})-(?<d2>\d{2})$/,
    read: (groups) => onDate(day(groups, 2)),
  },
  { pattern: new RegExp(`(?<!\\d ?)\\b(?:thang|t) ?(?<month>\\d{1,2})${YEAR}`), read: readMonth },
  { pattern: /^(?<month>\d{1,2})[/.-](?<year>\d{4})$/, read: readMonth },
  { pattern: /^(?<year>\d{4})[/.-](?<month>\d{1,2})$/, read: readMonth },
  { pattern: /^(?<year>\d{4})[ -]?q(?<quarter>[1-4])$/, read: readQuarter },
  {
    pattern: new RegExp(`\\b(?:quy|q) ?(?<quarter>iv|i{1,3}|[1-4])(?:${YEAR})?(?![a-z0-9])`),
    read: readQuarter,
  },
  {
    pattern: new RegExp(`\\b(?<count>\\d{1,2}) thang(?: (?<half>dau|cuoi) nam)?(?:${YEAR})?$`),
    read: readMonths,
  },
  { pattern: /^(?:thang|t) ?(?<month>\d{1,2})$/, read: readMonth },
  {
    pattern: /^(?:giai doan |nam )?(?<from>\d{4}) ?- ?(?<to>\d{4})$/,
    read: readYears,
    is_year: true,
  },
  {
    pattern: /(?<!thang \d{1,2},? )\bnam (?<year>\d{4})(?! ?[-\d])/,
    read: readYear,
    is_year: true,
  },
  { pattern: /^(?:ca )?nam$|^(?<year>\d{4})$/, read: readYear },
];
/** Lines that speak of laws carry years that are no period. */
const OF_A_LAW = /ban hanh|kem theo|quyet dinh|nghi quyet|nghi dinh|thong tu|luat |\bso:/;

/**
 * The period that one text names: a title line, a sheet's name, a cell of a Kỳ column.
 * `contextYear` completes a text without a year. Failure rule: `not_a_period`.
 */
export function parsePeriod(text: string, contextYear?: number): Result<Period> {
  return first([text], contextYear);
}

/** The most exact period that any of the title lines names: two dates, a date, a month, a quarter, a year. */
export function titlePeriod(lines: readonly string[], contextYear?: number): Result<Period> {
  return first(lines, contextYear);
}

function first(lines: readonly string[], contextYear: number | undefined): Result<Period> {
  const keys = lines.map(periodKey);
  for (const { pattern, read, is_year } of SHAPES) {
    for (const key of keys) {
      const groups = is_year && OF_A_LAW.test(key) ? null : pattern.exec(key);
      const period = groups && read(groups.groups ?? {});
      if (period) return success(inContext(period, contextYear));
    }
  }
  return failure(
    "not_a_period",
    "kỳ báo cáo, ví dụ Tháng 10/2026, Quý III/2026, Năm 2026 hoặc từ ngày … đến ngày …",
    "a period such as Tháng 10/2026, Quý III/2026, Năm 2026 or from … to …",
  );
}

function periodKey(text: string): string {
  return stripAccents(text)
    .toLowerCase()
    .replace(/[–—−]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?([/.]) ?/g, "$1")
    .replace(/^\(? ?(?:ky|thoi gian)(?: bao cao| so lieu)? ?:? ?/, "")
    .replace(/^[\s(]+|[\s).,;:]+$/g, "");
}

function inContext(period: Period, contextYear: number | undefined): Period {
  return period.year === undefined && contextYear !== undefined
    ? { ...period, year: contextYear }
    : period;
}

function readMonth({ year, month }: Record<string, string | undefined>): Period | null {
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  return { frequency: "month", ...yearOf(year), month: number };
}

function readQuarter({ year, quarter = "" }: Record<string, string | undefined>): Period {
  return { frequency: "quarter", ...yearOf(year), quarter: ROMAN[quarter] ?? Number(quarter) };
}

function readMonths({ year, count, half }: Record<string, string | undefined>): Period | null {
  const month = Number(count);
  if (month === 6)
    return { frequency: "half_year", ...yearOf(year), half: half === "cuoi" ? 2 : 1 };
  if (half === "cuoi" || month < 2 || month > 12) return null;
  return month === 12
    ? { frequency: "year", ...yearOf(year) }
    : { frequency: "year_to_date", ...yearOf(year), month };
}

function readYear({ year }: Record<string, string | undefined>): Period {
  return { frequency: "year", ...yearOf(year) };
}

function readYears({ from, to }: Record<string, string | undefined>): Period | null {
  if (Number(from) > Number(to)) return null;
  return {
    frequency: "year",
    year: Number(from),
    start: `${from}-01-01`,
    end: `${to}-12-31`,
  };
}

function readRange(groups: Record<string, string | undefined>): Period | null {
  const end = day(groups, 2);
  const start = day({ ...groups, y1: groups["y1"] ?? groups["y2"] }, 1);
  if (!start || !end || start > end) return null;
  return { ...named(start, end), start, end };
}

/** The usual period that two dates span, named after its last month as police months are. */
function named(start: string, end: string): Period {
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  const year = Number(end.slice(0, 4));
  const month = Number(end.slice(5, 7));
  if (days >= 28 && days <= 31) return { frequency: "month", year, month };
  if (days >= 89 && days <= 92 && month % 3 === 0) {
    return { frequency: "quarter", year, quarter: month / 3 };
  }
  if (days >= 365 && days <= 366 && month === 12) return { frequency: "year", year };
  return { frequency: "range", year };
}

function onDate(date: string | null): Period | null {
  if (date === null) return null;
  const year = Number(date.slice(0, 4));
  return { frequency: "date", year, month: Number(date.slice(5, 7)), start: date, end: date };
}

function day(groups: Record<string, string | undefined>, which: 1 | 2): string | null {
  const [year, month, date] = ["y", "m", "d"].map((part) => Number(groups[`${part}${which}`]));
  return isoDate(year ?? 0, month ?? 0, date ?? 0);
}

function yearOf(text: string | undefined): { year?: number } {
  return text === undefined ? {} : { year: Number(text) };
}
