import { sum } from "../apportion.ts";
import { areaText, neighbourhoods } from "../areas.ts";
import { years } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import { militaryCommand } from "../offices.ts";
import type { CallUp } from "../truth/callup.ts";
import type { World } from "../world.ts";

/** The call-up by neighbourhood, a workbook a year, sent after the recruits were handed over. */
export function policeCallUps(world: World): Draft[] {
  return years.map((year, index) => {
    const rows = world.callup[index] ?? [];
    const sheet = layOut({
      sheet_name: `Năm ${year}`,
      office: militaryCommand,
      number: 30 + index,
      date: { year, month: 3, day: 20 },
      titles: ["KẾT QUẢ TUYỂN QUÂN, GỌI CÔNG DÂN NHẬP NGŨ", `Năm ${year}`],
      unit: "người",
      columns: COLUMNS,
      body: [
        ...neighbourhoods.map((n, i) => body(n, areaText(n), ...figures(rows[i]))),
        total(null, "Tổng cộng", ...figures(whole(rows))),
      ],
    });
    return { name: `QS_tuyen_quan_${year}.xlsx`, sheets: [sheet] };
  });
}

const COLUMNS = [
  column("A", 6, "STT"),
  column("B", 22, "Tổ dân phố"),
  column("1", 10, "Chỉ tiêu"),
  column("2", 12, "Khám sơ tuyển"),
  column("3", 12, "Khám tuyển"),
  column("4", 8, "Đạt sức khỏe", "L1"),
  column("5", 8, "Đạt sức khỏe", "L2"),
  column("6", 8, "Đạt sức khỏe", "L3"),
  column("7", 10, "Phát lệnh"),
  column("8", 10, "Giao quân"),
  column("9 = 8/1", 10, "Đạt %"),
];

const MEASURES = [
  "quota",
  "screened",
  "examined",
  "fit_1",
  "fit_2",
  "fit_3",
  "ordered",
  "handed_over",
] as const satisfies readonly (keyof CallUp)[];

function figures(row: CallUp | undefined): (number | null)[] {
  if (!row) return [];
  const achieved =
    row.quota === 0 ? null : Math.round((10_000 * row.handed_over) / row.quota) / 100;
  return [...MEASURES.map((measure) => row[measure]), achieved];
}

function whole(rows: readonly CallUp[]): CallUp {
  const sums = MEASURES.map((measure) => [measure, sum(rows.map((row) => row[measure]))]);
  return Object.fromEntries(sums) as Record<keyof CallUp, number>;
}
