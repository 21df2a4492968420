import type { CellKey } from "./places.ts";
import type { Seal } from "./seal.ts";

/** What holds from a publication on, until the next step; null where a place is withdrawn. */
type Step<Value> = readonly [publication: number, value: Value | null];

/** By measure, then area and period. */
type Steps<Value> = Record<string, Record<string, Step<Value>[]>>;

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

/** What a publication says of a place: a number, or the version of one that is suppressed. */
export type Announced = number | string;

/**
 * What earlier publications said of a place, step by step. A count that was suppressed while it was
 * still the number last published is known to be that.
 */
export function historyOf(
  measure: string,
  key: CellKey,
  { published, hidden }: Memory,
  seal: Seal,
): Step<Announced>[] {
  const sealed = hidden[measure]?.[key] ?? [];
  const since = sealed[0]?.[0] ?? Infinity;
  const numbers = (published[measure]?.[key] ?? []).filter(([publication]) => publication < since);
  const last = numbers.at(-1)?.[1] ?? null;
  const versions = sealed.map(([publication, mark]): Step<Announced> => {
    const isLast = publication === since && last !== null && seal(measure, key, last) === mark;
    return [publication, isLast ? last : mark && versionOf(publication, mark)];
  });
  return [...numbers, ...versions];
}

/** What earlier publications mean for a count. */
export interface Remembered {
  /** True where a number was published at its place, at first. */
  was_published: boolean;
  /** True where the last publication said this very number: to suppress it would be no use. */
  is_known: boolean;
  /** The name under which it is suppressed: another one for another number. */
  version: string;
  /** True where an earlier publication suppressed it; then it stays so. */
  was_suppressed: boolean;
}

/** What readers know from before of a count that is `value` now. */
export function remembered(
  measure: string,
  key: CellKey,
  value: number,
  memory: Memory,
  seal: Seal,
): Remembered {
  const history = historyOf(measure, key, memory, seal);
  const sealed = memory.hidden[measure]?.[key] ?? [];
  const mark = seal(measure, key, value);
  const last = sealed.at(-1);
  const isSame = last?.[1] === mark;
  return {
    was_published: typeof history[0]?.[1] === "number",
    is_known: history.at(-1)?.[1] === value && (sealed.length === 0 || isSame),
    version: versionOf(isSame ? last[0] : memory.publications + 1, mark),
    was_suppressed: sealed.length > 0,
  };
}

function versionOf(publication: number, mark: string): string {
  return `${publication} ${mark}`;
}

/** The counts of a measure as they are published: by place a number, and whether it is hidden. */
export interface PublishedTable {
  measure: string;
  counts: ReadonlyMap<CellKey, { value: number; is_hidden: boolean }>;
}

/** Adds a publication to the memory. */
export function extended(memory: Memory, tables: readonly PublishedTable[], seal: Seal): Memory {
  const now = memory.publications + 1;
  return {
    ...memory,
    publications: now,
    published: stepped(memory.published, tables, now, ({ value, is_hidden }) =>
      is_hidden ? null : value,
    ),
    hidden: stepped(memory.hidden, tables, now, ({ value, is_hidden }, measure, key) =>
      is_hidden ? seal(measure, key, value) : null,
    ),
  };
}

/** Adds a step wherever something else is said than before, or nothing any more. */
function stepped<Value>(
  before: Steps<Value>,
  tables: readonly PublishedTable[],
  now: number,
  sayOf: (
    count: { value: number; is_hidden: boolean },
    measure: string,
    key: CellKey,
  ) => Value | null,
): Steps<Value> {
  const said = new Map(
    tables.map(({ measure, counts }) => {
      const values = [...counts].map(([key, count]) => [key, sayOf(count, measure, key)] as const);
      return [measure, new Map<string, Value | null>(values)] as const;
    }),
  );
  const measures = [...new Set([...Object.keys(before), ...said.keys()])].toSorted();
  const entries = measures.map((measure) => {
    const [own, past] = [said.get(measure), before[measure] ?? {}];
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
