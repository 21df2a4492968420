import { sum } from "../apportion.ts";
import { areaText, neighbourhoods } from "../areas.ts";
import { type Day, dayText, policeWindow, type Quarter, quarters, roman } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import { wardPolice } from "../offices.ts";
import type { Sheet } from "../sheet.ts";
import { AGE_BANDS, type Drugs, WHEREABOUTS } from "../truth/drugs.ts";
import type { World } from "../world.ts";

/** A workbook a year, a sheet a quarter. */
const WORKBOOKS: readonly { year: number; sent: Day }[] = [
  { year: 2023, sent: { year: 2025, month: 9, day: 12 } },
  { year: 2024, sent: { year: 2025, month: 9, day: 12 } },
  { year: 2025, sent: { year: 2025, month: 12, day: 22 } },
  { year: 2026, sent: { year: 2026, month: 9, day: 21 } },
];

/** Addicts on file, users, after-care and places of use by neighbourhood and police quarter. */
export function policeDrugs(world: World): Draft[] {
  return WORKBOOKS.map(({ year, sent }) => ({
    name: `CA_ma_tuy_${year}.xlsx`,
    sheets: quarters
      .filter((quarter) => quarter.year === year)
      .map((quarter) => quarterSheet(world, quarter, sent)),
  }));
}

function quarterSheet(world: World, quarter: Quarter, date: Day): Sheet {
  const index = quarters.indexOf(quarter);
  const last = quarter.quarter * 3;
  const [from, to] = policeWindow(quarter.year, last - 2, last);
  const drugs = (world.drugs[index] ?? []).map(figures);
  return layOut({
    sheet_name: `Quý ${roman(quarter.quarter)}`,
    office: wardPolice,
    number: 600 + index,
    date,
    titles: [
      "TÌNH HÌNH NGƯỜI NGHIỆN, NGƯỜI SỬ DỤNG TRÁI PHÉP CHẤT MA TÚY",
      `Quý ${roman(quarter.quarter)}/${quarter.year}`,
      `(Từ ngày ${dayText(from)} đến ngày ${dayText(to)})`,
    ],
    unit: "người",
    columns: COLUMNS,
    body: [
      ...neighbourhoods.map((n, i) => body(n, areaText(n), ...(drugs[i] ?? []))),
      total(null, "Tổng cộng", ...COLUMNS.slice(2).map((_, c) => sum(drugs.map((r) => r[c] ?? 0)))),
    ],
    footnotes: ["Ghi chú: người sử dụng trái phép và người quản lý sau cai không cộng vào cột 1."],
  });
}

function figures({ on_file, whereabouts, ages, users, aftercare, hotspots }: Drugs): number[] {
  const places = Object.keys(WHEREABOUTS) as (keyof typeof WHEREABOUTS)[];
  const bands = Object.keys(AGE_BANDS) as (keyof typeof AGE_BANDS)[];
  return [
    on_file,
    ...places.map((place) => whereabouts[place]),
    users,
    aftercare,
    hotspots,
    ...bands.map((band) => ages[band]),
  ];
}

const COLUMNS = [
  column("A", 6, "STT"),
  column("B", 22, "Tổ dân phố"),
  column("1 = 2 + 3 + 4 + 5", 14, "Người nghiện có hồ sơ"),
  column("2", 10, "Trong đó", "ngoài xã hội"),
  column("3", 10, "Trong đó", "cai nghiện bắt buộc"),
  column("4", 10, "Trong đó", "cơ sở khác"),
  column("5", 10, "Trong đó", "giam giữ"),
  column("6", 12, "Người sử dụng trái phép"),
  column("7", 12, "Quản lý sau cai"),
  column("8", 12, "Điểm, tụ điểm"),
  column("9", 9, "Độ tuổi", "< 14"),
  column("10", 9, "Độ tuổi", "14–<16"),
  column("11", 9, "Độ tuổi", "16–<18"),
  column("12", 9, "Độ tuổi", "18–<30"),
  column("13", 9, "Độ tuổi", "≥ 30"),
];
