import type { MartRow } from "../contract/marts.ts";
import { formatDate, formatNumber, formatPeriod, formatShort } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";
import { isYearSoFar } from "./judged_year.ts";
import type { IndicatorView } from "./view.ts";
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
  const { target_value, target_operator } = progress;
  return targetLevel({ target_value, target_operator }, indicator, text, operators, written);
}

/** A number to meet with its operator: ≥ 95%. */
export function targetLevel(
  target: { target_value: number; target_operator: string | null },
  indicator: MartRow<"indicators">,
  text: Texts,
  operators: Texts["operator"] = text.operator,
  written: typeof quantity = quantity,
): string {
  const write = operators[(target.target_operator ?? "ge") as keyof Texts["operator"]];
  const decimals = Number.isInteger(target.target_value) ? 0 : indicator.decimals;
  return write(written(target.target_value, { ...indicator, decimals }, text));
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
