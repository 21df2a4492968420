import type { MartRow } from "../contract/marts.ts";
import type { HiddenCell } from "../editions/hidden_cell.ts";
import { decisiveDecimals } from "../text/format.ts";

/** The figure of a year is hidden with any of its periods: the newest period is no stand-in for it. */
export function withoutHiddenYear(
  progress: MartRow<"progress">,
  hidden: readonly HiddenCell[],
): MartRow<"progress"> {
  const year = progress.latest_period_end?.slice(0, 4);
  const isHidden = hidden.some(({ period_end }) => period_end.slice(0, 4) === year);
  return progress.target_cadence === "yearly" && isHidden
    ? { ...progress, latest_value: null }
    : progress;
}

/** The registry's decimals, and more where they would round a judged value to its target. */
export function shownDecimals(
  { decimals }: MartRow<"indicators">,
  progress: MartRow<"progress"> | null,
): number {
  const target = progress?.target_value ?? null;
  if (progress === null || target === null) return decimals;
  const { latest_value, value_at_due, broken_value, projected_at_due } = progress;
  const judged = [latest_value, value_at_due, broken_value, projected_at_due];
  const known = judged.filter((value) => value != null);
  return Math.max(decimals, ...known.map((value) => decisiveDecimals(value, target, decimals)));
}
