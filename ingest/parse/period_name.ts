import { isoDate } from "./date.ts";
import { stripAccents } from "./key.ts";
import type { Period } from "./period_dates.ts";

/** What the name of a file or a sheet says of a period: a witness, never the first word. */
export interface NamePeriod {
  /** The only month, quarter, date or year that it names; null where there is none or more than one. */
  period: Period | null;
  /** It speaks of a plan. */
  is_plan: boolean;
}

type Groups = Record<string, string | undefined>;

interface NameShape {
  pattern: RegExp;
  read: (groups: Groups) => Period | null;
}

const SEP = "[ ._/-]*";
const YEAR = `(?:${SEP}(?:nam${SEP})?(?<year>20\\d{2})(?!\\d)|[._/-](?<year>2\\d)(?!\\d))?`;
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const COPY =
  /\((?:\d{1,2}|copy)\)|\b(?:v|ver|ban|lan|dot|so|mau|to|tdp|bieu|phu luc)[ .]?\d{1,2}(?![\d.])/g;
/** The number of a form, before what it holds: `B02_TH_BHYT`. */
const OF_A_FORM = /(?<![a-z\d])(?![tq]\d)[a-z]\d{1,2}(?=[ ._-])/g;
const OF_A_LAW =
  /\b(?:qd|tt|nd|nq|cv|luat|quyet dinh|thong tu|nghi dinh|nghi quyet|cong van)[ ._-]*\d+(?:[ ._/-]+(?:19|20)\d{2}(?!\d))?/g;
const PLAN = /\b(?:ke hoach|kh(?![a-z]*[ -]*th\b)|du kien|du bao|chi tieu giao|giao chi tieu)\b/;

/** The most exact first; what one has read, the next do not see. */
const SHAPES: readonly NameShape[] = [
  {
    pattern:
      /(?<!\d)(?<d1>\d{1,2})[._-](?<m1>\d{1,2})(?:[._-](?<y1>20\d{2}))? ?(?:-|den|_) ?(?<d>\d{1,2})[._-](?<m>\d{1,2})[._-](?<y>20\d{2})(?!\d)/g,
    read: readRange,
  },
  {
    pattern: /(?<!\d)(?<y>20\d{2})[ ._-]?(?<m>0[1-9]|1[0-2])[ ._-]?(?<d>[0-3]\d)(?!\d)/g,
    read: readDate,
  },
  { pattern: /(?<!\d)(?<d>[0-3]\d)(?<m>0[1-9]|1[0-2])(?<y>20\d{2})(?!\d)/g, read: readDate },
  {
    pattern: /(?<![\d.])(?<d>[0-3]?\d)(?<sep>[ ._-])(?<m>[01]?\d)\k<sep>(?<y>20\d{2})(?!\d)/g,
    read: readDate,
  },
  {
    pattern: named(
      `(?<!\\d)(?<count>\\d{1,2})${SEP}(?:thang|th|t)(?![a-z])(?:${SEP}(?<half>dau|cuoi)${SEP}nam)?${YEAR}(?!${SEP}\\d)`,
    ),
    read: ({ count, ...groups }) => months(Number(count), groups),
  },
  {
    pattern: named(`(?<![a-z])(?:thang|thg|th|t)${SEP}(?<month>\\d{1,2})(?!\\d)${YEAR}`),
    read: (groups) => month(Number(groups["month"]), groups),
  },
  {
    pattern: named(`(?<![a-z])(?:quy|qui|q)${SEP}(?<quarter>iv|i{1,3}|0?[1-4])(?![a-z\\d])${YEAR}`),
    read: readQuarter,
  },
  {
    pattern:
      /(?<!\d)(?<year>20\d{2})[ ._-]?(?:quy|q)[ ._-]?(?<quarter>iv|i{1,3}|[1-4])(?![a-z\d])/g,
    read: readQuarter,
  },
  {
    pattern: /(?<![\d._-])(?<month>0?[1-9]|1[0-2])[._-](?<year>20\d{2})(?![._-]?\d)/g,
    read: (groups) => month(Number(groups["month"]), groups),
  },
  {
    pattern: /(?<!\d)(?<month>0[1-9]|1[0-2])(?<year>20\d{2})(?!\d)/g,
    read: (groups) => month(Number(groups["month"]), groups),
  },
  {
    pattern: /(?<!\d)(?<year>20\d{2})[._-]?(?<month>0[1-9]|1[0-2])(?!\d)/g,
    read: (groups) => month(Number(groups["month"]), groups),
  },
  { pattern: /(?<!\d)20\d{2} ?- ?20\d{2}(?!\d)/g, read: () => null },
  {
    pattern: /(?<![\d])(?<year>20\d{2})(?!\d)/g,
    read: (groups) => ({ frequency: "year", ...yearOf(groups) }),
  },
];

