import { expect, test } from "vitest";
import {
  formatAbout,
  formatChance,
  formatDate,
  formatInstant,
  formatNumber,
  formatPeriod,
  lowerFirst,
} from "../../../../dashboards/reading/text/format.ts";

test("numbers follow the reader's language, with a true minus and no negative zero", () => {
  expect(formatNumber(1234.5, 1, "vi")).toBe("1.234,5");
  expect(formatNumber(1234.5, 1, "en")).toBe("1,234.5");
  expect(formatNumber(-322, 0, "vi")).toBe("−322");
  expect(formatNumber(-0.04, 1, "vi")).toBe("0,0");
});

test("about keeps two significant digits", () => {
  expect(formatAbout(1147, "vi")).toBe("1.100");
  expect(formatAbout(334, "en")).toBe("330");
});

test("a chance is never certain", () => {
  expect(formatChance(0.58, "vi")).toBe("58%");
  expect(formatChance(0.004, "vi")).toBe("< 1%");
  expect(formatChance(1, "en")).toBe("> 99%");
});

test("dates and periods are named as people name them", () => {
  expect(formatDate("2026-10-31", "vi")).toBe("31/10/2026");
  expect(formatDate("2026-10-31", "en")).toBe("31 Oct 2026");
  expect(formatPeriod("month", "2026-10-31", "vi")).toBe("tháng 10/2026");
  expect(formatPeriod("quarter", "2026-09-14", "vi")).toBe("quý III/2026");
  expect(formatPeriod("quarter", "2026-09-14", "en")).toBe("Q3 2026");
  expect(formatPeriod("year", "2026-12-14", "vi")).toBe("năm 2026");
});

test("the clock is the ward's, seven hours ahead of UTC", () => {
  expect(formatInstant(new Date("2026-11-23T19:14:00Z"), "vi")).toBe("02:14 24/11/2026");
});

test("abbreviations keep their capitals", () => {
  expect(lowerFirst("Tỷ lệ bao phủ")).toBe("tỷ lệ bao phủ");
  expect(lowerFirst("BHYT toàn dân")).toBe("BHYT toàn dân");
  expect(lowerFirst("Đoàn viên")).toBe("đoàn viên");
});
