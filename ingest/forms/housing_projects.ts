import { defineForm } from "../form.ts";

/** Social housing projects as they stand at a report date. */
export const form = defineForm({
  id: "housing_projects",
  title_vi: "Tiến độ các dự án nhà ở xã hội",
  title_en: "Progress of social housing projects",
  agency_id: "economy_infrastructure_division",
  expected_every: "quarter",
  grace_days: 20,
  match: {
    subject: ["nhà ở xã hội", "căn"],
    title_words: ["nhà ở xã hội", "dự án", "tiến độ"],
    file_words: ["nha o xa hoi", "noxh", "housing projects", "du an"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    project_name: { headers: ["Tên dự án"], type: "text", is_required: true },
    investor: { headers: ["Chủ đầu tư", "Chủ đầu tư [doanh nghiệp]"], type: "text" },
    location: {
      headers: ["Địa điểm", "Địa điểm [địa bàn] [địa chỉ] [xây dựng] [dự án]"],
      type: "text",
    },
    land_area_ha: {
      headers: ["Diện tích đất (ha)", "Diện tích [dự án] [xây dựng] [nhà ở xã hội]"],
      type: "number",
    },
    total_units: {
      headers: ["Tổng số căn", "Tổng số căn [nhà ở xã hội] [dự án]"],
      type: "count",
      is_required: true,
    },
    sale_units: {
      headers: ["Trong đó | bán", "[Tổng số căn] bán [cơ cấu] [nhà ở xã hội]"],
      type: "count",
    },
    rent_units: {
      headers: ["Trong đó | cho thuê", "[Tổng số căn] cho thuê [cơ cấu] [nhà ở xã hội]"],
      type: "count",
    },
    rent_purchase_units: {
      headers: ["Trong đó | thuê mua", "[Tổng số căn] thuê mua [cơ cấu] [nhà ở xã hội]"],
      type: "count",
    },
    started_on: {
      headers: ["Khởi công", "Ngày khởi công", "Khởi công [tháng] [ngày]"],
      type: "date",
    },
    completed_units: {
      headers: ["Hoàn thành (căn)", "[Số căn] hoàn thành [xây dựng]"],
      type: "count",
    },
    qualified_units: {
      headers: ["Đủ điều kiện mở bán | căn", "[Số căn] đủ điều kiện mở bán [nhà ở xã hội]"],
      type: "count",
    },
    qualified_document: {
      headers: ["Đủ điều kiện mở bán | số văn bản", "Số văn bản [đủ điều kiện mở bán]"],
      type: "text",
    },
    qualified_on: {
      headers: [
        "Đủ điều kiện mở bán | ngày",
        "Ngày văn bản [đủ điều kiện mở bán]",
        "Đủ điều kiện mở bán | ngày [số văn bản]",
      ],
      type: "date",
    },
    stage: {
      headers: ["Giai đoạn", "Giai đoạn [thực hiện] [dự án]", "Tình trạng [thực hiện] dự án"],
      type: "text",
    },
    planned_on: {
      headers: [
        "Dự kiến đủ điều kiện mở bán",
        "[Thời điểm] [thời gian] [ngày] dự kiến đủ điều kiện mở bán",
        "Dự kiến | đủ điều kiện mở bán",
      ],
      type: "date",
    },
    marketed_units: {
      headers: ["Đã đưa ra thị trường (căn)", "[Số căn] đã đưa ra thị trường"],
      type: "count",
    },
    contracted_sale_units: {
      headers: ["Đã ký hợp đồng | mua", "Đã ký hợp đồng [số căn] | mua"],
      type: "count",
    },
    contracted_rent_units: {
      headers: ["Đã ký hợp đồng | thuê", "Đã ký hợp đồng [số căn] | thuê"],
      type: "count",
    },
    contracted_rent_purchase_units: {
      headers: ["Đã ký hợp đồng | thuê mua", "Đã ký hợp đồng [số căn] | thuê mua"],
      type: "count",
    },
    has_social_infrastructure: {
      headers: ["Hạ tầng xã hội thiết yếu (Có/Không)", "Hạ tầng xã hội thiết yếu [dự án]"],
      type: "yes_no",
    },
    note: { headers: ["Ghi chú"], type: "note" },
  },
  keys: {},
  measures: {},
  records: {
    unique: ["project_name"],
    fields: {
      project_name: { type: "VARCHAR", from: "project_name" },
      investor: { type: "VARCHAR?", from: "investor" },
      location: { type: "VARCHAR?", from: "location" },
      land_area_ha: { type: "DOUBLE?", from: "land_area_ha" },
      total_units: { type: "INTEGER?", from: "total_units" },
      sale_units: { type: "INTEGER?", from: "sale_units" },
      rent_units: { type: "INTEGER?", from: "rent_units" },
      rent_purchase_units: { type: "INTEGER?", from: "rent_purchase_units" },
      started_on: { type: "DATE?", from: "started_on" },
      completed_units: { type: "INTEGER?", from: "completed_units" },
      qualified_units: { type: "INTEGER?", from: "qualified_units" },
      qualified_document: { type: "VARCHAR?", from: "qualified_document" },
      qualified_on: { type: "DATE?", from: "qualified_on" },
      stage: { type: "VARCHAR?", from: "stage" },
      planned_on: { type: "DATE?", as: "last_day", from: ["planned_on"] },
      marketed_units: { type: "INTEGER?", from: "marketed_units" },
      contracted_sale_units: { type: "INTEGER?", from: "contracted_sale_units" },
      contracted_rent_units: { type: "INTEGER?", from: "contracted_rent_units" },
      contracted_rent_purchase_units: { type: "INTEGER?", from: "contracted_rent_purchase_units" },
      has_social_infrastructure: { type: "BOOLEAN?", from: "has_social_infrastructure" },
    },
  },
  window: "at_date",
  frequency: "quarter",
  blanks: { dash: "zero", empty: "not_applicable" },
  checks: [
    {
      rule: "sum",
      total: "total_units",
      parts: ["sale_units", "rent_units", "rent_purchase_units"],
    },
    { rule: "at_most", measure: "completed_units", limit: "total_units" },
    { rule: "at_most", measure: "qualified_units", limit: "total_units" },
    { rule: "at_most", measure: "marketed_units", limit: "qualified_units" },
  ],
  totals: "ignore",
});
