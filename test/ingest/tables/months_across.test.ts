import { expect, test } from "vitest";
import { one, read } from "../sheet_case.ts";

const HEADER = "LOAI TOI PHAM|CHI TIEU|07/2026|08/2026|Cong";
const ROWS = ["Trom cap tai san|So vu xay ra|3|1|4", "|So vu kham pha|1|0|1"];
const OTHER = ["Danh bac|So vu xay ra|2|5|7", "|So vu kham pha|2|4|6"];

function figures(lines: readonly string[]): string[] {
  const { observations } = read(one(lines, { landed: [] }));
  return observations
    .map(({ measure, category, area_id, period_end, value }) =>
      [period_end, category ?? area_id, measure, value].join(" "),
    )
    .sort();
}

test("categories with measures below them and periods across land for each period", () => {
  expect(figures([HEADER, ...ROWS, ...OTHER])).toEqual([
    "2026-07-14 gambling cases 2",
    "2026-07-14 gambling cleared 2",
    "2026-07-14 theft cases 3",
    "2026-07-14 theft cleared 1",
    "2026-08-14 gambling cases 5",
    "2026-08-14 gambling cleared 4",
    "2026-08-14 theft cases 1",
    "2026-08-14 theft cleared 0",
  ]);
});

test("so do neighbourhoods", () => {
  const header = "Tổ dân phố|Chỉ tiêu|Tháng 9/2026|Tháng 10/2026";
  const rows = [1, 2].flatMap((area) => [
    `TDP ${area}|Số hộ|${area}|3`,
    `TDP ${area}|Nhân khẩu thường trú|1${area}|13`,
  ]);
  expect(figures(["NHÂN KHẨU", header, ...rows])).toEqual([
    "2026-09-30 le_chan_tdp_01 households 1",
    "2026-09-30 le_chan_tdp_01 registered_population 11",
    "2026-09-30 le_chan_tdp_02 households 2",
    "2026-09-30 le_chan_tdp_02 registered_population 12",
    "2026-10-31 le_chan_tdp_01 households 3",
    "2026-10-31 le_chan_tdp_01 registered_population 13",
    "2026-10-31 le_chan_tdp_02 households 3",
    "2026-10-31 le_chan_tdp_02 registered_population 13",
  ]);
});

test("a plan beside what was done lands nothing of the plan", () => {
  const header = "Loại tội phạm|Chỉ tiêu|Kế hoạch|Thực hiện|Ghi chú";
  const rows = [...ROWS, ...OTHER].map((row) => `${row.split("|").slice(0, 4).join("|")}|`);
  expect(figures(["TỘI PHẠM THÁNG 10/2026", header, ...rows])).toEqual([
    "2026-10-14 gambling cases 5",
    "2026-10-14 gambling cleared 4",
    "2026-10-14 theft cases 1",
    "2026-10-14 theft cleared 0",
  ]);
});
