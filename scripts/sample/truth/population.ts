import { apportion, sum } from "../apportion.ts";
import { neighbourhoods } from "../areas.ts";
import { months } from "../calendar.ts";
import { type Random, random } from "../random.ts";

/** A neighbourhood's people at a month's end, as the police count them. */
export interface Population {
  households: number;
  registered: number;
  temporary: number;
  absent: number;
  male: number;
  female: number;
  aged_0_14: number;
  aged_14_plus: number;
  aged_15_59: number;
  aged_60_plus: number;
}

/** Registered people at the first and last month's end; the last is the ward's published number. */
const FIRST_TOTAL = 158_240;
const LAST_TOTAL = 161_051;

/** The population by month (index of `months`) and neighbourhood (index of `neighbourhoods`). */
export function populations(seed: number): Population[][] {
  const traits = neighbourhoods.map((n) => trait(random(seed, "population", n)));
  return months.map((_, index) => {
    const progress = index / (months.length - 1);
    const weights = traits.map(({ size, growth }) => size * (1 + growth * progress));
    return apportion(total(progress), weights).map((registered, i) =>
      describe(registered, traits[i] as Trait, progress),
    );
  });
}

/** People who live there: registered and temporary residents less those temporarily absent. */
export function residing({ registered, temporary, absent }: Population): number {
  return registered + temporary - absent;
}

interface Trait {
  size: number;
  growth: number;
  household_size: number;
  temporary_share: number;
  absent_share: number;
  male_share: number;
  child_share: number;
  old_share: number;
}

function trait(draw: Random): Trait {
  const between = (low: number, high: number) => low + (high - low) * draw.uniform();
  return {
    size: between(0.82, 1.24),
    growth: between(-0.02, 0.02),
    household_size: between(3.25, 3.75),
    temporary_share: between(0.05, 0.09),
    absent_share: between(0.012, 0.028),
    male_share: between(0.478, 0.494),
    child_share: between(0.19, 0.235),
    old_share: between(0.145, 0.19),
  };
}

function total(progress: number): number {
  return Math.round(FIRST_TOTAL + (LAST_TOTAL - FIRST_TOTAL) * progress ** 0.85);
}

function describe(registered: number, of: Trait, progress: number): Population {
  const share = (part: number) => Math.round(registered * part);
  const male = share(of.male_share);
  const aged_0_14 = share(of.child_share - 0.006 * progress);
  const aged_60_plus = share(of.old_share + 0.012 * progress);
  return {
    households: Math.round(registered / (of.household_size - 0.03 * progress)),
    registered,
    temporary: share(of.temporary_share + 0.006 * progress),
    absent: share(of.absent_share),
    male,
    female: registered - male,
    aged_0_14,
    // Those aged 14, about a fifteenth of the under-15s, are counted in both.
    aged_14_plus: registered - aged_0_14 + Math.round(aged_0_14 / 15),
    aged_15_59: sum([registered, -aged_0_14, -aged_60_plus]),
    aged_60_plus,
  };
}
