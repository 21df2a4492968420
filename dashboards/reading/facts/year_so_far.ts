import type { Observation } from "./area_series.ts";
import { isSameValue, isYearSoFar } from "./judged_year.ts";
import type { IndicatorView } from "./view.ts";

/** The year so far at the end of a period; null where charts and tables show the series itself. */
export function yearSoFarAt(view: IndicatorView, period_end: string): number | null {
  const found = runningYears(view)
    .flat()
    .find((row) => row.period_end === period_end);
  return found?.value ?? null;
}

interface RunningValue {
  period_end: string;
  value: number;
}

/**
 * Year by year what a duty is judged by: its year so far after each period. A past year of which a
 * period is not known is left out; empty where the series itself is judged.
 */
export function runningYears(view: IndicatorView): RunningValue[][] {
  if (!isYearSoFar(view) || view.hidden.length > 0) return [];
  const years = [...Map.groupBy(view.observations, yearOf).values()];
  const running = years
    .filter((rows, index) => index === years.length - 1 || rows.length === perYear[view.frequency])
    .map((rows) => runningOf(rows, view));
  const end = running.at(-1)?.at(-1)?.value ?? Number.NaN;
  return isSameValue(end, view.progress?.latest_value ?? Number.NaN) ? running : [];
}

const perYear: Partial<Record<string, number>> = { month: 12, quarter: 4 };

/** The sum of what adds up; of a share the share of the sums of its parts. */
function runningOf(rows: Observation[], { indicator }: IndicatorView): RunningValue[] {
  return rows.map(({ period_end }, index) => {
    const known = rows.slice(0, index + 1);
    const value = indicator.temporal_aggregation === "sum" ? sumOf(known) : shareOf(known);
    return { period_end, value };
  });
}

function sumOf(rows: Observation[]): number {
  return rows.reduce((sum, { value }) => sum + value, 0);
}

function shareOf(rows: Observation[]): number {
  const [top, bottom] = (["numerator", "denominator"] as const).map((part) =>
    rows.reduce((sum, row) => sum + (row[part] ?? Number.NaN), 0),
  ) as [number, number];
  const whole = rows.find(({ numerator }) => numerator);
  const scale = whole ? (whole.value * (whole.denominator ?? 0)) / (whole.numerator ?? 1) : 1;
  return (scale * top) / bottom;
}

function yearOf({ period_end }: Observation): string {
  return period_end.slice(0, 4);
}
