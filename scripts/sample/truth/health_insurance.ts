import { sum } from "../apportion.ts";
import { neighbourhoods } from "../areas.ts";
import { months } from "../calendar.ts";
import { random } from "../random.ts";
import type { Population } from "./population.ts";

/** Coverage in percent underneath the yearly dip, at the first and last month's end. */
const FIRST_COVERAGE = 92.3;
const LAST_COVERAGE = 95.3;

/** Cards that lapse at New Year and come back by spring, in points by month. */
export const DIP: Readonly<Record<number, number>> = { 1: 2.0, 2: 1.35, 3: 0.7, 4: 0.2 };

/** People with a valid card at a month's end, by month and neighbourhood. */
export function insured(seed: number, population: readonly Population[][]): number[][] {
  const offsets = neighbourhoodOffsets(seed, population.at(-1) ?? []);
  const drift = neighbourhoods.map(() => 0);
  return months.map(({ month }, index) => {
    const ward = wardCoverage(seed, index, month);
    return neighbourhoods.map((n, i) => {
      const noise = random(seed, "health insurance", n, index).normal();
      drift[i] = 0.6 * (drift[i] ?? 0) + 0.08 * noise;
      const coverage = Math.min(99.2, ward + (offsets[i] ?? 0) + (drift[i] ?? 0));
      return Math.round(((population[index]?.[i]?.registered ?? 0) * coverage) / 100);
    });
  });
}

function wardCoverage(seed: number, index: number, month: number): number {
  const draw = random(seed, "health insurance of the ward", index);
  const line = FIRST_COVERAGE + ((LAST_COVERAGE - FIRST_COVERAGE) * index) / (months.length - 1);
  return line - (DIP[month] ?? 0) * (0.95 + 0.1 * draw.uniform()) + 0.04 * draw.normal();
}

/** How far a neighbourhood is from the ward, about 4 points down to 3 up, weighing out to nothing. */
function neighbourhoodOffsets(seed: number, population: readonly Population[]): number[] {
  const raw = neighbourhoods.map((n) => {
    const draw = random(seed, "health insurance offset", n);
    return -4.1 + 7.4 * ((draw.uniform() + draw.uniform()) / 2);
  });
  const people = population.map(({ registered }) => registered);
  const mean = sum(raw.map((value, i) => value * (people[i] ?? 0))) / sum(people);
  return raw.map((value) => value - mean);
}
