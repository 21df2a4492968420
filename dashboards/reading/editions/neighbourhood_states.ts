import { comparableUnits } from "../contract/comparable_units.ts";
import type { MartRow } from "../contract/marts.ts";
import { type HiddenCell, isLatestHidden } from "./hidden_cell.ts";

/** What tells whose figures an indicator's are. */
type PoliceSources = Pick<
  MartRow<"indicators">,
  "agency_id" | "section_id" | "numerator_id" | "denominator_id"
>;

/**
 * Whether an edition shows an indicator by neighbourhood. Police figures stay at ward level, because
 * a neighbourhood of 1,900 people has a handful of cases, whoever answers for the indicator; how
 * many people are registered there is no police matter. Of other counts the small ones are hidden.
 */
export function hasShownNeighbourhoods(indicator: PoliceSources): boolean {
  const { agency_id, section_id, numerator_id, denominator_id } = indicator;
  return (
    !policeAgencies.has(agency_id ?? "") &&
    !policeSections.has(section_id) &&
    ![numerator_id, denominator_id].some((measure) => policeMeasure.test(measure))
  );
}

/**
 * What an edition does with an indicator's figures of a neighbourhood: it shows them, shows them but
 * for the newest, or withholds them all, as figures of the police or as small counts.
 */
export type NeighbourhoodState = "shown" | "newest_hidden" | "police" | "small_count";

/** The states of all neighbourhoods that have figures, by indicator and area. */
export type NeighbourhoodStates = ReadonlyMap<string, ReadonlyMap<string, NeighbourhoodState>>;

/** What decides about neighbourhoods: all that an edition would show or mark otherwise. */
interface NeighbourhoodFigures {
  indicators: readonly MartRow<"indicators">[];
  areas: readonly MartRow<"areas">[];
  observations: readonly MartRow<"observations">[];
  hidden: readonly HiddenCell[];
  /** Of each indicator the newest judgement of the ward, which sets the frequency that is shown. */
  progress: readonly MartRow<"progress">[];
}

/** Decides about the figures of each neighbourhood, by those of the frequency that pages show. */
export function neighbourhoodStates(figures: NeighbourhoodFigures): NeighbourhoodStates {
  const neighbourhoods = neighbourhoodsIn(figures.areas);
  const judged = new Map(figures.progress.map((row) => [row.indicator_id, row]));
  const observations = Map.groupBy(figures.observations, ({ indicator_id }) => indicator_id);
  const hidden = Map.groupBy(figures.hidden, ({ indicator_id }) => indicator_id);
  const states = figures.indicators.map((indicator) => {
    const id = indicator.indicator_id;
    const frequency = judged.get(id)?.frequency ?? indicator.frequency;
    const isShownHere = (row: HiddenCell) =>
      row.frequency === frequency && neighbourhoods.has(row.area_id);
    const own = Map.groupBy((observations.get(id) ?? []).filter(isShownHere), areaOf);
    const marked = Map.groupBy((hidden.get(id) ?? []).filter(isShownHere), areaOf);
    const areas = [...new Set([...own.keys(), ...marked.keys()])];
    const stateAt = (area: string) =>
      stateOf(indicator, own.get(area) ?? [], marked.get(area) ?? []);
    return [id, new Map(areas.map((area) => [area, stateAt(area)]))] as const;
  });
  return new Map(states);
}

/** The ids of the neighbourhoods. */
export function neighbourhoodsIn(areas: readonly MartRow<"areas">[]): Set<string> {
  const small = areas.filter(({ level }) => level === "neighbourhood");
  return new Set(small.map(({ area_id }) => area_id));
}

function stateOf(
  indicator: MartRow<"indicators">,
  observations: readonly MartRow<"observations">[],
  hidden: readonly HiddenCell[],
): NeighbourhoodState {
  if (!hasShownNeighbourhoods(indicator)) return "police";
  if (isLatestHidden({ observations, hidden })) return "newest_hidden";
  return observations.some((row) => isSmallCount(row, indicator)) ? "small_count" : "shown";
}

/** True for counts from 1 to 9 of people or cases: the numerator, or the value where it counts. */
function isSmallCount(
  { numerator, value }: MartRow<"observations">,
  { unit }: MartRow<"indicators">,
): boolean {
  const count = numerator ?? (comparableUnits.has(unit) ? null : value);
  return count !== null && count > 0 && count < smallest;
}

function areaOf({ area_id }: { area_id: string }): string {
  return area_id;
}

const policeAgencies: ReadonlySet<string> = new Set(["ward_police", "military_command"]);
const policeSections: ReadonlySet<string> = new Set(["2.1.10", "II.2.4"]);
// Measures are named by their form: police_crime:cases:social_order.
const policeMeasure = /^police_(?!population:)/;
const smallest = 10;
