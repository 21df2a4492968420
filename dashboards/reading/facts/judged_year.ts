import type { MartRow } from "../contract/marts.ts";

/** An indicator as far as its judged value goes. */
interface Judged {
  progress: MartRow<"progress"> | null;
  observations: readonly { value: number }[];
}

/** True where the judged value is of the whole year so far and not of the last period alone. */
export function isYearSoFar({ progress, observations }: Judged): boolean {
  const last = observations.at(-1)?.value;
  return (
    progress?.target_cadence === "yearly" &&
    progress.latest_value !== null &&
    last !== undefined &&
    !isSameValue(progress.latest_value, last)
  );
}

/** The same but for the order in which it was added up. */
export function isSameValue(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
}
