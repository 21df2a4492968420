import { addDays, type Day, daysBetween, monthEnd, type Quarter, quarterOf } from "../calendar.ts";
import { random } from "../random.ts";
import type { Project } from "./projects.ts";

/** The quarters that housing is reported for. */
export const housingQuarters: readonly Quarter[] = [
  { year: 2025, quarter: 4 },
  { year: 2026, quarter: 1 },
  { year: 2026, quarter: 2 },
  { year: 2026, quarter: 3 },
];

/** All units of a project. */
export function totalUnits(project: Project): number {
  return project.sale_units + project.rent_units + project.rent_purchase_units;
}

/** The project's qualification if it had been given by a day. */
export function qualifiedBy(project: Project, day: Day): Project["qualified"] {
  return project.qualified && daysBetween(project.qualified.on, day) >= 0
    ? project.qualified
    : undefined;
}

/** Whether work on a project had begun by a day. */
export function isStartedBy(project: Project, day: Day): boolean {
  return daysBetween(project.started_on, day) >= 0;
}

/** The last day of a housing quarter. */
export function quarterEnd({ year, quarter }: Quarter): Day {
  return monthEnd({ year, month: quarter * 3 });
}

/** An application to buy, rent or rent-purchase a home. */
export interface Application {
  application_id: string;
  submitted_on: Day;
  decided_on: Day;
  is_approved: boolean;
  tenure: "mua" | "thuê" | "thuê mua";
}

/** Applications handed in from September 2025 on, one every six or seven days. */
export function applications(seed: number): Application[] {
  return Array.from({ length: 60 }, (_, index) => {
    const draw = random(seed, "application", index);
    const submitted_on = addDays({ year: 2025, month: 9, day: 1 }, Math.round(index * 6.45));
    const days = Math.round(39 - index * 0.2 + 3.5 * draw.normal());
    return {
      application_id: `NOXH-${submitted_on.year}-${String(index + 1).padStart(4, "0")}`,
      submitted_on,
      decided_on: addDays(submitted_on, Math.max(7, days)),
      is_approved: draw.uniform() < 0.86,
      tenure: draw.pick(["mua", "mua", "thuê", "thuê mua"] as const),
    };
  });
}

/** Days to decide the applications that were decided in a quarter, ascending. */
export function decisionDays(all: readonly Application[], quarter: Quarter): number[] {
  return all
    .filter(({ decided_on }) => isSame(quarterOf(decided_on), quarter))
    .map(({ submitted_on, decided_on }) => daysBetween(submitted_on, decided_on))
    .sort((a, b) => a - b);
}

function isSame(a: Quarter, b: Quarter): boolean {
  return a.year === b.year && a.quarter === b.quarter;
}
