import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const HEADER = "Tổ dân phố|Dân số|Số người tham gia BHYT|Tỷ lệ bao phủ (%)";

function summary(rows: readonly string[], lessons?: ReturnType<typeof lesson>) {
  return read(one(["Tháng 10/2026|", HEADER, ...rows], { landed: [] }), lessons);
}

test("more people insured than there are wait, with their row's other figures landed", () => {
  const { landed, told, questions } = summary(["Tổ 1|1000|1900|", "Tổ 2|900|800|88,9"]);
  expect(landed.map((line) => line.split(" ")[0])).toEqual(["B4", "C4", "D4"]);
  expect(told).toContain("error value_in_doubt C3");
  expect(questions).toEqual(["value Tổ 1 · 2026-10-31 · 1900 · 1000: confirm, not_needed"]);
});

test("confirmed they land, with the warning that they had", () => {
  const rows = ["Tổ 1|1000|1900|"];
  const { landed, told } = summary(rows, lesson("Tổ 1 · 2026-10-31 · 1900 · 1000", "confirm"));
  expect(landed).toHaveLength(2);
  expect(told).toContain("warning limit_exceeded C3");
  const refused = summary(rows, lesson("Tổ 1 · 2026-10-31 · 1900 · 1000", "not_needed"));
  expect(refused.landed).toEqual([]);
});

test("up to two percent more are late corrections, and only told", () => {
  const { landed, told } = summary(["Tổ 1|1000|1015|101,5"]);
  expect(landed).toHaveLength(3);
  expect(told).toEqual(["warning limit_exceeded C3"]);
});

test("a coverage over 100% alone waits", () => {
  const { landed, told } = summary(["Tổ 1||1900|120"]);
  expect(landed).toEqual(["C3 insured le_chan_tdp_01 = 1900"]);
  expect(told).toContain("error value_in_doubt D3");
});

test("a ratio far from its parts puts itself and its numerator in doubt", () => {
  const { landed, told } = summary(["Tổ 1|1000|950|59"]);
  expect(landed).toEqual(["B3 population le_chan_tdp_01 = 1000"]);
  expect(told).toEqual(["error value_in_doubt D3"]);
});

test("a ratio that lacks its percent format is in doubt alone", () => {
  const { landed } = summary(["Tổ 1|1000|950|0,95"]);
  expect(landed.map((line) => line.split(" ")[1])).toEqual(["population", "insured"]);
});

test("a clearance rate may exceed 100%: offences of other months are cleared too", () => {
  const lines = ["Loại tội phạm|Số vụ xảy ra|Số vụ khám phá|Tỷ lệ (%)", "Trộm cắp|2|3|150"];
  expect(read(one(["Tháng 10/2026|", ...lines], { landed: [] })).told).toEqual([]);
});

test("blanks that a form takes for zero contradict nothing", () => {
  const lines = ["Tổ dân phố|Chỉ tiêu|Phát lệnh|Giao quân", "Tổ 1|2||2"];
  const { questions, landed } = read(one(["Năm 2027|", ...lines], { landed: [] }));
  expect([questions, landed.length]).toEqual([[], 3]);
});

test("the share of a fall without its sign waits", () => {
  const header = "Loại tội phạm|Số vụ xảy ra|So cùng kỳ (+/−)|Tỷ lệ %";
  const crime = (row: string) => read(one(["Tháng 10/2026|", header, row], { landed: [] }));
  const { landed, told } = crime("Đánh bạc|2|Giảm 1|33,3");
  expect(landed.map((line) => line.split(" ")[1])).toEqual(["cases/gambling", "change/gambling"]);
  expect(told).toEqual(["error value_in_doubt D3"]);
  expect(crime("Đánh bạc|2|Tăng 1|-33,3").landed).toHaveLength(1);
  expect(crime("Đánh bạc|2|Giảm 1|-33,3").landed).toHaveLength(3);
});
