/** A point in time and its value. */
export interface Point {
  date: Date;
  value: number;
}

/** A date yyyy-mm-dd as the moment it begins in UTC, the only clock that charts know. */
export function day(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/** Observations or projections as points. */
export function points(rows: readonly { period_end: string; value: number }[]): Point[] {
  return rows.map(({ period_end, value }) => ({ date: day(period_end), value }));
}
