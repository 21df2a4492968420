import { expect, test } from "vitest";
import { numberCell, numberFormat } from "../../../ingest/read/number_cell.ts";

const cellOf = (number: number, format: string) => numberCell(number, numberFormat(format), 0);

test.each([
  ["bad second format", 1234, { text: "1234", number: 1234 }],
  ['0.0.0 "a', 12, { text: "12", number: 12 }],
  ["Q0%", 0.8478, { text: "84.78%", number: 0.8478 }],
])("%s can't be printed: the number stays what it is", (format, number, cell) => {
  expect(cellOf(number, format)).toEqual({ type: "number", ...cell });
});

test.each([
  ["0.00%", 0.8478, 0.8478],
  ["0.00\\%", 84.78, 0.8478],
  ['0.00"%"', 84.78, 0.8478],
])("%s of %d shows 84.78%%, which is the fraction 0.8478", (format, stored, number) => {
  expect(cellOf(stored, format)).toEqual({ type: "number", text: "84.78%", number });
});

test("only what a format says of positive numbers makes a date", () => {
  expect(cellOf(1800, "General;bad format").type).toBe("number");
  expect(cellOf(46326, "dd/mm/yyyy;@")).toMatchObject({ type: "date", date: "2026-10-31" });
});
