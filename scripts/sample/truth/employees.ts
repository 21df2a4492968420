import type { Month } from "../calendar.ts";
import { type Person, person } from "../people.ts";
import { random } from "../random.ts";

/** A person on an employer's list of social insurance (form D02-LT). */
export interface Employee {
  who: Person;
  /** A coefficient of the state's pay scale, or a pay in đồng. */
  salary: number;
  from: Month;
  /** The last month of it; null while it goes on. */
  until: Month | null;
}

const EMPLOYEES = 240;
const COEFFICIENTS = [2.34, 2.67, 3.0, 3.33, 3.99, 4.32, 4.74, 4.98] as const;

/** The people of working age on the list, some of whom have left by October 2026. */
export function employees(seed: number): Employee[] {
  const candidates = Array.from({ length: 2000 }, (_, i) => person(seed, i));
  const workers = candidates.filter(({ born }) => born.year > 1966 && born.year < 2004);
  return workers.slice(0, EMPLOYEES).map((who, i) => {
    const draw = random(seed, "employee", i);
    const from = { year: draw.integer(2016, 2025), month: draw.integer(1, 12) };
    const hasLeft = draw.uniform() < 0.1;
    return {
      who,
      salary: draw.uniform() < 0.6 ? draw.pick(COEFFICIENTS) : draw.integer(50, 120) * 100_000,
      from,
      until: hasLeft ? { year: 2026, month: draw.integer(1, 9) } : null,
    };
  });
}
