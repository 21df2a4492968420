import { defineForm } from "../form.ts";

/** Land and households to clear for housing projects, and how much is done, at the end of a quarter. */
export const form = defineForm({
  id: "housing_clearance",
  title_vi: "Tiến độ giải phóng mặt bằng",
  title_en: "Progress of site clearance",
  agency_id: "economy_infrastructure_division",
  expected_every: "quarter",
  grace_days: 20,
  match: {
    subject: ["GPMB", "thu hồi", "phải thu hồi", "đã thu hồi"],
    beside: ["nhà ở xã hội", "dự án", "chủ đầu tư", "lũy kế"],
    marks: { columns: ["land_cleared", "households_handed_over"], title: [] },
    title_words: ["giải phóng mặt bằng", "GPMB", "thu hồi đất"],
    file_words: ["gpmb", "giai phong mat bang", "clearance"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    project: { headers: ["Tên dự án"], type: "category", is_required: true },
    land_to_clear: {
      headers: ["Diện tích phải thu hồi (ha)", "Diện tích phải thu hồi [GPMB] [dự án]"],
      type: "number",
    },
    land_cleared: {
      headers: [
        "Diện tích đã thu hồi (ha)",
        "[Diện tích] đã thu hồi [GPMB]",
        "Diện tích đã thu hồi [chủ đầu tư]",
      ],
      type: "number",
    },
    households_to_clear: {
      headers: ["Số hộ", "Số hộ [phải bàn giao] [đất] [GPMB] [dự án]"],
      type: "number",
    },
    households_handed_over: {
      headers: ["Số hộ đã bàn giao", "Số hộ đã bàn giao [GPMB] [chủ đầu tư] [dự án] [hoàn thành]"],
      type: "number",
    },
    note: { headers: ["Ghi chú"], type: "note" },
    period: { headers: ["Kỳ"], type: "period" },
  },
  keys: { period: { column: "period" }, category: { column: "project", open: "text" } },
  measures: {
    land_to_clear: { unit: "hectares", kind: "stock", minimum: 0 },
    land_cleared: { unit: "hectares", kind: "stock", minimum: 0 },
    households_to_clear: { unit: "households", kind: "stock", minimum: 0 },
    households_handed_over: { unit: "households", kind: "stock", minimum: 0 },
  },
  window: "at_date",
  frequency: "quarter",
  blanks: { dash: "zero", empty: "missing" },
  checks: [
    { rule: "at_most", measure: "land_cleared", limit: "land_to_clear" },
    { rule: "at_most", measure: "households_handed_over", limit: "households_to_clear" },
  ],
  totals: "ward",
  editions: {
    square_metres: {
      columns: {
        land_to_clear: {
          headers: ["Diện tích phải thu hồi (m2)", "Diện tích phải thu hồi m2"],
        },
        land_cleared: { headers: ["Diện tích đã thu hồi (m2)", "Diện tích đã thu hồi m2"] },
      },
      measures: { land_to_clear: { scale: 0.0001 }, land_cleared: { scale: 0.0001 } },
    },
  },
});
