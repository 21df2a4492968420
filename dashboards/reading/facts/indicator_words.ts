import type { MartRow } from "../contract/marts.ts";
import {
  formatAbout,
  formatChance,
  formatDate,
  formatNumber,
  formatPeriod,
  formatShort,
  upperFirst,
} from "../text/format.ts";
import type { ReasonFacts } from "../text/reason_facts.ts";
import type { Texts } from "../text/vi.ts";
import { isYearSoFar } from "./judged_year.ts";
import { type IndicatorView, latestObservation } from "./view.ts";
import { judgedYearBefore, type YearBefore } from "./year_before.ts";

/** A value with its unit: 95,3% · 310 căn. Never rounded down to zero. */
export function quantity(value: number, indicator: MartRow<"indicators">, text: Texts): string {
  const written = amount(value, indicator, text);
  return indicator.unit === "percent" ? written : `${written} ${unitName(indicator, text)}`;
}

/** A value where its unit stands elsewhere: 95,3% · 310. */
export function amount(value: number, indicator: MartRow<"indicators">, text: Texts): string {
  const number = formatShort(value, decimalsOf(value, indicator), text.language);
  return indicator.unit === "percent" ? `${number}%` : number;
}

/** One decimal more where a small value would read as none. */
function decimalsOf(value: number, { decimals }: MartRow<"indicators">): number {
  const isLost = value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals;
  return decimals + (isLost ? 1 : 0);
}

/** A difference with its unit and without sign: 0,6 điểm · 34 căn. Never rounded down to zero. */
export function difference(value: number, indicator: MartRow<"indicators">, text: Texts): string {
  const size = Math.abs(value);
  const number = formatShort(size, decimalsOf(size, indicator), text.language);
  return indicator.unit === "percent"
    ? text.points(number)
    : `${number} ${unitName(indicator, text)}`;
}

/** The unit in the page's language. */
export function unitName(indicator: MartRow<"indicators">, text: Texts): string {
  return text.language === "vi" ? indicator.unit_vi : indicator.unit_en;
}

/** The indicator's name in the page's language. */
export function titleOf(view: { title_vi: string; title_en: string }, text: Texts): string {
  return text.language === "vi" ? view.title_vi : view.title_en;
}

/** The name without the start date of a running total, which the page's subtitle keeps. */
export function shortTitle(view: IndicatorView, text: Texts): string {
  return titleOf(view.indicator, text).replace(/, (lũy kế từ|cumulative since) .*$/, "");
}

/** The target with its operator: > 98%. Null where the programme gives no number. */
export function targetOf(
  view: IndicatorView,
  text: Texts,
  operators: Texts["operator"] = text.operator,
  written: typeof quantity = quantity,
): string | null {
  const { progress, indicator } = view;
  if (progress?.target_value == null) return null;
  const write = operators[(progress.target_operator ?? "ge") as keyof Texts["operator"]];
  const decimals = Number.isInteger(progress.target_value) ? 0 : indicator.decimals;
  return write(written(progress.target_value, { ...indicator, decimals }, text));
}

/** The period that the latest value speaks of; a yearly duty adds up the year so far. */
export function latestPeriod(view: IndicatorView, text: Texts): string | null {
  const { progress, frequency } = view;
  if (!progress?.latest_period_end) return null;
  const isOfYear = isYearSoFar(view) || isYearHidden(view);
  return isOfYear
    ? text.yearSoFar(progress.latest_period_end.slice(0, 4))
    : formatPeriod(frequency, progress.latest_period_end, text.language);
}

/** True where a duty is judged by its year and the edition hides a figure of that year. */
function isYearHidden({ progress, hidden }: IndicatorView): boolean {
  return (
    progress?.target_cadence === "yearly" && progress.latest_value === null && hidden.length > 0
  );
}

/** The newest period itself, also where the judged value is of the year so far. */
export function newestPeriod({ progress, frequency }: IndicatorView, text: Texts): string | null {
  const end = progress?.latest_period_end;
  return end ? formatPeriod(frequency, end, text.language) : null;
}

/** How much of a longer period is there, where something is missing: 7/9 tháng. Null of a whole one. */
export function partOf(
  { method, series_frequency, n_periods, n_expected }: MartRow<"periodValues">,
  text: Texts,
): string | null {
  if (method === "last" || n_periods === n_expected) return null;
  return text.partOf[series_frequency]?.(String(n_periods), String(n_expected)) ?? null;
}

/** When the target is due: hằng năm · đến 31/12/2030. */
function dueOf(view: IndicatorView, text: Texts): string {
  const { progress } = view;
  if (progress?.target_cadence === "yearly") return text.yearly;
  return progress?.target_due ? text.by(formatDate(progress.target_due, text.language)) : "";
}

/** What is promised and when, in words for the place of a target. */
interface TargetWords {
  level: string;
  when: string;
  /** True where the programme gives the level as a number. */
  is_number: boolean;
}

/**
 * The target with its date. Where the programme asks for a level but has not set it (a standard
 * without its pass mark), that is said with the date; where it asks for none, the direction is.
 */
