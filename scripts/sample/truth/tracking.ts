import { monthLabel, months, quarterLabel, quarters, years } from "../calendar.ts";
import { type Random, random } from "../random.ts";

/** The lead unit that fills in the tracking template. */
export type LeadUnit =
  | "culture_society_division"
  | "council_committee_office"
  | "fatherland_front"
  | "economy_infrastructure_division"
  | "health_station"
  | "youth_union"
  | "school_heritage_cell";

/** One figure of a lead unit: a share of parts, or a value. Period `2026-10`, `2026-Q3` or `2026`. */
export interface TrackedFigure {
  indicator_id: string;
  lead_unit: LeadUnit;
  period: string;
  numerator?: number;
  denominator?: number;
  value?: number;
}

interface Tracked {
  lead_unit: LeadUnit;
  frequency: "month" | "quarter" | "year";
  /** First period, as a label. */
  since: string;
  /** First and last figure; in percent where there is a denominator. */
  path: Ends;
  noise: number;
  /** What 100 % is, first and last: the figure is then a share of it. */
  of?: Ends | undefined;
}

type Ends = readonly [first: number, last: number];

/** Procedures handled in a month. */
const HANDLED: Ends = [2150, 2640];

/** What is tracked by hand. The programme began in 2026; what was counted before it goes back further. */
const tracked: Readonly<Record<string, Tracked>> = {
  GOV_STANDARD: lead("culture_society_division", "year", "2025", [71.5, 78.5], 0),
  GOV_ON_TIME: lead("culture_society_division", "month", "2023-01", [95.6, 98.9], 0.25, HANDLED),
  INNO_ONLINE: lead("culture_society_division", "month", "2023-01", [46, 83], 0.9, HANDLED),
  SCHOOL_MODEL: lead("culture_society_division", "year", "2025", [1, 3], 0),
  LAW_COMPLAINTS: lead("council_committee_office", "quarter", "2023-Q1", [87, 95], 2, [34, 26]),
  HAPPY_SATISFACTION: lead("fatherland_front", "quarter", "2024-Q1", [87.4, 90.8], 0.3, [600, 600]),
  ENV_WASTE: lead(
    "economy_infrastructure_division",
    "month",
    "2023-01",
    [96.9, 99.2],
    0.12,
    [3730, 3990],
  ),
  ENV_PLASTIC: lead(
    "economy_infrastructure_division",
    "quarter",
    "2026-Q1",
    [11, 21],
    0.4,
    [638, 652],
  ),
  HOUSING_GREEN: lead("economy_infrastructure_division", "quarter", "2026-Q2", [0, 50], 0, [1, 2]),
  HEALTH_STATION: lead("health_station", "year", "2023", [74.5, 79], 0.2),
  HEALTH_PAID: lead("health_station", "month", "2025-01", [58, 66], 0.6, [1430, 1630]),
  YOUTH_BRANCH_REG: lead("youth_union", "quarter", "2026-Q1", [88.3, 97.9], 0, [94, 94]),
  YOUTH_MEMBER_REG: lead("youth_union", "quarter", "2026-Q1", [81.2, 94.6], 0, [4186, 4210]),
  YOUTH_BRANCH_AWARD: lead("youth_union", "year", "2026", [0, 61.7], 0, [94, 94]),
  YOUTH_MEMBER_AWARD: lead("youth_union", "year", "2026", [0, 58.4], 0, [4210, 4210]),
  HERITAGE_EVENTS: lead("school_heritage_cell", "quarter", "2024-Q1", [6, 13], 0.8),
  HERITAGE_VISITORS: lead("school_heritage_cell", "quarter", "2024-Q1", [4150, 7900], 260),
};

/** Indicators that count whole things; other values keep one decimal. */
const WHOLE = new Set(["SCHOOL_MODEL", "HERITAGE_EVENTS", "HERITAGE_VISITORS"]);

/** Every figure of every lead unit, in the order of the table and of time. */
export function trackedFigures(seed: number): TrackedFigure[] {
  return Object.entries(tracked).flatMap(([indicator_id, row]) => {
    const periods = PERIODS[row.frequency].filter((period) => period >= row.since);
    return periods.map((period, index) => {
      const progress = periods.length === 1 ? 1 : index / (periods.length - 1);
      const figure = measure(indicator_id, row, progress, random(seed, indicator_id, period));
      return { indicator_id, lead_unit: row.lead_unit, period, ...figure };
    });
  });
}

const PERIODS = {
  month: months.map(monthLabel),
  quarter: quarters.map(quarterLabel),
  year: years.map(String),
};

function lead(
  lead_unit: LeadUnit,
  frequency: Tracked["frequency"],
  since: string,
  path: Ends,
  noise: number,
  of?: Ends,
): Tracked {
  return { lead_unit, frequency, since, path, noise, of };
}

function measure(
  id: string,
  { path, noise, of }: Tracked,
  progress: number,
  draw: Random,
): Partial<TrackedFigure> {
  const level = between(path, progress) + noise * draw.normal();
  if (of === undefined) return { value: round(level, WHOLE.has(id) ? 0 : 1) };
  const spread = noise > 0 ? 0.02 * draw.normal() : 0;
  const denominator = Math.round(between(of, progress) * (1 + spread));
  return { numerator: Math.round((denominator * Math.min(100, level)) / 100), denominator };
}

function between([first, last]: Ends, progress: number): number {
  return first + (last - first) * progress;
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
