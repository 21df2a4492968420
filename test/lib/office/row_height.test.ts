import { expect, test } from "vitest";
import { lineLengths, rowHeight } from "../../../lib/office/row_height.ts";

const lengths = lineLengths(
  [{ width: 10 }, { width: 10 }, {}],
  [{ look: "wrapped" }, {}, { look: "header" }],
);

test("only wrapped and header columns break texts; a width left out is the usual one", () => {
  expect(lengths).toEqual([10, null, 8]);
});

test.each<[Parameters<typeof rowHeight>[0], number | null]>([
  [["ngắn"], null],
  [["x".repeat(22)], 30],
  [["a\nb\nc"], 45],
  [[{ value: "x".repeat(34) }, "x".repeat(400)], 60],
  [["", null, "x".repeat(20)], 45],
  [["x".repeat(30_000)], 405],
  [[1e20, true], null],
])("the cells %j are so high", (cells, height) => {
  expect(rowHeight(cells, lengths)).toBe(height);
});
