import { sum } from "../apportion.ts";
import { areaText, neighbourhoods } from "../areas.ts";
import {
  addDays,
  type Day,
  dayText,
  indexOf,
  type Month,
  monthAt,
  monthEnd,
  two,
} from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import { firstEditionErrors } from "../mess.ts";
import { socialInsuranceOffice } from "../offices.ts";
import type { Cell, Row, Sheet } from "../sheet.ts";
import type { World } from "../world.ts";

/** A month's report: which edition it is and when it was sent. */
interface Edition {
  number: 1 | 2;
  sent: Day;
}

/** Coverage the city asks of the ward at a year's end, percent. */
const ASSIGNED: Readonly<Record<number, number>> = { 2023: 93, 2024: 94, 2025: 95.15, 2026: 96 };

/** 2023–2025 were compiled as a workbook a year, a sheet a month. */
const COMPILED: readonly { year: number; sent: Day }[] = [
  { year: 2023, sent: { year: 2025, month: 9, day: 15 } },
  { year: 2024, sent: { year: 2025, month: 9, day: 16 } },
  { year: 2025, sent: { year: 2026, month: 1, day: 8 } },
];

/** 2026 comes month by month; three months in other formats or fonts. */
const ENDINGS: Readonly<Record<number, string>> = { 4: "xls", 6: "ods" };

/** Health insurance by neighbourhood: yearly workbooks, monthly files, and two corrected months. */
export function healthInsuranceSummaries(world: World): Draft[] {
  return [
    ...COMPILED.map(({ year, sent }) => ({
      name: `BHYT_tong_hop_${year}.xlsx`,
      sheets: Array.from({ length: 12 }, (_, i) =>
        monthSheet(world, { year, month: i + 1 }, `T${i + 1}`, { number: 1, sent }),
      ),
    })),
    ...Array.from({ length: 10 }, (_, i) => monthlyFile(world, { year: 2026, month: i + 1 })),
    correctedFile(world, { year: 2025, month: 8 }, { year: 2026, month: 2, day: 10 }),
    correctedFile(world, { year: 2026, month: 5 }, { year: 2026, month: 6, day: 18 }),
  ];
}

function monthlyFile(world: World, month: Month): Draft {
  const sent = addDays(monthEnd(month), 5);
  const ending = ENDINGS[month.month] ?? "xlsx";
  return {
    name: `BHYT_${month.year}_thang_${two(month.month)}.${ending}`,
    sheets: [monthSheet(world, month, "BHYT", { number: 1, sent })],
  };
}

function correctedFile(world: World, month: Month, sent: Day): Draft {
  return {
    name: `BHYT_${month.year}_thang_${two(month.month)}_lan_2.xlsx`,
    sheets: [monthSheet(world, month, "BHYT", { number: 2, sent })],
  };
}

function monthSheet(world: World, month: Month, sheet_name: string, edition: Edition): Sheet {
  const again = edition.number === 2 ? ["(Lần 2, thay báo cáo đã gửi)"] : [];
  return layOut({
    sheet_name,
    office: socialInsuranceOffice,
    number: 100 + indexOf(month),
    date: edition.sent,
    titles: [
      "TỔNG HỢP THAM GIA BẢO HIỂM Y TẾ THEO TỔ DÂN PHỐ",
      `Tháng ${two(month.month)} năm ${month.year}`,
      `(Số liệu tính đến ngày ${dayText(monthEnd(month))})`,
      ...again,
    ],
    unit: "người",
    columns: hasYearBefore(month) ? COLUMNS : COLUMNS.slice(0, -1),
    body: rows(world, month, edition.number),
    footnotes: ["Ghi chú: số liệu theo địa giới hiện nay của phường."],
  });
}

const COLUMNS = [
  column("A", 6, "STT"),
  column("B", 22, "Tổ dân phố"),
  column("1", 12, "Dân số"),
  column("2", 14, "Số người tham gia BHYT"),
  column("3 = 2/1", 12, "Tỷ lệ bao phủ (%)"),
  column("4", 12, "Chỉ tiêu giao"),
  column("5 = 3/4", 12, "Đạt % kế hoạch"),
  column("6", 14, "Tăng (+), giảm (−)", "so với tháng trước"),
  column("7", 14, "Tăng (+), giảm (−)", "so với cùng kỳ"),
];

function rows(world: World, month: Month, edition: 1 | 2): Row[] {
  const now = reported(world, month, edition);
  const before = world.insured[indexOf(month) - 1];
  const yearBefore = world.insured[indexOf(month) - 12];
  const people = (world.population[indexOf(month)] ?? []).map(({ registered }) => registered);
  const pick = (of: (values: readonly number[]) => number): Cell[] =>
    figures(month, of(people), of(now), before && of(before), yearBefore && of(yearBefore));
  return [
    ...neighbourhoods.map((n, i) => body(n, areaText(n), ...pick((values) => values[i] ?? 0))),
    total(null, "Tổng cộng", ...pick(sum)),
  ];
}

function figures(
  month: Month,
  people: number,
  insured: number,
  before: number | undefined,
  yearBefore: number | undefined,
): Cell[] {
  const coverage = (100 * insured) / people;
  const assigned = ASSIGNED[month.year] ?? 0;
  return [
    people,
    insured,
    cents(coverage),
    assigned,
    cents((100 * coverage) / assigned),
    before === undefined ? "-" : insured - before,
    ...(yearBefore === undefined ? [] : [insured - yearBefore]),
  ];
}

/** What the office reported: the truth, but for the errors of a first edition that was corrected. */
function reported(world: World, month: Month, edition: 1 | 2): number[] {
  const errors = edition === 1 ? firstEditionErrors(month) : {};
  return (world.insured[indexOf(month)] ?? []).map((count, i) => count + (errors[i + 1] ?? 0));
}

function hasYearBefore(month: Month): boolean {
  return monthAt(0).year < month.year;
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
