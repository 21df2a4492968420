import type { MartRow } from "../contract/marts.ts";

/** A place of `marts.fct_observations` whose number readers of an edition do not get. */
export type HiddenCell = Pick<
  MartRow<"observations">,
  "indicator_id" | "area_id" | "frequency" | "period_start" | "period_end" | "is_sample"
>;

/** True where the newest period of a series is hidden, so that its last figure is an old one. */
export function isLatestHidden({ observations, hidden }: Series): boolean {
  const last = observations.at(-1)?.period_end ?? "";
  return hidden.some(({ period_end }) => period_end > last);
}

/** A series as far as its periods go, oldest first. */
interface Series {
  observations: readonly { period_end: string }[];
  hidden: readonly { period_end: string }[];
}
