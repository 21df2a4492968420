import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

const landed = (lines: readonly string[]) =>
  read(one(lines, { landed: [] })).landed.map((line) => line.split(" ").slice(0, 2).join(" "));
const asked = (lines: readonly string[]) => read(one(lines, { landed: [] })).questions;

const MONTH = "Tháng 9/2026|";

test("a bare rate after what was cleared is the clearance rate, after the change that of the change", () => {
  const header = "Loại tội phạm|Số vụ xảy ra|Khám phá|Tỷ lệ (%)|Tăng giảm so cùng kỳ|Tỷ lệ %";
  const lines = [MONTH, "Tình hình tội phạm|", header, "Cướp tài sản|4|3|75|-1|-20"];
  expect(landed(lines)).toEqual([
    "B4 cases/robbery",
    "C4 cleared/robbery",
    "D4 clearance_rate/robbery",
    "E4 change/robbery",
    "F4 change_percent/robbery",
  ]);
});

test("a bare rate that stands elsewhere is asked, unless the figures prove it", () => {
  const of = (rate: string) => [
    MONTH,
    "Tình hình tội phạm|",
    "Loại tội phạm|Số vụ xảy ra|Khám phá|Băng nhóm|Tỷ lệ",
    `Cướp tài sản|4|3|1|${rate}`,
  ];
  expect(landed(of("75"))).toContain("E4 clearance_rate/robbery");
  expect(landed(of("12"))).toEqual(["B4 cases/robbery", "C4 cleared/robbery", "D4 gangs/robbery"]);
  expect(asked(of("12"))[0]).toMatch(/^column Tỷ lệ:/);
});

test.each([
  ["a plan beside it", "Kế hoạch", ["800|760|95", "900|700|60"]],
  ["the row's share of the sum", "Nam", ["|100|10", "|300|30", "|600|60"]],
])("a bare rate is no coverage where it may be %s", (_, header, rows) => {
  const lines = [
    MONTH,
    `Tổ dân phố|${header}|Số người tham gia BHYT|Tỷ lệ (%)`,
    ...rows.map((row, at) => `Tổ ${at + 1}|${row}`),
  ];
  expect(landed(lines).some((line) => line.includes("coverage"))).toBe(false);
  expect(asked(lines)).toContain("column Tỷ lệ (%): coverage");
});

test("a level of the month before under a header of changes is asked", () => {
  const of = (change: string) => [
    MONTH,
    "Tổ dân phố|Số người tham gia BHYT|So với tháng trước",
    `Tổ 4|1500|${change}`,
  ];
  expect(landed(of("1480"))).toEqual(["B3 insured"]);
  expect(landed(of("-20"))).toEqual(["B3 insured", "C3 change_on_month"]);
});

test.each([
  ["0,91", "0 – 1"],
  ["1", "0 – 1"],
])("percentages of at most 1 that nothing proves are asked: %s", (rate, text) => {
  const lines = [MONTH, "Tổ dân phố|Số người tham gia BHYT|Tỷ lệ bao phủ", `Tổ 4|1500|${rate}`];
  expect(landed(lines)).toEqual(["B3 insured"]);
  expect(asked(lines)).toEqual([`unit ${text}: percent, fraction, not_needed`]);
});

test("areas without a unit that no site has are asked", () => {
  const lines = [
    "Quý II/2026|",
    "Tên dự án|Diện tích phải thu hồi|Diện tích đã thu hồi",
    "Khu X|9000|2",
  ];
  expect(landed(lines)).toEqual(["C3 land_cleared/Khu"]);
  expect(asked(lines)).toEqual(["unit ha / m2: hectares, square_metres, not_needed"]);
});

test("people with decimals are counted in thousands or mistaken: the whole column is asked", () => {
  const lines = [MONTH, "Tổ dân phố|Số người tham gia BHYT|Dân số", "Tổ 4|1,5|1700", "Tổ 5|2|2100"];
  expect(landed(lines)).toEqual(["C3 population", "C4 population"]);
});

test("thousands marked in two ways in a column leave its open figures unread", () => {
  const lines = [
    MONTH,
    "Tổ dân phố|Số người tham gia BHYT",
    "Tổ 4|1.500",
    "Tổ 5|1,600",
    "Tổ 6|900",
  ];
  expect(landed(lines)).toEqual(["B5 insured"]);
});
