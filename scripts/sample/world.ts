import { type CallUp, callUps } from "./truth/callup.ts";
import { type Crime, crimes } from "./truth/crime.ts";
import { type Drugs, drugs } from "./truth/drugs.ts";
import { type Explanation, explanations } from "./truth/explanations.ts";
import { insured } from "./truth/health_insurance.ts";
import { type Application, applications } from "./truth/housing.ts";
import { type Population, populations } from "./truth/population.ts";
import { type SocialInsurance, socialInsurance } from "./truth/social_insurance.ts";
import { type TrackedFigure, trackedFigures } from "./truth/tracking.ts";

/** The seed of the committed sample. */
export const DEFAULT_SEED = 2026;

/** Everything that is true in the invented ward, before any office writes it down. */
export interface World {
  seed: number;
  /** By month, then neighbourhood. */
  population: readonly Population[][];
  /** By month, then neighbourhood. */
  insured: readonly number[][];
  /** By month. */
  social_insurance: readonly SocialInsurance[];
  /** By police month. */
  crime: readonly Crime[];
  /** By police quarter, then neighbourhood. */
  drugs: readonly Drugs[][];
  /** By year, then neighbourhood. */
  callup: readonly CallUp[][];
  applications: readonly Application[];
  tracked: readonly TrackedFigure[];
  explanations: readonly Explanation[];
}

/** The invented ward of a seed. */
export function makeWorld(seed: number = DEFAULT_SEED): World {
  const population = populations(seed);
  return {
    seed,
    population,
    insured: insured(seed, population),
    social_insurance: socialInsurance(seed),
    crime: crimes(seed),
    drugs: drugs(seed, population),
    callup: callUps(seed, population),
    applications: applications(seed),
    tracked: trackedFigures(seed),
    explanations,
  };
}
