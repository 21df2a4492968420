/** Statuses in the order of sections, rows and the status bar: gravest first, then what is not measured against a number, unknown last. */
export const statuses = [
  "off_track",
  "at_risk",
  "on_track",
  "achieved",
  "no_target",
  "not_assessable",
] as const;

export type Status = (typeof statuses)[number];

/** A status by its place in that order: 0 for off_track. Throws for a status this project does not know. */
export function gravity(status: string): number {
  const position = statuses.indexOf(status as Status);
  if (position < 0) throw new Error(`unknown status: ${status}`);
  return position;
}
