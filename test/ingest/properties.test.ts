import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDate, parseDate, serialDate } from "../../ingest/parse/date.ts";
import { parseIdentifier } from "../../ingest/parse/identifier.ts";
import { wordKey } from "../../ingest/parse/key.ts";
import { detectNumberStyle, parseNumber } from "../../ingest/parse/number.ts";
import { parsePeriod, periodDates } from "../../ingest/parse/period.ts";
import { person } from "../../scripts/sample/people.ts";
import { one, read } from "./sheet_case.ts";

fc.configureGlobal({ seed: 2026 });

const two = (value: number) => String(value).padStart(2, "0");
const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(\d{3})+$)/g, mark);
const count = fc.integer({ min: 0, max: 99_999_999 });
const day = fc.date({
  min: new Date("1950-01-01T00:00:00Z"),
  max: new Date("2049-12-31T00:00:00Z"),
  noInvalidDate: true,
});
/** Text that people may leave in a cell: letters with marks, digits, separators, signs, controls. */
const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."0123456789.,/-% ()+gtaiảmn\u00a0\u0303"), maxLength: 24 }),
);

describe("numbers", () => {
  test("a column of whole numbers reads as it was written, by either mark", () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1 }), fc.constantFrom(".", ","), (values, mark) => {
        const texts = values.map((value) => grouped(value, mark));
        const style = detectNumberStyle(texts, { isWhole: true });
        const read = texts.map((text) => parseNumber(text, style));
        expect(read.map((one) => one.ok && "value" in one.value && one.value.value)).toEqual(
          values,
        );
      }),
    );
  });

  test("a column with decimals reads as it was written once one cell is sure", () => {
    const cell = fc.record({ whole: count, cents: fc.integer({ min: 0, max: 99 }) });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.boolean(), (cells, isVietnamese) => {
        const [thousands, decimal] = isVietnamese ? [".", ","] : [",", "."];
        const texts = cells.map(
          ({ whole, cents }) => `${grouped(whole, thousands)}${decimal}${two(cents)}`,
        );
        const style = detectNumberStyle(texts);
        const read = texts.map((text) => parseNumber(text, style));
        const values = cells.map(({ whole, cents }) => Number(`${whole}.${two(cents)}`));
        expect(read.map((one) => one.ok && "value" in one.value && one.value.value)).toEqual(
          values,
        );
      }),
    );
  });

  test("whatever stands in a cell, the answer is a finite number, a blank or a reason", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = parseNumber(text, detectNumberStyle([text]));
        if (!read.ok) {
          expect(read.rule).toMatch(/^(?:not_a_number|number_style)$/);
          return;
        }
        if (read.value.kind === "number") expect(Number.isFinite(read.value.value)).toBe(true);
        expect(["number", "fraction", "blank"]).toContain(read.value.kind);
      }),
    );
  });
});

