import type { LandedRow } from "../land/landed.ts";
import type { Problem } from "../problems/problem.ts";

/**
 * What became of a row of figures. `no_values`: it named its key and nothing else; `not_needed`: people have
 * said so of what it speaks of.
 */
export type RowOutcome = "landed" | "rejected" | "no_values" | "not_needed";

/** What a sheet gave: an outcome for each of the table's rows, in their order. */
export interface ExtractedRows {
  observations: LandedRow<"observations">[];
  remarks: LandedRow<"remarks">[];
  records: Record<string, unknown>[];
  problems: Problem[];
  outcomes: RowOutcome[];
}
