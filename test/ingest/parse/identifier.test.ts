import { expect, test } from "vitest";
import { type PersonFacts, parseIdentifier } from "../../../ingest/parse/identifier.ts";

test("a health card holds group, benefit level, province and the social insurance number", () => {
  expect(parseIdentifier("GD4313112345678")).toEqual({
    ok: true,
    value: {
      kind: "health_card",
      canonical: "GD4313112345678",
      social_insurance_number: "3112345678",
      group_code: "GD",
      benefit_level: 4,
      province_code: "31",
    },
  });
});

test.each(["gd4313112345678", "GD 4 31 3112345678", "GD-4-31-3112345678", " GD4313112345678 "])(
  "%j is the same card",
  (text) => {
    expect(parseIdentifier(text)).toMatchObject({ value: { canonical: "GD4313112345678" } });
  },
);

test("10 digits are a social insurance number, 9 an old identity number", () => {
  expect(parseIdentifier("3112345678")).toEqual({
    ok: true,
    value: {
      kind: "social_insurance_number",
      canonical: "3112345678",
      social_insurance_number: "3112345678",
    },
  });
  expect(parseIdentifier("031234567")).toEqual({
    ok: true,
    value: { kind: "old_identity_number", canonical: "031234567" },
  });
});

test.each([
  ["031090000123", "male", 1990, "031"],
  ["031190000123", "female", 1990, "031"],
  ["030204000123", "male", 2004, "030"],
  ["001316000123", "female", 2016, "001"],
])("citizen number %s says %s, born %d", (text, sex, birth_year, province_code) => {
  expect(parseIdentifier(text)).toEqual({
    ok: true,
    value: { kind: "citizen_number", canonical: text, sex, birth_year, province_code },
  });
});

test.each<[string, PersonFacts]>([
  ["31090000123", { sex: "male", birth_year: 1990 }],
  ["31090000123", { sex: "male" }],
  ["31090000123", { birth_year: 1990 }],
])("%s gets its zero back when the row bears it out", (text, facts) => {
  expect(parseIdentifier(text, facts)).toMatchObject({
    value: { kind: "citizen_number", canonical: "031090000123", is_repaired: true },
  });
});

test.each<[string, PersonFacts, string]>([
  ["31090000123", {}, "identifier_unproven"],
  ["31090000123", { sex: "female", birth_year: 1990 }, "identifier_unproven"],
  ["31090000123", { sex: "male", birth_year: 1991 }, "identifier_unproven"],
  ["", {}, "empty"],
  ["GD0313112345678", {}, "not_an_identifier"],
  ["G14313112345678", {}, "not_an_identifier"],
  ["000090000123", {}, "not_an_identifier"],
  ["031990000123", {}, "not_an_identifier"],
  ["12345678", {}, "not_an_identifier"],
  ["3.1E+11", {}, "not_an_identifier"],
])("%j with %j fails as %s", (text, facts, rule) => {
  expect(parseIdentifier(text, facts)).toMatchObject({ ok: false, rule });
});

test("a whole number that contradicts its row is believed, and says in what", () => {
  const conflicts = (text: string, facts = {}) => {
    const read = parseIdentifier(text, facts);
    return read.ok ? read.value.conflicts : read.rule;
  };
  expect(conflicts("031090000123", { sex: "female" })).toEqual(["sex"]);
  expect(conflicts("031090000123", { sex: "female", birth_year: 1991 })).toEqual([
    "sex",
    "birth_year",
  ]);
  expect(conflicts("031090000123", { sex: "male", birth_year: 1990 })).toBeUndefined();
  expect(conflicts("HN4313112345678")).toEqual(["benefit_level"]);
  expect(conflicts("HN2313112345678")).toBeUndefined();
  expect(conflicts("GD4313112345678")).toBeUndefined();
});

test("no failure repeats the number", () => {
  const answers = [
    parseIdentifier("31090000123"),
    parseIdentifier("31090000123", { sex: "female" }),
    parseIdentifier("GD0313112345678"),
  ];
  expect(JSON.stringify(answers)).not.toMatch(/0{4}123|3112345678/);
});
