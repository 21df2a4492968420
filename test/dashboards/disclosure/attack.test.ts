import { expect, test } from "vitest";
import { control } from "../../../dashboards/disclosure/control.ts";
import type { CountedRow } from "../../../dashboards/disclosure/counts.ts";
import { noMemory } from "../../../dashboards/disclosure/memory.ts";
import { attack, type Publication } from "./attacker.ts";
import { publicationOf, registryOf, rowsOf, type Town, townOf } from "./towns.ts";

const towns = Array.from({ length: 1000 }, (_, seed) => townOf(seed + 1));

test("in 1,000 towns and two publications each, no hidden count can be narrowed down", () => {
  const leaks: string[] = [];
  let protectedCounts = 0;
  let hidden = 0;
  let all = 0;
  for (const [seed, town] of towns.entries()) {
    const publications = published(town);
    const { found, narrowed } = recovered(town, publications);
    leaks.push(...narrowed.map((leak) => `town ${seed + 1}: ${leak}`));
    protectedCounts += found;
    const entries = publications.flatMap((publication) => publication.entries);
    hidden += entries.filter(({ value }) => value === null).length;
    all += entries.length;
  }
  expect(leaks).toEqual([]);
  expect(protectedCounts).toBeGreaterThan(10_000);
  expect(hidden / all).toBeLessThan(0.5);
});

test("the same attacker breaks a publication that hides small counts only", () => {
  const broken = towns.filter((town) => {
    const publications = town.publications.map((counts) =>
      publicationOf(
        counts,
        rowsOf(town, counts).filter((row) => !isSmallRow(row, town)),
      ),
    );
    return recovered(town, publications).narrowed.length > 0;
  });
  expect(broken.length).toBeGreaterThan(900);
});

test("the same attacker breaks two publications of which each alone is safe", () => {
  const broken = towns.filter((town) => {
    const publications = town.publications.map((counts) =>
      publicationOf(counts, controlled(town, counts, noMemory(false)).shown),
    );
    return recovered(town, publications).narrowed.length > 0;
  });
  expect(broken.length).toBeGreaterThan(100);
});

test("the same attacker reads everything where nothing is hidden, or percentages are left", () => {
  const town = towns.find(({ hasShares }) => hasShares) as Town;
  const open = town.publications.map((counts) => publicationOf(counts, rowsOf(town, counts)));
  const left = open.map(({ entries, shares }) => ({
    entries: entries.map((entry) => (entry.measure === "part" ? { ...entry, value: null } : entry)),
    shares,
  }));
  for (const publications of [open, left]) {
    const { found, narrowed } = recovered(town, publications);
    expect(narrowed.length).toBe(found);
    expect(found).toBeGreaterThan(3);
  }
});

/** The two publications of the public edition, the second made with the memory of the first. */
function published(town: Town): Publication[] {
  let memory = noMemory(false);
  return town.publications.map((counts) => {
    const { shown, memory: after } = controlled(town, counts, memory);
    memory = after;
    return publicationOf(counts, shown);
  });
}

function controlled(town: Town, counts: ReadonlyMap<string, number>, memory: typeof empty) {
  const areas = { ward: town.rules.ward, neighbourhoods: new Set(town.rules.areas) };
  return control(rowsOf(town, counts), registryOf(town), areas, memory);
}

const empty = noMemory(false);

/** How many small counts there are, and which of them lie in a narrower interval than they may. */
function recovered(town: Town, publications: Publication[]) {
  const [first, second] = town.publications as [Map<string, number>, Map<string, number>];
  const isUnchanged = (measure: string, area: string, period: string) =>
    first.get(`${measure} ${area} ${period}`) === second.get(`${measure} ${area} ${period}`);
  const look = attack(publications, town.rules, isUnchanged);
  const secrets = town.publications.flatMap((counts, publication) =>
    [...counts.keys()].flatMap((name) => secretsOf(town, counts, name, publication)),
  );
  const narrowed = secrets.flatMap(({ name, kind, publication, low, high }) => {
    const found = look[kind](publication, ...(name.split(" ") as [string, string, string]));
    const isWide = found.low <= low + 1e-6 && found.high >= high - 1e-6;
    const said = `${found.low} to ${found.high}, not ${low} to ${high}`;
    return isWide ? [] : [`publication ${publication}, ${kind} ${name}: ${said}`];
  });
  return { found: secrets.length, narrowed };
}

/** What must stay possible: all small counts for a small count, and for what is left of a whole. */
function secretsOf(
  town: Town,
  counts: ReadonlyMap<string, number>,
  name: string,
  publication: number,
) {
  const value = counts.get(name) as number;
  const limit = name.includes(` ${town.rules.ward} `) ? 4 : town.limit;
  const isSmall = (count: number) => count >= 1 && count <= limit;
  const whole = name.startsWith("part ") ? counts.get(name.replace("part", "all")) : undefined;
  const part = name.startsWith("all ") ? (counts.get(name.replace("all", "part")) ?? 1) : 1;
  const most = Math.min(limit, whole ?? limit);
  const direct = { kind: "count", name, publication, low: Math.max(1, part), high: most } as const;
  const rest = { ...direct, kind: "rest", low: 1, high: most } as const;
  return [
    ...(isSmall(value) ? [direct] : []),
    ...(whole !== undefined && isSmall(whole - value) ? [rest] : []),
  ];
}

function isSmallRow(row: CountedRow, town: Town): boolean {
  const limit = row.area_id === town.rules.ward ? 4 : town.limit;
  const { value, numerator, denominator } = row;
  const counts =
    numerator === null || denominator === null
      ? [value]
      : [numerator, denominator, denominator - numerator];
  return counts.some((count) => count >= 1 && count <= limit);
}
