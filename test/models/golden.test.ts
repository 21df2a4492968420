import { beforeAll, describe, expect, it } from "vitest";
import { buildGolden, type Entry } from "./golden/build.ts";
import {
  type Case,
  complementOf,
  goldenCases,
  hasComplement,
  inThousandths,
} from "./golden/case.ts";

const cases = goldenCases();
const dates = [...new Set(cases.map(({ as_of }) => as_of))];

/** What each way of telling the same case must not change. */
const tellings: Record<string, (golden: Case) => Case | null> = {
  "": (golden) => golden,
  _THOUSANDTHS: inThousandths,
  _COMPLEMENT: (golden) => (hasComplement(golden) ? complementOf(golden) : null),
  _TWICE: (golden) => golden,
};

const codeOf = (golden: Case, telling: string) => `${golden.case.toUpperCase()}${telling}`;

function entriesOf(golden: Case): Entry[] {
  return Object.entries(tellings).flatMap(([telling, tell]) => {
    const told = tell(golden);
    const files = telling === "_TWICE" ? ["one", "the_same_again"] : ["one"];
    return told ? [{ ...told, indicator_id: codeOf(golden, telling), files }] : [];
  });
}

const verdicts = new Map<string, Record<string, unknown>>();
/** Targets by a date that no row of progress speaks of, of the cases as they are. */
const beside: Record<string, unknown>[] = [];
// a build for each day of judgement
beforeAll(async () => {
  for (const as_of of dates) {
    const built = await buildGolden(
      cases.filter((golden) => golden.as_of === as_of).flatMap(entriesOf),
      as_of,
    );
    expect(built.output.slice(-1500)).toContain("Completed successfully");
    const rows = await built.query(
      "select * from marts.fct_progress where area_id = 'le_chan' and section_id = '2.1.6'",
    );
    for (const row of rows) {
      const key = `${row["indicator_id"]} ${as_of}`;
      verdicts.set(key, row);
    }
    beside.push(...(await built.query(datedTargets)));
  }
}, 1_800_000);

const datedTargets = `
  select lower(indicator_id) as "case", target_due, status from marts.fct_dated_targets
  where not is_judged and area_id = 'le_chan'
    and not regexp_matches(indicator_id, '_(THOUSANDTHS|COMPLEMENT|TWICE)$')
  order by all`;

const verdictOf = (golden: Case, telling = "") =>
  verdicts.get(`${codeOf(golden, telling)} ${golden.as_of}`);

it("holds at least two hundred cases of every type of target", () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(new Set(cases.map(({ target_type }) => target_type)).size).toBe(8);
  expect(new Set(cases.map((golden) => golden.case)).size).toBe(cases.length);
});

describe("the golden table", () => {
  it.each(cases)("$case: $status, $why", (golden) => {
    const { status, reason_code } = golden;
    expect(verdictOf(golden)).toMatchObject({ status, reason_code });
  });

  it("tells what became of the dated targets beside the one that is due next", () => {
    expect(beside).toEqual([
      { case: "both_steps_behind_us", target_due: "2026-12-31", status: "achieved" },
      { case: "milestone_of_its_own", target_due: "2027-12-31", status: "achieved" },
      { case: "missed_first_step_second_in_reach", target_due: "2027-12-31", status: "off_track" },
      { case: "nearer_step_safe_later_step_far", target_due: "2030-12-31", status: "off_track" },
    ]);
  });

  it("never shows a status beside a chance that denies it", () => {
    const chances = [...verdicts.values()].filter((row) => row["probability_met"] !== null);
    expect(chances.length).toBeGreaterThan(10);
    const denied = chances.filter((row) => {
      const chance = Number(row["probability_met"]);
      return (
        (row["status"] === "on_track" && chance < 0.6) ||
        (row["status"] === "achieved" && chance < 0.8) ||
        (row["status"] === "off_track" && chance >= 0.2) ||
        row["status"] === "no_target" ||
        row["status"] === "not_assessable"
      );
    });
    expect(denied).toEqual([]);
  });
});

describe("telling a case otherwise changes nothing:", () => {
  it.each(cases)("$case in thousandths, and from a file sent twice", (golden) => {
    for (const telling of ["_THOUSANDTHS", "_TWICE"]) {
      const { status, reason_code } = golden;
      expect(verdictOf(golden, telling), telling).toMatchObject({ status, reason_code });
    }
  });

  it.each(cases.filter(hasComplement))("$case as what is left of 100%", (golden) => {
    const { status, reason_code } = golden;
    expect(verdictOf(golden, "_COMPLEMENT")).toMatchObject({ status, reason_code });
  });
});
