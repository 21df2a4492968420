import { type Attacker, copyOf, type Knowledge, newAttacker, type PartOf } from "./attacker.ts";
import type { CountCell, CountTable } from "./cells.ts";
import { addRests, addSums } from "./equations.ts";
import { type Announced, historyOf, type Memory } from "./memory.ts";
import type { CellKey, PublicAreas } from "./places.ts";
import type { Seal } from "./seal.ts";
import { sumsOf } from "./sums.ts";
import { isHidden, type Suppression } from "./suppression.ts";

/** All that knowledge is made from. */
interface KnowledgeSources {
  tables: readonly CountTable[];
  partsOf: readonly PartOf[];
  areas: PublicAreas;
  memory: Memory;
  seal: Seal;
  /** As it stands when the knowledge is asked for. */
  suppression: Suppression;
}

/**
 * What readers know by all publications, in the order in which they came: that areas and periods
 * add up, and that a part is at most its whole. A count that did not change between two
 * publications is one unknown in both, for some readers may know that it did not.
 *
 * @returns what they know with this publication, as its suppression stands when asked
 */
export function knowledgeOf(sources: KnowledgeSources): () => Knowledge {
  const { tables, partsOf, areas, memory, suppression } = sources;
  const measures = trackedMeasures(sources);
  const attacker = newAttacker(tables, partsOf, areas);
  const past = Map.groupBy(pastChanges(measures, sources), ({ publication }) => publication);
  for (const [, changes] of [...past].toSorted(([a], [b]) => a - b)) learn(changes, attacker);
  const tracked = tables.filter(({ measure }) => measures.has(measure));
  return () => {
    const now = { ...copyOf(attacker), is_past: false };
    const publication = memory.publications + 1;
    learn(
      tracked.flatMap((table) => presentChanges(table, publication, attacker, suppression)),
      now,
    );
    return now;
  };
}

/** Measures with hidden counts, and those that are tied to them as parts or wholes. */
function trackedMeasures({ tables, partsOf, memory, suppression }: KnowledgeSources): Set<string> {
  const hasHidden = ({ cells }: CountTable) =>
    [...cells.values()].some((cell) => isHidden(cell, suppression));
  const wasHidden = (measure: string) => Object.keys(memory.hidden[measure] ?? {}).length > 0;
  const tracked = new Set([
    ...Object.keys(memory.hidden).filter(wasHidden),
    ...tables.filter(hasHidden).map(({ measure }) => measure),
  ]);
  for (let size = -1; size !== tracked.size; ) {
    size = tracked.size;
    for (const { part, whole } of partsOf) {
      if (tracked.has(part) || tracked.has(whole)) tracked.add(part).add(whole);
    }
  }
  return tracked;
}

/** A change of what is announced of a place; null where it is withdrawn. */
interface Announcement {
  publication: number;
  measure: string;
  place: CellKey;
  announced: Announced | null;
}

/** What earlier publications announced of these measures, step by step. */
function pastChanges(
  measures: ReadonlySet<string>,
  { memory, seal }: KnowledgeSources,
): Announcement[] {
  return [...measures].flatMap((measure) => {
    const known = [memory.published[measure], memory.hidden[measure]];
    const places = new Set(known.flatMap((steps) => Object.keys(steps ?? {}) as CellKey[]));
    return [...places].flatMap((place) =>
      historyOf(measure, place, memory, seal).map(([publication, announced]): Announcement => {
        return { publication, measure, place, announced };
      }),
    );
  });
}

/** What the publication in the making announces otherwise than what stands. */
function presentChanges(
  { measure, cells }: CountTable,
  publication: number,
  { current }: Attacker,
  suppression: Suppression,
): Announcement[] {
  const before = current.get(measure);
  const places = new Set([...cells.keys(), ...(before?.keys() ?? [])]);
  return [...places].flatMap((place): Announcement[] => {
    const cell = cells.get(place);
    const announced = cell ? announcedOf(cell, suppression) : null;
    const isSame = announced === (before?.get(place) ?? null);
    return isSame ? [] : [{ publication, measure, place, announced }];
  });
}

function announcedOf(cell: CountCell, suppression: Suppression): Announced {
  return isHidden(cell, suppression) && !cell.is_known ? cell.version : cell.value;
}

/** Takes in what one publication announces that was not announced before. */
function learn(changes: readonly Announcement[], attacker: Attacker): void {
  const byMeasure = [...Map.groupBy(changes, ({ measure }) => measure)];
  for (const [measure, own] of byMeasure) remember(measure, own, attacker);
  for (const [measure, own] of byMeasure) {
    const places = own.map(({ place }) => place);
    addSums(measure, places, attacker);
    for (const pair of attacker.partsOf) {
      if (pair.part === measure || pair.whole === measure) addRests(pair, places, attacker);
    }
  }
}

function remember(measure: string, changes: readonly Announcement[], attacker: Attacker): void {
  const current = attacker.current.get(measure) ?? new Map<CellKey, Announced>();
  const firsts = attacker.firsts.get(measure) ?? new Map<CellKey, Announced>();
  for (const { place, announced } of changes) {
    if (announced === null) current.delete(place);
    else current.set(place, announced);
    if (announced !== null && !firsts.has(place)) firsts.set(place, announced);
  }
  attacker.current.set(measure, current);
  attacker.firsts.set(measure, firsts);
  attacker.sums.set(measure, sumsOf([...current.keys()], attacker.areas));
}
