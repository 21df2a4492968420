// One indicator for each way in which a judgement is told, as the models would judge it: data, and so longer than most.
import { type FixtureRows, fixtureRows } from "../../fixture.ts";

type Row = Record<string, unknown>;

/** What an indicator differs in from a share that is to reach 98% by the end of 2030. */
interface Case {
  indicator?: Row;
  /** Its figure in a month: 0 is October 2026, −1 the month before. Undefined where none is known. */
  value(month: number): number | undefined;
  progress: Row;
  /** The level of its path; of a dated target from 95% to the target. */
  level?: number;
  lastProjection?: [value: number, width: number];
  breaks?: Row[];
  denominator?: number;
}

const share = (latest: number) => (month: number) => latest + 0.05 * month;
const year = { target_cadence: "yearly", target_due: "2026-12-31", baseline_date: null };
const dated = { target_operator: "ge", target_value: 98, planned_value: 95.5 };
const cases = { unit: "cases", unit_vi: "vụ", unit_en: "cases", measure_type: "flow" };
const sum = { ...cases, decimals: 0, direction: "down", temporal_aggregation: "sum" };
const none = { projected_at_due: null, projected_lower_80: null, projected_upper_80: null };

const told: Record<string, Case> = {
  MET_WHEN_DUE: {
    value: share(95.3),
    progress: {
      ...{ status: "achieved", reason_code: "met_when_due", target_due: "2026-06-30" },
      ...{ target_operator: "ge", target_value: 95, value_at_due: 95.1, is_met_at_due: true },
      ...{ value_at_due_period_end: "2026-06-30", ...none },
    },
    lastProjection: [97, 1],
  },
  MISSED_WHEN_DUE: {
    value: share(95.3),
    progress: {
      ...{ status: "off_track", reason_code: "missed_when_due", target_due: "2026-06-30" },
      ...{ target_operator: "ge", target_value: 95.2, value_at_due: 95.1, is_met_at_due: false },
      ...{ value_at_due_period_end: "2026-06-30", ...none },
    },
  },
  NO_FIGURE_WHEN_DUE: {
    value: (month) => (month < -30 ? 90 : undefined),
    progress: {
      ...{ status: "not_assessable", reason_code: "no_figure_when_due", target_due: "2026-06-30" },
      ...{ target_operator: "ge", target_value: 95, latest_period_end: "2024-03-31" },
    },
    lastProjection: [97, 1],
  },
  MET_NOT_SECURED: {
    value: share(98.4),
    progress: {
      ...{ status: "at_risk", reason_code: "met_not_secured", ...dated, required_per_year: 0 },
      probability_met: 0.49,
    },
    lastProjection: [97.9, 0.9],
  },
  MET_AND_SECURED: {
    value: share(98.4),
    progress: {
      ...{ status: "achieved", reason_code: "met_and_secured", ...dated, required_per_year: 0 },
      probability_met: 0.91,
    },
    lastProjection: [99, 0.6],
  },
  OVER_FULFILLED: {
    indicator: { upper_bound: null },
    value: share(104),
    progress: {
      ...{ status: "achieved", reason_code: "met_and_secured", ...dated, required_per_year: 0 },
      ...{ probability_met: 0.95, target_operator: "eq", target_value: 100 },
    },
    lastProjection: [105, 2],
  },
  AHEAD: {
    value: share(95.9),
    progress: {
      ...{ status: "on_track", reason_code: "ahead_of_path", ...dated, gap: 0.4 },
      ...{ required_per_year: 0.5, actual_per_year: 0.7, arrival_date: "2029-10-02" },
      probability_met: 0.71,
    },
    lastProjection: [98.3, 0.8],
  },
  PACE_APART: {
    value: share(95.1),
    progress: {
      ...{ status: "off_track", reason_code: "behind_and_unlikely", ...dated, gap: -0.4 },
      ...{ required_per_year: 0.7, actual_per_year: 1.2, is_pace_apart: true },
      probability_met: 0.004,
    },
    lastProjection: [96, 0.4],
  },
  NEARLY: {
    value: (month) => 97.96 + 0.01 * month,
    progress: {
      ...{ status: "at_risk", reason_code: "behind_and_uncertain", ...dated, planned_value: 98 },
      ...{ gap: -0.04, required_per_year: 0.01, actual_per_year: 0.12, probability_met: 0.5 },
      arrival_date: "2027-02-20",
    },
    lastProjection: [98.1, 0.9],
  },
  REACHED_THEN_LOST: {
    value: share(97.1),
    progress: {
      ...{ status: "at_risk", reason_code: "reached_then_lost", ...dated, gap: 1.6 },
      ...{ required_per_year: 0.2, actual_per_year: -0.3, probability_met: 0.3 },
    },
    lastProjection: [97.4, 1.1],
  },
  STALE: {
    value: (month) => (month < -10 ? 96 + 0.01 * month : undefined),
    progress: {
      ...{ status: "not_assessable", reason_code: "stale_data", ...dated, planned_value: 95 },
      ...{ required_per_year: 0.6, latest_period_end: "2025-11-30", gap: 0.89 },
    },
    lastProjection: [97, 1],
  },
  TOO_FEW: {
    value: (month) => (month > -3 ? 95 + month : undefined),
    progress: {
      ...{ status: "not_assessable", reason_code: "too_few_points", ...dated, gap: -0.5 },
      ...{ required_per_year: 0.7, actual_per_year: 2, n_points: 3 },
    },
  },
  JUMP: {
    value: (month) => (month === 0 ? 60 : 95 + 0.01 * month),
    progress: {
      ...{ status: "off_track", reason_code: "behind_and_unlikely", ...dated, gap: -35.5 },
      ...{ required_per_year: 9, actual_per_year: -30, probability_met: 0.02, caution: "jump" },
    },
    lastProjection: [61, 9],
  },
  PARTIAL: {
    value: share(95.6),
    progress: {
      ...{ status: "at_risk", reason_code: "on_path_but_uncertain", ...dated, gap: 0.1 },
      ...{ required_per_year: 0.55, actual_per_year: 0.6, probability_met: 0.4 },
      ...{ arrival_date: "2030-08-20", caution: "ward_total_incomplete" },
      ...{ n_areas_reported: 60, n_areas: 85 },
    },
    lastProjection: [97.6, 1.2],
  },
  SPLIT: {
    value: share(95.9),
    progress: {
      ...{ status: "on_track", reason_code: "on_path", ...dated, planned_value: 95.9, gap: 0 },
      ...{ required_per_year: 0.5, actual_per_year: 0.6, arrival_date: "2030-04-20" },
      ...{ probability_met: 0.8, break_date: "2026-04-01", baseline_date: "2026-04-30" },
    },
    lastProjection: [98.6, 0.7],
    breaks: [{ break_date: "2026-07-01", kind: "boundary", split_date: "2026-04-01" }],
  },
  WORSENING: {
    value: share(40),
    progress: {
      ...{ status: "no_target", reason_code: "worsening_no_target", target_due: null },
      ...{ target_cadence: null, target_operator: null },
    },
    lastProjection: [36, 3],
  },
  UNCLEAR: {
    value: share(40),
    progress: {
      ...{ status: "no_target", reason_code: "unclear_no_target", target_due: null },
      ...{ target_cadence: null, target_operator: null },
    },
  },
  HELD: {
    value: share(98.4),
    progress: {
      ...{ status: "on_track", reason_code: "held_so_far", ...year, duty_kind: "hold" },
      ...{ target_operator: "ge", target_value: 95, n_periods: 10, n_expected: 12, n_missing: 0 },
      ...{ n_broken: 0, probability_met: 0.97 },
    },
    level: 95,
  },
  BROKEN_SHARE: {
    indicator: { temporal_aggregation: "recompute" },
    value: (month) => 99 + 0.05 * month,
    denominator: 1000,
    progress: {
      ...{ status: "off_track", reason_code: "broken_this_year", ...year, duty_kind: "hold" },
      ...{ target_operator: "eq", target_value: 100, n_periods: 10, n_expected: 12 },
      ...{ n_broken: 10, broken_period_end: "2026-10-31", broken_value: 99, probability_met: 0 },
      latest_value: 98.775,
    },
    level: 100,
    lastProjection: [99.5, 0.3],
  },
  BROKEN_SUM: {
    indicator: sum,
    value: (month) => (month % 3 === 0 ? 1 : 0),
    progress: {
      ...{ status: "off_track", reason_code: "broken_this_year", ...year, duty_kind: "total_zero" },
      ...{ target_operator: "eq", target_value: 0, n_periods: 10, n_expected: 12, n_broken: 4 },
      ...{ broken_period_end: "2026-10-31", broken_value: 1, probability_met: 0, latest_value: 4 },
      ...{ previous_year_value: 3, change_from_previous_year: 1 },
    },
    level: 0,
    lastProjection: [0.3, 1],
  },
  LIMIT: {
    indicator: sum,
    value: () => 1,
    progress: {
      ...{ status: "on_track", reason_code: "quota_likely", ...year, duty_kind: "quota_down" },
      ...{ target_operator: "le", target_value: 13, n_periods: 10, n_expected: 12, n_missing: 0 },
      ...{ latest_value: 10, previous_year_value: 10, change_from_previous_year: 0 },
      ...{ projected_at_due: 12, projected_lower_80: 11, projected_upper_80: 14 },
      probability_met: 0.7,
    },
    level: 13,
    lastProjection: [1, 0.5],
  },
  QUOTA: {
    indicator: { counted_vi: "chi đoàn", counted_en: "branches" },
    value: (month) => (100 * (92 + month)) / 94,
    denominator: 94,
    progress: {
      ...{ status: "on_track", reason_code: "quota_likely", ...year, duty_kind: "quota_up" },
      ...{ target_operator: "eq", target_value: 100, needed_count: 2, probability_met: 0.8 },
      ...{ n_periods: 10, n_expected: 12, n_missing: 0 },
    },
    level: 100,
    lastProjection: [99.6, 0.3],
  },
  YEAR_INCOMPLETE: {
    value: (month) => (month === -7 || month === -8 ? undefined : 99),
    progress: {
      ...{ status: "not_assessable", reason_code: "year_incomplete", ...year, duty_kind: "hold" },
      ...{ target_operator: "ge", target_value: 95, n_periods: 8, n_expected: 12, n_missing: 2 },
      missing_period_ends: "2026-02-28,2026-03-31",
    },
    level: 95,
    lastProjection: [99, 0.2],
  },
};

