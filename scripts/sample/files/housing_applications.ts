import { type Day, daysBetween, dayText, type Quarter } from "../calendar.ts";
import { column } from "../header.ts";
import { entry, layOut } from "../layout.ts";
import type { Sheet } from "../sheet.ts";
import { type Application, quarterEnd } from "../truth/housing.ts";
import type { World } from "../world.ts";
import { housingFrame } from "./housing_frame.ts";

/** The applications that were open on some day of the quarter; later decisions are not known yet. */
export function applicationSheet(world: World, quarter: Quarter, index: number): Sheet {
  const end = quarterEnd(quarter);
  const start: Day = { year: quarter.year, month: quarter.quarter * 3 - 2, day: 1 };
  const open = world.applications.filter(
    ({ submitted_on, decided_on }) =>
      daysBetween(submitted_on, end) >= 0 && daysBetween(start, decided_on) >= 0,
  );
  return layOut({
    ...housingFrame(quarter, index, "DANH SÁCH HỒ SƠ ĐĂNG KÝ NHÀ Ở XÃ HỘI"),
    sheet_name: "Hồ sơ",
    columns: APPLICATION_COLUMNS,
    body: open.map((application, i) => {
      const isDecided = daysBetween(application.decided_on, end) >= 0;
      return entry(
        i + 1,
        application.application_id,
        dayText(application.submitted_on),
        isDecided ? dayText(application.decided_on) : null,
        isDecided ? decision(application) : "Đang giải quyết",
        application.tenure,
      );
    }),
  });
}

function decision({ is_approved }: Application): string {
  return is_approved ? "Chấp thuận" : "Không chấp thuận";
}

const APPLICATION_COLUMNS = [
  column("A", 6, "STT"),
  column("B", 18, "Mã hồ sơ"),
  column("1", 14, "Ngày nộp"),
  column("2", 16, "Ngày quyết định"),
  column("3", 18, "Kết quả"),
  column("4", 14, "Hình thức"),
];
