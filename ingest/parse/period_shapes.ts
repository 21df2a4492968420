import type { Period } from "./period_dates.ts";
import {
  readDay,
  readDaysOfMonth,
  readMidnight,
  readMonth,
  readMonthRange,
  readMonths,
  readQuarter,
  readRange,
  readSinceNewYear,
  readYear,
  readYears,
  type ShapeGroups,
} from "./period_readers.ts";

/**
 * How much a mention says: `week`, `list` and the like are `unsure`; a bare date is `weak`, for it may be
 * the paper's own; `part` is a month, a quarter or several months; `own_year` is one beside another period.
 */
export type Role = "range" | "date" | "weak_date" | "part" | "year" | "own_year" | "unsure";

/** A shape of period text (as a period key) and how its parts are read, given a year where none is written. */
export interface Shape {
  role: Role;
  pattern: RegExp;
  /** None: what stands there is no period that can be used. */
  read: (groups: ShapeGroups, year: number | undefined) => Period[];
}

const GAP = "[\\s,|]*";
const YEAR =
  "(?:[\\s,:|/-]*\\bnam[ :]*|nam ?| ?[/.-] ?|,? (?=\\d{4}(?![\\d/.-])))(?<year>20\\d{2}|19\\d{2})(?![\\d]|[/.]\\d| ?- ?\\d{4})";
const SHORT_YEAR = "[/.](?<year>\\d{2})(?![\\d/.])";
const QUARTER = "(?:qu[yi]\\s?|\\bq\\.? ?)0?(?<quarter>iv|i{1,3}|[1-4])(?![a-z\\d])";

/** A day; `which` tells the groups of two days apart. */
function dayShape(which: 1 | 2): string {
  const [d, m, y] = [`(?<d${which}>\\d{1,2})`, `(?<m${which}>\\d{1,2})`, `(?<y${which}>\\d{4})`];
  const short = `(?<y${which}>\\d{4}|\\d{2})`;
  return [
    `(?:${d}-${m}-${y}(?!\\d)`,
    `${d}/${m}(?:/${short}(?![\\d/]))?(?!\\d)`,
    `${d}\\.${m}(?:\\.${short}(?!\\d))?(?!\\d)`,
    `${d} ?thang ${m}(?:${GAP}nam ?${y}|/${y})?(?!\\d))`,
  ].join("|");
}

const [DAY_1, DAY_2] = [dayShape(1), dayShape(2)];
/** A bare `31/10` without a year is no date to rely on, `2 tháng 9` may be two months. */
const FULL_DAY = [
  "(?<![\\d/.-])(?<!, ?)(?:ngay )?(?<d2>\\d{1,2})(?<sign>[/.-])(?<m2>\\d{1,2})\\k<sign>(?<y2>\\d{4})(?![\\d/.-])",
  `ngay (?<d2>\\d{1,2}) ?thang (?<m2>\\d{1,2})${GAP}(?:nam ?|/)(?<y2>\\d{4})(?!\\d)`,
].join("|");
const TO = "\\s*(?:den|toi|-)(?: het)?(?: ngay)?\\s*";

