import { describe, expect, test } from "vitest";
import { date, defineCommand } from "../../../scripts/run/command.ts";
import { periodLabel } from "../../../scripts/run/period_label.ts";

/** What a command says of wrong arguments. */
function said(...args: string[]): string {
  const lines: string[] = [];
  const command = defineCommand("x", "x")
    .argument("<file>", "tệp · file")
    .option("--day <date>", "ngày", date);
  command.configureOutput({ writeErr: (line) => lines.push(line) });
  expect(() => command.parse(args, { from: "user" })).toThrow();
  return lines[0] ?? "";
}

describe("wrong arguments are told in Vietnamese first", () => {
  test.each([
    [[], "lỗi: thiếu đối số “file” · missing required argument 'file'\n"],
    [["a", "--foo"], "lỗi: không có tùy chọn “--foo” · unknown option '--foo'\n"],
    [
      ["a", "--dai"],
      "lỗi: không có tùy chọn “--dai”; có phải --day? · unknown option '--dai'; did you mean --day?\n",
    ],
    [
      ["a", "b"],
      "lỗi: thừa đối số: cần 1, thấy 2 (a, b) · too many arguments. Expected 1 argument but got 2: a, b.\n",
    ],
    [
      ["a", "--day"],
      "lỗi: tùy chọn “--day <date>” thiếu giá trị · option '--day <date>' argument missing\n",
    ],
    [
      ["a", "--day", "31/02/2026"],
      "lỗi: tùy chọn “--day <date>” không nhận giá trị “31/02/2026”; cần một ngày như 24/11/2026 hoặc 2026-11-24, " +
        "thấy \"31/02/2026\" · option '--day <date>' argument '31/02/2026' is invalid; " +
        'expected a date as 24/11/2026 or 2026-11-24, found "31/02/2026"\n',
    ],
  ])("%j", (args, words) => {
    expect(said(...args)).toBe(words);
  });
});

test.each([
  ["2026-11-24", "2026-11-24"],
  ["24/11/2026", "2026-11-24"],
  ["1/2/2026", "2026-02-01"],
  ["01-02-2026", "2026-02-01"],
])("the day %s is %s", (text, day) => {
  expect(date(text)).toBe(day);
});

test.each(["11/2026", "2026", "31/4/2026", "2026-13-01", ""])("%j is no day", (text) => {
  expect(() => date(text)).toThrow("cần một ngày như 24/11/2026 hoặc 2026-11-24");
});

test.each([
  ["2026-10", "2026-10"],
  ["10/2026", "2026-10"],
  ["tháng 3/2026", "2026-03"],
  ["Quý III/2026", "2026-Q3"],
  ["2026-q3", "2026-Q3"],
  ["6 tháng đầu năm 2026", "2026-H1"],
  ["năm 2026", "2026"],
  ["2026", "2026"],
  ["hôm qua", "HÔM QUA"],
])("the period %s is %s", (text, label) => {
  expect(periodLabel(text)).toBe(label);
});
