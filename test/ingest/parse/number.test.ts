import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  detectNumberStyle,
  type NumberStyle,
  parseNumber,
  parseNumberCell,
} from "../../../ingest/parse/number.ts";

const PLAIN = {
  kind: "number",
  is_percent: false,
  is_approximate: false,
  is_scaled: false,
  is_ambiguous: false,
  has_sign_conflict: false,
};

describe("a text that can be read in one way needs no style", () => {
  test.each([
    ["1.707.351", 1707351, {}],
    ["84,78%", 84.78, { is_percent: true }],
    ["84,78 %", 84.78, { is_percent: true }],
    ["1.067,2", 1067.2, {}],
    ["1085,6", 1085.6, {}],
    ["9,441,246", 9441246, {}],
    ["1,082.3", 1082.3, {}],
    ["15,4 triệu", 15400000, { is_scaled: true }],
    ["2 tỷ", 2e9, { is_scaled: true }],
    ["16 triệu người", 16e6, { is_scaled: true, unit_text: "trieu nguoi" }],
    ["4.74", 4.74, {}],
    ["0.125", 0.125, {}],
    ["09", 9, {}],
    ["0", 0, {}],
    ["322 vụ", 322, { unit_text: "vu" }],
    ["12 m²", 12, { unit_text: "m2" }],
    ["1490¹", 1490, {}],
    ["1490 ¹⁾", 1490, {}],
    ["1490*", 1490, {}],
    ["1490 (1)", 1490, {}],
    ["1490 [a]", 1490, {}],
    ["96,3%²", 96.3, { is_percent: true }],
    ["6 (trong đó 1 nữ)", 6, {}],
    ["6, trong đó 1 nữ", 6, {}],
    ["18 (4 hộ trong số này thuộc diện chính sách)", 18, {}],
    ["6 người (2 nữ)", 6, { unit_text: "nguoi" }],
    ["12 (gồm 3 hộ nghèo, 9 hộ cận nghèo)", 12, {}],
    ["25 (+3)", 25, {}],
    ["25 (tăng 3 so với cùng kỳ)", 25, {}],
    ["≈ 300", 300, { is_approximate: true }],
    ["chừng 300", 300, { is_approximate: true }],
    ["giảm 322", -322, {}],
    ["giảm -322", -322, { has_sign_conflict: true }],
    ["tăng 5", 5, {}],
    ["tăng -5", -5, { has_sign_conflict: true }],
    ["Tăng 12,5%", 12.5, { is_percent: true }],
    ["(-12,88%)", -12.88, { is_percent: true }],
    ["(giảm 12,88%)", -12.88, { is_percent: true }],
    ["−7", -7, {}],
    ["+7", 7, {}],
    ["-1.707.351", -1707351, {}],
    ["1 707 351", 1707351, {}],
    ["1\u00a0707\u00a0351,5", 1707351.5, {}],
    ["hơn 16 triệu", 16e6, { is_scaled: true, is_approximate: true }],
    ["khoảng 300", 300, { is_approximate: true }],
    ["~ 300", 300, { is_approximate: true }],
    ["ước đạt 95,5%", 95.5, { is_approximate: true, is_percent: true }],
    ["1.707.351 (*)", 1707351, {}],
  ] as const)("%j is %d", (text, value, flags) => {
    expect(parseNumber(text)).toEqual({ ok: true, value: { ...PLAIN, value, ...flags } });
  });
});

test.each([
  ["1.234", "dot_thousands", 1234, false],
  ["1.234", "comma_thousands", 1.234, false],
  ["1.234", "plain", 1.234, false],
  ["1.234", "ambiguous", 1234, true],
  ["1,234", "dot_thousands", 1.234, false],
  ["1,234", "comma_thousands", 1234, false],
  ["1,234", "ambiguous", 1.234, true],
] as const)("%s in a column of %s is %d", (text, style, value, is_ambiguous) => {
  expect(parseNumber(text, style)).toEqual({ ok: true, value: { ...PLAIN, value, is_ambiguous } });
});

test.each([
  ["4.74", "dot_thousands"],
  ["1,707,351", "dot_thousands"],
  ["84,78", "comma_thousands"],
  ["1.707.351", "plain"],
] as const)("%s does not belong in a column of %s", (text, style) => {
  expect(parseNumber(text, style)).toMatchObject({ ok: false, rule: "number_style" });
});

test.each([
  ["", "empty"],
  ["  ", "empty"],
  ["-", "dash"],
  ["–", "dash"],
  ["—", "dash"],
  ["…", "ellipsis"],
  ["...", "ellipsis"],
  ["x", "cross"],
  ["X", "cross"],
  ["không thuộc diện", "cross"],
  ["… (1)", "ellipsis"],
  ["chưa có số liệu", "ellipsis"],
  ["đang tổng hợp", "ellipsis"],
  ["-¹", "dash"],
  ["không", "none"],
  ["Không có", "none"],
  ["KPS", "none"],
  ["không phát sinh", "none"],
  ["không có vụ nào", "none"],
] as const)("%j is blank by %s, and not zero", (text, mark) => {
  expect(parseNumber(text)).toEqual({ ok: true, value: { kind: "blank", mark } });
});

