/** Whether something held, of a series; what is seen in one series twice is no second proof. */
export interface Seen {
  series_id: string;
  value: number;
}

/** A mean, and its standard error with the windows and targets of one series taken as one. */
export function clusteredMean(seen: readonly Seen[]): { mean: number; error: number } {
  const mean = seen.reduce((sum, { value }) => sum + value, 0) / seen.length;
  const sums = new Map<string, number>();
  for (const { series_id, value } of seen)
    sums.set(series_id, (sums.get(series_id) ?? 0) + value - mean);
  const squares = [...sums.values()].reduce((total, sum) => total + sum ** 2, 0);
  return { mean, error: Math.sqrt(squares) / seen.length };
}
