/**
 * What the internal edition shows by neighbourhood. Police figures stay at ward level, because a
 * neighbourhood of 1,900 people has a handful of cases; of health counts the small ones are hidden.
 */
export function showsNeighbourhoods(indicator: { agency_id: string | null; section_id: string }) {
  return (
    !policeAgencies.has(indicator.agency_id ?? "") && !policeSections.has(indicator.section_id)
  );
}

/** Counts from 1 to 9 are written `<10` and their ratios withheld. Parts that are not counts pass. */
export function isSmallCount(count: number | null): boolean {
  return count !== null && count > 0 && count < smallest;
}

const policeAgencies: ReadonlySet<string> = new Set(["ward_police", "military_command"]);
const policeSections: ReadonlySet<string> = new Set(["2.1.10", "II.2.4"]);
const smallest = 10;
