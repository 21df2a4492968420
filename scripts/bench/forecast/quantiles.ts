/** A value, and how much it counts beside others. */
export interface Weighted {
  value: number;
  weight: number;
}

/** Quantiles of weighted values in ascending order, straight between the middles of their weights. */
export function quantilesOf(sorted: readonly Weighted[], probabilities: readonly number[]) {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let before = 0;
  const middles = sorted.map(({ weight }) => {
    before += weight;
    return (before - weight / 2) / total;
  });
  return probabilities.map((probability) => {
    const above = middles.findIndex((middle) => middle >= probability);
    const [low, high] = above < 0 ? [middles.length - 1, middles.length - 1] : [above - 1, above];
    return between(sorted, middles, Math.max(0, low), high, probability);
  });
}

function between(
  sorted: readonly Weighted[],
  middles: readonly number[],
  low: number,
  high: number,
  probability: number,
): number {
  const [from, to] = [sorted[low]?.value as number, sorted[high]?.value as number];
  if (low === high) return to;
  const [start, end] = [middles[low] as number, middles[high] as number];
  return from + ((to - from) * (probability - start)) / (end - start);
}
