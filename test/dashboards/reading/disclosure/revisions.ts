import type { Counts } from "./towns.ts";

/** What a town's counts are made of. */
export interface Plan {
  areas: string[];
  months: string[];
  measures: string[];
  /** Measures that are a part of the measure `all`. */
  parts: string[];
  size: () => number;
  /** A whole number from 0 to this. */
  upTo: (most: number) => number;
}

/** The counts of all months but the last two; now and then an area has not reported yet. */
export function firstCounts(plan: Plan): Counts {
  const counts: Counts = new Map();
  for (const area of plan.areas) {
    for (const month of plan.months.slice(0, -2)) {
      if (plan.upTo(19) > 0) draw(counts, area, month, plan);
    }
  }
  return counts;
}

/** The newest counts with the plan's last month added and up to three past cells revised. */
export function revised(before: readonly Counts[], plan: Plan): Counts {
  const counts = new Map(before.at(-1));
  const past = plan.months.slice(0, -1);
  for (const area of plan.areas) draw(counts, area, plan.months.at(-1) as string, plan);
  for (let left = plan.upTo(3); left > 0; left--) {
    const area = plan.areas[plan.upTo(plan.areas.length - 1)] as string;
    const month = past[plan.upTo(past.length - 1)] as string;
    const revise = revisions[plan.upTo(revisions.length - 1)] as Revision;
    revise({ counts, area, month, past, before, plan });
  }
  return counts;
}

interface Case {
  counts: Counts;
  area: string;
  month: string;
  past: string[];
  before: readonly Counts[];
  plan: Plan;
}

type Revision = (revision: Case) => void;

/** How offices revise figures. */
const revisions: Revision[] = [
  // Counted anew, for the first time where an area had not reported.
  ({ counts, area, month, plan }) => draw(counts, area, month, plan),
  ({ counts, area, month, plan }) => draw(counts, area, month, plan),
  // Cases booked in the wrong area, or the wrong month: sums above stay as they were.
  ({ counts, area, month, plan }) => {
    const other = plan.areas[plan.upTo(plan.areas.length - 1)] as string;
    move(counts, `${area} ${month}`, `${other} ${month}`, plan);
  },
  ({ counts, area, month, past, plan }) => {
    const other = past[plan.upTo(past.length - 1)] as string;
    move(counts, `${area} ${month}`, `${area} ${other}`, plan);
  },
  // More people are found to live there; the part stays.
  ({ counts, area, month, plan }) => {
    const whole = counts.get(`all ${area} ${month}`);
    if (whole !== undefined) counts.set(`all ${area} ${month}`, whole + 1 + plan.upTo(11));
  },
  // The revision is taken back, or the report is.
  ({ counts, area, month, before, plan }) => {
    for (const measure of plan.measures) {
      const first = before[0]?.get(`${measure} ${area} ${month}`);
      if (first !== undefined) counts.set(`${measure} ${area} ${month}`, first);
    }
  },
  ({ counts, area, month, plan }) => {
    for (const measure of plan.measures) counts.delete(`${measure} ${area} ${month}`);
  },
];

function draw(counts: Counts, area: string, month: string, { parts, size }: Plan): void {
  if (parts.length === 0) {
    counts.set(`part ${area} ${month}`, size());
    return;
  }
  const values = parts.map(() => size());
  for (const [index, part] of parts.entries()) {
    counts.set(`${part} ${area} ${month}`, values[index] as number);
  }
  counts.set(`all ${area} ${month}`, Math.max(...values) + size());
}

function move(counts: Counts, from: string, to: string, { measures, upTo }: Plan): void {
  const most = Math.min(...measures.map((measure) => counts.get(`${measure} ${from}`) ?? 0));
  const moved = Math.min(most, 1 + upTo(5));
  for (const measure of measures) {
    const [source, goal] = [counts.get(`${measure} ${from}`), counts.get(`${measure} ${to}`)];
    if (source === undefined || goal === undefined || from === to) return;
    counts.set(`${measure} ${from}`, source - moved);
    counts.set(`${measure} ${to}`, goal + moved);
  }
}