/** Those that are told here. */
export const madeIds = Object.keys(told);

/** A ward with an indicator of each kind beside those of the literal ward. */
export function everyReason(): FixtureRows {
  const rows = fixtureRows();
  const made = Object.entries(told).map(([id, one]) => rowsOf(id, one, rows));
  const joined = Object.entries(rows).map(([mart, own]) => [
    mart,
    [...own, ...made.flatMap((part) => (part as Record<string, Row[]>)[mart] ?? [])],
  ]);
  return Object.fromEntries(joined) as FixtureRows;
}

function rowsOf(id: string, one: Case, rows: FixtureRows) {
  const title = { title_vi: `Chỉ tiêu ${id}`, title_en: `Indicator ${id}` };
  const key = { indicator_id: id, area_id: "le_chan" };
  const base = { disclosure: "none", counted_vi: null, counted_en: null };
  const observations = observationsOf(id, one);
  const latest = Number(one.progress["latest_value"] ?? observations.at(-1)?.["value"]);
  const progress = {
    ...{ ...key, as_of: "2026-11-05", frequency: "month", latest_period_end: "2026-10-31" },
    ...{ baseline_date: "2025-12-31", target_due: "2030-12-31", target_cadence: "by_date" },
    ...{ latest_value: latest, ...yearBefore(observations, one), is_pace_apart: false },
    ...projectedAtDue(one),
    ...one.progress,
  };
  return {
    indicators: [{ ...rows.indicators[0], ...base, ...title, ...one.indicator, indicator_id: id }],
    observations,
    progress: [progress],
    projections: projectionsOf(id, one),
    paths: pathsOf(id, one),
    lineage: observations.map(({ frequency, period_end }) => ({
      ...{ ...key, frequency, period_end, role: "value", sheet: "T", cells: "B2" },
      file_name: `${id} ${String(period_end).slice(0, 7)}.xlsx`,
    })),
    breaks: (one.breaks ?? []).map((row) => ({
      ...{ ...key, is_split: true, reason_vi: "Địa giới mới.", reason_en: "New boundary." },
      ...row,
    })),
    trends: [{ ...rows.trends[0], ...key }],
  };
}

