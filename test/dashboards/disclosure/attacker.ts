import { feasibleIntervals, type System } from "./simplex.ts";

/** A number of a publication as a reader sees it; null where it is marked as hidden. */
export interface Entry {
  measure: string;
  area: string;
  period: string;
  value: number | null;
}

/** A percentage as printed: so many of so many, rounded to two decimals. */
interface Share {
  part: string;
  whole: string;
  area: string;
  period: string;
  percent: number;
}

/** All that one publication tells. */
export interface Publication {
  entries: Entry[];
  shares: Share[];
}

/** What all readers know of the numbers: which add up to which, and what is a part of what. */
export interface Rules {
  ward: string;
  areas: string[];
  year: string;
  months: string[];
  /** Measures that are a part of another one: insured people of all people. */
  partOf: Record<string, string>;
}

/** A number the attacker looks for, with what it must be at least and at most. */
interface Found {
  low: number;
  high: number;
}

type Look = (publication: number, measure: string, area: string, period: string) => Found;

/** What the attacker knows of a count, and of what is left of its whole. */
export interface Lookup {
  count: Look;
  rest: Look;
}

/**
 * Works out between what bounds each number must lie. It knows nothing of how numbers were hidden.
 * `isUnchanged` tells which numbers are the same in all publications, which is more than readers
 * can know: it lets the attacker join publications without a mistake.
 */
export function attack(
  publications: Publication[],
  rules: Rules,
  isUnchanged: (measure: string, area: string, period: string) => boolean,
): Lookup {
  const index = new Map<string, number>();
  const system: System = { sums: [], bounds: [] };
  const nameOf = (publication: number, measure: string, area: string, period: string) =>
    `${isUnchanged(measure, area, period) ? "all" : publication} ${measure} ${area} ${period}`;
  const variable = (name: string) => {
    const known = index.get(name);
    if (known !== undefined) return known;
    index.set(name, system.bounds.length);
    system.bounds.push({ least: 0, most: Infinity });
    return system.bounds.length - 1;
  };
  for (const [publication, { entries, shares }] of publications.entries()) {
    const at = (measure: string, area: string, period: string) =>
      variable(nameOf(publication, measure, area, period));
    for (const { measure, area, period, value } of entries) {
      const bounds = system.bounds[at(measure, area, period)] as System["bounds"][number];
      if (value !== null) Object.assign(bounds, { least: value, most: value });
    }
    for (const share of shares) narrow(share, system, at);
    const present = new Set(
      entries.map((entry) => `${entry.measure} ${entry.area} ${entry.period}`),
    );
    for (const sum of sumsOf(rules, entries, present)) {
      const terms = sum.map(([measure, area, period, sign]) => {
        return [at(measure, area, period), sign] as [number, number];
      });
      system.sums.push({ terms, right: 0 });
    }
    for (const { measure, area, period } of entries) {
      const whole = rules.partOf[measure];
      if (!whole) continue;
      const rest = variable(`rest of ${publication} ${measure} ${area} ${period}`);
      const terms: [number, number][] = [
        [at(measure, area, period), 1],
        [rest, 1],
        [at(whole, area, period), -1],
      ];
      system.sums.push({ terms, right: 0 });
    }
  }
  const solve = reduced(system);
  return {
    count: (...place) => solve(variable(nameOf(...place))),
    rest: (...place) => solve(variable(`rest of ${place.join(" ")}`)),
  };
}

/** A percentage times a known whole gives the part, within the rounding. */
function narrow(
  { part, whole, area, period, percent }: Share,
  { bounds }: System,
  at: (measure: string, area: string, period: string) => number,
): void {
  const known = bounds[at(whole, area, period)] as System["bounds"][number];
  const own = bounds[at(part, area, period)] as System["bounds"][number];
  if (known.least !== known.most) return;
  own.least = Math.max(own.least, Math.ceil(((percent - 0.00501) / 100) * known.least));
  own.most = Math.min(own.most, Math.floor(((percent + 0.00501) / 100) * known.least));
}

type Term = readonly [measure: string, area: string, period: string, sign: 1 | -1];

function sumsOf(
  { ward, areas, year, months }: Rules,
  entries: readonly Entry[],
  present: ReadonlySet<string>,
): Term[][] {
  const measures = [...new Set(entries.map(({ measure }) => measure))];
  const periods = [...new Set(entries.map(({ period }) => period))];
  const sums = measures.flatMap((measure) => [
    ...periods.map((period): Term[] => [
      ...areas.map((area) => [measure, area, period, 1] as const),
      [measure, ward, period, -1],
    ]),
    ...[...areas, ward].map((area): Term[] => [
      ...months.map((month) => [measure, area, month, 1] as const),
      [measure, area, year, -1],
    ]),
  ]);
  return sums.filter((terms) =>
    terms.every(([measure, area, period]) => present.has(`${measure} ${area} ${period}`)),
  );
}

/** Puts known numbers in, narrows by single sums, and asks the simplex method for what is left. */
function reduced({ sums, bounds }: System): (variable: number) => Found {
  const known = bounds.map(({ least, most }) => (most - least < 1e-9 ? least : null));
  const open = bounds.flatMap((_, variable) => (known[variable] === null ? [variable] : []));
  const place = new Map(open.map((variable, index) => [variable, index]));
  const left = sums.flatMap(({ terms, right }) => {
    const unknown = terms.filter(([variable]) => known[variable] === null);
    const rest = terms.reduce((sum, [variable, sign]) => sum + sign * (known[variable] ?? 0), 0);
    return unknown.length === 0
      ? []
      : [
          {
            terms: unknown.map(([variable, sign]) => {
              return [place.get(variable) as number, sign] as [number, number];
            }),
            right: right - rest,
          },
        ];
  });
  const intervals = feasibleIntervals({
    sums: left,
    bounds: open.map((variable) => bounds[variable] as System["bounds"][number]),
  });
  return (variable) => {
    const value = known[variable];
    if (value !== null && value !== undefined) return { low: value, high: value };
    return intervals[place.get(variable) as number] as Found;
  };
}
