import type { AreaReader } from "../parse/area.ts";
import { wordKey } from "../parse/key.ts";
import { isPartTotal, isSeveralAreas } from "../parse/part_total.ts";
import type { Period } from "../parse/period.ts";
import { type Facets, facetsOf } from "./facets.ts";
import type { Frame } from "./frame.ts";
import { inYear, isSamePeriod, linesPartOfYear, linesPeriod, linesYear } from "./periods.ts";
import type { PastCell } from "./reading.ts";
import type { HeaderRole } from "./words.ts";

/** The columns of figures that may be read, and those that are left out. */
export interface FigureColumns {
  taken: Facets[];
  read_past: PastCell[];
  /** Of those, comparisons of the title's period with another: a table of the title's period may hold them. */
  compared: Facets[];
  /** The period of the lines above. */
  title: Period | null;
}

/** Left out wherever a column stands beside them that says what was done. */
const OF_A_PLAN: readonly HeaderRole[] = ["plan", "ratio"];

/** Titles of what is yet to be done. */
const OF_A_PLAN_TITLE =
  /\b(?:ke hoach|du bao|du kien|giao chi tieu|chi tieu giao|muc tieu|dang ky chi tieu|uoc)\b/;
const OF_RESULTS_TITLE = /\b(?:ket qua|thuc hien|tien do|tinh hinh)\b/;

/** Reads what each column of figures speaks of, and leaves out what is planned, compared or of an unnamed past. */
export function figureColumns(
  frame: Frame,
  lines: readonly string[],
  areas: AreaReader,
): FigureColumns {
  const title = linesPeriod(lines);
  const year = linesYear(lines, frame.sheet.name);
  const part = linesPartOfYear(lines);
  const all = frame.figures.map((column) => inPart(facetsOf(column, { areas, year }), part));
  const dated = all.map((each) => (each.role === "last" ? lastPeriod(each, title) : each));
  const kept = dated.filter((each) => !isLeftOut(each, dated));
  const taken = kept.filter((each) => !isSurpassed(each, kept, title));
  const isOnlyPlanned = isOfAPlan(lines) && !taken.some(({ role }) => DONE.includes(role));
  const read = isOnlyPlanned ? [] : taken.map((each) => asTitled(each, title));
  const read_past = dated.filter(({ column }) => !read.some((each) => each.column === column));
  const compared = read.some(({ period }) => period === null) ? comparisonsOf(frame, dated) : [];
  return { taken: read, title, compared, read_past: read_past.map(({ header }) => header) };
}

/** `Năm 2025 | Năm 2026` below a title `Tháng 10` that names no year. */
function inPart(facets: Facets, part: Period | null): Facets {
  const { period } = facets;
  if (part === null || period?.frequency !== "year" || period.year === undefined) return facets;
  return { ...facets, period: { ...part, year: period.year } };
}

/** Columns that say with which period they compare, of no other period or area, with all levels of their headers. */
function comparisonsOf({ figures }: Frame, all: readonly Facets[]): Facets[] {
  const found = all.flatMap((each) => {
    const measure = figures.find(({ column }) => column === each.column)?.levels ?? [];
    const isOfTitle = each.role === "comparison" && each.period === null && each.area === null;
    const compared = { ...each, measure };
    const key = wordKey(measureText(compared));
    return isOfTitle && COMPARED.test(key) && !ADDED_UP.test(key) ? [compared] : [];
  });
  const texts = found.map(measureText);
  return found.filter((one) => texts.filter((text) => text === measureText(one)).length === 1);
}

const COMPARED = /\bcung ky\b|\b(?:thang|quy|nam|ky) truoc\b/;
const ADDED_UP = /\b(?:luy ke|luy tien|cong don)\b/;

const DONE: readonly HeaderRole[] = ["done", "this", "cumulative"];

function isOfAPlan(lines: readonly string[]): boolean {
  const keys = lines.map(wordKey);
  return (
    keys.some((key) => OF_A_PLAN_TITLE.test(key)) && !keys.some((key) => OF_RESULTS_TITLE.test(key))
  );
}

/** Plans and ratios to them, comparisons, a past without its date, sums over periods or some of the areas. */
function isLeftOut(each: Facets, all: readonly Facets[]): boolean {
  const isPlanned = all.some(({ role }) => role === "plan");
  const hasAreas = all.some(({ area }) => area !== null);
  const isSumOfPeriods = each.role === "total" && !hasAreas;
  const { text } = each.header;
  const isOfSomeAreas = hasAreas && (isPartTotal(text) || isSeveralAreas(text));
  return (
    isOfSomeAreas ||
    each.role === "comparison" ||
    (each.role === "last" && each.period === null) ||
    (OF_A_PLAN.includes(each.role) && (isPlanned || each.measure.length === 0)) ||
    (isSumOfPeriods && all.some(({ period_level }) => period_level !== null))
  );
}

/** A cumulative figure beside the one of the same thing in the same year: the latter is the flow. */
function isSurpassed(one: Facets, all: readonly Facets[], title: Period | null): boolean {
  if (one.role !== "cumulative") return false;
  const yearOf = ({ period }: Facets) => period?.year ?? title?.year;
  return all.some(
    (other) =>
      !["cumulative", "last"].includes(other.role) &&
      measureText(other) === measureText(one) &&
      other.area_text === one.area_text &&
      yearOf(other) === yearOf(one),
  );
}

/** A cumulative figure alone runs from January to the month of the title; this period is the title's. */
function asTitled(facets: Facets, title: Period | null): Facets {
  if (facets.role === "cumulative" && facets.period?.frequency !== "year_to_date") {
    const { year, month } = facets.period ?? title ?? {};
    if (month === undefined) return facets;
    return { ...facets, period: { frequency: "year_to_date", ...(year ? { year } : {}), month } };
  }
  const isTitles = facets.period !== null && title !== null && isSamePeriod(facets.period, title);
  return isTitles ? { ...facets, period: null } : facets;
}

/**
 * `Tháng trước (31/8)`: a day later in the year than the title's was in the year before. `Cùng kỳ 2025`: the
 * title's period in that year; a year is no period before a shorter one.
 */
function lastPeriod(facets: Facets, title: Period | null): Facets {
  const { period } = facets;
  if (period?.frequency === "year" && title && title.frequency !== "year") {
    const isSame =
      /\bcung ky\b/.test(wordKey((facets.period_level ?? facets.header).text)) &&
      title.year !== undefined;
    return { ...facets, period: isSame && period.year ? inYear(title, period.year) : null };
  }
  if (!period || !title || period.year === undefined || period.year !== title.year) return facets;
  const isLater =
    period.month !== undefined && title.month !== undefined && period.month > title.month;
  if (!isLater) return facets;
  return { ...facets, period: null };
}

/** The words of what a column counts. */
export function measureText({ measure }: Facets): string {
  return measure.map(({ text }) => text).join(" | ");
}
