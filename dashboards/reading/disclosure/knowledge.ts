import type { Areas } from "./areas.ts";
import { type Event, pastEvents, presentEvents } from "./events.ts";
import type { Memory } from "./memory.ts";
import { copyOf, type Knowledge, type PartOf, type Reader } from "./reader.ts";
import type { Seal } from "./seal.ts";
import { tellRests, tellSums } from "./statements.ts";
import { sumsOf } from "./sums.ts";
import { staysBack, type Table } from "./table.ts";

/** All that knowledge is made from. */
interface Sources {
  tables: readonly Table[];
  partsOf: readonly PartOf[];
  areas: Areas;
  memory: Memory;
  seal: Seal;
}

/**
 * What readers know by all publications, in the order in which they told it: that areas and
 * periods add up, and that a part is at most its whole. A count that did not change between two
 * publications is one unknown in both, for some readers may know that it did not.
 *
 * @returns what they know with this publication, as its tables stand when asked
 */
export function knowledgeOf(sources: Sources): () => Knowledge {
  const { tables, partsOf, areas, memory, seal } = sources;
  const measures = trackedMeasures(sources);
  const reader: Reader = {
    tables: new Map(tables.map((table) => [table.measure, table])),
    ...{ partsOf, areas, isPast: true },
    ...{ told: new Map(), firsts: new Map(), sums: new Map() },
    ...{ unknowns: new Map(), statements: new Map() },
  };
  const past = Map.groupBy(pastEvents(measures, memory, seal), ({ publication }) => publication);
  for (const [, events] of [...past].toSorted(([a], [b]) => a - b)) hear(events, reader);
  return () => {
    const now = { ...copyOf(reader), isPast: false };
    hear(presentEvents(tables, memory.publications + 1, measures, reader.told), now);
    return now;
  };
}

/** Measures with hidden counts, and those that are tied to them as parts or wholes. */
function trackedMeasures({ tables, partsOf, memory }: Sources): Set<string> {
  const hides = ({ cells }: Table) => [...cells.values()].some(staysBack);
  const hidIt = (measure: string) => Object.keys(memory.hidden[measure] ?? {}).length > 0;
  const tracked = new Set([
    ...Object.keys(memory.hidden).filter(hidIt),
    ...tables.filter(hides).map(({ measure }) => measure),
  ]);
  for (let size = -1; size !== tracked.size; ) {
    size = tracked.size;
    for (const { part, whole } of partsOf) {
      if (tracked.has(part) || tracked.has(whole)) tracked.add(part).add(whole);
    }
  }
  return tracked;
}

/** Takes in what one publication tells that was not told before. */
function hear(events: readonly Event[], reader: Reader): void {
  const byMeasure = [...Map.groupBy(events, ({ measure }) => measure)];
  for (const [measure, own] of byMeasure) {
    const told = reader.told.get(measure) ?? new Map();
    const firsts = reader.firsts.get(measure) ?? new Map();
    for (const { place, said } of own) {
      if (said === null) told.delete(place);
      else told.set(place, said);
      if (said !== null && !firsts.has(place)) firsts.set(place, said);
    }
    reader.told.set(measure, told);
    reader.firsts.set(measure, firsts);
    reader.sums.set(measure, sumsOf([...told.keys()], reader.areas));
  }
  for (const [measure, own] of byMeasure) {
    const places = own.map(({ place }) => place);
    tellSums(measure, places, reader);
    for (const pair of reader.partsOf) {
      if (pair.part === measure || pair.whole === measure) tellRests(pair, places, reader);
    }
  }
}
