import { expect, test } from "vitest";
import { periodText } from "../../../ingest/parse/period.ts";
import { nameOfFile, namePeriodOf } from "../../../ingest/parse/period_name.ts";

test.each<[string, string | null]>([
  ["BHYT thang 10.2026.xlsx", "Tháng 10/2026"],
  ["Báo cáo tháng 10 năm 2026 (1).xls", "Tháng 10/2026"],
  ["bao cao T10-2026.xlsx", "Tháng 10/2026"],
  ["BHYT T10.26.xlsx", "Tháng 10/2026"],
  ["BHYT_T10_2026_v2.xlsx", "Tháng 10/2026"],
  ["D03_TS_092026.csv", "Tháng 9/2026"],
  ["D03_TS_202609.csv", "Tháng 9/2026"],
  ["BHYT 10-2026.xlsx", "Tháng 10/2026"],
  ["T10 gui 05.11.2026.xlsx", "Tháng 10/undefined"],
  ["2026/T9/bao cao.xlsx", null],
  ["quy3.2026.xlsx", "Quý III/2026"],
  ["Báo cáo quý III-2026.xlsx", "Quý III/2026"],
  ["Q3_2026.xlsx", "Quý III/2026"],
  ["du_an_2026Q3.csv", "Quý III/2026"],
  ["9 thang 2026.xls", "9 tháng năm 2026"],
  ["6 thang cuoi nam 2026.xls", "6 tháng cuối năm 2026"],
  ["export_31102026.csv", "31/10/2026"],
  ["export_20260930.csv", "30/09/2026"],
  ["bieu 14.10.2026.xlsx", "14/10/2026"],
  ["bieu 15.9-14.10.2026.xlsx", "từ 15/09/2026 đến 14/10/2026"],
  ["toi pham 2025.xlsx", "Năm 2025"],
  ["D02 (QD 595 2017) T10.2026.xlsx", "Tháng 10/2026"],
  ["DS thang 9, thang 10.2026.xls", null],
  ["giai doan 2026-2030.xls", null],
  ["tg12.xls", null],
  ["S1 BHYT.xlsx", null],
])("%s says %s", (name, text) => {
  const { period } = namePeriodOf(nameOfFile(name));
  expect(period && periodText(period)).toBe(text);
});

test.each([
  ["KH quy 4.2026.xlsx", true],
  ["noxh kh.xlsx", true],
  ["Ke hoach 2027.xlsx", true],
  ["KH-TH GPMB 2026.xls", false],
  ["khoi 5 T10.2026.xls", false],
])("%s: of a plan %s", (name, is_plan) => {
  expect(namePeriodOf(nameOfFile(name)).is_plan).toBe(is_plan);
});
