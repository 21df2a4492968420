import type { HiddenCell } from "../editions/hidden_cell.ts";
import { day, type Point } from "../facts/point.ts";

/** A line with a break at each hidden period, so that no stroke suggests what stands there. */
export function withGaps(line: readonly Point[], hidden: readonly HiddenCell[]): Point[] {
  const breaks = hidden.map(({ period_end }) => ({ date: day(period_end), value: Number.NaN }));
  return [...line, ...breaks].toSorted((a, b) => +a.date - +b.date);
}
