/**
 * The assignment of rows to columns with the greatest sum, each at most once; what is not above 0 stays
 * unassigned. Returns for each row its column, or -1. (H. W. Kuhn, 1955, with potentials; O(n³).)
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number[] {
  const only = onlyAssignment(worth);
  if (only) return only;
  const columns = worth.map(() => -1);
  const size = Math.max(worth.length, worth[0]?.length ?? 0);
  const costs = new Float64Array(size * size);
  for (const [row, values] of worth.entries())
    for (let column = 0; column < values.length; column++)
      costs[row * size + column] = -Math.max(0, values[column] as number);
  const ofRow = new Float64Array(size + 1);
  const ofColumn = new Float64Array(size + 1);
  const rowAt = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) augment(row, size, costs, ofRow, ofColumn, rowAt);
  for (let column = 1; column <= size; column++) {
    const row = (rowAt[column] ?? 0) - 1;
    if ((worth[row]?.[column - 1] ?? 0) > 0) columns[row] = column - 1;
  }
  return columns;
}

/** The assignment where no row and no column has two ways; else null. */
function onlyAssignment(worth: readonly (readonly number[])[]): number[] | null {
  const columns = worth.map((row) => row.findIndex((each) => each > 0));
  const isOne = worth.every((row, at) =>
    row.every((each, column) => each <= 0 || column === columns[at]),
  );
  const taken = columns.filter((column) => column >= 0);
  return isOne && new Set(taken).size === taken.length ? columns : null;
}

/** Assigns one more row along the cheapest alternating path. Rows and columns count from 1; 0 is none. */
function augment(
  row: number,
  size: number,
  costs: Float64Array,
  ofRow: Float64Array,
  ofColumn: Float64Array,
  rowAt: Int32Array,
): void {
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size + 1);
  const isUsed = new Uint8Array(size + 1);
  rowAt[0] = row;
  let column = 0;
  while (rowAt[column] !== 0) {
    isUsed[column] = 1;
    const from = rowAt[column] as number;
    let step = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let each = 1; each <= size; each++) {
      if (isUsed[each]) continue;
      const reduced =
        (costs[(from - 1) * size + each - 1] as number) -
        (ofRow[from] as number) -
        (ofColumn[each] as number);
      if (reduced < (least[each] as number)) {
        least[each] = reduced;
        before[each] = column;
      }
      if ((least[each] as number) < step) {
        step = least[each] as number;
        next = each;
      }
    }
    for (let each = 0; each <= size; each++) {
      if (isUsed[each]) {
        ofRow[rowAt[each] as number] = (ofRow[rowAt[each] as number] as number) + step;
        ofColumn[each] = (ofColumn[each] as number) - step;
      } else least[each] = (least[each] as number) - step;
    }
    column = next;
  }
  while (column !== 0) {
    const last = before[column] as number;
    rowAt[column] = rowAt[last] as number;
    column = last;
  }
}
