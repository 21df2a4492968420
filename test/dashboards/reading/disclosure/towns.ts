import type {
  Counted,
  CountedRow,
  FigurePlace,
} from "../../../../dashboards/reading/disclosure/counts.ts";
import type { Entry, Publication, Rules, Share } from "./attacker.ts";
import { randomOf } from "./random.ts";
import { firstCounts, type Plan, revised } from "./revisions.ts";

/** True counts by name: "measure area period". Of counts there are parts of a whole, or one alone. */
export type Counts = Map<string, number>;

/** A generated town: true counts of three publications, with months added and past cells revised. */
export interface Town {
  rules: Rules;
  /** Small counts are those from 1 to this; in the whole ward from 1 to 4. */
  limit: number;
  publications: Counts[];
}

/** The same town for the same seed: up to six areas, five months; counts are mostly small. */
export function townOf(seed: number): Town {
  const random = randomOf(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const areas = Array.from({ length: 1 + upTo(5) }, (_, index) => `n${index}`);
  const months = ["01", "02", "03", "04", "05"].slice(0, 3 + upTo(2));
  const limit = random() < 0.5 ? 9 : 4;
  const parts = [[], ["part"], ["part", "other"]][upTo(2)] as string[];
  const measures = parts.length === 0 ? ["part"] : [...parts, "all"];
  const quarter = random() < 0.3 ? [{ total: "Q1", parts: ["01", "02", "03"] }] : [];
  const yearSince = upTo(3);
  const size = () => (random() < 0.25 ? 0 : random() < 0.45 ? 1 + upTo(limit + 2) : 10 + upTo(60));
  const plan: Plan = { areas, months, measures, parts, size, upTo };
  const leaves = [firstCounts(plan)];
  for (const last of [-1, 0]) {
    const shown = months.slice(0, months.length + last);
    leaves.push(revised(leaves, { ...plan, months: shown }));
  }
  const year = { total: "2026", parts: months };
  const rules: Rules = {
    ...{ ward: "w", areas, spans: [...quarter, ...(yearSince < 3 ? [year] : [])] },
    partOf: Object.fromEntries(parts.map((part) => [part, "all"])),
  };
  const publications = leaves.map((counts, index) => {
    const spans = index < yearSince ? quarter : [...quarter, year];
    return withSums(counts, { ...rules, spans });
  });
  return { rules, limit, publications };
}

/** The rows that the protector is given. Wholes are a figure of their own as well, as residents are. */
export function rowsOf({ rules }: Town, counts: Counts): CountedRow[] {
  return [...counts].map(([name, value]): CountedRow => {
    const [measure = "", area = "", period = ""] = name.split(" ");
    const place = { area_id: area, ...periodOf(period), indicator_id: measure };
    const whole = rules.partOf[measure];
    if (!whole) return { ...place, value, numerator: null, denominator: null };
    const denominator = counts.get(`${whole} ${area} ${period}`) as number;
    const percent = (100 * value) / (denominator || 1);
    return { ...place, value: percent, numerator: value, denominator };
  });
}

/** The registry's words for these rows: an indicator a measure, named like it. */
export function registryOf({ limit, rules }: Town): Map<string, Counted> {
  const disclosure = limit === 9 ? "sensitive" : "general";
  const indicator = (id: string): Counted => ({
    ...{ indicator_id: id, disclosure, numerator_id: id },
    unit: rules.partOf[id] ? "percent" : "people",
    denominator_id: rules.partOf[id] ?? "-",
  });
  return new Map(["part", "other", "all"].map((id) => [id, indicator(id)]));
}

/** What readers see of these rows, and of places that are marked as hidden though they are gone. */
export function publicationOf(
  counts: Counts,
  shown: readonly CountedRow[],
  kept: readonly FigurePlace[] = [],
): Publication {
  const values = new Map<string, number>();
  const shares: Share[] = [];
  for (const row of shown) {
    const { area_id: area, numerator, denominator, value, indicator_id: measure } = row;
    const period = nameOf(row);
    values.set(`${measure} ${area} ${period}`, numerator ?? value);
    if (denominator === null) continue;
    values.set(`all ${area} ${period}`, denominator);
    const percent = +value.toFixed(2);
    if (denominator > 0) shares.push({ part: measure, whole: "all", area, period, percent });
  }
  const gone = kept.map((place) => `${place.indicator_id} ${place.area_id} ${nameOf(place)}`);
  const entries = [...counts.keys(), ...gone].map((name): Entry => {
    const [measure = "", area = "", period = ""] = name.split(" ");
    return { measure, area, period, value: values.get(name) ?? null };
  });
  return { entries, shares };
}

function withSums(leaves: Counts, { ward, spans }: Rules): Counts {
  const all = new Map(leaves);
  const add = (name: string, value: number) => all.set(name, (all.get(name) ?? 0) + value);
  for (const [name, value] of leaves) {
    const [measure = "", , period = ""] = name.split(" ");
    add(`${measure} ${ward} ${period}`, value);
  }
  for (const [name, value] of [...all]) {
    const [measure = "", area = "", period = ""] = name.split(" ");
    for (const { total, parts } of spans) {
      if (parts.includes(period)) add(`${measure} ${area} ${total}`, value);
    }
  }
  return all;
}

function periodOf(period: string) {
  const [frequency, start, end] = period.startsWith("Q")
    ? ["quarter", "01-01", "03-31"]
    : period.length === 4
      ? ["year", "01-01", "12-31"]
      : ["month", `${period}-01`, `${period}-28`];
  return { frequency, period_start: `2026-${start}`, period_end: `2026-${end}` } as const;
}

function nameOf({ frequency, period_end }: FigurePlace): string {
  if (frequency === "quarter") return "Q1";
  return frequency === "year" ? "2026" : period_end.slice(5, 7);
}
