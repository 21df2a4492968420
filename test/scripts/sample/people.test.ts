import { expect, it } from "vitest";
import { person } from "../../../scripts/sample/people.ts";

const people = Array.from({ length: 3000 }, (_, index) => person(2026, index));

it("invents well-formed citizen numbers that agree with sex, century and birth year", () => {
  for (const { citizen_number, sex, born } of people) {
    const [, province, century, year] = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(citizen_number) ?? [];
    expect(province).toBe("031");
    expect(Number(century) % 2).toBe(sex === "male" ? 0 : 1);
    expect(1900 + 100 * Math.floor(Number(century) / 2) + Number(year)).toBe(born.year);
  }
});

it("invents well-formed cards whose benefit digit goes with the group", () => {
  const benefits: Record<string, number> = { TE: 1, HN: 2, BT: 2, CK: 2, HT: 3 };
  for (const { card_number, group_code, benefit_level, social_insurance_number } of people) {
    expect(card_number).toMatch(/^[A-Z]{2}[1-5]31\d{10}$/);
    expect(card_number).toBe(`${group_code}${benefit_level}31${social_insurance_number}`);
    expect(benefit_level).toBe(benefits[group_code] ?? 4);
  }
});

it("gives no two people the same number, in lists beyond a hundred thousand too", () => {
  const more = [99_999, 100_000, 199_999, 200_000].map((index) => person(2026, index));
  for (const key of ["citizen_number", "social_insurance_number", "card_number"] as const) {
    const numbers = [...people, ...more].map((who) => who[key]);
    expect(new Set(numbers).size).toBe(3004);
  }
});

it("makes every person from the seed and the index alone", () => {
  expect(person(2026, 17)).toEqual(people[17]);
  expect(person(2027, 17)).not.toEqual(people[17]);
});
