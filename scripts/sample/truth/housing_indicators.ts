import { sum } from "../apportion.ts";
import { WARD } from "../areas.ts";
import { quarterLabel } from "../calendar.ts";
import type { World } from "../world.ts";
import {
  decisionDays,
  housingQuarters,
  isStartedBy,
  qualifiedBy,
  quarterEnd,
  totalUnits,
} from "./housing.ts";
import { type Project, projects } from "./projects.ts";
import { share, type Truth } from "./value.ts";

/** The housing indicators of every reported quarter. */
export function housing(world: World): Truth[] {
  return housingQuarters.flatMap((quarter, q) => {
    const at = { area_id: WARD, period: quarterLabel(quarter) };
    const over = (of: (project: Project) => number) => sum(projects.map(of));
    return [
      share(
        { ...at, indicator_id: "HOUSING_RENT_SHARE" },
        over((p) => p.rent_units + p.rent_purchase_units),
        over(totalUnits),
      ),
      share(
        { ...at, indicator_id: "HOUSING_CLEARANCE" },
        over((p) => p.clearance.land_cleared[q] ?? 0),
        over((p) => p.clearance.land_to_clear),
      ),
      {
        ...at,
        indicator_id: "HOUSING_APPROVAL_DAYS",
        value: median(decisionDays(world.applications, quarter)),
      },
    ];
  });
}

/** Units qualified and projects started since the programme began on 1 January 2026. */
export function housingSince2026(): Truth[] {
  return housingQuarters.flatMap((quarter) => {
    if (quarter.year < 2026) return [];
    const at = { area_id: WARD, period: quarterLabel(quarter) };
    const end = quarterEnd(quarter);
    const qualified = projects
      .map((p) => qualifiedBy(p, end))
      .filter((q) => q && q.on.year >= 2026);
    const started = projects.filter((p) => p.started_on.year >= 2026 && isStartedBy(p, end));
    const complete = started.filter((p) => p.has_social_infrastructure);
    return [
      { ...at, indicator_id: "HOUSING_UNITS", value: sum(qualified.map((q) => q?.units ?? 0)) },
      ...(started.length === 0
        ? []
        : [share({ ...at, indicator_id: "HOUSING_INFRA" }, complete.length, started.length)]),
    ];
  });
}

function median(ascending: readonly number[]): number {
  const middle = (ascending.length - 1) / 2;
  return ((ascending[Math.floor(middle)] ?? 0) + (ascending[Math.ceil(middle)] ?? 0)) / 2;
}
