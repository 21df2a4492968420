import { defineForm } from "../form.ts";

/** Applications for a social housing decision, one row each. */
export const form = defineForm({
  id: "housing_applications",
  title_vi: "Danh sách hồ sơ nhà ở xã hội",
  title_en: "List of social housing applications",
  agency_id: "economy_infrastructure_division",
  expected_every: "quarter",
  grace_days: 20,
  match: {
    subject: ["nhà ở xã hội"],
    beside: [
      "đăng ký",
      "thường trú",
      "mua",
      "thuê",
      "thuê mua",
      "hình thức mua thuê thuê mua",
      "dự án",
      "kết quả giải quyết",
    ],
    title_words: ["hồ sơ", "nhà ở xã hội", "thủ tục"],
    file_words: ["ho so", "applications"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    application_id: {
      headers: ["Mã hồ sơ", "Mã hồ sơ [nhà ở xã hội]"],
      type: "code",
      is_required: true,
    },
    applicant: {
      headers: [
        "Họ và tên",
        "Người nộp [hồ sơ] [họ và tên]",
        "Họ và tên [mua] [thuê] [thuê mua] [nhà ở xã hội]",
      ],
      type: "note",
      is_personal: true,
    },
    submitted_on: {
      headers: ["Ngày nộp", "Ngày nộp [hồ sơ] [thời gian]"],
      type: "date",
      is_required: true,
    },
    decided_on: {
      headers: ["Ngày quyết định", "Ngày quyết định [thời gian]", "Ngày kết quả giải quyết"],
      type: "date",
    },
    decision: { headers: ["Kết quả", "Kết quả giải quyết [hồ sơ]"], type: "text" },
    tenure: {
      headers: [
        "Hình thức",
        "Hình thức [mua] [thuê] [thuê mua] [nhà ở xã hội]",
        "Mua thuê thuê mua",
      ],
      type: "text",
    },
    note: { headers: ["Ghi chú"], type: "note", is_personal: true },
  },
  keys: {},
  measures: {},
  records: {
    unique: ["application_id"],
    fields: {
      application_id: { type: "VARCHAR", from: "application_id" },
      submitted_on: { type: "DATE", from: "submitted_on" },
      decided_on: { type: "DATE?", from: "decided_on" },
      decision: { type: "VARCHAR?", from: "decision" },
      tenure: { type: "VARCHAR?", from: "tenure" },
    },
  },
  window: "at_date",
  frequency: "quarter",
  blanks: { dash: "not_applicable", empty: "not_applicable" },
  totals: "ignore",
});
