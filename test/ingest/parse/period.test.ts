import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Period,
  type PeriodWindow,
  parsePeriod,
  periodDates,
  titlePeriod,
} from "../../../ingest/parse/period.ts";

const october = { frequency: "month", year: 2026, month: 10 };
const policeOctober = { ...october, start: "2026-09-15", end: "2026-10-14" };
const endOfOctober = {
  frequency: "date",
  year: 2026,
  month: 10,
  start: "2026-10-31",
  end: "2026-10-31",
};

test.each<[string, object]>([
  ["Tháng 10/2026", october],
  ["THÁNG 10 NĂM 2026", october],
  ["tháng 10, năm 2026", october],
  ["Tháng 10 - 2026", october],
  ["T10/2026", october],
  ["T10.2026", october],
  ["10/2026", october],
  ["2026-10", october],
  ["Kỳ báo cáo: Tháng 10/2026", october],
  ["Kỳ: 2026-10", october],
  ["BÁO CÁO TÌNH HÌNH BHYT THÁNG 10/2026 PHƯỜNG LÊ CHÂN", october],
  ["Tháng 10/2026".normalize("NFD"), october],
  ["T1", { frequency: "month", month: 1 }],
  ["Tháng 01", { frequency: "month", month: 1 }],
  ["Quý III/2026", { frequency: "quarter", year: 2026, quarter: 3 }],
  ["Quý 3 năm 2026", { frequency: "quarter", year: 2026, quarter: 3 }],
  ["QUÝ IV NĂM 2025", { frequency: "quarter", year: 2025, quarter: 4 }],
  ["2026-Q3", { frequency: "quarter", year: 2026, quarter: 3 }],
  ["Q3/2026", { frequency: "quarter", year: 2026, quarter: 3 }],
  ["Quý I", { frequency: "quarter", quarter: 1 }],
  ["6 tháng", { frequency: "half_year", half: 1 }],
  ["6 tháng đầu năm 2026", { frequency: "half_year", year: 2026, half: 1 }],
  ["6 tháng cuối năm 2026", { frequency: "half_year", year: 2026, half: 2 }],
  ["9 tháng", { frequency: "year_to_date", month: 9 }],
  ["9 tháng đầu năm 2026", { frequency: "year_to_date", year: 2026, month: 9 }],
  ["lũy kế 10 tháng năm 2026", { frequency: "year_to_date", year: 2026, month: 10 }],
  ["12 tháng năm 2026", { frequency: "year", year: 2026 }],
  ["Năm 2026", { frequency: "year", year: 2026 }],
  ["KẾT QUẢ GIAO QUÂN NĂM 2026", { frequency: "year", year: 2026 }],
  ["2026", { frequency: "year", year: 2026 }],
  ["Năm", { frequency: "year" }],
  ["2021-2024", { frequency: "year", year: 2021, start: "2021-01-01", end: "2024-12-31" }],
  [
    "Giai đoạn 2026–2030",
    { frequency: "year", year: 2026, start: "2026-01-01", end: "2030-12-31" },
  ],
  ["(Số liệu tính đến ngày 31/10/2026)", endOfOctober],
  ["Tính đến hết ngày 31 tháng 10 năm 2026", endOfOctober],
  ["tại thời điểm 31/10/2026", endOfOctober],
  ["31/10/2026", endOfOctober],
  ["2026-10-31", endOfOctober],
  ["từ ngày 15/9/2026 đến ngày 14/10/2026", policeOctober],
  ["(Từ ngày 15/9 đến ngày 14/10/2026)", policeOctober],
  ["15/9/2026 - 14/10/2026", policeOctober],
  ["TỘI PHẠM THÁNG 10/2026 (từ 15/9/2026 đến 14/10/2026)", policeOctober],
  [
    "Từ ngày 15 tháng 6 năm 2026 đến ngày 14 tháng 9 năm 2026",
    { frequency: "quarter", year: 2026, quarter: 3, start: "2026-06-15", end: "2026-09-14" },
  ],
  [
    "từ 15/12/2025 đến 14/12/2026",
    { frequency: "year", year: 2026, start: "2025-12-15", end: "2026-12-14" },
  ],
  [
    "từ 01/10/2025 đến 30/9/2026",
    { frequency: "range", year: 2026, start: "2025-10-01", end: "2026-09-30" },
  ],
])("%s", (text, period) => {
  expect(parsePeriod(text)).toEqual({ ok: true, value: period });
});

