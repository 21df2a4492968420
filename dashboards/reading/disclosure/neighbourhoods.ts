/** What tells whose figures an indicator's are. */
interface Sources {
  agency_id: string | null;
  section_id: string;
  numerator_id: string;
  denominator_id: string;
}

/**
 * Whether an edition shows an indicator by neighbourhood. Police figures stay at ward level, because
 * a neighbourhood of 1,900 people has a handful of cases, whoever answers for the indicator; how
 * many people are registered there is no police matter. Of other counts the small ones are hidden.
 */
export function showsNeighbourhoods(indicator: Sources): boolean {
  const { agency_id, section_id, numerator_id, denominator_id } = indicator;
  return (
    !policeAgencies.has(agency_id ?? "") &&
    !policeSections.has(section_id) &&
    ![numerator_id, denominator_id].some((measure) => policeMeasure.test(measure))
  );
}

/** Counts from 1 to 9 are written `<10` and their ratios withheld. Parts that are not counts pass. */
export function isSmallCount(count: number | null): boolean {
  return count !== null && count > 0 && count < smallest;
}

const policeAgencies: ReadonlySet<string> = new Set(["ward_police", "military_command"]);
const policeSections: ReadonlySet<string> = new Set(["2.1.10", "II.2.4"]);
// Measures are named by their form: police_crime:cases:social_order.
const policeMeasure = /^police_(?!population:)/;
const smallest = 10;
