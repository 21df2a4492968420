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

test.each(["Mã số", "Mã KPI", "Ký hiệu"])(
  "a column of codes headed %s is read as the indicators', and told so",
  (header) => {
    const lines = [
      "BIỂU THEO DÕI CHỈ TIÊU CHƯƠNG TRÌNH HÀNH ĐỘNG|",
      "Quý III năm 2026|",
      `STT|${header}|Tên chỉ tiêu|Kết quả thực hiện`,
      "1|ENV_WASTE|Thu gom rác|99",
      "2|HI_COVERAGE|Bao phủ BHYT|95",
    ];
    const { landed, told, periods } = read(one(lines, { landed: [] }));
    expect(landed).toEqual([
      "D4 value/ENV_WASTE le_chan = 99",
      "D5 value/HI_COVERAGE le_chan = 95",
    ]);
    expect(told).toContain("warning read_as B3");
    expect(periods).toEqual(["2026-07-01..2026-09-30"]);
  },
);

test("a plan of indicators is no figure of its period", () => {
  const lines = [
    "BIỂU GIAO CHỈ TIÊU CHƯƠNG TRÌNH HÀNH ĐỘNG QUÝ IV/2026|",
    "STT|Mã chỉ tiêu|Giá trị",
    "1|ENV_WASTE|99",
  ];
  expect(read(one(lines, { landed: [] })).landed).toEqual([]);
});
