import { type Areas, largestLimit } from "./areas.ts";
import type { Memory } from "./memory.ts";
import type { Period } from "./periods.ts";
import type { Cell, Table } from "./table.ts";

/** A place without its number, of an indicator. */
export interface Place extends Period {
  indicator_id: string;
  area_id: string;
}

/**
 * Hidden places that are gone from the data while others of their period stay: they are marked as
 * hidden on, or else readers would see that the others alone add up to the total now. Nothing is
 * counted there, which is zero.
 */
export function goneCells(
  measure: string,
  cells: ReadonlyMap<string, Cell>,
  areas: Areas,
  memory: Memory,
): [key: string, cell: Cell][] {
  const periods = new Set([...cells.values()].map(({ period }) => period));
  return Object.entries(memory.hidden[measure] ?? {}).flatMap(([key, steps]) => {
    const end = key.indexOf("|");
    const [area, period] = [key.slice(0, end), key.slice(end + 1)];
    const isTold = steps.at(-1)?.[1] !== null;
    if (cells.has(key) || !isTold || !periods.has(period)) return [];
    const limit = largestLimit(area, areas);
    const open = { value: 0, least: 0, most: Infinity, limit, needed: null, mayBeZero: true };
    const hidden = {
      wasHidden: true,
      isHidden: true,
      isUnshown: false,
      isKnown: false,
      version: "",
    };
    return [[key, { area, period, ...open, ...hidden, isGone: true }]];
  });
}

/** The places of indicators whose numerators are gone and stay marked. */
export function keptPlaces(
  tables: readonly Table[],
  indicators: Iterable<{ indicator_id: string; numerator_id: string }>,
): Place[] {
  return [...indicators].flatMap(({ indicator_id, numerator_id }) => {
    const own = tables.find(({ measure }) => measure === numerator_id);
    const gone = [...(own?.cells.values() ?? [])].filter(({ isGone }) => isGone);
    return gone.map(({ area, period }): Place => {
      const [frequency = "", period_start = "", period_end = ""] = period.split("|");
      return { indicator_id, area_id: area, frequency, period_start, period_end };
    });
  });
}
