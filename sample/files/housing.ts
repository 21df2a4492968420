import { sum } from "../apportion.ts";
import { addDays, type Day, daysBetween, dayText, type Quarter, roman } from "../calendar.ts";
import type { Draft } from "../draft.ts";
import { body, column, layOut, type Report, total } from "../layout.ts";
import { leadUnits } from "../offices.ts";
import type { Row, Sheet } from "../sheet.ts";
import {
  type Application,
  housingQuarters,
  isStartedBy,
  type Project,
  projects,
  qualifiedBy,
  quarterEnd,
  totalUnits,
} from "../truth/housing.ts";
import type { World } from "../world.ts";

/** A quarter's housing workbook: projects, applications and site clearance, a sheet each. */
export function housingWorkbooks(world: World): Draft[] {
  return housingQuarters.map((quarter, index) => ({
    name: `NOXH_${quarter.year}_quy_${quarter.quarter}.xlsx`,
    sheets: [
      projectSheet(quarter, index),
      applicationSheet(world, quarter, index),
      clearanceSheet(quarter, index),
    ],
  }));
}

function projectSheet(quarter: Quarter, index: number): Sheet {
  return layOut({
    ...frame(quarter, index, "TIẾN ĐỘ CÁC DỰ ÁN NHÀ Ở XÃ HỘI"),
    sheet_name: "Dự án",
    unit: "căn",
    columns: PROJECT_COLUMNS,
    body: projects.map((project, i) => projectRow(project, i, index, quarterEnd(quarter))),
  });
}

const PROJECT_COLUMNS = [
  column("A", 6, "STT"),
  column("B", 30, "Tên dự án"),
  column("C", 34, "Chủ đầu tư"),
  column("D", 20, "Địa điểm"),
  column("1", 10, "Diện tích đất (ha)"),
  column("2 = 3 + 4 + 5", 12, "Tổng số căn"),
  column("3", 8, "Trong đó", "bán"),
  column("4", 8, "Trong đó", "cho thuê"),
  column("5", 8, "Trong đó", "thuê mua"),
  column("6", 12, "Khởi công"),
  column("7", 10, "Hoàn thành (căn)"),
  column("8", 8, "Đủ điều kiện mở bán", "căn"),
  column("9", 14, "Đủ điều kiện mở bán", "số văn bản"),
  column("10", 12, "Đủ điều kiện mở bán", "ngày"),
  column("11", 12, "Đã đưa ra thị trường (căn)"),
  column("12", 8, "Đã ký hợp đồng", "mua"),
  column("13", 8, "Đã ký hợp đồng", "thuê"),
  column("14", 8, "Đã ký hợp đồng", "thuê mua"),
  column("15", 14, "Hạ tầng xã hội thiết yếu (Có/Không)"),
];

function projectRow(project: Project, index: number, quarter: number, day: Day): Row {
  const qualified = qualifiedBy(project, day);
  return body(
    index + 1,
    project.name,
    project.investor,
    project.location,
    project.land_area_ha,
    totalUnits(project),
    project.sale_units,
    project.rent_units,
    project.rent_purchase_units,
    isStartedBy(project, day) ? dayText(project.started_on) : null,
    project.completed_units[quarter] ?? 0,
    qualified?.units ?? 0,
    qualified?.document ?? null,
    qualified ? dayText(qualified.on) : null,
    project.marketed_units[quarter] ?? 0,
    project.contracted_sale_units[quarter] ?? 0,
    project.contracted_rent_units[quarter] ?? 0,
    project.contracted_rent_purchase_units[quarter] ?? 0,
    project.has_social_infrastructure ? "Có" : "Không",
  );
}

/** The applications that were open on some day of the quarter; later decisions are not known yet. */
function applicationSheet(world: World, quarter: Quarter, index: number): Sheet {
  const end = quarterEnd(quarter);
  const start: Day = { year: quarter.year, month: quarter.quarter * 3 - 2, day: 1 };
  const open = world.applications.filter(
    ({ submitted_on, decided_on }) =>
      daysBetween(submitted_on, end) >= 0 && daysBetween(start, decided_on) >= 0,
  );
  return layOut({
    ...frame(quarter, index, "DANH SÁCH HỒ SƠ ĐĂNG KÝ NHÀ Ở XÃ HỘI"),
    sheet_name: "Hồ sơ",
    columns: APPLICATION_COLUMNS,
    body: open.map((application, i) => {
      const isDecided = daysBetween(application.decided_on, end) >= 0;
      return body(
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

function clearanceSheet(quarter: Quarter, index: number): Sheet {
  const rows = projects.map(({ clearance }) => [
    clearance.land_to_clear,
    clearance.land_cleared[index] ?? 0,
    clearance.households,
    clearance.households_handed_over[index] ?? 0,
  ]);
  const totals = [0, 1, 2, 3].map((c) => Math.round(100 * sum(rows.map((r) => r[c] ?? 0))) / 100);
  return layOut({
    ...frame(quarter, index, "TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN NHÀ Ở XÃ HỘI"),
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

type Frame = Pick<Report, "office" | "number" | "date" | "titles">;

function frame(quarter: Quarter, index: number, title: string): Frame {
  const end = quarterEnd(quarter);
  return {
    office: leadUnits.economy_infrastructure_division,
    number: 70 + index,
    date: addDays(end, 8),
    titles: [
      title,
      `Quý ${roman(quarter.quarter)}/${quarter.year}`,
      `(Số liệu tính đến ngày ${dayText(end)})`,
    ],
  };
}
