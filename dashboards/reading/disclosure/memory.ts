import type { Seal } from "./seal.ts";
import { allowZero, type Cell, staysBack, type Table } from "./table.ts";

/** What was told at a publication, and stands until the next step; null where a place is gone. */
export type Step<Told> = readonly [publication: number, told: Told | null];

/** By measure, then area and period. */
type Steps<Told> = Record<string, Record<string, Step<Told>[]>>;

/**
 * What readers already know from earlier publications, and what was hidden from them. Only what
 * was published stands here with its number; of a hidden count only its place, and a seal by
 * which the ward can tell whether it has changed since.
 */
export interface Memory {
  /** How many publications there were. */
  publications: number;
  /** True where they rested on sample data. */
  is_sample: boolean;
  /** A seal of nothing: it tells whether the key is still the one that made the others. */
  key_seal: string;
  published: Steps<number>;
  /** What is hidden once stays hidden, from its first step on. */
  hidden: Steps<string>;
}

/** What is known before anything was published. */
export function noMemory(isSample: boolean, seal: Seal): Memory {
  const key_seal = seal("", "", 0);
  return { publications: 0, is_sample: isSample, key_seal, published: {}, hidden: {} };
}

/**
 * What was remembered, if it is of the same kind of data; nothing else.
 *
 * @throws where real figures were sealed with another key, for one could not tell what has changed
 */
export function usable(before: Memory | null, isSample: boolean, seal: Seal): Memory {
  const none = noMemory(isSample, seal);
  if (before?.is_sample !== isSample) return none;
  if (before.key_seal === none.key_seal) return before;
  if (isSample) return none;
  throw new Error(
    "public-memory.json: niêm phong bằng khóa khác; trả lại tệp .keys/public.key cũ, hoặc xóa tệp " +
      "này để công bố như lần đầu · expected seals of the key .keys/public.key, found those of " +
      "another; put the old key back, or delete the file to publish as if for the first time",
  );
}

/** What was told of a place: a number, or the version of one that is hidden. */
export type Told = number | string;

/**
 * What earlier publications told of a place, step by step. A count that was hidden while it was
 * still the number last shown is told by that.
 */
export function stepsOf(
  measure: string,
  key: string,
  { published, hidden }: Memory,
  seal: Seal,
): Step<Told>[] {
  const sealed = hidden[measure]?.[key] ?? [];
  const since = sealed[0]?.[0] ?? Infinity;
  const shown = (published[measure]?.[key] ?? []).filter(([publication]) => publication < since);
  const last = shown.at(-1)?.[1] ?? null;
  const versions = sealed.map(([publication, mark]): Step<Told> => {
    const isLast = publication === since && last !== null && seal(measure, key, last) === mark;
    return [publication, isLast ? last : mark && versionOf(publication, mark)];
  });
  return [...shown, ...versions];
}

/** Marks in a table what readers know from before, and what stays hidden because it was. */
export function remember(table: Table, memory: Memory, seal: Seal): void {
  const { measure } = table;
  for (const [key, cell] of table.cells) {
    const steps = stepsOf(measure, key, memory, seal);
    const sealed = memory.hidden[measure]?.[key] ?? [];
    if (typeof steps[0]?.[1] === "number") allowZero(cell);
    const mark = seal(measure, key, cell.value);
    const last = sealed.at(-1);
    const isSame = last?.[1] === mark;
    cell.version = versionOf(isSame ? last[0] : memory.publications + 1, mark);
    cell.isKnown = steps.at(-1)?.[1] === cell.value && (sealed.length === 0 || isSame);
    cell.wasHidden = sealed.length > 0;
    cell.isHidden = cell.wasHidden;
  }
}

function versionOf(publication: number, mark: string): string {
  return `${publication} ${mark}`;
}

/** Adds this publication to the memory. */
export function extended(memory: Memory, tables: readonly Table[], seal: Seal): Memory {
  const now = memory.publications + 1;
  return {
    ...memory,
    publications: now,
    published: stepped(memory.published, tables, now, (_, cell) =>
      staysBack(cell) ? null : cell.value,
    ),
    hidden: stepped(memory.hidden, tables, now, ({ measure }, cell, key) =>
      staysBack(cell) ? seal(measure, key, cell.value) : null,
    ),
  };
}

type Telling<Told> = (table: Table, cell: Cell, key: string) => Told | null;

/** Adds a step wherever something else is told than before, or nothing any more. */
function stepped<Told>(
  before: Steps<Told>,
  tables: readonly Table[],
  now: number,
  tell: Telling<Told>,
): Steps<Told> {
  const told = new Map(
    tables.map((table) => {
      const cells = [...table.cells].map(([key, cell]) => [key, tell(table, cell, key)] as const);
      return [table.measure, new Map(cells)] as const;
    }),
  );
  const measures = [...new Set([...Object.keys(before), ...told.keys()])].toSorted();
  const entries = measures.map((measure) => {
    const [own, past] = [told.get(measure), before[measure] ?? {}];
    const keys = [...new Set([...Object.keys(past), ...(own?.keys() ?? [])])].toSorted();
    const steps = keys.flatMap((key) => {
      const [known, next] = [past[key] ?? [], own?.get(key) ?? null];
      const isSame = (known.at(-1)?.[1] ?? null) === next;
      const all = isSame ? known : [...known, [now, next] as const];
      return all.length > 0 ? [[key, all] as const] : [];
    });
    return [measure, Object.fromEntries(steps)] as const;
  });
  return Object.fromEntries(entries);
}
