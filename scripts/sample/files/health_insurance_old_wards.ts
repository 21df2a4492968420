import { sum } from "../apportion.ts";
import { dayText, monthEnd, two } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import { socialInsuranceOffice } from "../offices.ts";
import type { Sheet } from "../sheet.ts";
import { OLD_YEARS, oldWardCounts, oldWards } from "../truth/old_wards.ts";
import type { World } from "../world.ts";

/** Health insurance by former wards, before the ward's own series begins: a workbook a year, a sheet a month. */
export function healthInsuranceOldWards({ seed }: World): Draft[] {
  const counts = oldWardCounts(seed);
  return OLD_YEARS.map((year, y) => ({
    name: `BHYT_phuong_cu_${year}.xlsx`,
    sheets: Array.from({ length: 12 }, (_, i) =>
      monthSheet({ year, month: i + 1 }, counts[12 * y + i] ?? []),
    ),
  }));
}

function monthSheet(
  month: { year: number; month: number },
  counts: ReturnType<typeof oldWardCounts>[number],
): Sheet {
  const people = counts.map(({ population }) => population);
  const insured = counts.map((count) => count.insured);
  return layOut({
    sheet_name: `T${month.month}`,
    office: socialInsuranceOffice,
    number: 40 + month.month,
    date: { year: 2025, month: 9, day: month.year - 2012 },
    titles: [
      "TỔNG HỢP THAM GIA BẢO HIỂM Y TẾ THEO PHƯỜNG",
      `Tháng ${two(month.month)} năm ${month.year}`,
      `(Số liệu tính đến ngày ${dayText(monthEnd(month))})`,
    ],
    unit: "người",
    columns: [
      column("A", 6, "STT"),
      column("B", 26, "Địa bàn"),
      column("1", 12, "Dân số"),
      column("2", 14, "Số người tham gia BHYT"),
      column("3 = 2/1", 12, "Tỷ lệ bao phủ (%)"),
    ],
    body: [
      ...oldWards.map(({ name }, i) =>
        body(i + 1, name, ...figures(people[i] ?? 0, insured[i] ?? 0)),
      ),
      total(null, "Tổng cộng", ...figures(sum(people), sum(insured))),
    ],
    footnotes: ["Ghi chú: số liệu theo địa giới các phường trước ngày 01/01/2025."],
  });
}

function figures(people: number, insured: number): [number, number, number] {
  return [people, insured, Math.round((10_000 * insured) / people) / 100];
}
