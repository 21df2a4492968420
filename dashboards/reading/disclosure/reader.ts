import type { Areas } from "./areas.ts";
import type { Told } from "./memory.ts";
import type { SumsAt } from "./sums.ts";
import type { Cell, Table } from "./table.ts";

/** A number that readers do not see: a count as it stood for a while, or what is left of a whole. */
export interface Unknown {
  /** What it is now; null where it is no more, for for then nobody remembers. */
  value: number | null;
  /** Where it is small: from what to what it must stay possible, as far as its row lets it. */
  small: { low: number; high: number };
  /** The least that readers must think possible. */
  least: number;
  /** Sums that it is a part of; were one hidden as a whole, it might be zero. */
  sums: Cell[][];
  /** True where an earlier publication had it too. */
  isOld: boolean;
}

/** Something that publications tell of unknown numbers: Σ sign × unknown = right. */
export interface Statement {
  terms: [unknown: string, sign: number][];
  right: number;
  /** True where it is told now and was not before. */
  isNew: boolean;
  /** The counts of the sum as they stand now, shown ones too. */
  cells: Cell[];
}

/** All that readers can put together from this publication and the earlier ones, by name. */
export interface Knowledge {
  unknowns: Map<string, Unknown>;
  statements: Map<string, Statement>;
}

/** A measure that is a part of another one, as rows of shares show. */
export interface PartOf {
  part: string;
  whole: string;
}

/** A reader who takes in one publication after the other. */
export interface Reader extends Knowledge {
  tables: ReadonlyMap<string, Table>;
  partsOf: readonly PartOf[];
  areas: Areas;
  /** False for the publication in the making. */
  isPast: boolean;
  /** By measure and place, what stands told; and what was told there first. */
  told: Map<string, Map<string, Told>>;
  firsts: Map<string, Map<string, Told>>;
  /** By measure, its sums. */
  sums: Map<string, SumsAt>;
}

/** A reader who knows as much and learns for itself. */
export function copyOf(reader: Reader): Reader {
  const copied = <Value>(places: Map<string, Map<string, Value>>) =>
    new Map([...places].map(([measure, own]) => [measure, new Map(own)]));
  return {
    ...reader,
    told: copied(reader.told),
    firsts: copied(reader.firsts),
    sums: new Map(reader.sums),
    unknowns: new Map(reader.unknowns),
    statements: new Map(reader.statements),
  };
}