/** Most exact first: what one has read, the next do not see. */
export const SHAPES: readonly Shape[] = [
  { role: "unsure", pattern: /\btuan (?:thu )?\d+[^\n]*/g, read: () => [] },
  {
    role: "unsure",
    pattern: /\bnam hoc(?: \d{4})?(?: ?- ?\d{4})?|\bhoc ky [\di]+/g,
    read: () => [],
  },
  {
    role: "unsure",
    pattern: shape(`\\b(?:0|00) ?(?:gio|h|g)(?: ?00)?(?: phut)?(?: ngay)? ${DAY_2}`),
    read: readMidnight,
  },
  {
    role: "range",
    pattern: shape(
      `\\btu (?:dau nam|01/01|1/1)(?:${YEAR})?\\s*(?:cho )?(?:den|toi)(?: het)?(?: ngay)?\\s*${DAY_2}`,
    ),
    read: readSinceNewYear,
  },
  {
    role: "part",
    pattern: shape(
      `\\btu (?:dau nam(?: \\d{4})?|thang 0?1)\\s*(?:cho )?(?:den|toi|-)(?: het| cuoi)?\\s*(?:thang|t) ?(?<count>\\d{1,2})(?:${YEAR}|${SHORT_YEAR})?`,
    ),
    read: readMonths,
  },
  {
    role: "part",
    pattern: shape(
      `\\b(?:luy ke|cong don)(?: tu dau nam(?: \\d{4})?)? (?:den|toi)(?: het| cuoi)? (?:thang|t) ?(?<count>\\d{1,2})(?!\\d)(?:${YEAR}|${SHORT_YEAR})?`,
    ),
    read: readMonths,
  },
  {
    role: "range",
    pattern: shape(
      `\\btu (?:thang|t) ?(?<from>\\d{1,2})(?:[/.-](?<from_year>\\d{4}))?\\s*(?:den|toi|-)(?: het)?\\s*(?:(?:thang|t) ?)?(?<to>\\d{1,2})(?!\\d)(?:${YEAR})?`,
    ),
    read: readMonthRange,
  },
  {
    role: "range",
    pattern: shape(`(?<![\\d/.-])(?:\\btu )?(?:ngay )?${DAY_1}${TO}${DAY_2}(?![\\d/.-])`),
    read: readRange,
  },
  {
    role: "range",
    pattern: shape(`\\btu (?:ngay )?(?<d1>\\d{1,2})${TO}${DAY_2}(?![\\d/.-])`),
    read: readDaysOfMonth,
  },
  {
    role: "date",
    pattern: shape(
      `\\b(?:den|toi|thoi diem|het|chot|co mat)(?: cuoi| het| thoi diem)?(?: \\d{1,2} ?(?:gio|h|g)(?: ?\\d{2})?(?: phut)?)?(?: ngay)?:? ?${DAY_2}`,
    ),
    read: readDay,
  },
  {
    role: "weak_date",
    pattern: /(?<![\d-])(?<y2>\d{4})-(?<m2>\d{2})-(?<d2>\d{2})(?![\d-])/g,
    read: readDay,
  },
  { role: "weak_date", pattern: shape(FULL_DAY), read: readDay },
  {
    role: "unsure",
    pattern: shape(
      `\\b(?:thang|t) ?\\d{1,2}(?:(?: ?, ?| ?va | ?& ?| ?\\+ ?| ?- ?)(?:thang |t)?(?:1[0-2]|0?[1-9])(?![\\d/.])(?! thang))+(?:${YEAR}|[/.]\\d{4})?`,
    ),
    read: () => [],
  },
  {
    role: "unsure",
    pattern: shape(
      `\\b(?:qu[yi]|q) ?(?:iv|i{1,3}|[1-4])(?:(?: ?, ?| ?va | ?& ?| ?\\+ ?| ?- ?)(?:qu[yi] |q)?(?:iv|i{1,3}|[1-4])(?![\\da-z]))+(?:${YEAR})?`,
    ),
    read: () => [],
  },
  {
    role: "part",
    pattern: /(?<![\d/.-])(?<year>20\d{2})[ /-]?q(?:uy ?)?(?<quarter>[1-4])(?!\d)/g,
    read: readQuarter,
  },
  {
    role: "part",
    pattern: shape(`(?<!\\d )\\b${QUARTER}(?:${YEAR}|${SHORT_YEAR})?`),
    read: readQuarter,
  },
  {
    role: "part",
    pattern: shape(
      `(?<![\\d/.-])\\b(?<count>\\d{1,2}) ?(?:thang|t(?=[ /.-]*(?:dau|cuoi|nam|20\\d\\d)))(?: (?<half>dau|cuoi) nam\\b)?(?:${YEAR}|${SHORT_YEAR})`,
    ),
    read: readMonths,
  },
  {
    role: "part",
    pattern: shape("(?<![\\d/.-])\\b(?<count>\\d{1,2}) ?(?:thang|t) (?<half>dau|cuoi) nam\\b"),
    read: readMonths,
  },
  {
    role: "part",
    pattern: shape(
      "(?<![\\d/.-])(?<!\\b(?:dong|duoi|tren|vong|han|du|moi) )\\b(?<count>\\d{1,2}) thang(?: nam)?(?= ?(?:$|\\n|\\|))",
    ),
    read: readMonths,
  },
  {
    role: "unsure",
    pattern:
      /\b(?:\d+ ngay|nua|tuan) (?:dau|giua|cuoi) (?:thang|nam|quy)[^\n|]*|\b(?:tu )?(?:dau|giua) (?:thang|qu[yi]|nam)\b[^\n|]*/g,
    read: () => [],
  },
  {
    role: "part",
    pattern: shape(
      `(?<!(?<!\\b(?:dot|lan|ky|bieu|mau|phan|tdp|to|so|nhom|khu) )\\b\\d{1,2} ?)\\b(?:thang\\s?|thg ?|t[ .]?)(?<month>\\d{1,2})(?!\\d)(?:${YEAR}|${SHORT_YEAR})?(?![/.-]?\\d)`,
    ),
    read: readMonth,
  },
  {
    role: "part",
    pattern:
      /(?<![a-z\d/.-])(?<!\b(?:so|qd|cv|tt|nd|nq|bieu|mau) ?)(?<month>0?[1-9]|1[0-2])[/.-](?<year>20\d{2})(?![\d/.-])/g,
    read: readMonth,
  },
  {
    role: "part",
    pattern: /(?<![\d/.-])(?<year>20\d{2})[/.-](?<month>0[1-9]|1[0-2])(?![\d/.-])/g,
    read: readMonth,
  },
  {
    role: "year",
    pattern:
      /\b(?:giai doan |(?:cac )?nam )(?<from>\d{4})\s?- ?(?<to>\d{4})|^(?<from>\d{4}) ?- ?(?<to>\d{4})$/gm,
    read: readYears,
  },
  {
    role: "own_year",
    pattern: /(?<=\bva )(?:ca )?nam (?<year>\d{4})(?! ?[-\d])|\bca nam (?<year>\d{4})(?! ?[-\d])/g,
    read: readYear,
  },
  { role: "year", pattern: /\bnam (?<year>\d{4})(?! ?-? ?\d)/g, read: readYear },
  { role: "year", pattern: /(?<=^|[ -])(?<![\d/.-] ?)(?<year>20\d{2})$/gm, read: readYear },
];

function shape(source: string): RegExp {
  return new RegExp(source, "g");
}
