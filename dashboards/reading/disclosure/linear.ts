import loadHighs, { type Model, type ModelData } from "highs";

/** What holds of numbers nobody may see: Σ factor × variable = right. */
interface Linear {
  terms: readonly (readonly [variable: number, factor: number])[];
  right: number;
}

/** Numbers that hold all equations and bring one of them as far as it goes. */
export interface Optimum {
  point: Float64Array;
  /** The equations that keep it from going further, and the variables that are at their least. */
  equations: number[];
  variables: number[];
}

/** Equations loaded into a solver, some of which can be left out for a while. */
export interface LinearSolver {
  /** Leaves these equations out, or takes them in again. */
  leaveOut(equations: readonly number[], isOut: boolean): void;
  /** The least a variable can be; null where no numbers fit. */
  least(variable: number): Optimum | null;
  /** The most it can be, not looked for beyond `enough`; null where no numbers fit. */
  most(variable: number, enough: number): Optimum | null;
}

/** Loads equations over variables that reach from `least` upwards, for as long as `use` runs. */
export type WithEquations = <Result>(
  least: readonly number[],
  equations: readonly Linear[],
  use: (solver: LinearSolver) => Result,
) => Result;

/** The HiGHS solver of linear programs, made ready. */
export async function readySolver(): Promise<WithEquations> {
  loaded ??= load();
  const highs = await loaded;
  return (least, equations, use) => {
    const model = highs.createModel(modelOf(least, equations));
    try {
      model.options.set({ output_flag: false, presolve: "off", solver: "simplex" });
      return use(solverOf(model, least, equations));
    } finally {
      model.dispose();
    }
  };
}

// The package types itself for require; what import gives is the loader alone.
const load = loadHighs as unknown as typeof loadHighs.default;

let loaded: ReturnType<typeof load> | undefined;

function modelOf(least: readonly number[], equations: readonly Linear[]): ModelData {
  const terms = equations.map((equation) => equation.terms);
  const right = equations.map((equation) => equation.right);
  const starts = [0];
  for (const row of terms) starts.push((starts.at(-1) as number) + row.length);
  return {
    numCols: least.length,
    numRows: equations.length,
    colCost: least.map(() => 0),
    colLower: [...least],
    colUpper: least.map(() => Infinity),
    rowLower: right,
    rowUpper: right,
    matrix: {
      format: "csr",
      numRows: equations.length,
      numCols: least.length,
      starts,
      indices: terms.flat().map(([variable]) => variable),
      values: terms.flat().map(([, factor]) => factor),
    },
  };
}

function solverOf(
  model: Model,
  least: readonly number[],
  equations: readonly Linear[],
): LinearSolver {
  const extreme = (variable: number, sense: 1 | -1, upper: number): Optimum | null => {
    const lower = least[variable] as number;
    if (lower > upper) return null;
    model.changeColBounds(variable, lower, upper);
    model.changeColCost(variable, sense);
    const { modelStatus } = model.run();
    const { colValue, colDual, rowDual } = model.getSolution();
    model.changeColCost(variable, 0);
    model.changeColBounds(variable, lower, Infinity);
    if (modelStatus !== optimal) return null;
    const pressed = (duals: Float64Array) =>
      [...duals].flatMap((dual, index) => (Math.abs(dual) > tiny ? index : []));
    return { point: colValue, equations: pressed(rowDual), variables: pressed(colDual) };
  };
  return {
    leaveOut(rows, isOut) {
      for (const row of rows) {
        const { right } = equations[row] as Linear;
        model.changeRowBounds(row, isOut ? -Infinity : right, isOut ? Infinity : right);
      }
    },
    least: (variable) => extreme(variable, 1, Infinity),
    most: (variable, enough) => extreme(variable, -1, enough),
  };
}

const optimal = 7;
const tiny = 1e-7;
