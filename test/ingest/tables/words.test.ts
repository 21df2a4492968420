import { describe, expect, test } from "vitest";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { readNumbering } from "../../../ingest/tables/label_path.ts";
import { areaOfLines } from "../../../ingest/tables/named_area.ts";
import {
  isPurePeriod,
  periodIn,
  periodLine,
  withoutPeriod,
} from "../../../ingest/tables/periods.ts";
import { isFigureText, roleOf } from "../../../ingest/tables/words.ts";

const areas = await loadAreas();

describe("what a header says", () => {
  test.each([
    ["STT", "ordinal"],
    ["Chỉ tiêu", "label"],
    ["ĐVT", "unit"],
    ["Kế hoạch năm 2026", "plan"],
    ["KH giao", "plan"],
    ["Ước thực hiện năm", "plan"],
    ["Thực hiện đến 31/10/2026", "done"],
    ["TH tháng 10", "done"],
    ["Lũy kế 10 tháng", "cumulative"],
    ["Thực hiện lũy kế từ đầu năm", "cumulative"],
    ["Lũy kế từ 01/01/2026", "cumulative"],
    ["Lũy kế từ 15/12/2025", "comparison"],
    ["Lũy kế từ 1/10", "comparison"],
    ["% so KH", "ratio"],
    ["% thực hiện", "ratio"],
    ["Đạt (%)", "ratio"],
    ["Tỷ lệ thực hiện so với kế hoạch", "ratio"],
    ["So sánh (+/-)", "comparison"],
    ["+/-", "comparison"],
    ["Tăng, giảm so với cùng kỳ", "comparison"],
    ["Tháng trước (31/8)", "last"],
    ["Thực hiện cùng kỳ", "last"],
    ["Tháng này", "this"],
    ["Cộng 6 TDP", "total"],
    ["Số lượng", "value"],
    ["Số hộ", "other"],
    ["", "other"],
  ])("%s", (text, role) => {
    expect(roleOf(text)).toBe(role);
  });
});

test.each([
  ["402 người", true],
  ["84,62%", true],
  ["+3", true],
  ["1.857", true],
  ["31/10/2026", false],
  ["TDP 12", false],
  ["12 Cát Cụt, phường Lê Chân", false],
])("%s is a figure: %s", (text, isFigure) => {
  expect(isFigureText(text)).toBe(isFigure);
});

test.each([
  ["1.1. Ngoài xã hội", "Ngoài xã hội"],
  ["- Số vụ xảy ra", "Số vụ xảy ra"],
  ["a) Nam", "Nam"],
  ["II. Tạm trú", "Tạm trú"],
  ["CT02 — Tổng số nhân khẩu", "Tổng số nhân khẩu"],
  ["Dân số", "Dân số"],
  ["I am no number", "I am no number"],
])("%s is named %s", (text, label) => {
  expect(readNumbering(text).label).toBe(label);
});

describe("the period of a header", () => {
  test.each([
    ["T1", "Tháng 1/2026"],
    ["Thực hiện tháng 10", "Tháng 10/2026"],
    ["Thực hiện đến 31/10/2026", "Tính đến ngày 31/10/2026"],
    ["Tháng trước (31/8)", "Tính đến ngày 31/8/2026"],
    ["Quý III", "Quý III/2026"],
    ["2024", "Năm 2024"],
    ["Thực hiện 2025", "Năm 2025"],
    ["Thực hiện 10 tháng 2026", "10 tháng năm 2026"],
    ["Lũy kế 6 tháng đầu năm", "6 tháng đầu năm 2026"],
  ])("%s in 2026", (text, line) => {
    const period = periodIn(text, 2026);
    expect(period && periodLine(period)).toBe(line);
  });

  test("without its year is not made up", () => {
    const period = periodIn("T1", undefined);
    expect(period && periodLine(period)).toBeNull();
    expect(periodIn("Kỳ trước", 2026)).toBeNull();
  });

  test("is pure where nothing else is said", () => {
    expect(isPurePeriod("Tháng 10/2026")).toBe(true);
    expect(isPurePeriod("Số vụ tháng 10/2026")).toBe(false);
  });

  test.each([
    ["SỔ THEO DÕI BHYT NĂM 2026", "SỔ THEO DÕI BHYT"],
    ["(Tính đến ngày 31/10/2026)", null],
    ["Hải Phòng, ngày 5 tháng 11 năm 2026", "Hải Phòng, ngày 5 tháng 11 năm 2026"],
    ["PHƯỜNG LÊ CHÂN", "PHƯỜNG LÊ CHÂN"],
  ])("%s without it", (line, rest) => {
    expect(withoutPeriod(line)).toBe(rest);
  });
});

describe("the area of a title", () => {
  test.each([
    [["CÔNG AN PHƯỜNG LÊ CHÂN", "Tháng 10/2026"], "PHƯỜNG LÊ CHÂN"],
    [["PHƯỜNG LÊ CHÂN", "CƯ TRÚ TẠI TỔ DÂN PHỐ SỐ 45, PHƯỜNG LÊ CHÂN"], "TỔ DÂN PHỐ SỐ 45"],
    [["PHƯỜNG HẢI AN, giáp phường Lê Chân"], null],
    [["Tổ dân phố 20, 21 và 22"], null],
    [["TDP 1", "TDP 2"], null],
    [["Địa chỉ: TDP 5, phường Lê Chân"], null],
    [["Tháng 10/2026"], null],
  ])("%j", (lines, text) => {
    expect(areaOfLines(lines, areas)?.text ?? null).toBe(text);
  });
});
