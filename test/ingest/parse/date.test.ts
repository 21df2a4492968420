import fc from "fast-check";
import { expect, test } from "vitest";
import {
  documentDate,
  fileNameDate,
  isoDate,
  parseDate,
  parseDateCell,
  serialDate,
} from "../../../ingest/parse/date.ts";

test.each([
  ["20/02/2026", "2026-02-20", "day"],
  ["5/2/2026", "2026-02-05", "day"],
  ["5-2-2026", "2026-02-05", "day"],
  ["15.9.2025", "2025-09-15", "day"],
  ["15 . 9 . 2025", "2025-09-15", "day"],
  ["20/02/26", "2026-02-20", "day"],
  ["20/02/56", "1956-02-20", "day"],
  ["2026-02-20", "2026-02-20", "day"],
  ["2026-02-20T00:00:00", "2026-02-20", "day"],
  ["20/02/2026 08:30", "2026-02-20", "day"],
  ["ngày 05 tháng 11 năm 2026", "2026-11-05", "day"],
  ["29/02/2028", "2028-02-29", "day"],
  ["tháng 10/2021", "2021-10-01", "month"],
  ["Tháng 10 năm 2021", "2021-10-01", "month"],
  ["06/2015", "2015-06-01", "month"],
  ["6-2015", "2015-06-01", "month"],
  ["2026-10", "2026-10-01", "month"],
  ["Quý IV/2027", "2027-10-01", "quarter"],
  ["quý 2 năm 2028", "2028-04-01", "quarter"],
  ["1958", "1958-01-01", "year"],
  ["Năm 1958", "1958-01-01", "year"],
  ["46326", "2026-10-31", "day"],
  ["20261031", "2026-10-31", "day"],
  ["31102026", "2026-10-31", "day"],
  ["20261031 0830", "2026-10-31", "day"],
  ["202610", "2026-10-01", "month"],
] as const)("%s is %s to the %s", (text, date, precision) => {
  expect(parseDate(text)).toEqual({ ok: true, value: { date, precision } });
});

test.each([
  ["31/02/2026", "impossible_date"],
  ["29/02/2026", "impossible_date"],
  ["00/01/2026", "impossible_date"],
  ["1/13/2026", "impossible_date"],
  ["13/2026", "impossible_date"],
  ["01/01/3026", "impossible_date"],
  ["12/5-2026", "not_a_date"],
  ["hôm qua", "not_a_date"],
  ["Quý V/2027", "not_a_date"],
  ["123", "not_a_date"],
  ["20260231", "impossible_date"],
  ["20261331", "not_a_date"],
  ["30261031", "not_a_date"],
  ["202613", "not_a_date"],
  ["", "empty"],
  ["-", "empty"],
  ["…", "empty"],
])("%j fails as %s", (text, rule) => {
  expect(parseDate(text)).toMatchObject({ ok: false, rule });
});

test("cells: real dates, years and serials kept as numbers, text", () => {
  const date = { type: "date", text: "31/10/2026", number: 46326, date: "2026-10-31" } as const;
  expect(parseDateCell(date)).toMatchObject({ value: { date: "2026-10-31", precision: "day" } });
  expect(parseDateCell({ type: "number", text: "1958", number: 1958 })).toMatchObject({
    value: { date: "1958-01-01", precision: "year" },
  });
  expect(parseDateCell({ type: "number", text: "46326", number: 46326.75 })).toMatchObject({
    value: { date: "2026-10-31", precision: "day" },
  });
  expect(parseDateCell({ type: "text", text: "06/2015" })).toMatchObject({
    value: { date: "2015-06-01", precision: "month" },
  });
  expect(parseDateCell({ type: "number", text: "20261031", number: 20261031 })).toMatchObject({
    value: { date: "2026-10-31", precision: "day" },
  });
  expect(parseDateCell(null)).toMatchObject({ rule: "empty" });
  expect(parseDateCell({ type: "error", text: "#REF!" })).toMatchObject({ rule: "not_a_date" });
});

test.each([
  [1, "1899-12-31"],
  [61, "1900-03-01"],
  [45231, "2023-11-01"],
  [46326, "2026-10-31"],
])("serial %d is %s or outside 1900–2100", (serial, date) => {
  expect(serialDate(serial)).toBe(date < "1900" ? null : date);
});

test.each([
  [["Hải Phòng, ngày 05 tháng 11 năm 2026"], "2026-11-05"],
  [["UBND PHƯỜNG LÊ CHÂN\nSố: 12/BC-UBND", "Lê Chân, ngày 3 tháng 1 năm 2026."], "2026-01-03"],
  [["Độc lập - Tự do - Hạnh phúc\nHải Phòng, ngày 05 tháng 11 năm 2026"], "2026-11-05"],
  [["Ngày 05 tháng 11 năm 2026"], "2026-11-05"],
  [["(Số liệu tính đến ngày 31 tháng 10 năm 2026)"], null],
  [["(Ban hành kèm theo Quyết định số 12 ngày 27 tháng 01 năm 2023 của Bộ Y tế)"], null],
  [["Hải Phòng, ngày 31 tháng 02 năm 2026"], null],
  [["Hải Phòng, ngày … tháng … năm 2026"], null],
  [[], null],
])("the document of %j is of %s", (lines, date) => {
  expect(documentDate(lines)).toBe(date);
});

test.each([
  ["bhyt_2026-11-05.xlsx", "2026-11-05"],
  ["Báo cáo 05.11.2026.xls", "2026-11-05"],
  ["BC 5-11-2026 (sửa).ods", "2026-11-05"],
  ["bc_20261105.csv", "2026-11-05"],
  ["T10.2026.xlsx", null],
  ["31.02.2026.xlsx", null],
  ["so 120261105.xlsx", null],
])("the file %s is of %s", (name, date) => {
  expect(fileNameDate(name)).toBe(date);
});

test("every day of 1900–2100 survives being written the Vietnamese way and as a serial", () => {
  const days = fc.date({
    min: new Date("1900-03-01T00:00:00Z"),
    max: new Date("2100-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [year, month, date] = iso.split("-");
      expect(parseDate(`${date}/${month}/${year}`)).toMatchObject({ value: { date: iso } });
      expect(isoDate(Number(year), Number(month), Number(date))).toBe(iso);
      expect(serialDate(Math.floor(day.getTime() / 86_400_000) + 25_569)).toBe(iso);
    }),
  );
});
