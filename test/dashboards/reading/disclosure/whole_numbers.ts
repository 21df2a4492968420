import { type Extreme, type Solver, type System, solverOf } from "./simplex.ts";

/** Finds the least and most that variables can be when counts are whole numbers. */
export type WholeSolver = (variable: number) => { low: number; high: number };

/** A linear system some of whose variables are counts: whole numbers. */
export interface CountSystem extends System {
  isCount: boolean[];
}

/** Branch and bound over the simplex method. Throws where no values fit the system. */
export function wholeSolverOf(system: CountSystem): WholeSolver {
  const solve = solverOf(system);
  if (!solve) throw new Error("no values fit the system");
  return (variable) => ({
    low: 0 - furthest(system, solve, variable, -1, -Infinity),
    high: furthest(system, solve, variable, 1, -Infinity),
  });
}

const tiny = 1e-6;

/** The best whole value if it beats `known`; halves the system where the best point is broken. */
function furthest(
  system: CountSystem,
  solve: Solver | null,
  variable: number,
  sign: 1 | -1,
  known: number,
): number {
  if (!solve) return known;
  const extreme = solve(variable, sign);
  const best = Math.floor(extreme.value + tiny);
  if (best <= known) return known;
  const broken = brokenAt(extreme, system);
  if (broken < 0) return best;
  const value = extreme.point[broken] as number;
  const halves = [
    { least: Math.ceil(value), most: Infinity },
    { least: -Infinity, most: Math.floor(value) },
  ];
  return halves.reduce((found, half) => {
    const bounds = system.bounds.with(broken, narrowed(system.bounds[broken], half));
    const own = { ...system, bounds };
    return furthest(own, solverOf(own), variable, sign, found);
  }, known);
}

function brokenAt({ point }: Extreme, { isCount }: CountSystem): number {
  return point.findIndex(
    (value, variable) => isCount[variable] && Math.abs(value - Math.round(value)) > tiny,
  );
}

type Bounds = System["bounds"][number];

function narrowed(bounds: Bounds | undefined, half: Bounds): Bounds {
  return {
    least: Math.max(bounds?.least ?? 0, half.least),
    most: Math.min(bounds?.most ?? Infinity, half.most),
  };
}
