import { apportion, sum } from "../apportion.ts";
import { neighbourhoods } from "../areas.ts";
import { indexOf, lastMonth, type Quarter, quarters } from "../calendar.ts";
import { type Random, random } from "../random.ts";
import { type Population, residing } from "./population.ts";

/** Where an addict on file is. */
export const WHEREABOUTS = {
  outside: 0.59,
  compulsory_treatment: 0.175,
  other_centres: 0.085,
  in_custody: 0.15,
} as const;

/** The age bands of addicts on file, a subset of them. */
export const AGE_BANDS = {
  age_under_14: 0,
  age_14_15: 0.004,
  age_16_17: 0.016,
  age_18_29: 0.3,
  age_30_plus: 0.68,
} as const;

/** A neighbourhood's drug figures in a police quarter: three measures that are never added. */
export interface Drugs {
  on_file: number;
  whereabouts: Readonly<Record<keyof typeof WHEREABOUTS, number>>;
  ages: Readonly<Record<keyof typeof AGE_BANDS, number>>;
  users: number;
  aftercare: number;
  hotspots: number;
}

/** Addicts on file, users and people in after-care of the ward, first and last quarter. */
const ON_FILE = [480, 437] as const;
const USERS = [118, 92] as const;
const AFTERCARE = [61, 47] as const;

/**
 * Neighbourhoods that are hot spot areas up to and including a quarter (index of `quarters`; the last
 * one means still). `crowded` ones have too many addicts and users for their residents, the other
 * ones two places of use.
 */
const HOT: Readonly<Record<number, { until: number; crowded: boolean }>> = {
  12: { until: 3, crowded: true },
  23: { until: 14, crowded: true },
  37: { until: 6, crowded: false },
  41: { until: 14, crowded: true },
  58: { until: 9, crowded: true },
  66: { until: 14, crowded: false },
  79: { until: 11, crowded: false },
};

/** Drug figures by quarter and neighbourhood. */
export function drugs(seed: number, population: readonly Population[][]): Drugs[][] {
  const traits = neighbourhoods.map((n) => 0.82 + 0.3 * random(seed, "drugs", n).uniform());
  return quarters.map((quarter, index) => {
    const people = (population[monthBefore(quarter)] ?? []).map(residing);
    const weights = people.map((count, i) => count * density(i + 1, index, traits[i] ?? 1));
    return figures(seed, index, weights);
  });
}

/**
 * Whether a neighbourhood is a hot spot area: addicts on file and users at least 0.5 % of the
 * residents, or two places of use or more (Decision 28/2025/QĐ-TTg, the computable part).
 */
export function isHotSpotArea({ on_file, users, hotspots }: Drugs, residents: number): boolean {
  return (on_file + users) / residents >= 0.005 || hotspots >= 2;
}

/** The index of the last month that is over when a police quarter ends on the 14th of its last month. */
export function monthBefore(quarter: Quarter): number {
  return indexOf(lastMonth(quarter)) - 1;
}

function density(neighbourhood: number, quarter: number, trait: number): number {
  const hot = HOT[neighbourhood];
  return hot?.crowded && quarter <= hot.until ? 1.95 : trait;
}

/** Addicts and users are shared out together, so that rounding cannot make an area hot twice over. */
function figures(seed: number, quarter: number, weights: readonly number[]): Drugs[] {
  const draw = random(seed, "drugs of the ward", quarter);
  const usersTotal = between(USERS, quarter, draw);
  const onFileTotal = between(ON_FILE, quarter, draw);
  const together = apportion(onFileTotal + usersTotal, weights);
  const users = apportion(usersTotal, together);
  const aftercare = apportion(between(AFTERCARE, quarter, draw), weights);
  return neighbourhoods.map((n, i) => {
    const on_file = (together[i] ?? 0) - (users[i] ?? 0);
    return {
      on_file,
      whereabouts: spread(seed, "whereabouts", n, on_file, WHEREABOUTS),
      ages: spread(seed, "ages", n, on_file, AGE_BANDS),
      users: users[i] ?? 0,
      aftercare: aftercare[i] ?? 0,
      hotspots: placesOfUse(seed, n, quarter),
    };
  });
}

function between([first, last]: readonly [number, number], quarter: number, draw: Random): number {
  const end = quarters.length - 1;
  const noise = quarter === 0 || quarter === end ? 0 : 1.4 * draw.normal();
  return Math.round(first + ((last - first) * quarter) / end + noise);
}

/** Puts each person of a neighbourhood into a part; the same person stays there over the quarters. */
function spread<Part extends string>(
  seed: number,
  what: string,
  neighbourhood: number,
  people: number,
  shares: Readonly<Record<Part, number>>,
): Record<Part, number> {
  const parts = Object.entries(shares) as [Part, number][];
  const counts = Object.fromEntries(parts.map(([part]) => [part, 0])) as Record<Part, number>;
  for (let person = 0; person < people; person += 1) {
    const at = random(seed, what, neighbourhood, person).uniform();
    const part = parts.findIndex((_, i) => at < sum(parts.slice(0, i + 1).map(([, s]) => s)));
    const name = parts[part < 0 ? parts.length - 1 : part]?.[0] as Part;
    counts[name] += 1;
  }
  return counts;
}

function placesOfUse(seed: number, neighbourhood: number, quarter: number): number {
  const hot = HOT[neighbourhood];
  if (hot && quarter <= hot.until) return hot.crowded ? 1 : 2;
  return random(seed, "place of use", neighbourhood, quarter).uniform() < 0.03 ? 1 : 0;
}
