import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** Health insurance cards in force by neighbourhood or by group, at the end of a month. */
export const form = defineForm({
  id: "health_insurance_summary",
  title_vi: "Tổng hợp tham gia bảo hiểm y tế",
  title_en: "Health insurance summary",
  agency_id: "social_insurance_office",
  expected_every: "month",
  grace_days: 10,
  match: {
    subject: ["BHYT"],
    beside: ["BHXH", "lũy kế"],
    title_words: ["bảo hiểm y tế", "BHYT", "bao phủ"],
    file_words: ["bhyt", "bao hiem y te", "health insurance"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    area: {
      headers: [...NEIGHBOURHOOD_HEADERS, "Địa bàn", "Khu vực", "Đơn vị"],
      type: "area",
    },
    group: {
      headers: ["Nhóm đối tượng", "Đối tượng [tham gia]"],
      type: "category",
    },
    population: {
      headers: ["Dân số", "Dân số [hiện cư trú] [thường trú] [trung bình] [tổ dân phố]"],
      type: "number",
    },
    insured: {
      headers: [
        "Số người tham gia BHYT",
        "Số [người có] thẻ BHYT [tham gia]",
        "Đối tượng tham gia BHYT",
      ],
      type: "number",
      is_required: true,
    },
    coverage: {
      headers: [
        "Tỷ lệ bao phủ (%)",
        "Tỷ lệ [bao phủ] [tham gia] [thẻ BHYT] [dân số] [so với]",
        "Độ bao phủ [tỷ lệ] [tham gia] [thẻ BHYT] [đạt]",
      ],
      type: "number",
    },
    target: {
      headers: [
        "Chỉ tiêu giao",
        "Chỉ tiêu [tỷ lệ] [bao phủ] [tham gia] [dân số] [kế hoạch] [tổ dân phố]",
        "Kế hoạch [tỷ lệ] [bao phủ] [tham gia]",
      ],
      type: "number",
    },
    target_met: {
      headers: [
        "Đạt % kế hoạch",
        "Đạt [%] chỉ tiêu",
        "Đạt so với chỉ tiêu [giao] [%]",
        "Tỷ lệ kế hoạch",
        "Tỷ lệ so với kế hoạch [đạt] [năm]",
        "Tỷ lệ đạt chỉ tiêu",
        "Tỷ lệ đạt kế hoạch",
        "Tỷ lệ đạt [kế hoạch] [chỉ tiêu]",
        "Tỷ lệ đạt chỉ tiêu [so sánh] [bao phủ]",
      ],
      type: "number",
    },
    change_on_month: {
      headers: [
        "Tăng (+), giảm (−) so với tháng trước",
        "[Tăng giảm] so với tháng trước [người tham gia]",
        "Tăng so với tháng trước",
        "Tăng giảm tháng trước",
        "Tăng giảm trong tháng",
        "So sánh tháng trước [tăng giảm] [thẻ BHYT]",
        "[So sánh] [tăng giảm] so với tháng trước",
      ],
      type: "number",
    },
    change_on_year: {
      headers: [
        "Tăng (+), giảm (−) so với cùng kỳ",
        "[Tăng giảm] so với cùng kỳ [năm trước] [so sánh] [người tham gia]",
        "Tăng so với cùng kỳ [năm trước]",
        "Tăng giảm cùng kỳ [so sánh]",
        "So sánh cùng kỳ [tăng giảm] [thẻ BHYT]",
      ],
      type: "number",
    },
    period: { headers: ["Kỳ", "Ngày chốt"], type: "period" },
    note: { headers: ["Ghi chú"], type: "note" },
  },
  require_one_of: [["area", "group"]],
  keys: {
    area: { column: "area", blank: "reject" },
    period: { column: "period" },
    category: { column: "group", open: "text" },
  },
  measures: {
    population: { unit: "people", kind: "stock", minimum: 0, maximum: 10_000_000 },
    insured: { unit: "people", kind: "stock", minimum: 0, maximum: 10_000_000 },
    coverage: { unit: "percent", kind: "ratio", minimum: 0, maximum: 150 },
    target: { unit: "percent", kind: "ratio", minimum: 0, maximum: 100 },
    target_met: { unit: "percent", kind: "ratio", minimum: 0, maximum: 1000 },
    change_on_month: { unit: "people", kind: "flow" },
    change_on_year: { unit: "people", kind: "flow" },
  },
  window: "at_date",
  frequency: "month",
  blanks: { dash: "zero", empty: "missing" },
  checks: [
    { rule: "at_most", measure: "insured", limit: "population" },
    { rule: "ratio", ratio: "coverage", numerator: "insured", denominator: "population" },
  ],
  totals: "ward",
});
