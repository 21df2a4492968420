import { expect, test } from "vitest";
import { control } from "../../../../dashboards/reading/disclosure/control.ts";
import type { CountedRow } from "../../../../dashboards/reading/disclosure/counts.ts";
import { type Memory, noMemory } from "../../../../dashboards/reading/disclosure/memory.ts";
import { sealWith } from "../../../../dashboards/reading/disclosure/seal.ts";
import type { Publication } from "./attacker.ts";
import { isLost, narrowedIn, secretsOf } from "./secrets.ts";
import { type Counts, publicationOf, registryOf, rowsOf, type Town, townOf } from "./towns.ts";

const towns = Array.from({ length: 1000 }, (_, seed) => townOf(seed + 1));
const seal = sealWith(new Uint8Array(32).fill(7));

test("in 1,000 towns and three publications each, no hidden count can be narrowed down", async () => {
  const leaks: string[] = [];
  const sums = { secrets: 0, lost: 0, hidden: 0, all: 0 };
  for (const [index, town] of towns.entries()) {
    const publications = await published(town);
    const narrowed = narrowedIn(town, publications);
    const found = narrowed.filter(({ secret }) => !isLost(secret, town, publications));
    leaks.push(...found.map(({ words }) => `town ${index + 1}, ${words}`));
    const entries = publications.flatMap((publication) => publication.entries);
    sums.secrets += secretsOf(town).length;
    sums.lost += narrowed.length - found.length;
    sums.hidden += entries.filter(({ value }) => value === null).length;
    sums.all += entries.length;
  }
  expect(leaks).toEqual([]);
  expect(sums.secrets).toBeGreaterThan(18_000);
  // A new total is as large at least as what earlier publications told of its parts.
  expect(sums.lost / sums.secrets).toBeLessThan(0.001);
  // Hiding everything would be safe and no use: of these towns, mostly small counts, 40.5% are hidden.
  expect(sums.hidden / sums.all).toBeLessThan(0.42);
}, 300_000);

test("the same attacker breaks a publication that hides small counts only", () => {
  const broken = towns.slice(0, 200).filter((town) => {
    const publications = town.publications.map((counts) =>
      publicationOf(
        counts,
        rowsOf(town, counts).filter((row) => !isSmallRow(row, town)),
      ),
    );
    return narrowedIn(town, publications).length > 0;
  });
  expect(broken.length).toBeGreaterThan(180);
});

test("the same attacker breaks publications of which each alone is safe", async () => {
  let broken = 0;
  for (const town of towns.slice(0, 200)) {
    const publications: Publication[] = [];
    for (const counts of town.publications) {
      const { shown } = await controlled(town, counts, noMemory(false, seal));
      publications.push(publicationOf(counts, shown));
    }
    broken += Number(narrowedIn(town, publications).length > 0);
  }
  expect(broken).toBeGreaterThan(100);
});

test("the same attacker reads everything where nothing is hidden, or percentages are left", () => {
  const town = towns.find(({ rules }) => Object.keys(rules.partOf).length === 1) as Town;
  const open = town.publications.map((counts) => publicationOf(counts, rowsOf(town, counts)));
  const left = open.map(({ entries, shares }) => ({
    entries: entries.map((entry) => (entry.measure === "part" ? { ...entry, value: null } : entry)),
    shares,
  }));
  // A count of 1 of 1 is no secret.
  const secrets = secretsOf(town).filter(({ low, high }) => low < high);
  expect(secrets.length).toBeGreaterThan(3);
  for (const publications of [open, left]) {
    expect(narrowedIn(town, publications).length).toBe(secrets.length);
  }
});

/** The publications of the public edition, each made with the memory of those before it. */
async function published(town: Town): Promise<Publication[]> {
  let memory = noMemory(false, seal);
  const publications: Publication[] = [];
  for (const counts of town.publications) {
    const { shown, kept, memory: after } = await controlled(town, counts, memory);
    memory = after;
    publications.push(publicationOf(counts, shown, kept));
  }
  return publications;
}

function controlled(town: Town, counts: Counts, memory: Memory) {
  const areas = { ward: town.rules.ward, neighbourhoods: new Set(town.rules.areas) };
  return control(rowsOf(town, counts), registryOf(town), areas, memory, seal);
}

function isSmallRow({ value, numerator, denominator, area_id }: CountedRow, town: Town): boolean {
  const limit = area_id === town.rules.ward ? 4 : town.limit;
  const counts =
    numerator === null || denominator === null
      ? [value]
      : [numerator, denominator, denominator - numerator];
  return counts.some((count) => count >= 1 && count <= limit);
}
