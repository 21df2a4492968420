import { expect, test } from "vitest";
import { lesson, one, read } from "../sheet_case.ts";

const table = (...above: string[]) => [
  ...above.map((line) => `${line}|`),
  "TỔNG HỢP THAM GIA BHYT|",
  "Tháng 10/2026|",
  "Khu vực|Dân số|Số người tham gia BHYT",
  "Tổng cộng|4660000|4430000",
];

test.each([
  "BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG",
  "ỦY BAN NHÂN DÂN QUẬN LÊ CHÂN",
  "CÔNG TY CP MAY LÊ CHÂN",
])("a total sent by %s is whose? It is asked", (sender) => {
  const found = read(one(table(sender), { landed: [] }));
  expect(found.landed).toEqual([]);
  expect(found.told).toEqual(["error another_ward null"]);
  const [question = ""] = found.questions;
  const text = question.slice("area ".length, question.indexOf(":"));
  expect(question).toBe(`area ${text}: le_chan, another_ward`);
  expect(read(one(table(sender), { landed: [] }), lesson(text, "le_chan")).landed).toHaveLength(2);
});

test.each([
  [[]],
  [["BẢO HIỂM XÃ HỘI CƠ SỞ LÊ CHÂN"]],
  [["CÔNG AN THÀNH PHỐ HẢI PHÒNG", "CÔNG AN PHƯỜNG"]],
  [["BẢO HIỂM XÃ HỘI THÀNH PHỐ HẢI PHÒNG", "Địa bàn: Lê Chân"]],
])("%j above: it is the ward's", (above) => {
  expect(read(one(table(...above), { landed: [] })).landed).toHaveLength(2);
});

test("a table of one neighbourhood's own total is the neighbourhood's", () => {
  const found = read(one(table("TỔ DÂN PHỐ SỐ 12", "PHƯỜNG LÊ CHÂN"), { landed: [] }));
  expect(found.landed).toEqual([
    "B6 population le_chan_tdp_12 = 4660000",
    "C6 insured le_chan_tdp_12 = 4430000",
  ]);
});

test("whom a paper is signed for, and the name of a sheet, name another ward too", () => {
  const signed = [...table(), "|Hải An, ngày 03 tháng 11 năm 2026", "|TM. UBND PHƯỜNG HẢI AN"];
  expect(read(one(signed, { landed: [] })).questions).toEqual([
    "area PHƯỜNG HẢI AN: le_chan, another_ward",
  ]);
  const named = { name: "P. An Biên", lines: table("UBND PHƯỜNG LÊ CHÂN") };
  expect(read({ sheets: [named], landed: [] }).questions).toEqual([
    "area P. An Biên: le_chan, another_ward",
  ]);
});
