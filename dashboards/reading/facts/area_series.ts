import { comparableUnits } from "../contract/comparable_units.ts";
import type { MartRow } from "../contract/marts.ts";
import type { HiddenCell } from "../editions/hidden_cell.ts";

export type Observation = MartRow<"observations">;

/** A series of one area, oldest first. */
export interface AreaSeries {
  area: MartRow<"areas">;
  observations: Observation[];
  /** Periods whose figures this edition hides. */
  hidden: HiddenCell[];
}

/** The series of areas that are known, shown and hidden figures beside each other. */
export function bySeries(
  rows: Observation[],
  hidden: HiddenCell[],
  areas: ReadonlyMap<string, MartRow<"areas">>,
): AreaSeries[] {
  const [shown, marked] = [byArea(rows), byArea(hidden)];
  const ids = [...new Set([...shown.keys(), ...marked.keys()])].toSorted();
  return ids.flatMap((id) => {
    const area = areas.get(id);
    if (!area) return [];
    return [{ area, observations: shown.get(id) ?? [], hidden: marked.get(id) ?? [] }];
  });
}

/** The city's and the country's, where an indicator compares with them. */
export function comparisonsOf(
  { unit }: MartRow<"indicators">,
  series: readonly AreaSeries[],
): AreaSeries[] {
  if (!comparableUnits.has(unit)) return [];
  return series.filter(({ area }) => comparisonLevels.has(area.level)).map(withoutSpans);
}

const comparisonLevels: ReadonlySet<string> = new Set(["city", "country"]);

/** Leaves out figures for several years at once, and finer ones where a year is also published. */
function withoutSpans({ area, observations, hidden }: AreaSeries): AreaSeries {
  const single = observations.filter(({ period_start, period_end }) => {
    return Date.parse(period_end) - Date.parse(period_start) < 367 * 86_400_000;
  });
  const yearly = single.filter(({ frequency }) => frequency === "year");
  return { area, hidden, observations: yearly.length > 1 ? yearly : single };
}

function byArea<T extends { area_id: string }>(rows: T[]): Map<string, T[]> {
  return Map.groupBy(rows, ({ area_id }) => area_id);
}
