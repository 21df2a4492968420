import {
  type CellKey,
  cellKey,
  largestLimit,
  type MartPeriod,
  type PeriodKey,
  type PublicAreas,
  periodKey,
} from "./places.ts";

/** What the registry says of an indicator's counts. */
export interface Counted {
  indicator_id: string;
  unit: string;
  /** none where things are counted, general for counts of 1–4, sensitive for 1–9 by neighbourhood. */
  disclosure: string;
  numerator_id: string;
  denominator_id: string;
}

/** A place without its number, of an indicator. */
export interface FigurePlace extends MartPeriod {
  indicator_id: string;
  area_id: string;
}

/** A row of `marts.fct_observations` as far as disclosure goes. */
export interface CountedRow extends FigurePlace {
  value: number;
  numerator: number | null;
  denominator: number | null;
}

/** One count of a row: which table it stands in, where, and how large it is. */
export interface RowCount {
  measure: string;
  key: CellKey;
  area: string;
  period: PeriodKey;
  value: number;
  /** Counts from 1 to this are small. */
  limit: number;
  /** The whole that it is a part of, with its measure; or the part that it must hold. */
  whole: number | null;
  wholeMeasure: string | null;
  part: number | null;
}

/** The counts that a row shows or discloses: numerator and denominator, or a value that counts. */
export function countsOf(row: CountedRow, indicator: Counted, areas: PublicAreas): RowCount[] {
  const { value, numerator, denominator } = row;
  if (indicator.disclosure === "none") return [];
  const period = periodKey(row);
  const shared = {
    area: row.area_id,
    period,
    key: cellKey(row.area_id, period),
    limit: limitOf(row, indicator, areas),
  };
  const plain = { ...shared, whole: null, wholeMeasure: null, part: null };
  const { numerator_id: top, denominator_id: bottom } = indicator;
  if (numerator === null) {
    return countedUnits.has(indicator.unit) ? [{ ...plain, measure: top, value }] : [];
  }
  if (denominator === null) return [{ ...plain, measure: top, value: numerator }];
  return [
    { ...plain, measure: top, value: numerator, whole: denominator, wholeMeasure: bottom },
    { ...plain, measure: bottom, value: denominator, part: numerator },
  ];
}

/** True where a row's share of a neighbourhood comes without the counts that would show how small it is. */
export function isUnknown(row: CountedRow, indicator: Counted, areas: PublicAreas): boolean {
  const isCounted = row.numerator !== null || countedUnits.has(indicator.unit);
  return indicator.disclosure !== "none" && areas.neighbourhoods.has(row.area_id) && !isCounted;
}

// Units of one person, one case; a count of schools or flats discloses nobody.
const countedUnits: ReadonlySet<string> = new Set(["people", "cases"]);

function limitOf(row: CountedRow, { disclosure }: Counted, areas: PublicAreas): number {
  return disclosure === "general" ? 4 : largestLimit(row.area_id, areas);
}
