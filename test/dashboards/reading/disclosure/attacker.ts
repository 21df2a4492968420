import { type CountSystem, type WholeSolver, wholeSolverOf } from "./whole_numbers.ts";

/** A number of a publication as a reader sees it; null where it is marked as hidden. */
export interface Entry {
  measure: string;
  area: string;
  period: string;
  value: number | null;
}

/** A percentage as printed: so many of so many, rounded to two decimals. */
export interface Share {
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
  /** Periods that are the sum of others: a quarter, a year. */
  spans: { total: string; parts: string[] }[];
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
  rest: (publication: number, part: string, area: string, period: string) => Found;
}

/** Names the version of a number that a publication holds, the same where the number is. */
export type Version = (publication: number, name: string) => number;

/**
 * Works out between what bounds each number must lie, from everything that was ever published:
 * counts are whole and not negative, add up over areas and periods, parts are at most their
 * whole, percentages are rounded, and what is hidden from the start is no zero unless it is a
 * part of a whole or of a total that is hidden with all its parts, for other zeros are shown. That
 * one of the hidden numbers of a sum must be small is known as well, but says nothing of a number
 * that is small itself.
 *
 * `versionOf` tells which numbers did not change from one publication to the next, which is more
 * than readers can know: it lets the attacker join publications without a mistake.
 */
export function attack(
  publications: readonly Publication[],
  rules: Rules,
  versionOf: Version,
): Lookup {
  const notes = new Notes(rules);
  for (const [publication, { entries, shares }] of publications.entries()) {
    const at = (name: string) => notes.variable(`${name} #${versionOf(publication, name)}`);
    const present = new Set(entries.map(nameOf));
    const sums = sumsOf(present, rules);
    const shown = new Set(entries.flatMap((entry) => (entry.value === null ? [] : nameOf(entry))));
    const vague = sums.filter((sum) => sum.every(([name]) => !shown.has(name)));
    const below = new Set(vague.flatMap((sum) => sum.slice(1).map(([name]) => name)));
    for (const entry of entries) {
      notes.entry(entry, at(nameOf(entry)), !below.has(nameOf(entry)));
    }
    for (const sum of sums) {
      notes.sum(sum.map(([name, sign]) => [at(name), sign]));
    }
    for (const { measure, area, period } of entries) {
      const whole = rules.partOf[measure];
      if (!whole) continue;
      const rest = notes.variable(`rest ${publication} ${measure} ${area} ${period}`);
      const [own, all] = [at(`${measure} ${area} ${period}`), at(`${whole} ${area} ${period}`)];
      notes.sum([
        [own, 1],
        [rest, 1],
        [all, -1],
      ]);
    }
    for (const { part, whole, area, period, percent } of shares) {
      notes.share(at(`${part} ${area} ${period}`), at(`${whole} ${area} ${period}`), percent);
    }
  }
  const solve = solverByPieces(notes.system);
  return {
    count: (publication, ...place) => {
      const name = place.join(" ");
      return solve(notes.variable(`${name} #${versionOf(publication, name)}`));
    },
    rest: (...place) => solve(notes.variable(`rest ${place.join(" ")}`)),
  };
}

/** What the attacker writes down. */
class Notes {
  readonly system: CountSystem = { sums: [], bounds: [], isCount: [] };
  private readonly index = new Map<string, number>();
  private readonly seen = new Set<string>();
  private readonly rules: Rules;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  variable(name: string, isCount = true): number {
    const known = this.index.get(name);
    if (known !== undefined) return known;
    this.index.set(name, this.system.bounds.length);
    this.system.isCount.push(isCount);
    return this.system.bounds.push({ least: 0, most: Infinity }) - 1;
  }

  entry(entry: Entry, variable: number, showsZeros: boolean): void {
    const { measure, value } = entry;
    const isFirst = !this.seen.has(nameOf(entry));
    this.seen.add(nameOf(entry));
    const isNoZero = isFirst && showsZeros && !this.rules.partOf[measure];
    if (value !== null) this.narrow(variable, value, value);
    else if (isNoZero) this.narrow(variable, 1, Infinity);
  }

  sum(terms: [number, number][]): void {
    this.system.sums.push({ terms, right: 0 });
  }

  /** part ÷ whole lies within half of the last decimal shown; what it exceeds the least by is no count. */
  share(part: number, whole: number, percent: number): void {
    for (const [edge, sign] of [
      [percent - 0.00501, 1],
      [percent + 0.00501, -1],
    ] as const) {
      const slack = this.variable(`slack ${this.system.bounds.length}`, false);
      this.sum([
        [part, sign],
        [whole, (-sign * edge) / 100],
        [slack, -1],
      ]);
    }
  }

