/** A linear system as an attacker writes it down: sums that hold exactly, and bounds. */
export interface System {
  /** Σ coefficient × variable = right. */
  sums: { terms: [variable: number, coefficient: number][]; right: number }[];
  /** The least and most of each variable; the least is finite. */
  bounds: { least: number; most: number }[];
}

/** The most a variable (sign 1), or its negative (sign -1), can be, and values that make it so. */
export interface Extreme {
  value: number;
  point: number[];
}

/** Finds extremes in a system that it has brought to a feasible start. */
export type Solver = (variable: number, sign: 1 | -1) => Extreme;

/**
 * A solver by the simplex method in two phases with Bland's rule; null where no values fit the
 * system.
 */
export function solverOf({ sums, bounds }: System): Solver | null {
  const start = feasibleTableau(sums, bounds);
  if (!start) return null;
  return (variable, sign) => {
    const { rows, basis, width } = start;
    const tableau = { rows: rows.map((row) => [...row]), basis: [...basis], width };
    const cost = new Array<number>(width + 1).fill(0);
    cost[variable] = sign;
    const best = maximise(tableau, cost);
    const { least, most } = bounds[variable] as System["bounds"][number];
    if (best === Infinity) return { value: sign === 1 ? most : -least, point: [] };
    return { value: best + sign * least, point: pointOf(tableau, bounds) };
  };
}

/** Rows of [coefficients…, right side] with the column that is basic in each. */
interface Tableau {
  rows: number[][];
  basis: number[];
  width: number;
}

const tiny = 1e-7;

function feasibleTableau(sums: System["sums"], bounds: System["bounds"]): Tableau | null {
  const limited = bounds.flatMap(({ most }, variable) => (most < Infinity ? [variable] : []));
  const real = bounds.length + limited.length;
  const count = sums.length + limited.length;
  const width = real + count;
  const blank = () => new Array<number>(width + 1).fill(0);
  const rows = [
    ...sums.map(({ terms, right }) => {
      const row = blank();
      row[width] = right;
      for (const [variable, coefficient] of terms) {
        row[variable] = (row[variable] as number) + coefficient;
        row[width] = (row[width] as number) - coefficient * (bounds[variable]?.least ?? 0);
      }
      return row;
    }),
    ...limited.map((variable, index) => {
      const row = blank();
      const { least, most } = bounds[variable] as { least: number; most: number };
      row[variable] = 1;
      row[bounds.length + index] = 1;
      row[width] = most - least;
      return row;
    }),
  ];
  for (const [index, row] of rows.entries()) {
    if ((row[width] as number) < 0)
      for (let at = 0; at <= width; at++) row[at] = -(row[at] as number);
    row[real + index] = 1;
  }
  const tableau = { rows, basis: rows.map((_, index) => real + index), width };
  const cost = blank();
  for (let at = real; at < width; at++) cost[at] = -1;
  return maximise(tableau, cost) < -1e-6 ? null : withoutHelpers(tableau, real);
}

/** Drops the helpers of the first phase, and the sums that say nothing new. */
function withoutHelpers({ rows, basis, width }: Tableau, real: number): Tableau {
  const tableau = { rows, basis, width };
  for (const [index, column] of basis.entries()) {
    if (column < real) continue;
    const entering = (rows[index] as number[]).findIndex(
      (value, at) => at < real && Math.abs(value) > tiny,
    );
    if (entering >= 0) pivot(tableau, index, entering);
  }
  const kept = basis.flatMap((column, index) => (column < real ? [index] : []));
  return {
    rows: kept.map((index) => {
      const row = rows[index] as number[];
      return [...row.slice(0, real), row[width] as number];
    }),
    basis: kept.map((index) => basis[index] as number),
    width: real,
  };
}

function pointOf({ rows, basis, width }: Tableau, bounds: System["bounds"]): number[] {
  const point = bounds.map(({ least }) => least);
  for (const [index, column] of basis.entries()) {
    if (column >= point.length) continue;
    point[column] = (point[column] as number) + ((rows[index] as number[])[width] as number);
  }
  return point;
}

/** Maximises cost · x from a feasible basis; Infinity where nothing limits it. */
function maximise(tableau: Tableau, cost: readonly number[]): number {
  const { rows, basis, width } = tableau;
  const reduced = [...cost];
  for (const [index, column] of basis.entries()) {
    const weight = reduced[column] as number;
    if (weight !== 0) subtract(reduced, rows[index] as number[], weight);
  }
  for (;;) {
    const entering = reduced.findIndex((value, at) => at < width && value > tiny);
    if (entering < 0) return -(reduced[width] as number);
    const leaving = leavingRow(tableau, entering);
    if (leaving < 0) return Infinity;
    pivot(tableau, leaving, entering);
    subtract(reduced, rows[leaving] as number[], reduced[entering] as number);
  }
}

function leavingRow({ rows, basis, width }: Tableau, entering: number): number {
  let best = -1;
  let least = Infinity;
  for (const [index, row] of rows.entries()) {
    const step = row[entering] as number;
    if (step <= tiny) continue;
    const ratio = (row[width] as number) / step;
    const isTie = Math.abs(ratio - least) <= tiny;
    if (ratio < least - tiny || (isTie && (basis[index] ?? 0) < (basis[best] ?? 0))) {
      least = ratio;
      best = index;
    }
  }
  return best;
}

function pivot({ rows, basis }: Tableau, leaving: number, entering: number): void {
  const row = rows[leaving] as number[];
  const by = row[entering] as number;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) / by;
  for (const [index, other] of rows.entries()) {
    const weight = other[entering] as number;
    if (index !== leaving && Math.abs(weight) > 1e-12) subtract(other, row, weight);
  }
  basis[leaving] = entering;
}

function subtract(row: number[], other: readonly number[], weight: number): void {
  for (let at = 0; at < row.length; at++) {
    row[at] = (row[at] as number) - weight * (other[at] as number);
  }
}
