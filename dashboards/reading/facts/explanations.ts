import type { MartRow } from "../contract/marts.ts";

/** What a lead unit was asked and answered about a period, and the neighbourhood it speaks of, if any. */
export type Explanation = MartRow<"explanations"> & { neighbourhood: MartRow<"areas"> | null };

/** An indicator's explanations, newest period first, the ward's before neighbourhoods'. */
export function explanationsOf(
  rows: readonly MartRow<"explanations">[],
  areas: ReadonlyMap<string, MartRow<"areas">>,
): Explanation[] {
  const named = rows.map((row) => {
    const area = areas.get(row.area_id);
    return { ...row, neighbourhood: area?.level === "neighbourhood" ? area : null };
  });
  return named.toSorted(
    (a, b) => Number(periodOrder(a) < periodOrder(b)) - Number(periodOrder(a) > periodOrder(b)),
  );
}

/** Of periods that end together the shorter one is the later. */
function periodOrder({ period_end, period_start }: Explanation): string {
  return `${period_end} ${period_start}`;
}

/** True where the unit still owes a reply. */
export function isOpen({ state }: Explanation): boolean {
  return state === "unanswered" || state === "overdue";
}

/** An indicator as far as its explanations are concerned. */
interface Explained {
  explanations: readonly Explanation[];
  progress: MartRow<"progress"> | null;
}

/** True where something was asked or said of the very period whose figure is shown, or a later one. */
export function isExplained({ explanations, progress }: Explained): boolean {
  const latest = progress?.latest_period_end ?? "";
  return explanations.some((one) => one.neighbourhood === null && one.period_end >= latest);
}
