import { expect, test } from "vitest";
import { cellAddress, columnLetters } from "../../../lib/office/address.ts";

test.each([
  [0, 0, "A1"],
  [16, 5, "F17"],
  [0, 25, "Z1"],
  [0, 26, "AA1"],
  [9, 701, "ZZ10"],
  [1048575, 702, "AAA1048576"],
  [0, 16383, "XFD1"],
])("row %d, column %d is %s", (row, column, address) => {
  expect(cellAddress(row, column)).toBe(address);
});

test("columns never share letters", () => {
  const all = Array.from({ length: 16384 }, (_, column) => columnLetters(column));
  expect(new Set(all).size).toBe(16384);
});
