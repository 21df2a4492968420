import { clausesOf } from "./period_clauses.ts";
import { type Period, type PeriodWindow, periodDates } from "./period_dates.ts";
import { isSpan, mergedPeriod } from "./period_explained.ts";
import { keyOfPeriods } from "./period_key.ts";
import { type Mention, mentionsOf } from "./period_mentions.ts";
import { type Failure, failure, type Result, success } from "./result.ts";

export {
  type Period,
  type PeriodWindow,
  periodDates,
} from "./period_dates.ts";
export { isMereYear, isSpan } from "./period_explained.ts";
export { periodText } from "./period_text.ts";

/** What lines say of the period of their table. */
export interface PeriodReading {
  /** Failure rules: `not_a_period` where nothing is said, `period_in_doubt` where more or less than one is. */
  period: Result<Period>;
  /** What it may be, where it is in doubt. */
  candidates: Period[];
  /** The one year that the lines speak of. */
  year: number | null;
  /** Something is named whose year is not written. */
  lacks_year: boolean;
  /** Bare dates: of the paper, most likely. */
  dates: string[];
}

/**
 * The period that one text names: a sheet's name, a cell of a Kỳ column, an answer.
 * `contextYear` completes a text without a year. Failure rule: `not_a_period`.
 */
export function parsePeriod(text: string, contextYear?: number): Result<Period> {
  if (/^\s*(?:cả )?năm\s*$/iu.test(text.normalize("NFC"))) return success(bareYear(contextYear));
  const { period, candidates } = readPeriod([text], "calendar", contextYear);
  const [only] = candidates;
  const isLoneDate = candidates.length === 1 && only?.frequency === "date";
  if (period.ok) return period;
  return isLoneDate && /^\W*(?:ngày )?[\d/.\-– ]+\W*$/iu.test(text.normalize("NFC"))
    ? success(only)
    : notAPeriod();
}

/** The period that title lines, read as one text, name; none where they name several or are unclear. */
export function titlePeriod(lines: readonly string[], contextYear?: number): Result<Period> {
  return readPeriod(lines, "calendar", contextYear).period;
}

/**
 * Reads title lines as one text. `window` is the form's: a date explains the month that it ends. `contextYear`
 * completes what has no year.
 */
export function readPeriod(
  lines: readonly string[],
  window: PeriodWindow,
  contextYear?: number,
): PeriodReading {
  const { speaking, of_other_times } = clausesOf(keyOfPeriods(lines.join("\n")));
  const { found, is_unread, is_misread, is_accumulated } = mentionsOf(speaking);
  const others = mentionsOf(of_other_times).found;
  const years = found.filter(({ role }) => role !== "weak_date").flatMap(writtenYears);
  const year = single(years) ?? contextYear ?? yearOfNext(found, others);
  const dates = found.filter(({ role }) => role === "weak_date").flatMap((one) => one.options());
  const named = found.filter(({ role }) => role !== "weak_date" && role !== "unsure");
  const periods = withoutWider(named, year, window);
  const all = [
    ...periods,
    ...found.flatMap((one) => (one.role === "unsure" ? one.options(year) : [])),
  ];
  const lacks_year = found.some(({ role, options }) => role !== "unsure" && isYearless(options()));
  const reading = { year: year ?? null, lacks_year, dates: dates.map(({ end = "" }) => end) };
  const doubt = (candidates: Period[]) => ({
    ...reading,
    period: inDoubt(),
    candidates: distinct(candidates),
  });
  if (found.some(({ role }) => role === "unsure") || is_misread) return doubt(all);
  if (periods.length > 1) return doubt(all);
  const [period] = periods;
  if (period && is_accumulated && !isSinceNewYear(period, window)) return doubt([period]);
  if (period && is_unread && period.frequency === "year") return doubt([period]);
  if (period) return { ...reading, period: success(period), candidates: [] };
  const usual = dates.filter(({ end = "" }) => isUsualEnd(end));
  if (distinct(dates).length === 1 && usual[0])
    return { ...reading, period: success(usual[0]), candidates: [] };
  const rest = [...dates, ...others.flatMap((one) => one.options(contextYear))];
  if (rest.length > 0 || is_unread) return doubt(rest);
  return { ...reading, period: notAPeriod(), candidates: [] };
}

/** Whether a date ends a month, or a month of the police. */
export function isUsualEnd(date: string): boolean {
  const next = new Date(Date.parse(date) + 86_400_000).getUTCDate();
  return next === 1 || next === 15;
}

/** The periods of which none contains or explains another. */
function withoutWider(
  mentions: readonly Mention[],
  year: number | undefined,
  window: PeriodWindow,
): Period[] {
  let kept: Period[] = [];
  const ofYear = (own: boolean) =>
    mentions
      .filter(({ role }) => (role === "own_year") === own)
      .flatMap((one) => one.options(year));
  for (const period of ofYear(false)) {
    const merged = kept.map((one) => ({ one, both: mergedPeriod(one, period, window) }));
    const known = merged.find(({ both }) => both !== null);
    kept = known?.both
      ? distinct(kept.map((one) => (one === known.one ? (known.both as Period) : one)))
      : [...kept, period];
  }
  return distinct([...kept, ...ofYear(true)]);
}

/** `Kết quả tháng 10, nhiệm vụ tháng 11 năm 2026`: the year is said of the months that follow. */
function yearOfNext(found: readonly Mention[], others: readonly Mention[]): number | undefined {
  const [next, ...more] = others.flatMap((one) => one.options());
  const year = next?.year;
  if (year === undefined || more.length > 0) return undefined;
  const [period, ...rest] = found.flatMap((one) => one.options(year));
  if (!period || rest.length > 0) return undefined;
  const [mine, its] = [periodDates(period, "calendar"), periodDates(next as Period, "calendar")];
  const isNext =
    mine.ok && its.ok && Date.parse(its.value.start) - Date.parse(mine.value.end) === 86_400_000;
  return isNext ? year : undefined;
}

/** For a stock it is the same how long something has added up; a flow since New Year says so by its months. */
function isSinceNewYear({ frequency, start }: Period, window: PeriodWindow): boolean {
  return (
    window === "at_date" ||
    ["year_to_date", "half_year", "year"].includes(frequency) ||
    (start?.endsWith("-01-01") ?? false)
  );
}

function writtenYears(mention: Mention): number[] {
  if (mention.role === "unsure") return [];
  const years = mention.options().filter((period) => !isSpan(period));
  return years.flatMap(({ year }) => year ?? []);
}

function isYearless([period]: readonly Period[]): boolean {
  return period === undefined || period.year === undefined;
}

function single(years: readonly number[]): number | undefined {
  return new Set(years).size === 1 ? years[0] : undefined;
}

function distinct(periods: readonly Period[]): Period[] {
  return [...new Map(periods.map((each) => [JSON.stringify(each), each])).values()];
}

function bareYear(year: number | undefined): Period {
  return { frequency: "year", ...(year === undefined ? {} : { year }) };
}

function inDoubt(): Failure {
  return failure(
    "period_in_doubt",
    "một kỳ báo cáo rõ ràng, ví dụ Tháng 10/2026",
    "one clear period, such as Tháng 10/2026",
  );
}

function notAPeriod(): Failure {
  return failure(
    "not_a_period",
    "kỳ báo cáo, ví dụ Tháng 10/2026, Quý III/2026, Năm 2026 hoặc từ ngày … đến ngày …",
    "a period such as Tháng 10/2026, Quý III/2026, Năm 2026 or from … to …",
  );
}
