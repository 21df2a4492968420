import { tableFromIPC } from "apache-arrow";
import { expect, test } from "vitest";
import type { MartColumnType } from "../../../../dashboards/reading/contract/mart.ts";
import { arrowFile } from "../../../../dashboards/site/downloads/arrow_file.ts";

test.each([
  ["text", ["Tổ 1", null, "", "Tổ 1", "ợ"], ["Tổ 1", null, "", "Tổ 1", "ợ"]],
  ["integer", [1, null, -3], [1, null, -3]],
  ["number", [95.3, null, 0], [95.3, null, 0]],
  ["flag", [true, false, null, true], [true, false, null, true]],
  ["date", ["2026-10-31", null, "1969-12-31"], [Date.UTC(2026, 9, 31), null, -86_400_000]],
  ["instant", [null, "2026-11-23T19:14:00Z"], [null, Date.UTC(2026, 10, 23, 19, 14)]],
  ["text", [], []],
] as const)("a column of type %s reads back as it was", (type: MartColumnType, values, read) => {
  const file = arrowFile([{ name: "column", type, values }], {});
  expect([...(tableFromIPC(file).getChild("column") ?? [])]).toEqual(read);
});

test("nine values and more keep their places in the bits", () => {
  const values = Array.from({ length: 19 }, (_, index) => (index % 3 === 0 ? null : index % 2 > 0));
  const file = arrowFile([{ name: "flags", type: "flag", values }], {});
  expect([...(tableFromIPC(file).getChild("flags") ?? [])]).toEqual(values);
});
