import { sum } from "../apportion.ts";
import { areaText, neighbourhoods } from "../areas.ts";
import { type Day, dayText, indexOf, type Month, monthEnd, two } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import { hasTotalFirst } from "../mess.ts";
import { wardPolice } from "../offices.ts";
import type { Row, Sheet } from "../sheet.ts";
import type { Population } from "../truth/population.ts";
import type { World } from "../world.ts";

/** A workbook a year, a sheet a month. */
const WORKBOOKS: readonly { year: number; sent: Day; months: number }[] = [
  { year: 2023, sent: { year: 2025, month: 9, day: 10 }, months: 12 },
  { year: 2024, sent: { year: 2025, month: 9, day: 10 }, months: 12 },
  { year: 2025, sent: { year: 2026, month: 1, day: 6 }, months: 12 },
  { year: 2026, sent: { year: 2026, month: 11, day: 4 }, months: 10 },
];

/** Households and residents by neighbourhood at every month's end. */
export function policePopulations(world: World): Draft[] {
  return WORKBOOKS.map(({ year, sent, months }) => {
    const name = `CA_nhan_khau_${year}.xlsx`;
    const sheets = Array.from({ length: months }, (_, i) =>
      monthSheet(world, { year, month: i + 1 }, sent, hasTotalFirst(name)),
    );
    return { name, sheets };
  });
}

function monthSheet(world: World, month: Month, date: Day, isTotalFirst: boolean): Sheet {
  const population = world.population[indexOf(month)] ?? [];
  const parts = neighbourhoods.map((n, i) =>
    body(n, areaText(n), ...MEASURES.map((measure) => population[i]?.[measure] ?? 0)),
  );
  const whole = total(
    null,
    isTotalFirst ? "Toàn phường" : "Tổng cộng",
    ...MEASURES.map((measure) => sum(population.map((row) => row[measure]))),
  );
  const rows: Row[] = isTotalFirst ? [whole, ...parts] : [...parts, whole];
  return layOut({
    sheet_name: `T${month.month}`,
    office: wardPolice,
    number: 400 + indexOf(month),
    date,
    titles: [
      "TÌNH HÌNH HỘ KHẨU, NHÂN KHẨU",
      `Tháng ${two(month.month)} năm ${month.year}`,
      `(Số liệu tính đến ngày ${dayText(monthEnd(month))})`,
    ],
    unit: "người",
    columns: COLUMNS,
    body: rows,
  });
}

const MEASURES = [
  "households",
  "registered",
  "temporary",
  "absent",
  "male",
  "female",
  "aged_14_plus",
  "aged_0_14",
  "aged_15_59",
  "aged_60_plus",
] as const satisfies readonly (keyof Population)[];

const COLUMNS = [
  column("A", 6, "STT"),
  column("B", 22, "Tổ dân phố"),
  column("1", 10, "Số hộ"),
  column("2", 14, "Nhân khẩu thường trú"),
  column("3", 10, "Tạm trú"),
  column("4", 10, "Tạm vắng"),
  column("5", 10, "Trong đó", "Nam"),
  column("6", 10, "Trong đó", "Nữ"),
  column("7", 12, "14 tuổi trở lên"),
  column("8", 12, "Độ tuổi", "0-14"),
  column("9", 12, "Độ tuổi", "15-59"),
  column("10", 12, "Độ tuổi", "60+"),
];