/** Reads the name of a file (without its folders and its ending) or of a sheet. */
export function namePeriodOf(name: string): NamePeriod {
  let rest = nameKey(name);
  const is_plan = PLAN.test(rest);
  const found: Period[] = [];
  for (const { pattern, read } of SHAPES)
    rest = rest.replace(pattern, (whole: string, ...args: unknown[]) => {
      const period = read((args.at(-1) ?? {}) as Groups);
      if (period) found.push(period);
      return period ? " # " : whole;
    });
  const dates = found.filter(({ frequency }) => frequency === "date");
  const years = found.filter(({ frequency }) => frequency === "year");
  const parts = found.filter((each) => !dates.includes(each) && !years.includes(each));
  const chosen = [parts, dates, years].find(({ length }) => length > 0) ?? [];
  return { period: onlyOne(chosen, [...parts, ...years]), is_plan };
}

/** The last part of a path without its ending. */
export function nameOfFile(path: string): string {
  return (path.split("/").at(-1) ?? path).replace(/(?:\.[a-z]{2,5}){1,2}$/i, "");
}

function nameKey(name: string): string {
  return stripAccents(name)
    .toLowerCase()
    .replace(/[–—−]/g, "-")
    .replace(/_/g, " ")
    .replace(COPY, " ")
    .replace(OF_A_FORM, " ")
    .replace(OF_A_LAW, " ")
    .replace(/\s+/g, " ");
}

/** One period, its year taken from beside it where the name says a single one. */
function onlyOne(periods: readonly Period[], all: readonly Period[]): Period | null {
  const distinct = new Map(periods.map((each) => [JSON.stringify(each), each]));
  const [period] = distinct.values();
  if (!period || distinct.size > 1) return null;
  if (period.year !== undefined) return period;
  const years = new Set(all.flatMap(({ year }) => year ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? { ...period, year } : period;
}

function named(source: string): RegExp {
  return new RegExp(source, "g");
}

function readRange(groups: Groups): Period | null {
  const end = readDate(groups)?.end;
  const { y, m, m1, d1, y1 } = groups;
  const startYear = Number(y1 ?? (Number(m1) > Number(m) ? Number(y) - 1 : y));
  const start = isoDate(startYear, Number(m1), Number(d1));
  if (!end || !start || start > end) return null;
  return { frequency: "month", year: Number(y), month: Number(m), start, end };
}

function readDate({ y, m, d }: Groups): Period | null {
  const date = isoDate(Number(y), Number(m), Number(d));
  if (date === null) return null;
  return { frequency: "date", year: Number(y), month: Number(m), start: date, end: date };
}

function month(number: number, groups: Groups): Period | null {
  return number < 1 || number > 12
    ? null
    : { frequency: "month", ...yearOf(groups), month: number };
}

function months(count: number, groups: Groups): Period | null {
  if (count < 2 || count > 11) return null;
  const half = groups["half"] === "cuoi" ? 2 : 1;
  if (count === 6) return { frequency: "half_year", ...yearOf(groups), half };
  if (half === 2)
    return count === 3 ? { frequency: "quarter", ...yearOf(groups), quarter: 4 } : null;
  return { frequency: "year_to_date", ...yearOf(groups), month: count };
}

function readQuarter({ quarter = "", ...groups }: Groups): Period {
  return { frequency: "quarter", ...yearOf(groups), quarter: ROMAN[quarter] ?? Number(quarter) };
}

function yearOf({ year }: Groups): { year?: number } {
  return year === undefined ? {} : { year: Number(year.length === 2 ? `20${year}` : year) };
}
