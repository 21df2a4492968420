/** A vertical scale: its ends and its ticks, both at round numbers. */
export interface Scale {
  low: number;
  high: number;
  ticks: number[];
  /** Decimals that the ticks need. */
  decimals: number;
}

/** Bounds a value cannot pass, such as 0 and 100 for a share, and its last decimal shown. */
export interface Bounds {
  lower: number | null;
  upper: number | null;
  decimals: number;
}

/** The bounds of an indicator. */
export function boundsOf(indicator: {
  lower_bound: number | null;
  upper_bound: number | null;
  decimals: number;
}): Bounds {
  const { lower_bound: lower, upper_bound: upper, decimals } = indicator;
  return { lower, upper, decimals };
}

/**
 * A scale round the values with about five ticks. It starts at zero for counts, where the height
 * is read as an amount, and otherwise close to the values.
 */
export function scaleOf(values: readonly number[], isFromZero: boolean, bounds: Bounds): Scale {
  const all = isFromZero ? [0, ...values] : values;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const isFlat = most - least < 10 ** -bounds.decimals;
  const step = roundStep((isFlat ? Math.abs(most) || 1 : most - least) / 5);
  const low = Math.max(Math.floor(least / step + tiny) * step, bounds.lower ?? -Infinity);
  const ceiling = Math.ceil(most / step - tiny) * step;
  const high = Math.max(Math.min(ceiling, bounds.upper ?? Infinity), most, low + step);
  const count = Math.floor((high - low) / step + tiny);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + tiny));
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    return +(low + index * step).toFixed(decimals);
  });
  return { low, high, ticks, decimals };
}

/**
 * Moves labels apart along one axis: `positions` in pixels, at least `gap` between neighbours, all
 * at most at `end`. Their order stays.
 */
export function spread(positions: readonly number[], gap: number, end: number): number[] {
  const order = positions
    .map((_, index) => index)
    .toSorted((a, b) => at(positions, a) - at(positions, b));
  const placed: number[] = [];
  for (const [rank, index] of order.entries()) {
    placed[rank] = Math.max(at(positions, index), (placed[rank - 1] ?? -Infinity) + gap);
  }
  for (let rank = placed.length - 1, limit = end; rank >= 0; rank--) {
    placed[rank] = Math.min(at(placed, rank), limit);
    limit = at(placed, rank) - gap;
  }
  return positions.map((_, index) => at(placed, order.indexOf(index)));
}

const tiny = 1e-9;

function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const leading = size / power;
  return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
}

function at(list: readonly number[], index: number): number {
  return list[index] as number;
}
