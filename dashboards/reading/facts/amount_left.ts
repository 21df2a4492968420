import { formatAbout, formatNumber } from "../text/format.ts";
import type { Texts } from "../text/vi.ts";
import { difference, unitName } from "./indicator_words.ts";
import { type IndicatorView, latestObservation } from "./view.ts";

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

function leftOfQuota({ indicator, progress }: IndicatorView, text: Texts): string {
  const { duty_kind: kind, target_value: target, latest_value: value } = progress ?? {};
  if (!kind?.startsWith("quota") || target == null || value == null) return "";
  const isMissing = kind === "quota_up" ? value < target : value > target;
  return isMissing ? difference(target - value, indicator, text) : "";
}