export function targetWords(view: IndicatorView, text: Texts): TargetWords {
  const { progress, indicator } = view;
  const target = targetOf(view, text);
  if (target !== null) return { level: target, when: dueOf(view, text), is_number: true };
  const isYearly = progress?.target_cadence === "yearly";
  const due = progress?.target_due && text.due(formatDate(progress.target_due, text.language));
  const isAsked = isYearly || due;
  const when = isYearly ? text.yearly : (due ?? "");
  if (isAsked) return { level: text.passMark, when, is_number: false };
  const direction = indicator.direction as keyof Texts["directionOnly"];
  return { level: text.directionOnly[direction], when: text.noNumber, is_number: false };
}

/** Title, value and reason in one sentence without its full stop. */
export function sentence(view: IndicatorView, text: Texts): string {
  if (view.hidden.length > 0) return text.edition.sentence(shortTitle(view, text));
  return `${standing(view, text)}, ${reason(view, text)}`;
}

/** What stands where a value is missing: a dash, or that this edition hides it. */
export function missing(view: IndicatorView, text: Texts): string {
  return view.hidden.length > 0 ? text.edition.hidden : text.none;
}

/** The status as a word; of what has no number to meet, the way it goes. */
export function standingWord({ status, progress }: IndicatorView, text: Texts): string {
  return text.way[progress?.reason_code ?? ""] ?? text.status[status];
}

/** The chance, or that it is decided; null where none is given. */
export function chanceWords({ progress }: IndicatorView, text: Texts): string | null {
  const chance = progress?.probability_met;
  if (progress == null || chance == null) return null;
  const isDecided = progress.duty_kind !== null && (chance === 0 || chance === 1);
  if (isDecided) return chance === 0 ? text.decided.lost : text.decided.won;
  return formatChance(chance, text.language);
}

/** The change against a year before: +1 vụ (+33,3%). */
export function yearBeforeWords(
  { change, percent }: YearBefore,
  indicator: MartRow<"indicators">,
  text: Texts,
): string {
  const sign = (value: number) => (value > 0 ? "+" : value < 0 ? "−" : "");
  const share =
    percent === null
      ? null
      : `${sign(percent)}${formatNumber(Math.abs(percent), 1, text.language)}%`;
  return text.yearBeforeWords(`${sign(change)}${difference(change, indicator, text)}`, share);
}

/** How the judged figure differs from that of a year before; null where that is not known. */
export function judgedYearBeforeWords(view: IndicatorView, text: Texts): string | null {
  const compared = view.hidden.length > 0 ? null : judgedYearBefore(view);
  return compared && yearBeforeWords(compared, view.indicator, text);
}

/** The reason alone, as a sentence of its own. */
export function reasonSentence(view: IndicatorView, text: Texts): string {
  const why = view.hidden.length > 0 ? text.edition.reason : reason(view, text);
  return `${upperFirst(why)}.`;
}

/**
 * The pace that is still needed, in what is counted where the registry's ratio counts people,
 * else in the unit of the target. Null where nothing more is needed.
 */
export function neededPerYear(view: IndicatorView, text: Texts): string | null {
  const { indicator, progress } = view;
  const pace = progress?.required_per_year;
  if (pace == null || pace === 0 || progress?.target_cadence === "yearly") return null;
  const isRising = pace > 0;
  if (isRising !== (indicator.direction !== "down")) return null;
  return (isRising ? text.needMore : text.needLess)(paceOf(view, Math.abs(pace), text));
}

/** A yearly change in people (1.100 người) where the indicator is a share of people, else null. */
export function countedPace(view: IndicatorView, pace: number, text: Texts): string | null {
  const { counted_vi, counted_en } = view.indicator;
  const factor = countedFactor(view);
  if (factor === null) return null;
  return `${formatAbout(pace * factor, text.language)} ${text.language === "vi" ? counted_vi : counted_en}`;
}

/** How many of what is counted make one unit of the indicator: 1.611 people a point. Null elsewhere. */
function countedFactor(view: IndicatorView): number | null {
  const denominator = latestObservation(view)?.denominator;
  return view.indicator.counted_vi && denominator ? denominator / 100 : null;
}

function paceOf(view: IndicatorView, pace: number, text: Texts): string {
  const people = countedPace(view, pace, text);
  if (people !== null) return people;
  const about = formatAbout(pace, text.language);
  return view.indicator.unit === "percent"
    ? text.points(about)
    : `${about} ${unitName(view.indicator, text)}`;
}

function standing(view: IndicatorView, text: Texts): string {
  const name = shortTitle(view, text);
  const title = isYearSoFar(view) ? `${name} ${latestPeriod(view, text)}` : name;
  const value = view.progress?.latest_value;
  if (value == null) return text.noValue(title);
  const write = view.indicator.direction === "down" ? text.standing : text.reached;
  return write(title, quantity(value, view.indicator, text));
}

