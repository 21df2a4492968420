/** Chances that naive methods state of reaching a number or more some steps ahead. */
export interface Naive {
  /** A random walk with normal steps. */
  walk: (target: number, step: number) => number;
  /** The same with the mean change of the past as drift, which is itself uncertain. */
  drift: (target: number, step: number) => number;
}

/** Naive methods fitted to a history, and its mean absolute change. */
export function naiveOf(history: readonly number[]): Naive & { meanChange: number } {
  const changes = history.slice(1).map((value, index) => value - (history[index] as number));
  const last = history.at(-1) as number;
  const mean = meanOf(changes);
  const walkSize = Math.sqrt(meanOf(changes.map((change) => change ** 2)));
  const n = changes.length;
  const driftSize = Math.sqrt(
    (meanOf(changes.map((change) => (change - mean) ** 2)) * n) / (n - 1),
  );
  return {
    meanChange: meanOf(changes.map(Math.abs)),
    walk: (target, step) => above(target - last, walkSize * Math.sqrt(step)),
    drift: (target, step) =>
      above(target - last - mean * step, driftSize * Math.sqrt(step * (1 + step / n))),
  };
}

/** Chance that a normal number around zero is at least `distance`. */
function above(distance: number, deviation: number): number {
  if (deviation === 0) return Number(distance <= 0);
  return 0.5 * (1 - errorFunction(distance / deviation / Math.SQRT2));
}

/** Abramowitz and Stegun 7.1.26, right to 1.5e-7. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const terms = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const sum = terms.reduceRight((total, term) => (total + term) * t, 0);
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
