import type { Equation, Knowledge, Unknown } from "./attacker.ts";
import type { CountCell, Interval } from "./cells.ts";
import type { LinearSolver, Optimum, WithEquations } from "./linear.ts";

/**
 * The rule of protection, for every small count and every small rest of a whole:
 *
 *   By everything that was ever published it can be any number that is small: from 1 to 4, or to 9
 *   where the registry says so. A publication leaves all numbers that stayed possible for a count
 *   hidden earlier as possible as they were.
 *
 * `audit` plays an attacker who knows which counts add up, what is a part of what, that hidden counts
 * are not negative, and even which of them did not change from one publication to the next. It
 * finds the least and most of each hidden number by linear programming, as statistical offices
 * audit their tables.
 */
export interface Narrowed {
  /** By how much. */
  loss: number;
  /** What this publication says that narrows it. */
  by: Equation[];
  /** Sums that would narrow it less, were they suppressed as a whole, for zeros might be among them. */
  sums: CountCell[][];
}

/**
 * The hidden numbers that this publication narrows more than the rule allows. Pieces of knowledge
 * found safe are noted in `safe`, and not looked at again.
 */
export function audit(
  knowledge: Knowledge,
  withEquations: WithEquations,
  safe: Set<string>,
): Narrowed[] {
  return piecesOf(knowledge).flatMap((piece) => {
    const name = piece.equations.map(([equation]) => equation).join("\n");
    if (safe.has(name)) return [];
    const narrowed = auditPiece(piece, withEquations);
    if (narrowed.length === 0) safe.add(name);
    return narrowed;
  });
}

/** Unknowns that equations tie together, with their names. */
interface Piece {
  unknowns: [name: string, unknown: Unknown][];
  equations: [name: string, equation: Equation][];
}

function auditPiece(piece: Piece, withEquations: WithEquations): Narrowed[] {
  const { unknowns } = piece;
  const equations = piece.equations.map(([, equation]) => equation);
  const index = new Map(unknowns.map(([name], variable) => [name, variable]));
  const rows = equations.map(({ terms, right }) => ({
    terms: terms.map(([name, sign]) => [index.get(name) as number, sign] as const),
    right,
  }));
  const fresh = equations.flatMap(({ is_new }, row) => (is_new ? row : []));
  const least = unknowns.map(([, unknown]) => unknown.least);
  return withEquations(least, rows, (solver) => {
    if (!solver.least(0)) return auditPresent(piece, withEquations);
    solver.leaveOut(fresh, true);
    const before = reach(
      solver,
      unknowns.map(([, unknown]) => (unknown.is_old && canBeSmall(unknown) ? unknown.small : null)),
    );
    solver.leaveOut(fresh, false);
    const asked = unknowns.map(([, unknown], variable) =>
      unknown.is_old ? (before[variable] ?? null) : canBeSmall(unknown) ? unknown.small : null,
    );
    return reach(solver, asked).flatMap((found, variable) => {
      const wanted = asked[variable];
      if (!wanted || !found) return [];
      const loss = found.low - wanted.low + wanted.high - found.high;
      if (loss < 2 * tiny) return [];
      const by = [...found.equations].map((row) => equations[row] as Equation);
      const sums = [...found.variables].flatMap((at) => unknowns[at]?.[1].sums ?? []);
      return [{ loss, by: by.filter(({ is_new }) => is_new), sums }];
    });
  });
}

/**
 * Totals of earlier publications that were none contradict each other; nobody is sure of anything
 * then but of what holds now.
 */
function auditPresent(piece: Piece, withEquations: WithEquations): Narrowed[] {
  const unknowns = piece.unknowns.filter(([, { value }]) => value !== null);
  const known = new Set(unknowns.map(([name]) => name));
  const equations = piece.equations.filter(([, { terms }]) =>
    terms.every(([name]) => known.has(name)),
  );
  if (equations.length === piece.equations.length || unknowns.length === 0) return [];
  return auditPiece({ unknowns, equations }, withEquations);
}

/** What a variable reaches, and what is in its way. */
interface Reached extends Interval {
  equations: Set<number>;
  variables: Set<number>;
}

/** What of its range each variable can be; null where it is nothing. */
function reach(solver: LinearSolver, asked: readonly (Interval | null)[]): (Reached | null)[] {
  const seen = asked.map(() => ({ low: Infinity, high: -Infinity }));
  // Numbers that bring one variable to its end bound all others too.
  const note = (extreme: Optimum | null) => {
    for (const [variable, value] of extreme?.point.entries() ?? []) {
      const range = seen[variable] as Interval;
      range.low = Math.min(range.low, value);
      range.high = Math.max(range.high, value);
    }
    return extreme ? [extreme] : [];
  };
  return asked.map((wanted, variable) => {
    if (!wanted) return null;
    const range = seen[variable] as Interval;
    const ends = range.low > wanted.low + tiny ? note(solver.least(variable)) : [];
    if (range.low > wanted.high + tiny) return null;
    if (range.high < wanted.high - tiny) ends.push(...note(solver.most(variable, wanted.high)));
    const [low, high] = [Math.max(wanted.low, range.low), Math.min(wanted.high, range.high)];
    if (low > high + tiny) return null;
    const equations = new Set(ends.flatMap((end) => end.equations));
    const variables = new Set(ends.flatMap((end) => end.variables));
    return { low, high, equations, variables };
  });
}

const tiny = 1e-6;

/** True where it is small, or is no more and may have been. */
function canBeSmall({ value, small }: Unknown): boolean {
  return value === null || (value > 0 && value < small.high + 1);
}

/** The pieces that this publication says something new about. */
function piecesOf({ unknowns, equations }: Knowledge): Piece[] {
  const leader = new Map([...unknowns.keys()].map((name) => [name, name]));
  const find = (name: string): string => {
    const up = leader.get(name) as string;
    if (up === name) return name;
    const top = find(up);
    leader.set(name, top);
    return top;
  };
  for (const { terms } of equations.values()) {
    const [first, ...others] = terms.map(([name]) => find(name));
    for (const other of others) leader.set(other, first as string);
  }
  const byPiece = Map.groupBy(equations, ([, { terms }]) => find(terms[0]?.[0] as string));
  const own = Map.groupBy([...unknowns], ([name]) => find(name));
  return [...byPiece]
    .filter(([, equations]) => equations.some(([, { is_new }]) => is_new))
    .map(([top, equations]) => ({ unknowns: own.get(top) ?? [], equations }));
}