function reason(view: IndicatorView, text: Texts): string {
  const code = view.progress?.reason_code ?? "no_data";
  const write = (text.reason as Partial<Record<string, (facts: ReasonFacts) => string>>)[code];
  if (!write) throw new Error(`unknown reason code: ${code}`);
  return [write(factsOf(view, text)), cautionWords(view, text)].filter(Boolean).join("; ");
}

/** What to check before one relies on the figure that was judged; empty where nothing is open. */
export function cautionWords({ progress }: IndicatorView, text: Texts): string {
  if (!progress?.caution) return "";
  const words = text.caution[progress.caution];
  if (!words) throw new Error(`unknown caution: ${progress.caution}`);
  const { n_areas_reported: reported, n_areas: all } = progress;
  const isPartial = progress.caution === "ward_total_incomplete" && reported != null && all != null;
  return text.check(isPartial && reported < all ? text.partial(`${reported}/${all}`) : words);
}

function factsOf(view: IndicatorView, text: Texts): ReasonFacts {
  const { indicator, progress } = view;
  const written = (value: number | null | undefined) =>
    value == null ? text.none : quantity(value, indicator, text);
  return {
    value: written(progress?.latest_value),
    period: latestPeriod(view, text) ?? text.none,
    gap: progress?.gap == null ? text.none : difference(progress.gap, indicator, text),
    target: targetOf(view, text, text.operatorWords) ?? text.none,
    due: progress?.target_due ? formatDate(progress.target_due, text.language) : text.none,
    is_dated: progress?.target_due != null,
    is_mark_missing: progress?.target_value == null && progress?.target_cadence != null,
    is_met: isMet(view),
    moves: text.moves[movesOf(view)] ?? text.none,
    need: neededPerYear(view, text),
    chance:
      progress?.probability_met == null
        ? text.none
        : formatChance(progress.probability_met, text.language),
    points: String(progress?.n_points ?? 0),
    since_break: progress?.break_date ? formatDate(progress.break_date, text.language) : null,
    at_due: written(progress?.value_at_due),
    ...dutyFacts(view, text),
  };
}

/** What a sentence says of the year of a yearly duty. */
function dutyFacts(view: IndicatorView, text: Texts) {
  const { indicator, progress, frequency } = view;
  const named = (end: string) => formatPeriod(frequency, end, text.language);
  const { broken_period_end: end = null, broken_value: broken = null } = progress ?? {};
  return {
    year: progress?.target_due?.slice(0, 4) ?? text.none,
    is_whole_year: progress?.n_periods != null && progress.n_periods === progress.n_expected,
    known: text.periodCount(frequency, progress?.n_periods ?? 0),
    missing: (progress?.missing_period_ends ?? "").split(",").filter(Boolean).map(named).join(", "),
    broken_period: end === null ? text.none : named(end),
    broken: broken === null ? text.none : quantity(broken, indicator, text),
    n_broken: progress?.n_broken ?? 0,
    is_limit: progress?.duty_kind === "quota_down",
    left: progress?.duty_kind == null ? "" : amountLeft(view, text),
  };
}

/**
 * What is still missing, counted where the registry counts it: of a quota with all there are, 2/94
 * chi đoàn, else 4.350 người; a quota in another unit in that. Empty where nothing is.
 */
export function amountLeft(view: IndicatorView, text: Texts): string {
  const { indicator, progress } = view;
  const needed = progress?.needed_count ?? 0;
  const counted = text.language === "vi" ? indicator.counted_vi : indicator.counted_en;
  if (needed > 0 && counted) {
    const isQuota = progress?.duty_kind?.startsWith("quota") ?? false;
    const all = isQuota ? latestObservation(view)?.denominator : null;
    const numbers = [needed, all ?? 0].filter((count) => count > 0);
    return `${numbers.map((count) => formatNumber(count, 0, text.language)).join("/")} ${counted}`;
  }
  return leftOfQuota(view, text);
}

function leftOfQuota({ indicator, progress }: IndicatorView, text: Texts): string {
  const { duty_kind: kind, target_value: target, latest_value: value } = progress ?? {};
  if (!kind?.startsWith("quota") || target == null || value == null) return "";
  const isMissing = kind === "quota_up" ? value < target : value > target;
  return isMissing ? difference(target - value, indicator, text) : "";
}

/** The way of the registry's direction where the series improves, else the other. */
function movesOf({ indicator, progress }: IndicatorView): string {
  const { direction } = indicator;
  if (progress?.reason_code !== "worsening_no_target") return direction;
  return direction === "down" ? "up" : "down";
}

/** Whether the newest value meets the target: more than "= 100" is met where more is better. */
function isMet({ indicator, progress }: IndicatorView): boolean {
  const { latest_value: value = null, target_value: target = null } = progress ?? {};
  if (value === null || target === null) return false;
  const apart = Math.round((value - target) * 1e6);
  const operator = progress?.target_operator;
  if (operator === "gt") return apart > 0;
  if (operator === "ge" || (operator === "eq" && indicator.direction === "up")) return apart >= 0;
  if (operator === "le" || indicator.direction === "down") return apart <= 0;
  return apart === 0;
}
