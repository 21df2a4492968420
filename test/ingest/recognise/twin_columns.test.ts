import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

const list = (headers: string, ...changes: readonly string[]) => {
  const rows = changes.map(
    (change, at) => `${at + 1}|Người Mẫu ${at}|312600123${at}|${change}|TDP ${at + 3}`,
  );
  const lines = [
    "DANH SÁCH NGƯỜI CHỈ THAM GIA BHYT (D03-TS)|",
    "Tháng 10/2026|",
    `STT|HoTen|MaSoBHXH|${headers}|ToDanPho`,
    ...rows,
  ];
  return read(one(lines, { landed: [] }));
};

const counts = ["joined le_chan_tdp_03", "left le_chan_tdp_04"];
const landed = ({ landed }: ReturnType<typeof read>) =>
  landed.map((line) => line.replace(/^\S+ (.*) = 1$/, "$1"));

test.each([
  ["words beside codes", "PhuongAn|MaPhuongAn", ["Tăng mới|TM", "Giảm hẳn|GH"], "E3"],
  ["codes beside numbers", "PhuongAn|MaPhuongAn", ["TM|01", "GH|02"], "D3"],
  ["codes beside nothing", "MaPhuongAn|PhuongAn", ["TM|", "GH|"], null],
])("two columns of one choice, %s, are read by the one that says it", (_, headers, rows, cell) => {
  const found = list(headers, ...rows);
  expect(landed(found)).toEqual(counts);
  if (cell !== null) expect(found.told).toContain(`warning read_as ${cell}`);
});

test.each([
  ["contradict each other", ["Tăng mới|GH", "Giảm hẳn|GH"]],
  ["say each what the other does not", ["Tăng mới|", "|GH"]],
])("where they %s nothing lands", (_, rows) => {
  expect(landed(list("PhuongAn|MaPhuongAn", ...rows))).toEqual([]);
});
