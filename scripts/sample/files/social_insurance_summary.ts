import { type Day, dayText, indexOf, type Month, monthEnd, two } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column, type TableColumn } from "../header.ts";
import { body, layOut } from "../layout.ts";
import { socialInsuranceOffice } from "../offices.ts";
import type { Cell, Sheet } from "../sheet.ts";
import type { World } from "../world.ts";

const TITLE = "TỔNG HỢP THAM GIA BẢO HIỂM XÃ HỘI";

/** A year as the office compiled it: how the period is written, and in what unit people are counted. */
interface Compilation {
  year: number;
  sent: Day;
  months: number;
  /** `sheets`: a sheet a month, the ward in one row. `rows`: one sheet, a row a month. */
  layout: "sheets" | "rows";
  unit: "người" | "nghìn người";
}

const COMPILATIONS: readonly Compilation[] = [
  {
    year: 2023,
    sent: { year: 2025, month: 9, day: 15 },
    months: 12,
    layout: "sheets",
    unit: "người",
  },
  {
    year: 2024,
    sent: { year: 2025, month: 9, day: 16 },
    months: 12,
    layout: "rows",
    unit: "nghìn người",
  },
  { year: 2025, sent: { year: 2026, month: 1, day: 8 }, months: 12, layout: "rows", unit: "người" },
  {
    year: 2026,
    sent: { year: 2026, month: 11, day: 5 },
    months: 10,
    layout: "rows",
    unit: "người",
  },
];

/** Social insurance of the ward, a workbook a year. */
export function socialInsuranceSummaries(world: World): Draft[] {
  return COMPILATIONS.map((compilation) => ({
    name: `BHXH_tong_hop_${compilation.year}.xlsx`,
    sheets: LAYOUTS[compilation.layout](world, compilation),
  }));
}

const LAYOUTS = { sheets: sheetPerMonth, rows: rowPerMonth };

function sheetPerMonth(world: World, { year, sent, months, unit }: Compilation): Sheet[] {
  return monthsOf(year, months).map((month) =>
    layOut({
      sheet_name: `Tháng ${two(month.month)}`,
      office: socialInsuranceOffice,
      number: 300 + indexOf(month),
      date: sent,
      titles: [
        TITLE,
        `Tháng ${two(month.month)} năm ${year}`,
        `(Số liệu tính đến ngày ${dayText(monthEnd(month))})`,
      ],
      unit,
      columns: [column("A", 6, "STT"), column("B", 20, "Đơn vị"), ...MEASURES],
      body: [body(1, "Phường Lê Chân", ...figures(world, month, 1))],
    }),
  );
}

function rowPerMonth(world: World, { year, sent, months, unit }: Compilation): Sheet[] {
  const divisor = unit === "nghìn người" ? 1000 : 1;
  return [
    layOut({
      sheet_name: `Năm ${year}`,
      office: socialInsuranceOffice,
      number: 360 + year - 2023,
      date: sent,
      titles: [TITLE, "PHƯỜNG LÊ CHÂN", `Năm ${year}`],
      unit,
      columns: [column("A", 6, "STT"), column("B", 16, "Kỳ"), ...MEASURES],
      body: monthsOf(year, months).map((month) =>
        body(month.month, `Tháng ${two(month.month)}/${year}`, ...figures(world, month, divisor)),
      ),
    }),
  ];
}

const MEASURES: readonly TableColumn[] = [
  column("1", 14, "Số người tham gia", "BHXH bắt buộc"),
  column("2", 14, "Số người tham gia", "BHXH tự nguyện"),
  column("3 = 1 + 2", 14, "Tổng"),
  column("4", 16, "Trong đó đồng tham gia BHTN"),
  column("5", 16, "LLLĐ trong độ tuổi"),
  column("6 = 3/5", 12, "Tỷ lệ (%)"),
];

function figures(world: World, month: Month, divisor: number): Cell[] {
  const now = world.social_insurance[indexOf(month)];
  if (!now) throw new Error(`no social insurance in month: ${month.year}-${month.month}`);
  const all = now.compulsory + now.voluntary;
  const people = [now.compulsory, now.voluntary, all, now.unemployment, now.labour_force];
  const rate = Math.round((10_000 * all) / now.labour_force) / 100;
  return [...people.map((count) => count / divisor), rate];
}

function monthsOf(year: number, count: number): Month[] {
  return Array.from({ length: count }, (_, i) => ({ year, month: i + 1 }));
}
