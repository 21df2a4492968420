import { expect, test } from "vitest";
import { convertUnit, parseUnit, titleUnits } from "../../../ingest/parse/unit.ts";

test.each([
  ["người", "people", 1],
  ["nghìn người", "people", 1000],
  ["1.000 người", "people", 1000],
  ["1000 người", "people", 1000],
  ["Triệu người", "people", 1e6],
  ["thousand people", "people", 1000],
  ["%", "percent", 1],
  ["(%)", "percent", 1],
  ["percent", "percent", 1],
  ["căn", "units", 1],
  ["ha", "hectares", 1],
  ["m²", "square_metres", 1],
  ["vụ", "cases", 1],
  ["hộ", "households", 1],
  ["điểm", "points", 1],
  ["triệu đồng", "vnd", 1e6],
  ["tỷ đồng", "vnd", 1e9],
  ["trđ", "vnd", 1e6],
  ["1.000 đồng", "vnd", 1000],
  ["ngàn đồng", "vnd", 1000],
  ["khẩu", "people", 1],
  ["công dân", "people", 1],
  ["thanh niên", "people", 1],
  ["đối tượng", "people", 1],
  ["thẻ", "cards", 1],
  ["lượt", "visits", 1],
  ["vụ việc", "cases", 1],
  ["nhóm", "groups", 1],
  ["tụ điểm", "places", 1],
  ["hécta", "hectares", 1],
  ["nghìn m2", "square_metres", 1000],
  ["km2", "square_kilometres", 1],
  ["‰", "per_mille", 1],
])("%s is %s × %d", (text, unit, scale) => {
  expect(parseUnit(text)).toEqual({ unit, scale });
});

test.each(["", "quả", "tỷ lệ", "toString", "nghìn"])("%j is no unit", (text) => {
  expect(parseUnit(text)).toBeNull();
});

test.each([
  ["ĐVT: người", "people", 1],
  ["Đơn vị tính: nghìn người", "people", 1000],
  ["(Đơn vị tính: triệu đồng)", "vnd", 1e6],
  ["Tháng 10/2026; ĐVT: vụ; Mẫu 02", "cases", 1],
  ["Đơn vị: %", "percent", 1],
  ["Đơn vị tính diện tích: m²", "square_metres", 1],
  ["Don vi tinh dien tich: m2", "square_metres", 1],
  ["Don vi: nguoi", "people", 1],
  ["ĐVT : hộ".normalize("NFD"), "households", 1],
])("%s states %s × %d", (line, unit, scale) => {
  expect(titleUnits(["BÁO CÁO", line])).toEqual([{ unit, scale }]);
});

test("lines that state no unit give none", () => {
  const lines = [
    "Đơn vị: Công an phường Lê Chân",
    "Tháng 10/2026, 85 người",
    "các đơn vị trường học",
  ];
  expect(titleUnits(lines)).toEqual([]);
});

test.each([
  ["Đvt: hộ, khẩu", ["households", "people"]],
  ["ĐVT: người/hộ", ["people", "households"]],
  ["Đơn vị tính: m2", ["square_metres"]],
  ["(Đơn vị: nghìn người)", ["people"]],
  ["ĐVT: vụ; ĐVT: người", ["cases", "people"]],
  ["ĐVT: vụ/100.000 dân", ["vụ/100.000 dân"]],
])("%s states %j", (line, units) => {
  expect(titleUnits([line]).map(({ unit }) => unit)).toEqual(units);
});

test.each([
  ["m2", "hectares", 0.0001],
  ["nghìn m2", "hectares", 0.1],
  ["ha", "square_metres", 10_000],
  ["km2", "hectares", 100],
  ["nghìn người", "people", 1000],
  ["‰", "percent", 0.1],
  ["triệu đồng", "people", null],
  ["hộ", "people", null],
  ["ha", "percent", null],
])("a figure in %s is of %s × %s", (text, unit, factor) => {
  const from = parseUnit(text);
  expect(from && convertUnit(from, unit)).toBe(factor);
});
