import { expect, test } from "vitest";
import {
  isCoveredBy,
  isWithin,
  labelsAt,
  parseReportPeriod,
} from "../../../dashboards/report/report_period.ts";

test.each([
  ["month", "2026-10", "2026-10-01", "2026-10-31", "tháng 10 năm 2026"],
  ["month", "2028-02", "2028-02-01", "2028-02-29", "tháng 2 năm 2028"],
  ["quarter", "2026-Q3", "2026-07-01", "2026-09-30", "quý III năm 2026"],
  ["quarter", "2026-q4", "2026-10-01", "2026-12-31", "quý IV năm 2026"],
  ["half", "2026-H1", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"],
  ["half", "2026-H2", "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026"],
  ["year", "2026", "2026-01-01", "2026-12-31", "năm 2026"],
])("a %s, %s, runs from %s to %s: %s", (frequency, label, start, end, name) => {
  const read = { label: label.toUpperCase(), frequency, start, end, name };
  expect(parseReportPeriod(label)).toEqual(read);
});

test.each(["", "26", "2026-13", "2026-00", "2026-Q5", "2026-H3", "quý III", "2026-1", "../2026"])(
  "%j names no period",
  (label) => expect(parseReportPeriod(label)).toBeNull(),
);

test("a police quarter lies within the calendar's, a year holds it, a police month does not", () => {
  const quarter = parseReportPeriod("2026-Q3");
  if (!quarter) throw new Error("no period");
  expect(isWithin(quarter, { period_end: "2026-09-14" })).toBe(true);
  expect(isWithin(quarter, { period_end: "2026-10-14" })).toBe(false);
  expect(isCoveredBy(quarter, { period_start: "2026-01-01", period_end: "2026-12-31" })).toBe(true);
  expect(isCoveredBy(quarter, { period_start: "2026-09-15", period_end: "2026-10-14" })).toBe(
    false,
  );
});

test("a day lies in four periods", () => {
  expect(labelsAt("2026-10-14")).toEqual(["2026-10", "2026-Q4", "2026-H2", "2026"]);
});
