import type { CountCell, CountTable, Interval } from "./cells.ts";
import type { Announced } from "./memory.ts";
import type { CellKey, PublicAreas } from "./places.ts";
import type { SumsAt } from "./sums.ts";

/** A number that readers do not see: a count as it stood for a while, or what is left of a whole. */
export interface Unknown {
  /** What it is now; null where it is no more, for then nobody remembers. */
  value: number | null;
  /** Where it is small: from what to what it must stay possible, as far as its row lets it. */
  small: Interval;
  /** The least that readers must think possible. */
  least: number;
  /** Sums that it is a part of; were one suppressed as a whole, it might be zero. */
  sums: CountCell[][];
  /** True where an earlier publication had it too. */
  is_old: boolean;
}

/** A statement of publications about unknown numbers: Σ sign × unknown = right. */
export interface Equation {
  terms: [unknown: string, sign: number][];
  right: number;
  /** True where this publication states it and none before did. */
  is_new: boolean;
  /** The counts of the sum as they stand now, shown ones too. */
  cells: CountCell[];
}

/** All that can be put together from this publication and the earlier ones, by name. */
export interface Knowledge {
  unknowns: Map<string, Unknown>;
  equations: Map<string, Equation>;
}

/** A measure that is a part of another one, as rows of shares show. */
export interface PartOf {
  part: string;
  whole: string;
}

/** What publications announced, by measure and place. */
type Announcements = Map<string, Map<CellKey, Announced>>;

/** An attacker as audits imagine one: a reader who takes in one publication after the other. */
export interface Attacker extends Knowledge {
  tables: ReadonlyMap<string, CountTable>;
  partsOf: readonly PartOf[];
  areas: PublicAreas;
  /** False for the publication in the making. */
  is_past: boolean;
  /** What stands now, and what was announced first. */
  current: Announcements;
  firsts: Announcements;
  /** By measure, its sums. */
  sums: Map<string, SumsAt>;
}

/** An attacker who knows nothing yet. */
export function newAttacker(
  tables: readonly CountTable[],
  partsOf: readonly PartOf[],
  areas: PublicAreas,
): Attacker {
  return {
    tables: new Map(tables.map((table) => [table.measure, table])),
    partsOf,
    areas,
    is_past: true,
    current: new Map(),
    firsts: new Map(),
    sums: new Map(),
    unknowns: new Map(),
    equations: new Map(),
  };
}

/** An attacker who knows as much and learns for itself. */
export function copyOf(attacker: Attacker): Attacker {
  const copied = (places: Announcements) =>
    new Map([...places].map(([measure, own]) => [measure, new Map(own)]));
  return {
    ...attacker,
    current: copied(attacker.current),
    firsts: copied(attacker.firsts),
    sums: new Map(attacker.sums),
    unknowns: new Map(attacker.unknowns),
    equations: new Map(attacker.equations),
  };
}