test.each([
  "",
  "T13",
  "Tháng 13/2026",
  "Tháng 0",
  "Quý V/2026",
  "Danh sách",
  "Sheet1",
  "2024-2021",
  "từ ngày 14/10/2026 đến ngày 15/9/2026",
  "Hải Phòng, ngày 05 tháng 11 năm 2026",
  "(Ban hành kèm theo Quyết định số 595/QĐ-BHXH ngày 14/4/2017)",
  "(Ban hành kèm theo Quyết định số 12 ngày 27 tháng 01 năm 2023)",
  "Theo Luật Bảo hiểm xã hội năm 2024",
])("%j names no period", (text) => {
  expect(parsePeriod(text)).toMatchObject({ ok: false, rule: "not_a_period" });
});

test("the year of the title completes a sheet's name, and never overrules a written one", () => {
  expect(parsePeriod("T1", 2026)).toMatchObject({ value: { year: 2026, month: 1 } });
  expect(parsePeriod("T1/2025", 2026)).toMatchObject({ value: { year: 2025, month: 1 } });
});

test("of several title lines the most exact period counts", () => {
  const lines = [
    "Hải Phòng, ngày 05 tháng 11 năm 2026",
    "THỰC HIỆN NGHỊ QUYẾT SỐ 05-NQ/TU NĂM 2025",
    "TÌNH HÌNH TỘI PHẠM NĂM 2026",
    "Tháng 10/2026",
  ];
  expect(titlePeriod(lines)).toMatchObject({ value: october });
  expect(titlePeriod([...lines, "(từ ngày 15/9/2026 đến ngày 14/10/2026)"])).toMatchObject({
    value: policeOctober,
  });
  expect(titlePeriod(["DANH SÁCH", ""])).toMatchObject({ ok: false });
});

describe("windows", () => {
  test.each<[string, PeriodWindow, string, string]>([
    ["Tháng 10/2026", "calendar", "2026-10-01", "2026-10-31"],
    ["Tháng 10/2026", "police", "2026-09-15", "2026-10-14"],
    ["Tháng 1/2026", "police", "2025-12-15", "2026-01-14"],
    ["Tháng 2/2028", "at_date", "2028-02-29", "2028-02-29"],
    ["Quý III/2026", "calendar", "2026-07-01", "2026-09-30"],
    ["Quý III/2026", "police", "2026-06-15", "2026-09-14"],
    ["Quý I/2026", "police", "2025-12-15", "2026-03-14"],
    ["Quý III/2026", "at_date", "2026-09-30", "2026-09-30"],
    ["6 tháng đầu năm 2026", "calendar", "2026-01-01", "2026-06-30"],
    ["6 tháng cuối năm 2026", "police", "2026-06-15", "2026-12-14"],
    ["9 tháng 2026", "calendar", "2026-01-01", "2026-09-30"],
    ["Năm 2026", "calendar", "2026-01-01", "2026-12-31"],
    ["Năm 2026", "police", "2025-12-15", "2026-12-14"],
    ["Năm 2026", "at_date", "2026-12-31", "2026-12-31"],
    ["2021-2024", "calendar", "2021-01-01", "2024-12-31"],
    ["từ 15/9/2026 đến 14/10/2026", "calendar", "2026-09-15", "2026-10-14"],
    ["từ 16/9/2026 đến 15/10/2026", "police", "2026-09-16", "2026-10-15"],
    ["từ 15/9/2026 đến 14/10/2026", "at_date", "2026-10-14", "2026-10-14"],
    ["đến ngày 31/10/2026", "at_date", "2026-10-31", "2026-10-31"],
    ["đến ngày 31/10/2026", "calendar", "2026-10-01", "2026-10-31"],
    ["đến ngày 14/10/2026", "police", "2026-09-15", "2026-10-14"],
    ["đến ngày 15/12/2026", "police", "2026-12-15", "2027-01-14"],
  ])("%s in the %s window", (text, window, start, end) => {
    const period = parsePeriod(text);
    expect(period.ok && periodDates(period.value, window)).toEqual({
      ok: true,
      value: { start, end },
    });
  });

  test("a date stands for the form's own frequency in a flow", () => {
    const period: Period = { ...endOfOctober, frequency: "date" };
    expect(periodDates(period, "calendar", "quarter")).toMatchObject({
      value: { start: "2026-10-01", end: "2026-12-31" },
    });
    expect(periodDates(period, "police", "year")).toMatchObject({
      value: { start: "2025-12-15", end: "2026-12-14" },
    });
  });

  test("without a year there are no dates", () => {
    expect(periodDates({ frequency: "month", month: 1 }, "calendar")).toMatchObject({
      rule: "period_without_year",
    });
  });

  test("police months follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000 * 12, max: 2090 * 12 }), (index) => {
        const [one, next] = [index, index + 1].map((at) =>
          periodDates(
            { frequency: "month", year: Math.floor(at / 12), month: (at % 12) + 1 },
            "police",
          ),
        );
        if (!one?.ok || !next?.ok) throw new Error("no dates");
        expect(Date.parse(next.value.start) - Date.parse(one.value.end)).toBe(86_400_000);
      }),
    );
  });
});
