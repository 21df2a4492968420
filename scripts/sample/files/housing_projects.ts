import { type Day, dayText, type Quarter } from "../calendar.ts";
import { column } from "../header.ts";
import { body, layOut } from "../layout.ts";
import type { Row, Sheet } from "../sheet.ts";
import { isStartedBy, qualifiedBy, quarterEnd, totalUnits } from "../truth/housing.ts";
import { type Project, projects } from "../truth/projects.ts";
import { housingFrame } from "./housing_frame.ts";

/** The projects as they stand at a quarter's end. */
export function projectSheet(quarter: Quarter, index: number): Sheet {
  return layOut({
    ...housingFrame(quarter, index, "TIẾN ĐỘ CÁC DỰ ÁN NHÀ Ở XÃ HỘI"),
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
  column("16", 14, "Dự kiến đủ điều kiện mở bán"),
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
    project.planned[quarter] || null,
  );
}
