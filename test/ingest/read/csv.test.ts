import { expect, test } from "vitest";
import { readCsv } from "../../../ingest/read/csv.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";

function texts(source: string): (string | null)[][] {
  return readCsv(source, "CSV").rows.map((row) => row.map((cell) => cell?.text ?? null));
}

test.each([
  ["semicolons beside decimal commas", "a;b\n1,5;2,5\n3,5;4\n"],
  ["tabs", "a\tb\n1,5\t2,5\n3,5\t4\n"],
  ["commas and quotes", 'a,b\n"1,5","2,5"\n"3,5",4\n'],
  ["lines of Windows", "a;b\r\n1,5;2,5\r\n3,5;4\r\n"],
])("%s", (_what, source) => {
  expect(texts(source).slice(0, 3)).toEqual([
    ["a", "b"],
    ["1,5", "2,5"],
    ["3,5", "4"],
  ]);
});

test.each(["\n", "\r\n"])(
  "rows keep their numbers: a stated delimiter's line and blank lines count (%j)",
  (end) => {
    const source = ["sep=|", "a|b", "", "1|2"].join(end);
    expect(texts(source)).toEqual([[], ["a", "b"], [null], ["1", "2"]]);
  },
);

test("quoted cells keep line breaks; nothing becomes a number", () => {
  expect(readCsv('a;b\n"x\ny";0123', "CSV").rows[1]).toEqual([
    { type: "text", text: "x\ny" },
    { type: "text", text: "0123" },
  ]);
});

test("a letterhead without columns does not hide the table", () => {
  expect(texts("UBND PHƯỜNG\nBáo cáo, tháng 10\na;b;c\n1;2;3\n4;5;6\n")[2]).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("five lines of titles do not hide a table of one row", () => {
  const lines = ["UBND PHƯỜNG", "BÁO CÁO", "Tháng 10/2026", "ĐVT: vụ", "(mẫu)", "a;b", "1,5;2"];
  expect(texts(lines.join("\n")).slice(-2)).toEqual([
    ["a", "b"],
    ["1,5", "2"],
  ]);
});

test.each(["hello", "một dòng\nhai dòng\n", "Kính gửi, các đồng chí\nNội dung\nA, b, c\nhết"])(
  "%j is no table",
  (source) => {
    expect(() => readCsv(source, "CSV")).toThrow(Refusal);
  },
);

test("rows with fewer or more semicolons than the header are rows of its table, decimal commas or not", () => {
  const lines = [
    "BÁO CÁO, tháng 10",
    "a;b;c;d;e",
    "1;x;93,3",
    "2;y;93,75;;;;",
    "3;z;97,06;t;;",
    "4;w",
  ];
  expect(texts(lines.join("\n")).map((row) => row.slice(0, 3))).toEqual([
    ["BÁO CÁO, tháng 10"],
    ["a", "b", "c"],
    ["1", "x", "93,3"],
    ["2", "y", "93,75"],
    ["3", "z", "97,06"],
    ["4", "w"],
  ]);
});
