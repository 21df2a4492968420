import type { Observation } from "./area_series.ts";
import type { IndicatorView } from "./view.ts";

/** How a calendar month differs from the year around it, over the years there are. */
export interface MonthPattern {
  /** 1 for January. */
  month: number;
  mean: number;
  /** The same month's differences year by year, oldest first. */
  differences: { year: number; value: number }[];
}

export interface SeasonalPattern {
  months: MonthPattern[];
  /** False where no month stands out by more than three standard errors. */
  is_clear: boolean;
}

/**
 * Differences of monthly values from the centred twelve-month mean around them (2 × 12, the first
 * step of classical decomposition). Null with fewer than two values for some month, and where no
 * month differs by as much as `smallest`, the least that is shown.
 */
export function seasonalPattern(
  observations: readonly Observation[],
  smallest: number,
): SeasonalPattern | null {
  const points = observations.filter(({ frequency }) => frequency === "month");
  const differences = points.flatMap((point, index) => {
    const around = points.slice(Math.max(0, index - 6), index + 7);
    if (around.length < 13 || !isUnbroken(around)) return [];
    const weights = around.map((_, place) => (place === 0 || place === 12 ? 0.5 : 1));
    const total = around.reduce((sum, { value }, place) => sum + value * (weights[place] ?? 0), 0);
    const [year, month] = point.period_end.split("-").map(Number) as [number, number];
    return { year, month, value: point.value - total / 12 };
  });
  const months = Array.from({ length: 12 }, (_, index) => patternOf(index + 1, differences));
  if (months.some(({ differences: own }) => own.length < 2)) return null;
  if (months.every(({ mean }) => Math.abs(mean) < smallest)) return null;
  return { months, is_clear: hasClearMonth(months) };
}

/**
 * The months of an indicator. Null too of what is counted so rarely that its months are only zeros
 * and single cases: the time between two cases says more of it.
 */
export function seasonOf({ observations, indicator }: IndicatorView): SeasonalPattern | null {
  const months = observations.filter(({ frequency }) => frequency === "month");
  const mean = months.reduce((sum, { value }) => sum + value, 0) / (months.length || 1);
  const isRare = indicator.measure_type === "flow" && mean < fewestPerMonth;
  return isRare ? null : seasonalPattern(observations, 0.5 * 10 ** -indicator.decimals);
}

/** Cases a month below which nothing is said of seasons. */
const fewestPerMonth = 2;

/** The months with the lowest and the highest mean. */
export function extremes({ months }: SeasonalPattern): {
  lowest: MonthPattern;
  highest: MonthPattern;
} {
  const sorted = months.toSorted((a, b) => a.mean - b.mean);
  return { lowest: sorted[0] as MonthPattern, highest: sorted.at(-1) as MonthPattern };
}

function patternOf(
  month: number,
  all: { year: number; month: number; value: number }[],
): MonthPattern {
  const differences = all.filter((one) => one.month === month);
  const mean = differences.reduce((sum, { value }) => sum + value, 0) / (differences.length || 1);
  return { month, mean, differences: differences.map(({ year, value }) => ({ year, value })) };
}

function hasClearMonth(months: MonthPattern[]): boolean {
  const squares = months.flatMap(({ mean, differences }) =>
    differences.map(({ value }) => (value - mean) ** 2),
  );
  const spread = Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / (squares.length - 12 || 1));
  return months.some(({ mean, differences }) => {
    return Math.abs(mean) > (3 * spread) / Math.sqrt(differences.length);
  });
}

function isUnbroken(around: readonly Observation[]): boolean {
  const [first, last] = [around[0], around.at(-1)].map((row) => monthNumber(row?.period_end ?? ""));
  return (last ?? 0) - (first ?? 0) === 12;
}

function monthNumber(date: string): number {
  const [year, month] = date.split("-").map(Number) as [number, number];
  return year * 12 + month;
}
