import type { MartRow } from "../contract/marts.ts";

type Projection = MartRow<"projections">;

/**
 * The projection that an indicator's pages tell. Against a number there is one only where it is
 * judged by it, up to the due date; a year's sum is projected as that sum. Without a number it goes
 * to the end of the programme; what cannot be assessed has none.
 */
export function shownProjections(
  rows: readonly Projection[],
  progress: MartRow<"progress"> | null,
  isWholeYear: boolean,
): Projection[] {
  if (!progress || progress.status === "not_assessable") return [];
  const { target_value: target, projected_at_due: value, target_due: due } = progress;
  if (target === null || due === null) return [...rows];
  if (value === null) return [];
  const first = rows[0];
  if (isWholeYear) return first ? [{ ...first, ...atDue(progress, value, due) }] : [];
  return rows.filter(({ period_end }) => period_end <= due);
}

/** The sum of a year has only the interval that progress gives. */
function atDue(progress: MartRow<"progress">, value: number, due: string): Partial<Projection> {
  const { projected_lower_80: lower_80, projected_upper_80: upper_80 } = progress;
  return { period_end: due, value, lower_80, upper_80, lower_95: null, upper_95: null };
}