describe("dates and periods", () => {
  test("every day reads back from every way of writing it", () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const serial = Date.UTC(y, m - 1, d) / 86_400_000 + 25_569;
        const ways = [
          `${two(d)}/${two(m)}/${y}`,
          `${d}-${m}-${y}`,
          `${d}.${m}.${y}`,
          `${two(d)}/${two(m)}/${two(y % 100)}`,
          `ngày ${d} tháng ${m} năm ${y}`,
          iso,
        ];
        for (const text of ways)
          expect(parseDate(text), text).toEqual({
            ok: true,
            value: { date: iso, precision: "day" },
          });
        expect(serialDate(serial)).toBe(iso);
      }),
    );
  });

  test("no text gives a day that is not in the calendar", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = parseDate(text);
        if (!read.ok) {
          expect(read.rule).toMatch(/^(?:empty|not_a_date|impossible_date)$/);
          return;
        }
        const [year = 0, month = 0, date = 0] = read.value.date.split("-").map(Number);
        expect(isoDate(year, month, date)).toBe(read.value.date);
      }),
    );
  });

  test("months follow each other without a gap or an overlap, by the calendar and by the police", () => {
    const month = fc.record({
      year: fc.integer({ min: 2000, max: 2049 }),
      month: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(month, fc.constantFrom("calendar" as const, "police" as const), (at, window) => {
        const next =
          at.month === 12 ? { year: at.year + 1, month: 1 } : { ...at, month: at.month + 1 };
        const [first, second] = [at, next].map(({ year, month }) => {
          const period = parsePeriod(`Tháng ${month}/${year}`);
          const dates = period.ok ? periodDates(period.value, window) : period;
          return dates.ok ? dates.value : { start: "", end: "" };
        });
        const dayAfter = new Date(Date.parse(`${first?.end}T00:00:00Z`) + 86_400_000);
        expect(dayAfter.toISOString().slice(0, 10)).toBe(second?.start);
      }),
    );
  });

  test("a period never ends before it starts", () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom("calendar" as const, "police" as const),
        (text, window) => {
          const period = parsePeriod(text, 2026);
          const dates = period.ok ? periodDates(period.value, window) : period;
          expect(!dates.ok || dates.value.start <= dates.value.end).toBe(true);
        },
      ),
    );
  });
});

describe("identifiers", () => {
  const someone = fc.integer({ min: 0, max: 99_999 }).map((index) => person(11, index));

  test("a person's numbers read back, with what they say, however they are spaced", () => {
    fc.assert(
      fc.property(someone, fc.constantFrom("", " ", ".", "-"), (who, mark) => {
        const facts = { sex: who.sex, birth_year: who.born.year };
        const spaced = (text: string) => text.replace(/(\d{3})(?=\d)/g, `$1${mark}`);
        const card = parseIdentifier(spaced(who.card_number), facts);
        const insurance = parseIdentifier(spaced(who.social_insurance_number), facts);
        const citizen = parseIdentifier(spaced(who.citizen_number), facts);
        const short = parseIdentifier(who.citizen_number.replace(/^0/, ""), facts);
        expect(card).toMatchObject({
          ok: true,
          value: { social_insurance_number: who.social_insurance_number },
        });
        expect(insurance).toMatchObject({
          ok: true,
          value: { canonical: who.social_insurance_number },
        });
        expect(citizen).toMatchObject({
          ok: true,
          value: { canonical: who.citizen_number, ...facts },
        });
        expect(short).toMatchObject({
          ok: true,
          value: { canonical: who.citizen_number, is_repaired: true },
        });
      }),
    );
  });

  test("no failure gives the number away", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{7,16}$/), (text) => {
        const read = parseIdentifier(text);
        expect(read.ok || !JSON.stringify(read).includes(text)).toBe(true);
      }),
    );
  });
});

describe("headers", () => {
  test("a key is blind to case, spacing and decomposition, and is its own key", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const key = wordKey(text);
        expect(key).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
        expect(wordKey(key)).toBe(key);
        expect(wordKey(text.normalize("NFD"))).toBe(wordKey(text.normalize("NFC")));
        expect(wordKey(` ${text}\n`)).toBe(key);
      }),
    );
  });

  test("columns are found in any order", () => {
    const columns = [
      "Tổ dân phố",
      "Số hộ",
      "Nhân khẩu thường trú",
      "Tạm trú",
      "Tạm vắng",
      "Ghi chú",
    ];
    const values = ["Tổ 7", "11", "12", "13", "14", "x"];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        const header = order.map((at) => columns[at]).join("|");
        const row = order.map((at) => values[at]).join("|");
        const { observations } = read(one(["Tháng 10/2026|", header, row], { landed: [] }));
        expect(
          Object.fromEntries(observations.map(({ measure, value }) => [measure, value])),
        ).toEqual({
          households: 11,
          registered_population: 12,
          temporary_residents: 13,
          temporarily_absent: 14,
        });
      }),
      { numRuns: 40 },
    );
  });
});
