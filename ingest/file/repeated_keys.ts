import type { LandedRow } from "../land/landed.ts";
import { type Problem, problem } from "../problems/problem.ts";
import type { TableOutcome } from "./read_sheet.ts";

type Observation = LandedRow<"observations">;

/**
 * Takes out of the tables of one sheet what an earlier one of them gave already: two figures of one thing
 * are not chosen between by their place. Within a table its own rows are compared when they are read.
 */
export function rejectRepeated(outcomes: readonly TableOutcome[]): void {
  const seen = new Map<string, Observation>();
  for (const { context, extracted } of outcomes) {
    const repeated = extracted.observations.filter((row) => seen.has(keyOf(row)));
    for (const row of extracted.observations)
      if (!repeated.includes(row)) seen.set(keyOf(row), row);
    if (repeated.length === 0) continue;
    extracted.observations = extracted.observations.filter((row) => !repeated.includes(row));
    extracted.problems.push(
      ...repeated.map((row) =>
        repeatedProblem(context.file, row, seen.get(keyOf(row))?.cell ?? ""),
      ),
    );
  }
}

function keyOf(row: Observation): string {
  const { form, measure, category, area_text, area_id, period_start, period_end } = row;
  const area = area_id ?? `text:${area_text}`;
  return JSON.stringify([form, measure, category, area, period_start, period_end]);
}

function repeatedProblem(file: string, row: Observation, first: string): Problem {
  const { form, sheet, cell, category, area_text, period_end } = row;
  const found = [category, area_text, period_end].filter((part) => part !== null).join(" · ");
  return problem("duplicate_key", { form, file, sheet, cell }, found, { first });
}
