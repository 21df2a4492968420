import { attack, type Lookup, type Publication } from "./attacker.ts";
import type { Town } from "./towns.ts";

/** A small count, or a small rest of a whole, and from what to what it must stay possible. */
export interface Secret {
  publication: number;
  kind: keyof Lookup;
  measure: string;
  area: string;
  period: string;
  low: number;
  high: number;
}

/** The secrets that the attacker narrows further than they may be, with what it finds. */
export function narrowedIn(
  town: Town,
  publications: readonly Publication[],
): { secret: Secret; words: string }[] {
  const look = lookOf(town, publications);
  const narrowed = secretsOf(town).filter((secret) => !isWide(secret, look));
  return narrowed.map((secret) => ({ secret, words: wordsOf(secret, look) }));
}

function lookOf(town: Town, publications: readonly Publication[]): Lookup {
  return attack(publications, town.rules, (publication, name) => {
    const at = (index: number) => town.publications[index]?.get(name);
    let first = publication;
    while (first > 0 && at(first - 1) === at(publication)) first -= 1;
    return first;
  });
}

/** All secrets: what must stay possible: all small counts for a small count, and for what is left of a whole. */
export function secretsOf(town: Town): Secret[] {
  const { ward, partOf } = town.rules;
  return town.publications.flatMap((counts, publication) =>
    [...counts].flatMap(([name, value]): Secret[] => {
      const [measure = "", area = "", period = ""] = name.split(" ");
      const limit = area === ward ? 4 : town.limit;
      const isSmall = (count: number) => count >= 1 && count <= limit;
      const at = (other: string) => counts.get(`${other} ${area} ${period}`) ?? 0;
      const parts = Object.keys(partOf).filter((part) => partOf[part] === measure);
      const whole = partOf[measure] ? at(partOf[measure]) : null;
      const high = Math.min(limit, whole ?? limit);
      const place = { publication, measure, area, period, high };
      const count: Secret = { ...place, kind: "count", low: Math.max(1, ...parts.map(at)) };
      const rest: Secret = { ...place, kind: "rest", low: 1 };
      return [
        ...(isSmall(value) ? [count] : []),
        ...(whole !== null && isSmall(whole - value) ? [rest] : []),
      ];
    }),
  );
}

function isWide({ kind, low, high, ...place }: Secret, look: Lookup): boolean {
  const found = look[kind](place.publication, place.measure, place.area, place.period);
  return found.low <= low && found.high >= high;
}

/**
 * What was told cannot be taken back: true where the first publication that lets the attacker
 * narrow a secret would have done so had it shown only what earlier ones had shown the same.
 */
export function isLost(secret: Secret, town: Town, publications: readonly Publication[]): boolean {
  const narrows = (told: readonly Publication[]) => !isWide(secret, lookOf(town, told));
  const first = publications.findIndex(
    (_, index) => index >= secret.publication && narrows(publications.slice(0, index + 1)),
  );
  const earlier = publications.slice(0, first);
  const known = new Set(earlier.flatMap(({ entries }) => entries.map(sayingOf)));
  const entries = publications[first]?.entries.map((entry) =>
    known.has(sayingOf(entry)) ? entry : { ...entry, value: null },
  );
  return narrows([...earlier, { entries: entries ?? [], shares: [] }]);
}

function sayingOf({ measure, area, period, value }: Publication["entries"][number]): string {
  return `${measure} ${area} ${period} ${value}`;
}

function wordsOf(secret: Secret, look: Lookup): string {
  const { publication, kind, measure, area, period, low, high } = secret;
  const found = look[kind](publication, measure, area, period);
  const place = `publication ${publication}, ${kind} of ${measure} ${area} ${period}`;
  return `${place}: ${found.low} to ${found.high}, not ${low} to ${high}`;
}
