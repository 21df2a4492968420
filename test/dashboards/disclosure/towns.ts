import type { Counted, CountedRow } from "../../../dashboards/disclosure/counts.ts";
import type { Entry, Publication, Rules } from "./attacker.ts";

/** A generated town: true counts of two publications, the second with a month more and mended cells. */
export interface Town {
  rules: Rules;
  /** Small counts are those from 1 to this. */
  limit: number;
  hasShares: boolean;
  publications: Map<string, number>[];
}

/** The same numbers for the same seed, from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A town of three to six areas and three or four months; counts are mostly small. */
export function townOf(seed: number): Town {
  const random = randomOf(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const areas = Array.from({ length: 3 + upTo(3) }, (_, index) => `n${index}`);
  const months = ["01", "02", "03", "04"].slice(0, 3 + upTo(1));
  const hasYear = random() < 0.5;
  const hasShares = random() < 0.5;
  const limit = random() < 0.5 ? 9 : 4;
  const rules: Rules = {
    ...{ ward: "w", areas, year: "2026", months: hasYear ? months : [] },
    partOf: hasShares ? { part: "all" } : {},
  };
  const size = () => (random() < 0.25 ? 0 : random() < 0.45 ? 1 + upTo(limit + 2) : 10 + upTo(60));
  const cell = (counts: Map<string, number>, area: string, month: string) => {
    const [part, rest] = [size(), size()];
    counts.set(`part ${area} ${month}`, part);
    if (hasShares) counts.set(`all ${area} ${month}`, part + rest);
  };
  const first = new Map<string, number>();
  for (const area of areas) for (const month of months.slice(0, -1)) cell(first, area, month);
  const second = new Map(first);
  for (const area of areas) cell(second, area, months.at(-1) as string);
  for (let mended = upTo(3); mended > 0; mended--) {
    cell(
      second,
      areas[upTo(areas.length - 1)] as string,
      months[upTo(months.length - 2)] as string,
    );
  }
  const firstRules = { ...rules, months: [] };
  const publications = [withSums(first, firstRules), withSums(second, rules)];
  return { rules, limit, hasShares, publications };
}

/** The rows that the protector is given. Wholes are a figure of their own as well, as residents are. */
export function rowsOf(town: Town, counts: ReadonlyMap<string, number>): CountedRow[] {
  return [...counts].map(([name, value]): CountedRow => {
    const [measure = "", area = "", period = ""] = name.split(" ");
    const place = { area_id: area, ...periodOf(period) };
    const plain = { ...place, value, numerator: null, denominator: null };
    if (!town.hasShares) return { ...plain, indicator_id: "PART" };
    if (measure === "all") return { ...plain, indicator_id: "ALL" };
    const denominator = counts.get(`all ${area} ${period}`) as number;
    const percent = (100 * value) / (denominator || 1);
    return { ...place, indicator_id: "SHARE", value: percent, numerator: value, denominator };
  });
}

/** The registry's words for these rows. */
export function registryOf({ limit }: Town): Map<string, Counted> {
  const disclosure = limit === 9 ? "sensitive" : "general";
  const rows: Counted[] = [
    { indicator_id: "PART", unit: "people", disclosure, numerator_id: "part", denominator_id: "-" },
    { indicator_id: "ALL", unit: "people", disclosure, numerator_id: "all", denominator_id: "-" },
    {
      ...{ indicator_id: "SHARE", unit: "percent", disclosure },
      ...{ numerator_id: "part", denominator_id: "all" },
    },
  ];
  return new Map(rows.map((row) => [row.indicator_id, row]));
}

/** What readers see of these rows. */
export function publicationOf(
  counts: ReadonlyMap<string, number>,
  shown: readonly CountedRow[],
): Publication {
  const values = new Map<string, number>();
  const shares = shown.flatMap((row) => {
    const { area_id: area, numerator, denominator, value, indicator_id } = row;
    const period = row.frequency === "year" ? "2026" : row.period_end.slice(5, 7);
    if (numerator === null || denominator === null) {
      values.set(`${indicator_id === "ALL" ? "all" : "part"} ${area} ${period}`, value);
      return [];
    }
    values.set(`part ${area} ${period}`, numerator);
    values.set(`all ${area} ${period}`, denominator);
    return denominator === 0
      ? []
      : [{ part: "part", whole: "all", area, period, percent: +value.toFixed(2) }];
  });
  const entries = [...counts.keys()].map((name): Entry => {
    const [measure = "", area = "", period = ""] = name.split(" ");
    return { measure, area, period, value: values.get(name) ?? null };
  });
  return { entries, shares };
}

function withSums(counts: Map<string, number>, { ward, areas, year, months }: Rules) {
  const all = new Map(counts);
  const add = (name: string, value: number) => all.set(name, (all.get(name) ?? 0) + value);
  for (const [name, value] of counts) {
    const [measure = "", area = "", period = ""] = name.split(" ");
    if (areas.includes(area)) add(`${measure} ${ward} ${period}`, value);
  }
  for (const [name, value] of [...all]) {
    const [measure = "", area = "", period = ""] = name.split(" ");
    if (months.includes(period)) add(`${measure} ${area} ${year}`, value);
  }
  return all;
}

function periodOf(period: string) {
  return period.length === 4
    ? { frequency: "year", period_start: `${period}-01-01`, period_end: `${period}-12-31` }
    : { frequency: "month", period_start: `2026-${period}-01`, period_end: `2026-${period}-28` };
}
