import { sum } from "./apportion.ts";
import { areaId, neighbourhoods, WARD } from "./areas.ts";
import { monthLabel, months, quarterLabel, quarters, years } from "./calendar.ts";
import { type Drugs, isHotSpotArea, monthBefore } from "./truth/drugs.ts";
import {
  decisionDays,
  housingQuarters,
  isStartedBy,
  projects,
  qualifiedBy,
  quarterEnd,
  totalUnits,
} from "./truth/housing.ts";
import { residing } from "./truth/population.ts";
import { makeWorld, type World } from "./world.ts";

/** A true value of an indicator. Period `2026-10` (police months by their name), `2026-Q3` or `2026`. */
export interface Truth {
  indicator_id: string;
  area_id: string;
  period: string;
  value: number;
  numerator?: number;
  denominator?: number;
}

/**
 * The true series of every indicator of the registry, computed from the true parts and not from any
 * file: the ward, and the neighbourhoods for health insurance coverage and the three drug measures.
 */
export function sampleTruth(seed?: number): Truth[] {
  const world = makeWorld(seed);
  return [
    ...healthInsurance(world),
    ...socialInsurance(world),
    ...crime(world),
    ...drugMeasures(world),
    ...hotSpots(world),
    ...callUp(world),
    ...housing(world),
    ...housingSince2026(),
    ...tracking(world),
  ];
}

function healthInsurance(world: World): Truth[] {
  return months.flatMap((month, m) => {
    const people = (world.population[m] ?? []).map(({ registered }) => registered);
    const insured = world.insured[m] ?? [];
    const at = { indicator_id: "HI_COVERAGE", period: monthLabel(month) };
    return [
      share({ ...at, area_id: WARD }, sum(insured), sum(people)),
      ...neighbourhoods.map((n, i) =>
        share({ ...at, area_id: areaId(n) }, insured[i] ?? 0, people[i] ?? 0),
      ),
    ];
  });
}

function socialInsurance(world: World): Truth[] {
  return world.social_insurance.flatMap(({ compulsory, voluntary, labour_force }, m) => {
    const at = { area_id: WARD, period: labelOf(m) };
    return [
      share({ ...at, indicator_id: "SI_COVERAGE" }, compulsory + voluntary, labour_force),
      { ...at, indicator_id: "SI_VOLUNTARY", value: voluntary },
    ];
  });
}

function crime(world: World): Truth[] {
  return world.crime.flatMap(({ social_order, serious, administrative_violations }, m) => {
    const at = { area_id: WARD, period: labelOf(m) };
    return [
      { ...at, indicator_id: "CRIME_OFFENCES", value: social_order.cases },
      share({ ...at, indicator_id: "CRIME_CLEARED" }, social_order.cleared, social_order.cases),
      { ...at, indicator_id: "CRIME_SERIOUS", value: serious.cases },
      { ...at, indicator_id: "LAW_VIOLATIONS", value: administrative_violations.cases },
    ];
  });
}

function drugMeasures(world: World): Truth[] {
  return DRUG_MEASURES.flatMap(([indicator_id, measure]) =>
    quarters.flatMap((quarter, q) => {
      const counts = (world.drugs[q] ?? []).map((drugs) => drugs[measure]);
      const at = { indicator_id, period: quarterLabel(quarter) };
      return [
        { ...at, area_id: WARD, value: sum(counts) },
        ...neighbourhoods.map((n, i) => ({ ...at, area_id: areaId(n), value: counts[i] ?? 0 })),
      ];
    }),
  );
}

const DRUG_MEASURES = [
  ["DRUG_ADDICTS", "on_file"],
  ["DRUG_USERS", "users"],
  ["DRUG_AFTERCARE", "aftercare"],
] as const satisfies readonly [string, keyof Drugs][];

function hotSpots(world: World): Truth[] {
  return quarters.map((quarter, q) => {
    const people = world.population[monthBefore(quarter)] ?? [];
    const free = neighbourhoods.filter((_, i) => {
      const [drugs, population] = [world.drugs[q]?.[i], people[i]];
      return drugs && population && !isHotSpotArea(drugs, residing(population));
    });
    const at = { indicator_id: "DRUG_FREE_AREAS", area_id: WARD, period: quarterLabel(quarter) };
    return share(at, free.length, neighbourhoods.length);
  });
}

function callUp(world: World): Truth[] {
  return years.map((year, y) => {
    const rows = world.callup[y] ?? [];
    const at = { indicator_id: "DEFENCE_CALLUP", area_id: WARD, period: String(year) };
    return share(at, sum(rows.map((r) => r.handed_over)), sum(rows.map((r) => r.quota)));
  });
}

function housing(world: World): Truth[] {
  return housingQuarters.flatMap((quarter, q) => {
    const at = { area_id: WARD, period: quarterLabel(quarter) };
    const over = (of: (project: (typeof projects)[number]) => number) => sum(projects.map(of));
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
function housingSince2026(): Truth[] {
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

function tracking(world: World): Truth[] {
  return world.tracked.map(({ indicator_id, period, numerator, denominator, value }) => {
    const at = { indicator_id, area_id: WARD, period };
    return numerator !== undefined && denominator !== undefined
      ? share(at, numerator, denominator)
      : { ...at, value: value ?? 0 };
  });
}

function share(
  at: Pick<Truth, "indicator_id" | "area_id" | "period">,
  numerator: number,
  denominator: number,
): Truth {
  return { ...at, value: (100 * numerator) / denominator, numerator, denominator };
}

function median(ascending: readonly number[]): number {
  const middle = (ascending.length - 1) / 2;
  return ((ascending[Math.floor(middle)] ?? 0) + (ascending[Math.ceil(middle)] ?? 0)) / 2;
}

function labelOf(monthIndex: number): string {
  return monthLabel(months[monthIndex] ?? { year: 0, month: 0 });
}
