import { gravity } from "../contract/statuses.ts";
import type { IndicatorView } from "./view.ts";

/** The gravest of the indicators behind their path: by status, then chance, then share of the way. */
export function worst(indicators: readonly IndicatorView[], count: number): IndicatorView[] {
  return indicators
    .filter(({ status }) => status === "off_track" || status === "at_risk")
    .toSorted(
      (a, b) =>
        gravity(a.status) - gravity(b.status) ||
        chance(a) - chance(b) ||
        shareMissing(b) - shareMissing(a),
    )
    .slice(0, count);
}

/** What was missed cannot be met any more; an unknown chance counts as a good one. */
function chance({ progress }: IndicatorView): number {
  return progress?.is_met_at_due === false ? 0 : (progress?.probability_met ?? 1);
}

function shareMissing({ progress }: IndicatorView): number {
  if (!progress?.gap) return 0;
  const whole = Math.max(
    Math.abs(progress.target_value ?? 0),
    Math.abs(progress.latest_value ?? 0),
  );
  return Math.abs(progress.gap) / whole;
}