function observationsOf(id: string, { value, denominator, indicator }: Case): Row[] {
  return Array.from({ length: 46 }, (_, index) => index - 45).flatMap((month) => {
    const found = value(month);
    if (found === undefined) return [];
    const whole = denominator ?? 100_000;
    const isCounted = indicator?.["unit"] === "cases";
    const parts = { numerator: (found * whole) / 100, denominator: whole };
    return {
      ...{ indicator_id: id, area_id: "le_chan", frequency: "month", value: found },
      ...{ period_start: monthEnd(month).replace(/\d\d$/, "01"), period_end: monthEnd(month) },
      ...{ is_estimated: false, assumed_share: 0, maturity: "final", is_sample: true },
      ...(isCounted ? {} : parts),
    };
  });
}

function yearBefore(observations: Row[], { progress }: Case): Row {
  const end = String(progress["latest_period_end"] ?? "2026-10-31");
  const find = (date: string) => observations.find(({ period_end }) => period_end === date);
  const [now, before] = [find(end), find(`${+end.slice(0, 4) - 1}${end.slice(4)}`)];
  const isSplit = String(progress["break_date"] ?? "").startsWith("2026");
  if (!now || !before || isSplit || progress["latest_value"] === 98.775) return {};
  const change = Number(now["value"]) - Number(before["value"]);
  return { previous_year_value: before["value"], change_from_previous_year: change };
}

