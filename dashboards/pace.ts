import { countedFactor } from "./facts.ts";
import type { IndicatorView } from "./view.ts";

/** What a change of `perYear` from now on leads to. */
export interface Pace {
  perYear: number;
  /** The same in people, where the registry's ratio counts people. */
  counted: number | null;
  valueAtDue: number;
  isMet: boolean;
  /** yyyy-mm-dd when the target is reached, null when not before `horizon`. */
  arrival: string | null;
}

/** How many steps the slider has besides standing still. */
const steps = 12;
const horizon = "2040-12-31";

/**
 * Paces from standing still to about twice the needed one, in round steps, in people where people
 * are counted. Empty for duties of every year, for met targets and where no number is set.
 */
export function pacesOf(view: IndicatorView): Pace[] {
  const { progress } = view;
  const needed = progress?.required_per_year;
  if (!progress || progress.target_cadence === "yearly" || !needed) return [];
  if (progress.latest_value === null || progress.target_value === null) return [];
  const factor = countedFactor(view) ?? 1;
  const most = Math.max(Math.abs(needed) * 2, Math.abs(progress.actual_per_year ?? 0) * 1.1);
  const step = roundStep((most * factor) / steps) / factor;
  return Array.from({ length: steps + 1 }, (_, index) => {
    return paceOf(view, Math.sign(needed) * index * step);
  });
}

/** The position of the pace that comes closest to the one of the past. */
export function presentPace(paces: readonly Pace[], actual: number | null): number {
  const distances = paces.map(({ perYear }) => Math.abs(perYear - (actual ?? 0)));
  return distances.indexOf(Math.min(...distances));
}

function paceOf(view: IndicatorView, perYear: number): Pace {
  const { indicator, progress } = view;
  const latest = progress?.latest_value ?? 0;
  const target = progress?.target_value ?? 0;
  const from = progress?.latest_period_end ?? horizon;
  const reached = latest + perYear * yearsBetween(from, progress?.target_due ?? horizon);
  const valueAtDue = Math.min(
    Math.max(reached, indicator.lower_bound ?? -Infinity),
    indicator.upper_bound ?? Infinity,
  );
  const factor = countedFactor(view);
  const years = perYear === 0 ? Infinity : (target - latest) / perYear;
  return {
    perYear,
    counted: factor === null ? null : perYear * factor,
    valueAtDue,
    isMet: isMet(valueAtDue, progress?.target_operator ?? "ge", target),
    arrival: dateAfter(from, years),
  };
}

function isMet(value: number, operator: string, target: number): boolean {
  const settled = +value.toFixed(6);
  if (operator === "gt") return settled > target;
  return operator === "le" ? settled <= target : settled >= target;
}

function yearsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / yearLength;
}

function dateAfter(from: string, years: number): string | null {
  const moment = Date.parse(from) + years * yearLength;
  return moment <= Date.parse(horizon) ? new Date(moment).toISOString().slice(0, 10) : null;
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 2, 2.5, 5, 10].find((round) => round >= size / power - 1e-9) ?? 10);
}

const yearLength = 365.25 * 86_400_000;
