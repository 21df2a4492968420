import type { LandedRow } from "../land/landed.ts";
import type { Problem } from "../problems/problem.ts";

/** Rules by which a row is read past only when it is read. `no_values`: it named its key and nothing else. */
export const PAST_OUTCOMES = [
  "no_values",
  "not_needed",
  "other_ward",
  "partial_total",
  "not_counted",
] as const;

/** What became of a row of figures. */
export type RowOutcome = "landed" | "rejected" | (typeof PAST_OUTCOMES)[number];

/** What a sheet gave: an outcome for each of the table's rows, in their order. */
export interface ExtractedRows {
  observations: LandedRow<"observations">[];
  remarks: LandedRow<"remarks">[];
  records: Record<string, unknown>[];
  problems: Problem[];
  outcomes: RowOutcome[];
}
