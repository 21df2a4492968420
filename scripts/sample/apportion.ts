/**
 * Whole numbers in proportion to weights that add up to the total (largest remainder, ties to the
 * earlier part).
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const weightSum = sum(weights);
  const exact = weights.map((weight) => (total * weight) / weightSum);
  const parts = exact.map(Math.floor);
  const left = total - sum(parts);
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** The sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
