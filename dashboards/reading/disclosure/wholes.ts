import type { Count } from "./counts.ts";
import { type Cell, keepPossible, type Table } from "./table.ts";

/** A part and its whole: insured people of all people. What is left of the whole is a count too. */
export interface Pair {
  part: Cell;
  whole: Cell;
}

/** The pairs that rows show, with the cells of their tables. */
export function pairsOf(counts: readonly Count[], tables: readonly Table[]): Pair[] {
  const byMeasure = new Map(tables.map(({ measure, cells }) => [measure, cells]));
  return counts.flatMap(({ measure, wholeMeasure, key }) => {
    const part = byMeasure.get(measure)?.get(key);
    const whole = byMeasure.get(wholeMeasure ?? "")?.get(key);
    return part && whole ? [{ part, whole }] : [];
  });
}

/** Where readers know a part from before, a small rest is hidden by hiding the whole. */
export function moveToWholes(pairs: readonly Pair[]): void {
  for (const { part, whole } of pairs) {
    const rest = whole.value - part.value;
    const isSmall = rest > 0 && rest < part.limit + 1;
    if (isSmall && part.isKnown) {
      keepPossible(whole, part.value + 1, part.value + part.limit);
    }
  }
}