test("a fraction keeps both of its parts", () => {
  expect(parseNumber("50.687/100.275", "dot_thousands")).toEqual({
    ok: true,
    value: { kind: "fraction", numerator: 50687, denominator: 100275, is_approximate: false },
  });
});

test.each([
  "14 (có 5 vụ của kỳ trước chuyển sang)",
  "12 (kể cả 3 người ở phường khác)",
  "mười hai",
  "12 quả",
  "25 (27)",
  "120 (125 theo BHXH)",
  "25 hoặc 26",
  "5 vụ 3 đối tượng",
  "1490 (12)",
  "chưa có",
  "nam 5, nữ 3",
  "1.2.3",
  "1,23,456",
  "1.23.456",
  "31/02/2026",
  "12-15",
  "(322)",
  "12,",
  "Infinity",
  "1e5",
  "0x10",
  "1234567890123456",
  "9".repeat(400),
  "__proto__",
  "constructor",
  "5 constructor",
])("%j is no number", (text) => {
  expect(parseNumber(text)).toMatchObject({ ok: false, rule: "not_a_number" });
});

test.each<[NumberStyle, string[]]>([
  ["dot_thousands", ["1.234", "1.707.351"]],
  ["dot_thousands", ["1085,6", "1.082,3"]],
  ["dot_thousands", ["84,78%", "90", "-"]],
  ["dot_thousands", ["50.687/1.100.275"]],
  ["comma_thousands", ["9,441,246", "1,234"]],
  ["comma_thousands", ["1,082.3"]],
  ["plain", ["4.74", "3.333"]],
  ["plain", ["12", "09", "x", ""]],
  ["plain", []],
  ["ambiguous", ["1.234", "2.345", "12"]],
  ["mixed", ["1.707.351", "4.74"]],
  ["mixed", ["1.234", "2,345"]],
])("%s is the style of %j", (style, texts) => {
  expect(detectNumberStyle(texts)).toBe(style);
});

describe("cells", () => {
  test("a real number is taken as it is, whatever it looks like", () => {
    const cell = { type: "number", text: "1,234.50", number: 1234.5 } as const;
    expect(parseNumberCell(cell, "dot_thousands")).toEqual({
      ok: true,
      value: { ...PLAIN, value: 1234.5 },
    });
  });

  test("a percent format gives percent, without the dust of binary fractions", () => {
    const cell = { type: "number", text: "29.00%", number: 0.29 } as const;
    expect(0.29 * 100).not.toBe(29);
    expect(parseNumberCell(cell)).toEqual({
      ok: true,
      value: { ...PLAIN, value: 29, is_percent: true },
    });
  });

  test("no cell is an empty blank", () => {
    expect(parseNumberCell(null)).toEqual({ ok: true, value: { kind: "blank", mark: "empty" } });
  });

  test.each([
    [{ type: "error", text: "#N/A" }, "error_cell"],
    [{ type: "error", text: "", is_formula: true }, "formula_without_value"],
    [{ type: "date", text: "01/02/2026", number: 46054, date: "2026-02-01" }, "date_for_number"],
    [{ type: "boolean", text: "TRUE" }, "not_a_number"],
  ] as const)("%j fails as %s", (cell, rule) => {
    expect(parseNumberCell(cell)).toMatchObject({ ok: false, rule });
  });
});

describe("what Vietnam's own formatter writes is read back", () => {
  const vietnamese = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 });
  const english = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
  const numbers = fc.integer({ min: -1e11, max: 1e11 }).map((cents) => cents / 100);

  test.each([
    ["dot_thousands", vietnamese],
    ["comma_thousands", english],
  ] as const)("in %s", (style, format) => {
    fc.assert(
      fc.property(numbers, (value) => {
        const read = parseNumber(format.format(value), style);
        expect(read).toMatchObject({ ok: true, value: { value: value === 0 ? 0 : value } });
      }),
    );
  });

  test("a column's style is found from its numbers, and never the wrong one", () => {
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1 }), (values) => {
        expect(detectNumberStyle(values.map((value) => vietnamese.format(value)))).not.toBe(
          "comma_thousands",
        );
      }),
    );
  });
});

test("any text gives an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = parseNumber(text);
      expect(!read.ok || read.value.kind !== "number" || Number.isFinite(read.value.value)).toBe(
        true,
      );
    }),
  );
});

test.each([
  ["ước 12", 12, false],
  ["12 (ước)", 12, false],
  ["~12", 12, false],
  ["Giảm 3", 3, false],
  ["Giảm 3", -3, true],
  ["Tăng 3", 3, true],
  ["12 vụ", 12, true],
  ["1E+10", 1e10, true],
  ["1.900", 1900, true],
])("a number whose format shows %s of %d is believed: %s", (text, number, isBelieved) => {
  expect(parseNumberCell({ type: "number", text, number }).ok).toBe(isBelieved);
});
