import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** The call-up of a year by neighbourhood, from quota to handing over. */
export const form = defineForm({
  id: "police_callup",
  title_vi: "Kết quả tuyển quân, gọi công dân nhập ngũ",
  title_en: "Call-up results",
  agency_id: "military_command",
  expected_every: "year",
  grace_days: 60,
  match: {
    subject: ["tuyển quân", "giao quân"],
    beside: ["khám tuyển", "khám sức khỏe", "sức khỏe", "nghĩa vụ quân sự"],
    title_words: ["tuyển quân", "nhập ngũ", "nghĩa vụ quân sự", "giao quân"],
    file_words: ["tuyen quan", "nhap ngu", "nvqs", "callup", "giao quan"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    area: {
      headers: [...NEIGHBOURHOOD_HEADERS, "Địa bàn", "Khu vực", "Đơn vị"],
      type: "area",
      is_required: true,
    },
    quota: {
      headers: [
        "Chỉ tiêu",
        "Chỉ tiêu [thanh niên]",
        "Chỉ tiêu giao quân",
        "Chỉ tiêu giao quân [thanh niên]",
      ],
      type: "number",
    },
    screened: {
      headers: ["Khám sơ tuyển", "Khám sơ tuyển [thanh niên]", "Sơ tuyển [tham gia] [thanh niên]"],
      type: "number",
    },
    examined: {
      headers: ["Khám tuyển", "Khám tuyển [tham gia] [sức khỏe] [nghĩa vụ quân sự] [thanh niên]"],
      type: "number",
    },
    fit_1: {
      headers: ["Đạt sức khỏe | L1", "[Đạt] [sức khỏe] [kết luận] loại 1 [thanh niên]"],
      type: "number",
    },
    fit_2: {
      headers: ["Đạt sức khỏe | L2", "[Đạt] [sức khỏe] [kết luận] loại 2 [thanh niên]"],
      type: "number",
    },
    fit_3: {
      headers: ["Đạt sức khỏe | L3", "[Đạt] [sức khỏe] [kết luận] loại 3 [thanh niên]"],
      type: "number",
    },
    ordered: { headers: ["Phát lệnh", "Phát lệnh [thanh niên]"], type: "number" },
    handed_over: {
      headers: ["Giao quân", "Giao quân [thanh niên]"],
      type: "number",
    },
    achieved: {
      headers: [
        "Đạt %",
        "Tỷ lệ giao quân [so với chỉ tiêu] [chỉ tiêu] [đạt]",
        "Giao quân đạt so với chỉ tiêu [%]",
        "Tỷ lệ so với chỉ tiêu [đạt]",
        "Tỷ lệ chỉ tiêu giao quân [đạt] [hoàn thành]",
        "Tỷ lệ đạt [chỉ tiêu]",
      ],
      type: "number",
    },
    note: { headers: ["Ghi chú"], type: "note" },
    period: { headers: ["Kỳ", "Năm"], type: "period" },
  },
  require_one_of: [["quota", "screened", "examined", "handed_over"]],
  keys: { area: { column: "area", blank: "reject" }, period: { column: "period" } },
  measures: {
    quota: { unit: "people", kind: "flow", minimum: 0 },
    screened: { unit: "people", kind: "flow", minimum: 0 },
    examined: { unit: "people", kind: "flow", minimum: 0 },
    fit_1: { unit: "people", kind: "flow", minimum: 0, is_subset: true },
    fit_2: { unit: "people", kind: "flow", minimum: 0, is_subset: true },
    fit_3: { unit: "people", kind: "flow", minimum: 0, is_subset: true },
    ordered: { unit: "people", kind: "flow", minimum: 0 },
    handed_over: { unit: "people", kind: "flow", minimum: 0 },
    achieved: {
      unit: "percent",
      kind: "ratio",
      minimum: 0,
      maximum: 1000,
      blanks: { dash: "not_applicable", empty: "not_applicable" },
    },
  },
  window: "calendar",
  frequency: "year",
  blanks: { dash: "zero", empty: "zero" },
  checks: [
    { rule: "subset", of: "examined", parts: ["fit_1", "fit_2", "fit_3"] },
    { rule: "at_most", measure: "handed_over", limit: "ordered" },
    { rule: "ratio", ratio: "achieved", numerator: "handed_over", denominator: "quota" },
  ],
  totals: "ward",
});
