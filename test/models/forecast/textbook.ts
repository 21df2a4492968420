// The methods as textbooks write them, with plain loops: the truth that the SQL is held against. The sum of
// squared errors is a quadratic form of the first level and trend, so a few runs of the recursion give the
// best ones, by another road than that of the SQL.

type Run = { sse: number; level: number; trend: number };
export type Path = (points: readonly number[], steps: readonly number[]) => number[];

const alphas = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999];

/** Simple exponential smoothing. */
export const ses: Path = (points, steps) => {
  const { level } = best(alphas.map((alpha) => bestLevel(points, alpha)));
  return steps.map(() => level);
};

/** Holt's linear method over a grid, with the damping phi. */
function trended(grid: { alpha: number; beta: number; phi: number }[]): Path {
  return (points, steps) => {
    const runs = grid.map((one) => ({ ...bestTrend(points, one), phi: one.phi }));
    const { level, trend, phi } = best(runs);
    return steps.map((step) => {
      // phi + phi² + … + phi^step, for parts of a step too
      const weight = phi === 1 ? step : (phi * (1 - phi ** step)) / (1 - phi);
      return level + trend * weight;
    });
  };
}

function grid(alphas_: number[], ratios: number[], phis: number[]) {
  return phis.flatMap((phi) =>
    alphas_.flatMap((alpha) => ratios.map((ratio) => ({ alpha, beta: alpha * ratio, phi }))),
  );
}

export const damped_holt = trended(grid([0.1, 0.3, 0.5, 0.7, 0.9], [0.03], [0.8, 0.9, 0.98]));
export const holt = trended(grid([0.1, 0.3, 0.5, 0.7, 0.9], [0], [1]));
export const brisk_holt = trended(grid([0.5, 0.7, 0.9], [0.15, 0.4], [0.9, 1]));

/** Theta: the mean of the line by least squares and the smoothed doubled distance from it. */
export const theta: Path = (points, steps) => {
  const n = points.length;
  const t_mean = (n - 1) / 2;
  const mean = points.reduce((sum, y) => sum + y, 0) / n;
  const slope =
    points.reduce((sum, y, t) => sum + (t - t_mean) * (y - mean), 0) /
    points.reduce((sum, _, t) => sum + (t - t_mean) ** 2, 0);
  const line = (t: number) => mean + slope * (t - t_mean);
  const [level = 0] = ses(
    points.map((y, t) => 2 * y - line(t)),
    [1],
  );
  return steps.map((step) => (level + line(n - 1 + step)) / 2);
};

/** The mean change from the first to the last point, from the last point on. */
export const drift: Path = (points, steps) => {
  const last = points.at(-1) as number;
  const change = (last - (points[0] as number)) / (points.length - 1);
  return steps.map((step) => last + change * step);
};

/** The value one period before, again and again. */
export function seasonal_naive(period: number): Path {
  return (points, steps) => {
    const all = [...points];
    for (let step = 1; step <= Math.max(...steps); step++) all.push(all.at(-period) as number);
    return steps.map((step) => all[points.length + step - 1] as number);
  };
}

function best<R extends Run>(runs: R[]): R {
  return runs.reduce((least, run) => (run.sse < least.sse ? run : least));
}

/** Runs the recursion from given first values: level after the last point, errors on the way. */
function run(
  points: readonly number[],
  { alpha, beta, phi }: { alpha: number; beta: number; phi: number },
  level: number,
  trend: number,
): Run {
  let sse = 0;
  for (const y of points) {
    const forecast = level + phi * trend;
    const error = y - forecast;
    sse += error ** 2;
    level = forecast + alpha * error;
    trend = phi * trend + beta * error;
  }
  return { sse, level, trend };
}

function bestLevel(points: readonly number[], alpha: number): Run {
  const at = (level: number) => run(points, { alpha, beta: 0, phi: 0 }, level, 0);
  const [low, middle, high] = [at(-1).sse, at(0).sse, at(1).sse];
  return at((low - high) / (2 * (low - 2 * middle + high)));
}

function bestTrend(
  points: readonly number[],
  parameters: { alpha: number; beta: number; phi: number },
): Run {
  const at = (level: number, trend: number) => run(points, parameters, level, trend);
  const f = (level: number, trend: number) => at(level, trend).sse;
  // f = c + p·level + q·trend + a·level² + b·trend² + d·level·trend
  const c = f(0, 0);
  const a = (f(1, 0) + f(-1, 0)) / 2 - c;
  const b = (f(0, 1) + f(0, -1)) / 2 - c;
  const p = (f(1, 0) - f(-1, 0)) / 2;
  const q = (f(0, 1) - f(0, -1)) / 2;
  const d = f(1, 1) - c - p - q - a - b;
  const determinant = 4 * a * b - d * d;
  return at((d * q - 2 * b * p) / determinant, (d * p - 2 * a * q) / determinant);
}
