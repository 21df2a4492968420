/** Values by step, smoothed and never falling from one step to the next: what is further ahead is less sure. */
export function risingOf(values: readonly number[]): number[] {
  return poolFalls(smooth(values));
}

/** Running means over up to `reach` steps on either side, the ends by as many as both sides have. */
function smooth(values: readonly number[]): number[] {
  const reach = values.length > 20 ? 6 : 2;
  return values.map((_, index) => {
    const width = Math.min(reach, index, values.length - 1 - index);
    return mean(values.slice(index - width, index + width + 1));
  });
}

/** Pools neighbours that fall until none does (isotonic regression, Ayer et al. 1955). */
function poolFalls(values: readonly number[]): number[] {
  const pools: { value: number; count: number }[] = [];
  for (const value of values) {
    let pool = { value, count: 1 };
    for (let last = pools.at(-1); last && last.value > pool.value; last = pools.at(-1)) {
      const count = last.count + pool.count;
      pool = { value: (last.value * last.count + pool.value * pool.count) / count, count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, count }) => Array<number>(count).fill(value));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
