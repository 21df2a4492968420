import { type Cell, cellKey, type Table } from "./table.ts";

/** A count's place in a sum that all readers know of: as one of the parts (1) or the total (-1). */
export interface Place {
  /** The sum's name, the same for total and parts. */
  line: string;
  sign: 1 | -1;
  /** The key of the total. */
  total: string;
}

/** The sums of a table that a count stands in: of areas and of periods. */
export function placesOf({ area, period }: Cell, { areas, periods }: Table): Place[] {
  const ward = areas.parents.get(area) ?? null;
  const year = periods.parents.get(period) ?? null;
  const place = (kind: string, total: string, sign: 1 | -1) => ({
    ...{ line: `${kind}|${total}`, total, sign },
  });
  const own = cellKey(area, period);
  return [
    ...(ward === null ? [] : [place("areas", cellKey(ward, period), 1)]),
    ...(year === null ? [] : [place("periods", cellKey(area, year), 1)]),
    ...(areas.totals.has(area) ? [place("areas", own, -1)] : []),
    ...(periods.totals.has(period) ? [place("periods", own, -1)] : []),
  ];
}
