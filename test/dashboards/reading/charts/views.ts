import type { MartRow } from "../../../../dashboards/reading/contract/marts.ts";
import type { Observation } from "../../../../dashboards/reading/facts/area_series.ts";
import type { IndicatorView } from "../../../../dashboards/reading/facts/view.ts";
import { programme } from "../../texts.ts";

/** A view of an indicator in percent with nothing known about it, and what a chart's case adds. */
export function viewOf(known: Partial<IndicatorView>): IndicatorView {
  return {
    indicator: indicatorOf({}),
    programme,
    ...{ agency: null, status: "on_track", progress: null, trend: null, frequency: "month" },
    ...{ targets: [], observations: [], hidden: [], projections: [], comparisons: [] },
    ...{ neighbourhoods: [], hiddenNeighbourhoods: [], withheldNeighbourhoods: 0 },
    ...{ has_police_figures: false, path: [], paces: [], needed: [], breaks: [], signals: [] },
    ...{ lenses: [], backtests: [], progressPublishedMethods: [], lineage: [], revisions: [] },
    ...{ quality: [], periodValues: [], is_sample: false },
    ...known,
  } as IndicatorView;
}

/** An indicator: a share between 0 and 100 unless told otherwise. */
export function indicatorOf(told: Partial<MartRow<"indicators">>): MartRow<"indicators"> {
  return {
    ...{ indicator_id: "CASE", section_id: "2.1.6", title_vi: "Chỉ tiêu", title_en: "Indicator" },
    ...{ unit: "percent", unit_vi: "%", unit_en: "%", direction: "up", decimals: 1 },
    ...{ lower_bound: 0, upper_bound: 100, frequency: "month", kind: "ratio" },
    ...told,
  } as MartRow<"indicators">;
}

/** Counts of something, from zero up. */
export function countIndicator(
  unit_vi: string,
  decimals = 0,
  temporal_aggregation = "last",
): MartRow<"indicators"> {
  const bounds = { lower_bound: 0, upper_bound: null };
  return indicatorOf({ unit: "cases", unit_vi, ...bounds, decimals, temporal_aggregation });
}

/** Values of months or quarters one after the other, the last of them that of `end` (yyyy-mm). */
export function seriesTo(end: string, values: readonly number[], months = 1): Observation[] {
  const [year, month] = end.split("-").map(Number) as [number, number];
  return values.map((value, index) => {
    const back = (values.length - 1 - index) * months;
    const period_end = new Date(Date.UTC(year, month - back, 0)).toISOString().slice(0, 10);
    return { ...observed, value, period_end, period_start: `${period_end.slice(0, 7)}-01` };
  }) as Observation[];
}

const observed = {
  ...{ indicator_id: "CASE", area_id: "ward", frequency: "month", maturity: "final" },
  ...{ numerator: null, denominator: null, is_estimated: false, is_sample: false },
  assumed_share: 0,
};

/** Year ends from 2026 to 2030 with 80% and 95% bands that widen by the year, inside their bounds. */
export function projected(
  values: readonly number[],
  width: number,
  [least, most] = [-Infinity, Infinity],
): IndicatorView["projections"] {
  const inside = (value: number) => Math.min(Math.max(value, least), most);
  return values.map((value, index) => {
    const half = width * Math.sqrt(index + 1);
    const bands = { lower_80: inside(value - half), upper_80: inside(value + half) };
    const wide = { lower_95: inside(value - 1.6 * half), upper_95: inside(value + 1.6 * half) };
    const period_end = `${2026 + index}-12-31`;
    return { indicator_id: "CASE", frequency: "month", period_end, value, ...bands, ...wide };
  }) as IndicatorView["projections"];
}

/** A straight path from the end of 2025 to the end of 2030. */
export function pathOf(from: number, to: number): IndicatorView["path"] {
  return [
    { indicator_id: "CASE", path_date: "2025-12-31", planned_value: from },
    { indicator_id: "CASE", path_date: "2030-12-31", planned_value: to },
  ] as IndicatorView["path"];
}

/** Progress towards a target. */
export function aimOf(target_value: number, target_operator: string): IndicatorView["progress"] {
  return {
    ...{ indicator_id: "CASE", target_value, target_operator, target_due: "2030-12-31" },
  } as IndicatorView["progress"];
}

/** What a year may have or must bring, and its figure so far. */
export function yearOf(
  target_value: number,
  target_operator: string,
  latest_value: number,
): IndicatorView["progress"] {
  return {
    ...{ indicator_id: "CASE", target_value, target_operator, target_due: "2026-12-31" },
    ...{ target_cadence: "yearly", latest_value },
  } as IndicatorView["progress"];
}
