import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** The project's own template: any indicator, period and area, by any unit. */
export const form = defineForm({
  id: "programme_tracking",
  title_vi: "Theo dõi chương trình hành động",
  title_en: "Programme tracking",
  agency_id: "ward_people_committee",
  expected_every: "month",
  grace_days: 15,
  match: {
    subject: ["chương trình hành động", "mã chỉ tiêu"],
    marks: { columns: ["indicator"], title: ["chỉ tiêu theo dõi"] },
    allows: ["*"],
    title_words: ["theo dõi chương trình", "chương trình hành động", "theo dõi chỉ tiêu"],
    file_words: ["programme tracking", "theo doi"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    indicator: {
      headers: [
        "Mã chỉ tiêu",
        "Chỉ tiêu (mã)",
        "Mã chỉ tiêu theo dõi [chỉ tiêu]",
        "Chỉ tiêu chương trình hành động",
      ],
      type: "category",
      is_required: true,
    },
    indicator_title: {
      headers: ["Tên chỉ tiêu", "Tên chỉ tiêu [chỉ tiêu] [mã chỉ tiêu]", "Chỉ tiêu"],
      type: "note",
    },
    period: { headers: ["Kỳ"], type: "period" },
    area: { headers: ["Khu vực", ...NEIGHBOURHOOD_HEADERS], type: "area" },
    numerator: { headers: ["Tử số", "Tử số [trong kỳ] [đạt]", "Số đạt"], type: "number" },
    denominator: { headers: ["Mẫu số", "Mẫu số [trong kỳ]", "Tổng số"], type: "number" },
    value: {
      headers: ["Giá trị", "Giá trị [chỉ tiêu] [trong kỳ]", "Thực hiện"],
      type: "number",
    },
    evidence: { headers: ["Minh chứng", "Minh chứng [hồ sơ] [văn bản]"], type: "note" },
    note: { headers: ["Ghi chú"], type: "note" },
    request: { headers: ["Yêu cầu giải trình"], type: "remark" },
    requested_at: { headers: ["Ngày yêu cầu"], type: "date" },
    reply_due_date: { headers: ["Hạn giải trình"], type: "date" },
    reply: { headers: ["Giải trình"], type: "remark" },
    replied_at: { headers: ["Ngày giải trình"], type: "date" },
  },
  require_one_of: [["value", "numerator"]],
  keys: {
    category: { column: "indicator", open: "code" },
    period: { column: "period" },
    area: { column: "area", blank: "ward" },
  },
  measures: {
    numerator: { unit: "indicator_unit", kind: "stock" },
    denominator: { unit: "indicator_unit", kind: "stock", minimum: 0 },
    value: { unit: "indicator_unit", kind: "stock" },
  },
  remarks: {
    request: { content: "request", written: "requested_at", due: "reply_due_date" },
    reply: { content: "reply", written: "replied_at" },
  },
  window: "calendar",
  frequency: "month",
  blanks: { dash: "not_applicable", empty: "not_applicable" },
  totals: "ward",
});
