import type { Cell, Table } from "./table.ts";

/**
 * What readers already know from earlier publications, and what was hidden from them. Only what
 * was published stands here with its number; of a hidden count only its place and the number of
 * the publication that hid it first.
 */
export interface Memory {
  /** How many publications there were. */
  publications: number;
  /** True where they rested on sample data. */
  is_sample: boolean;
  /** By measure, then area and period: the number last published. */
  published: Record<string, Record<string, number>>;
  /** By measure, then area and period: the publication that hid it first. */
  hidden: Record<string, Record<string, number>>;
}

/** What is known before anything was published. */
export function noMemory(isSample: boolean): Memory {
  return { publications: 0, is_sample: isSample, published: {}, hidden: {} };
}

/** Marks in a table what readers know from before, and what stays hidden because it was. */
export function remember(table: Table, memory: Memory): void {
  const published = memory.published[table.measure] ?? {};
  const hidden = memory.hidden[table.measure] ?? {};
  for (const [key, cell] of table.cells) {
    cell.wasPublished = published[key] !== undefined;
    cell.isKnown = isSame(published[key], cell.value);
    cell.hiddenSince = hidden[key] ?? null;
  }
}

/**
 * Adds this publication to the memory. A count that is not hidden counts as published even where
 * its row stays back for another's sake: nothing keeps readers from working it out.
 */
export function extended(memory: Memory, tables: readonly Table[]): Memory {
  return {
    ...memory,
    publications: memory.publications + 1,
    published: merged(memory.published, tables, ({ hiddenSince, value }) =>
      hiddenSince === null ? value : null,
    ),
    hidden: merged(memory.hidden, tables, ({ hiddenSince }) => hiddenSince),
  };
}

function merged(
  before: Memory["published"],
  tables: readonly Table[],
  entry: (cell: Cell) => number | null,
): Memory["published"] {
  const now = tables.map(({ measure, cells }) => {
    const entries = [...cells].flatMap(([key, cell]) => {
      const value = entry(cell);
      return value === null ? [] : [[key, value] as const];
    });
    const all = { ...before[measure], ...Object.fromEntries(entries) };
    return [measure, sorted(all)] as const;
  });
  return sorted({ ...before, ...Object.fromEntries(now) });
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function isSame(before: number | undefined, now: number): boolean {
  return before !== undefined && Math.abs(before - now) < 1e-9;
}
