import { sum } from "../apportion.ts";
import type { Quarter } from "../calendar.ts";
import { column } from "../header.ts";
import { body, layOut, total } from "../layout.ts";
import type { Sheet } from "../sheet.ts";
import { projects } from "../truth/projects.ts";
import { housingFrame } from "./housing_frame.ts";

/** Land and households to clear by project, and how many are cleared at a quarter's end. */
export function clearanceSheet(quarter: Quarter, index: number): Sheet {
  const rows = projects.map(({ clearance }) => [
    clearance.land_to_clear,
    clearance.land_cleared[index] ?? 0,
    clearance.households,
    clearance.households_handed_over[index] ?? 0,
  ]);
  const totals = [0, 1, 2, 3].map((c) => Math.round(100 * sum(rows.map((r) => r[c] ?? 0))) / 100);
  return layOut({
    ...housingFrame(quarter, index, "TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN NHÀ Ở XÃ HỘI"),
    sheet_name: "GPMB",
    columns: CLEARANCE_COLUMNS,
    body: [
      ...projects.map(({ name }, i) => body(i + 1, name, ...(rows[i] ?? []))),
      total(null, "Tổng cộng", ...totals),
    ],
  });
}

const CLEARANCE_COLUMNS = [
  column("A", 6, "STT"),
  column("B", 30, "Tên dự án"),
  column("1", 16, "Diện tích phải thu hồi (ha)"),
  column("2", 16, "Diện tích đã thu hồi (ha)"),
  column("3", 10, "Số hộ"),
  column("4", 16, "Số hộ đã bàn giao"),
];
