import { expect, test } from "vitest";
import { indicatorReader, nearestIndicators } from "../../../ingest/parse/indicator.ts";
import { one, read } from "../sheet_case.ts";

const indicators = [
  { indicator_id: "HI_COVERAGE", title_vi: "Tỷ lệ bao phủ BHYT", title_en: "Coverage" },
  { indicator_id: "SI_COVERAGE", title_vi: "Tỷ lệ tham gia BHXH", title_en: "Participation" },
];

test.each([
  ["HI_COVERAGE", "HI_COVERAGE"],
  ["hi coverage", "HI_COVERAGE"],
  [" HI-Coverage ", "HI_COVERAGE"],
  ["tỷ lệ  bao phủ BHYT", "HI_COVERAGE"],
  ["HI_COVERGE", null],
  ["Tỷ lệ bao phủ", null],
  ["", null],
])("%j is %s", (text, code) => {
  expect(indicatorReader(indicators)(text)).toBe(code);
});

test("a title that two indicators share names neither", () => {
  const twins = indicators.map((one) => ({ ...one, title_vi: "Tỷ lệ" }));
  expect(indicatorReader(twins)("Tỷ lệ")).toBeNull();
});

test("the nearest is by the letters of code or title", () => {
  expect(nearestIndicators(indicators, "SI_COVERAG")[0]?.indicator_id).toBe("SI_COVERAGE");
  expect(nearestIndicators(indicators, "Tỷ lệ bao phủ")[0]?.indicator_id).toBe("HI_COVERAGE");
});

test("a misspelt code rejects its row and names the nearest; other spellings of a code land as it", () => {
  const lines = [
    "THEO DÕI|",
    "Mã chỉ tiêu|Kỳ|Giá trị",
    "ENV_WSATE|10/2026|99",
    "env waste|9/2026|98",
  ];
  const { landed, told, messages, questions } = read(one(lines, { landed: [] }));
  expect(landed).toEqual(["C4 value/ENV_WASTE le_chan = 98"]);
  expect(told).toEqual(["error unknown_indicator A3"]);
  expect(messages[0]).toContain("nearest: ENV_WASTE");
  expect(questions[0]).toMatch(/^category ENV_WSATE: ENV_WASTE, /);
});
