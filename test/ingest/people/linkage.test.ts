import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withParquetStore } from "../../../ingest/land/parquet.ts";
import { ingest } from "../../../ingest/main.ts";
import { linkageRows, resolvedPersons } from "../../../ingest/people/linkage.ts";
import { type Person, person } from "../../../scripts/sample/people.ts";
import { type Random, random } from "../../../scripts/sample/random.ts";

const PEOPLE = 4000;
const STRANGERS = 1000;
const folder = mkdtempSync(join(tmpdir(), "linkage-"));
const home = join(folder, "home");
const inbox = join(folder, "inbox");
const everyone = Array.from({ length: PEOPLE + STRANGERS }, (_, index) => person(7, index));

/** What an office makes of a number now and then: one digit wrong. */
function mistyped(number: string, draw: Random): string {
  if (draw.uniform() > 0.005) return number;
  const at = draw.integer(number.length - 5, number.length - 1);
  return `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`;
}

const birthText = ({ born }: Person) => `${born.day}/${born.month}/${born.year}`;
const sexText = ({ sex }: Person) => (sex === "male" ? "Nam" : "Nữ");
const withoutZero = (number: string) => number.replace(/^0/, "");

/** The list of cards: an insurance number in every row, the citizen number in 95 of 100, some without its zero. */
function cardRow(who: Person, index: number): string {
  const draw = random(1, "card", index);
  const at = draw.uniform();
  const citizen = mistyped(who.citizen_number, draw);
  const citizenText = at < 0.8 ? citizen : at < 0.95 ? withoutZero(citizen) : "";
  const card = draw.uniform() < 0.6 ? who.card_number : who.social_insurance_number;
  return [who.name, birthText(who), sexText(who), card, citizenText].join(";");
}

/** The list of people who join: one column with 10, 12, 15 or 11 characters. */
function joinRow(who: Person, index: number): string {
  const draw = random(1, "join", index);
  const at = draw.uniform();
  const citizen = mistyped(who.citizen_number, draw);
  const number =
    at < 0.3
      ? who.social_insurance_number
      : at < 0.5
        ? who.card_number
        : at < 0.85
          ? citizen
          : withoutZero(citizen);
  return [who.name, number, birthText(who), sexText(who), "TM"].join(";");
}

/** People by the row of a list in which they stand: the header is the second line or the third. */
const cards = everyone.slice(0, PEOPLE);
const joiners = everyone.slice(PEOPLE / 4);

beforeAll(async () => {
  mkdirSync(inbox);
  const cardHeader = "Họ và tên;Ngày sinh;Giới tính;Số thẻ BHYT;Số CCCD/ĐDCN";
  const joinHeader = "Họ và tên;Mã số;Ngày sinh;Giới tính;Phương án";
  const cardLines = ["DANH SÁCH THẺ BHYT;;Tháng 9/2026;;", cardHeader, ...cards.map(cardRow)];
  const joinLines = ["MẪU D03-TS;;Tháng 10/2026;;", joinHeader, ...joiners.map(joinRow)];
  writeFileSync(join(inbox, "the.csv"), cardLines.join("\n"));
  writeFileSync(join(inbox, "d03.csv"), joinLines.join("\n"));
  const summary = await ingest({ inbox: [inbox], home, keyPath: join(folder, "person.key") });
  expect(summary.landed).toBe(2);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("people on two lists under different numbers are found again: F1 ≥ 0.98", async () => {
  const rows = await withParquetStore((parquet) => resolvedPersons(parquet, join(home, "landed")));
  const personAt = (form: string, { length }: readonly Person[]) => {
    const found = new Map(
      rows.flatMap((each) => (each.form === form ? [[each.row, each.person]] : [])),
    );
    return Array.from({ length }, (_, index) => found.get(index + 3));
  };
  const carded = personAt("health_insurance_members", cards);
  const joined = personAt("health_insurance_d03", joiners);
  const rowsOf = Map.groupBy(carded.keys(), (index) => carded[index]);
  const pairs = joined.flatMap((token, index) =>
    token === undefined ? [] : (rowsOf.get(token) ?? []).map((row) => [row, index] as const),
  );
  const right = pairs.filter(([row, index]) => cards[row] === joiners[index]).length;
  const common = joiners.filter((who) => cards.includes(who)).length;
  const precision = right / pairs.length;
  const recall = right / common;
  expect(common).toBe(3000);
  expect(precision).toBeGreaterThan(0.995);
  expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(0.98);
});

test("the landed account says by which kind of number, and how many were linked", async () => {
  const rows = await withParquetStore((parquet) => linkageRows(parquet, join(home, "landed")));
  const d03 = rows.filter(({ form }) => form === "health_insurance_d03");
  expect(d03.map(({ identified_by }) => identified_by)).toEqual([
    "citizen_number",
    "health_card",
    "repaired_citizen_number",
    "social_insurance_number",
  ]);
  expect(d03.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThan(3980);
  for (const { identified_by, persons, persons_linked, persons_elsewhere } of d03) {
    expect(persons_elsewhere / persons).toBeGreaterThan(0.65);
    expect(persons_elsewhere / persons).toBeLessThan(0.8);
    expect(persons_linked > 0).toBe(identified_by.includes("citizen"));
  }
});
