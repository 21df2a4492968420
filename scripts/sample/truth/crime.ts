import { apportion, sum } from "../apportion.ts";
import { months } from "../calendar.ts";
import { type Random, random } from "../random.ts";

/** What happened in a police month under one heading. */
export interface CrimeLine {
  cases: number;
  cleared: number;
  offenders: number;
  gangs: number;
}

/** A police month (15th–14th) of the ward: the whole, its kinds, and what is counted beside. */
export interface Crime {
  social_order: CrimeLine;
  kinds: Readonly<Record<CrimeKind, CrimeLine>>;
  /** A subset of the social-order offences. */
  serious: CrimeLine;
  administrative_violations: CrimeLine;
}

/** The kinds of offences against social order and how often each happens (relative). */
const KINDS = {
  murder: 0.002,
  robbery: 0.006,
  snatching: 0.04,
  theft: 0.44,
  fraud: 0.17,
  assault: 0.11,
  gambling: 0.13,
  extortion: 0.024,
  other: 0.07,
} as const;

/** A kind of offence against social order. */
export type CrimeKind = keyof typeof KINDS;

/** Offences expected in a month, at the beginning and the end. */
const EXPECTED = [31, 24] as const;

/** The season's factor by month: more before Tết, fewer in summer. */
const SEASON = [1.12, 0.92, 0.93, 0.98, 1, 1.01, 0.97, 0.96, 0.98, 1, 1.03, 1.1] as const;

/** Crime by police month. */
export function crimes(seed: number): Crime[] {
  return months.map(({ month }, index) => {
    const draw = random(seed, "crime", index);
    const progress = index / (months.length - 1);
    const expected = EXPECTED[0] + (EXPECTED[1] - EXPECTED[0]) * progress;
    const cases = Math.round(expected * (SEASON[month - 1] ?? 1) + 1.6 * draw.normal());
    const social_order = whole(cases, progress, draw);
    const kinds = kindsOf(social_order, draw);
    return {
      social_order,
      kinds,
      serious: seriousOf(kinds),
      administrative_violations: violations(progress, draw),
    };
  });
}

function whole(cases: number, progress: number, draw: Random): CrimeLine {
  const rate = Math.min(87, Math.max(76, 79.5 + 4 * progress + 2.2 * draw.normal()));
  const cleared = Math.round((cases * rate) / 100);
  return { cases, cleared, offenders: Math.round(cleared * 1.38), gangs: draw.count(0.25) };
}

function kindsOf(all: CrimeLine, draw: Random): Record<CrimeKind, CrimeLine> {
  const names = Object.keys(KINDS) as CrimeKind[];
  const drawn = names.map(() => 0);
  for (let i = 0; i < all.cases; i += 1) {
    const kind = whichKind(draw.uniform());
    drawn[kind] = (drawn[kind] ?? 0) + 1;
  }
  const cleared = apportion(all.cleared, drawn);
  const offenders = apportion(all.offenders, cleared);
  const gangs = names.map((name) => (name === "theft" ? all.gangs : 0));
  const lines = names.map((name, i) => [
    name,
    { cases: drawn[i], cleared: cleared[i], offenders: offenders[i], gangs: gangs[i] },
  ]);
  return Object.fromEntries(lines) as Record<CrimeKind, CrimeLine>;
}

function whichKind(uniform: number): number {
  const weights = Object.values(KINDS);
  let left = uniform * sum(weights);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}

/** Murder and robbery are what the ward's police call serious; extortion and the rest are not. */
function seriousOf(kinds: Record<CrimeKind, CrimeLine>): CrimeLine {
  const serious = [kinds.murder, kinds.robbery];
  const of = (column: keyof CrimeLine) => sum(serious.map((line) => line[column]));
  return { cases: of("cases"), cleared: of("cleared"), offenders: of("offenders"), gangs: 0 };
}

function violations(progress: number, draw: Random): CrimeLine {
  const cases = Math.round(176 - 30 * progress + 9 * draw.normal());
  return { cases, cleared: cases, offenders: Math.round(cases * 1.12), gangs: 0 };
}
