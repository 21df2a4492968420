import { sum } from "./apportion.ts";
import { areaId, neighbourhoods, WARD } from "./areas.ts";
import { monthLabel, months, quarterLabel, quarters, two, years } from "./calendar.ts";
import { type Drugs, isHotSpotArea, monthBefore } from "./truth/drugs.ts";
import { housing, housingSince2026 } from "./truth/housing_indicators.ts";
import { inTodaysWard, OLD_YEARS, oldWardCounts, oldWards } from "./truth/old_wards.ts";
import { residing } from "./truth/population.ts";
import { share, type Truth } from "./truth/value.ts";
import { makeWorld, type World } from "./world.ts";

/**
 * The true series of every indicator of the registry, computed from the true parts and not from any
 * file: the ward, and the neighbourhoods for health insurance coverage and the three drug measures.
 */
export function sampleTruth(seed?: number): Truth[] {
  const world = makeWorld(seed);
  return [
    ...healthInsurance(world),
    ...beforeTheWard(world),
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

/** Health insurance by former wards, and what the ward of today gets of it. */
function beforeTheWard({ seed }: World): Truth[] {
  return oldWardCounts(seed).flatMap((counts, m) => {
    const period = `${OLD_YEARS[0] + Math.floor(m / 12)}-${two((m % 12) + 1)}`;
    const at = { indicator_id: "HI_COVERAGE", period };
    const people = counts.map(({ population }) => population);
    const insured = counts.map((count) => count.insured);
    return [
      share({ ...at, area_id: WARD }, inTodaysWard(insured), inTodaysWard(people)),
      ...oldWards.map(({ area_id }, i) =>
        share({ ...at, area_id }, insured[i] ?? 0, people[i] ?? 0),
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

function tracking(world: World): Truth[] {
  return world.tracked.map(({ indicator_id, period, numerator, denominator, value }) => {
    const at = { indicator_id, area_id: WARD, period };
    return numerator !== undefined && denominator !== undefined
      ? share(at, numerator, denominator)
      : { ...at, value: value ?? 0 };
  });
}

function labelOf(monthIndex: number): string {
  return monthLabel(months[monthIndex] ?? { year: 0, month: 0 });
}
