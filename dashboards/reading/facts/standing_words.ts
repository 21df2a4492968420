import { formatChance, formatDate, formatPeriod, upperFirst } from "../text/format.ts";
import type { ReasonFacts } from "../text/reason_facts.ts";
import type { Texts } from "../text/vi.ts";
import { amountLeft, neededPerYear } from "./amount_left.ts";
import { difference, latestPeriod, quantity, shortTitle, targetOf } from "./indicator_words.ts";
import { isYearSoFar } from "./judged_year.ts";
import type { IndicatorView } from "./view.ts";

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

/** What to check before one relies on the figure that was judged; empty where nothing is open. */
export function cautionWords({ progress }: IndicatorView, text: Texts): string {
  if (!progress?.caution) return "";
  const words = text.caution[progress.caution];
  if (!words) throw new Error(`unknown caution: ${progress.caution}`);
  const { n_areas_reported: reported, n_areas: all } = progress;
  const isPartial = progress.caution === "ward_total_incomplete" && reported != null && all != null;
  return text.check(isPartial && reported < all ? text.partial(`${reported}/${all}`) : words);
}

/** The reason alone, as a sentence of its own. */
export function reasonSentence(view: IndicatorView, text: Texts): string {
  const why = view.hidden.length > 0 ? text.edition.reason : reason(view, text);
  return `${upperFirst(why)}.`;
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
