import { apportion } from "../apportion.ts";
import { neighbourhoods } from "../areas.ts";
import { years } from "../calendar.ts";
import { random } from "../random.ts";
import type { Population } from "./population.ts";

/** A neighbourhood's call-up of a year, in people. */
export interface CallUp {
  quota: number;
  screened: number;
  examined: number;
  fit_1: number;
  fit_2: number;
  fit_3: number;
  ordered: number;
  handed_over: number;
}

/** The ward's quota and the orders issued, by year; as many as the quota were handed over. */
const WARD: Readonly<Record<number, { quota: number; ordered: number }>> = {
  2023: { quota: 118, ordered: 121 },
  2024: { quota: 120, ordered: 126 },
  2025: { quota: 122, ordered: 125 },
  2026: { quota: 124, ordered: 130 },
};

/** The call-up by year and neighbourhood. */
export function callUps(seed: number, population: readonly Population[][]): CallUp[][] {
  const weights = (population[0] ?? []).map(({ aged_15_59 }) => aged_15_59);
  return years.map((year) => {
    const { quota, ordered } = WARD[year] ?? { quota: 0, ordered: 0 };
    const quotas = apportion(quota, weights);
    const reserves = apportion(ordered - quota, weights);
    return neighbourhoods.map((n, i) =>
      callUp(seed, year, n, { quota: quotas[i] ?? 0, reserve: reserves[i] ?? 0 }),
    );
  });
}

function callUp(
  seed: number,
  year: number,
  neighbourhood: number,
  { quota, reserve }: { quota: number; reserve: number },
): CallUp {
  const draw = random(seed, "call-up", year, neighbourhood);
  const ordered = quota + reserve;
  const fit_1 = draw.integer(0, ordered);
  const fit_2 = ordered - fit_1 + draw.integer(0, 2);
  const fit_3 = draw.integer(0, 2);
  const examined = fit_1 + fit_2 + fit_3 + draw.integer(0, 3);
  const screened = examined + draw.integer(2, 9);
  return { quota, screened, examined, fit_1, fit_2, fit_3, ordered, handed_over: quota };
}
