import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

function clearance(unit: string, land: string, lessons?: ReturnType<typeof lesson>) {
  const header = `Tên dự án|Diện tích phải thu hồi|Diện tích đã thu hồi|Số hộ`;
  const lines = ["Quý III/2026|", `${unit}|`, header, `DA Mẫu|${land}|${land}|64`];
  return read(one(lines, { landed: [] }), lessons);
}

const valuesOf = ({ landed }: { landed: string[] }) => landed.map((line) => line.split(" = ")[1]);

test.each([
  ["ĐVT: m2", "12500", ["1.25", "1.25", "64"]],
  ["Đơn vị tính: m²", "12500", ["1.25", "1.25", "64"]],
  ["ĐVT: ha", "1,25", ["1.25", "1.25", "64"]],
  ["", "12.500 m2", ["1.25", "1.25", "64"]],
  ["ĐVT: m2", "1,25 ha", ["1.25", "1.25", "64"]],
  ["ĐVT: hộ", "1,25", ["1.25", "1.25", "64"]],
])("%j above and %j in the cell", (unit, land, values) => {
  expect(valuesOf(clearance(unit, land))).toEqual(values);
});

test("money above the table stops every column until somebody says otherwise", () => {
  const lines = [
    "Tháng 10/2026|",
    "ĐVT: triệu đồng|",
    "Đơn vị|BHXH bắt buộc|BHXH tự nguyện",
    "Phường Lê Chân|52310|1250",
  ];
  const asked = read(one(lines, { landed: [] }));
  expect(asked.landed).toEqual([]);
  expect(asked.told).toEqual(["error unit_in_doubt B3", "error unit_in_doubt C3"]);
  expect(asked.questions[0]).toBe("unit vnd: confirm, not_needed");
  expect(valuesOf(read(one(lines, { landed: [] }), lesson("vnd", "confirm")))).toEqual([
    "52310",
    "1250",
  ]);
});

test("a header that counts other things stops its column alone", () => {
  const lines = [
    "Tháng 10/2026|",
    "Tổ dân phố|Dân số (hộ)|Số người tham gia BHYT (người)",
    "Tổ 1|500|1700",
  ];
  const { landed, told } = read(one(lines, { landed: [] }));
  expect(landed).toEqual(["C3 insured le_chan_tdp_01 = 1700"]);
  expect(told).toEqual(["warning unknown_column B2"]);
});

test("a cell that states another kind of unit is no figure of its column", () => {
  const lines = [
    "Tháng 10/2026|",
    "Loại tội phạm|Số vụ xảy ra",
    "Trộm cắp|5 triệu đồng",
    "Lừa đảo|7 vụ",
  ];
  const { landed, told } = read(one(lines, { landed: [] }));
  expect(landed).toEqual(["B4 cases/fraud le_chan = 7"]);
  expect(told).toEqual(["error unexpected_unit B3"]);
});

test("a column of units that the form does not know counts row by row", () => {
  const lines = [
    "Quý III/2026|",
    "Tên dự án|ĐVT|Diện tích phải thu hồi|Diện tích đã thu hồi|Số hộ",
    "DA Mẫu|m2|12500|10000|64",
    "DA Hai|ha|2|1|10",
    "DA Ba|triệu đồng|2|1|10",
  ];
  const { told, ...read_ } = read(one(lines, { landed: [] }));
  expect(valuesOf(read_)).toEqual(["1.25", "1", "64", "2", "1", "10"]);
  expect(told).toContain("error unknown_unit B5");
});

const PEOPLE = "Tổ dân phố|Số người tham gia BHYT|Dân số (nghìn người)";

test("a mark of two meanings in a column of thousands is asked about, not multiplied", () => {
  const lines = ["Tháng 10/2026|", PEOPLE, "Tổ 1|1800|1,9", "Tổ 2|1700|1.750"];
  const { landed, questions } = read(one(lines, { landed: [] }));
  expect(landed).toContain("C3 population le_chan_tdp_01 = 1900");
  expect(landed).not.toContain("C4 population le_chan_tdp_02 = 1750000");
  expect(questions).toEqual(["value 1.750: 1750, 1750000, not_needed"]);
  const answered = read(one(lines, { landed: [] }), lesson("1.750", "1750"));
  expect(answered.landed).toContain("C4 population le_chan_tdp_02 = 1750");
  const none = read(one(lines, { landed: [] }), lesson("1.750", "not_needed"));
  expect(none.landed).toHaveLength(3);
});

test("thousands that no ward has are asked about in every column that they scale", () => {
  const lines = [
    "Tháng 10/2026|",
    "ĐVT: nghìn người|",
    "Đơn vị|BHXH bắt buộc|BHXH tự nguyện",
    "Phường Lê Chân|31000|250",
  ];
  const { landed, told } = read(one(lines, { landed: [] }));
  expect([landed, told]).toEqual([[], ["error unit_in_doubt B3", "error unit_in_doubt C3"]]);
  const people = read(one(lines, { landed: [] }), lesson("1 / 1000", "people"));
  expect(valuesOf(people)).toEqual(["31000", "250"]);
  const plausible = lines.map((line) => line.replace("31000|250", "31|4,2"));
  expect(valuesOf(read(one(plausible, { landed: [] })))).toEqual(["31000", "4200"]);
});