/** At the due date of a year the first of the projections, else the last. */
function projectedAtDue({ progress, lastProjection }: Case): Row {
  const isOpen = progress["probability_met"] !== undefined && progress["probability_met"] !== 0;
  if (!lastProjection || !isOpen) return {};
  const [value, width] = lastProjection;
  return {
    projected_at_due: value,
    projected_lower_80: value - width,
    projected_upper_80: value + width,
  };
}

function projectionsOf(id: string, { lastProjection, progress }: Case): Row[] {
  if (!lastProjection) return [];
  const [value, width] = lastProjection;
  const isYearly = progress["target_cadence"] === "yearly";
  return [2026, 2027, 2028, 2029, 2030].map((end) => {
    const shown = isYearly && end > 2026 ? value / 2 : value;
    return {
      ...{ indicator_id: id, area_id: "le_chan", frequency: "month", value: shown },
      ...{ period_end: `${end}-12-31`, method: "last value", method_vi: "giữ giá trị cuối" },
      ...{ lower_80: shown - width, upper_80: shown + width },
      ...{ lower_95: shown - 1.6 * width, upper_95: shown + 1.6 * width },
    };
  });
}

function pathsOf(id: string, { progress, level }: Case): Row[] {
  const target = progress["target_value"];
  if (target === undefined) return [];
  const plan = Number(progress["planned_value"] ?? 95);
  const latest = String(progress["latest_period_end"] ?? "2026-10-31");
  const corners =
    level === undefined
      ? [
          ["2025-12-31", 95],
          [latest, plan],
          ["2030-12-31", target],
        ]
      : [
          ["2026-01-01", level],
          ["2030-12-31", level],
        ];
  return corners
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
    .map(([path_date, planned_value]) => {
      return { indicator_id: id, area_id: "le_chan", path_date, planned_value };
    });
}

function monthEnd(month: number): string {
  return new Date(Date.UTC(2026, 10 + month, 0)).toISOString().slice(0, 10);
}