  private narrow(variable: number, least: number, most: number): void {
    const bounds = this.system.bounds[variable] as CountSystem["bounds"][number];
    bounds.least = Math.max(bounds.least, least);
    bounds.most = Math.min(bounds.most, most);
  }
}

function nameOf({ measure, area, period }: Omit<Entry, "value">): string {
  return `${measure} ${area} ${period}`;
}

type Sum = (readonly [name: string, sign: 1 | -1])[];

/**
 * The sums of one publication: those of its numbers that are there add up to a total that is; a
 * year is the sum of a quarter and the months beside it.
 */
function sumsOf(present: ReadonlySet<string>, { ward, areas, spans }: Rules): Sum[] {
  const names = [...present].map((name) => name.split(" ") as [string, string, string]);
  const [measures, places, periods] = [0, 1, 2].map((part) => [
    ...new Set(names.map((name) => name[part] as string)),
  ]) as [string[], string[], string[]];
  const sums = measures.flatMap((measure) => [
    ...periods.map(
      (period): Sum => [
        [`${measure} ${ward} ${period}`, -1],
        ...areas.map((area) => [`${measure} ${area} ${period}`, 1] as const),
      ],
    ),
    ...places.flatMap((area) =>
      spans.map((span): Sum => {
        const inner = spans.find(
          ({ total, parts }) =>
            present.has(`${measure} ${area} ${total}`) &&
            parts.length < span.parts.length &&
            parts.every((part) => span.parts.includes(part)),
        );
        const rest = span.parts.filter((part) => !inner?.parts.includes(part));
        return [
          [`${measure} ${area} ${span.total}`, -1],
          ...[...(inner ? [inner.total] : []), ...rest].map(
            (part) => [`${measure} ${area} ${part}`, 1] as const,
          ),
        ];
      }),
    ),
  ]);
  return sums
    .filter(([total]) => present.has(total?.[0] ?? ""))
    .map((sum) => sum.filter(([name]) => present.has(name)));
}

/** Puts known numbers in and solves each piece of what is left for itself. */
function solverByPieces(system: CountSystem): WholeSolver {
  const { bounds, isCount } = system;
  const known = bounds.map(({ least, most }) => (most - least < 1e-9 ? least : null));
  const sums = system.sums.flatMap(({ terms, right }) => {
    const open = terms.filter(([variable]) => known[variable] === null);
    const told = terms.reduce((sum, [variable, sign]) => sum + sign * (known[variable] ?? 0), 0);
    return open.length > 0 ? [{ terms: open, right: right - told }] : [];
  });
  const pieceOf = pieces(
    bounds.length,
    sums.map(({ terms }) => terms.map(([variable]) => variable)),
  );
  const solvers = new Map<number, { place: Map<number, number>; solve: WholeSolver }>();
  const solverOf = (piece: number) => {
    const made = solvers.get(piece);
    if (made) return made;
    const own = bounds.flatMap((_, variable) => (pieceOf[variable] === piece ? [variable] : []));
    const place = new Map(own.map((variable, index) => [variable, index]));
    const solve = wholeSolverOf({
      sums: sums
        .filter(({ terms }) => pieceOf[terms[0]?.[0] ?? -1] === piece)
        .map(({ terms, right }) => ({
          right,
          terms: terms.map(([variable, sign]) => [place.get(variable) as number, sign]),
        })),
      bounds: own.map((variable) => bounds[variable] as CountSystem["bounds"][number]),
      isCount: own.map((variable) => isCount[variable] as boolean),
    });
    solvers.set(piece, { place, solve });
    return { place, solve };
  };
  return (variable) => {
    const value = known[variable];
    if (value !== null && value !== undefined) return { low: value, high: value };
    const { place, solve } = solverOf(pieceOf[variable] as number);
    return solve(place.get(variable) as number);
  };
}

/** For each variable a number that it shares with all those that sums tie it to. */
function pieces(count: number, ties: readonly number[][]): number[] {
  const leader = Array.from({ length: count }, (_, variable) => variable);
  const find = (variable: number): number => {
    const up = leader[variable] as number;
    if (up === variable) return variable;
    leader[variable] = find(up);
    return leader[variable] as number;
  };
  for (const [first = 0, ...others] of ties) {
    for (const other of others) leader[find(other)] = find(first);
  }
  return leader.map((_, variable) => find(variable));
}
