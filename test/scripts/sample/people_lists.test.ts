import { join } from "node:path";
import { expect, it } from "vitest";
import { monthEnd } from "../../../scripts/sample/calendar.ts";
import { employees } from "../../../scripts/sample/truth/employees.ts";
import { movements } from "../../../scripts/sample/truth/movements.ts";
import { DEFAULT_SEED } from "../../../scripts/sample/world.ts";
import { readPath } from "../../ingest/read_outcome.ts";
import { sampleFolder } from "./workbook.ts";

const d03 = readPath(join(sampleFolder, "BHYT_D03_2026_10.xlsx"));
const d02 = readPath(join(sampleFolder, "BHXH_D02_2026_10.xlsx"));

it("lands everyone who joins or leaves, with what is true of them, and their counts by area", () => {
  const truth = movements(DEFAULT_SEED);
  expect(d03.rows.rejects).toEqual([]);
  const people = d03.rows["records_health_insurance_d03"] ?? [];
  expect(people.map(({ direction, sex, birth_year }) => [direction, sex, birth_year])).toEqual(
    truth.map(({ direction, who }) => [direction, who.sex, who.born.year]),
  );
  for (const direction of ["joined", "left"]) {
    const landed = (d03.rows.observations ?? [])
      .filter(({ measure }) => measure === direction)
      .map(({ area_id, value }) => `${area_id} ${value}`);
    const meant = truth.filter((each) => each.direction === direction);
    const byArea = Map.groupBy(meant, ({ who }) => String(who.neighbourhood).padStart(2, "0"));
    const counted = [...byArea].map(([n, { length }]) => `le_chan_tdp_${n} ${length}`);
    expect(landed.sort()).toEqual(counted.sort());
  }
});

it("keeps a person one, whichever of four numbers stands in the one column", () => {
  const people = d03.rows["records_health_insurance_d03"] ?? [];
  expect(new Set(people.map(({ person_key }) => person_key)).size).toBe(300);
  expect(new Set(people.map(({ identified_by }) => identified_by))).toEqual(
    new Set([
      "social_insurance_number",
      "health_card",
      "citizen_number",
      "repaired_citizen_number",
    ]),
  );
});

it("lands an employer's list with its pay as written and counts who is still on it", () => {
  const truth = employees(DEFAULT_SEED);
  expect(d02.rows.rejects).toEqual([]);
  const people = d02.rows["records_social_insurance_members"] ?? [];
  expect(people.map(({ salary }) => salary)).toEqual(truth.map(({ salary }) => salary));
  const ends = truth.map(({ until }) => until && monthEnd(until));
  expect(people.map(({ valid_to }) => valid_to)).toEqual(
    ends.map((end) =>
      end === null
        ? null
        : `${end.year}-${String(end.month).padStart(2, "0")}-${String(end.day).padStart(2, "0")}`,
    ),
  );
  const staying = truth.filter(({ until }) => until === null).length;
  expect(d02.rows.observations?.map(({ measure, value }) => [measure, value])).toEqual([
    ["participants", staying],
  ]);
});
