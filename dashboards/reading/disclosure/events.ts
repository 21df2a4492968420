import { type Memory, stepsOf, type Told } from "./memory.ts";
import type { Seal } from "./seal.ts";
import { type Cell, staysBack, type Table } from "./table.ts";

/** A change of what is told of a place; null where it is gone. */
export interface Event {
  publication: number;
  measure: string;
  place: string;
  said: Told | null;
}

/** What earlier publications told of these measures, step by step. */
export function pastEvents(measures: ReadonlySet<string>, memory: Memory, seal: Seal): Event[] {
  return [...measures].flatMap((measure) => {
    const known = [memory.published[measure], memory.hidden[measure]];
    const places = new Set(known.flatMap((steps) => Object.keys(steps ?? {})));
    return [...places].flatMap((place) =>
      stepsOf(measure, place, memory, seal).map(([publication, said]): Event => {
        return { publication, measure, place, said };
      }),
    );
  });
}

/** What the publication in the making tells otherwise than what stands told. */
export function presentEvents(
  tables: readonly Table[],
  publication: number,
  measures: ReadonlySet<string>,
  told: ReadonlyMap<string, ReadonlyMap<string, Told>>,
): Event[] {
  return tables
    .filter(({ measure }) => measures.has(measure))
    .flatMap(({ measure, cells }) => {
      const before = told.get(measure);
      const places = new Set([...cells.keys(), ...(before?.keys() ?? [])]);
      return [...places].flatMap((place): Event[] => {
        const cell = cells.get(place);
        const said = cell ? saidOf(cell) : null;
        return said === (before?.get(place) ?? null) ? [] : [{ publication, measure, place, said }];
      });
    });
}

function saidOf(cell: Cell): Told {
  return staysBack(cell) && !cell.isKnown ? cell.version : cell.value;
}
