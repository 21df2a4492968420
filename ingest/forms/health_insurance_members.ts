import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** The people who hold a health insurance card at a date. Names are read past, numbers become tokens. */
export const form = defineForm({
  id: "health_insurance_members",
  title_vi: "Danh sách người tham gia bảo hiểm y tế",
  title_en: "List of health insurance members",
  agency_id: "social_insurance_office",
  expected_every: null,
  grace_days: 15,
  match: {
    subject: ["BHYT", "thẻ", "KCB"],
    excludes: ["tăng giảm", "biến động", "biểu D02"],
    marks: { columns: ["card", "valid_to", "facility", "benefit"], title: ["tham gia", "thẻ"] },
    beside: ["BHXH", "nhân khẩu"],
    title_words: ["danh sách", "bảo hiểm y tế", "BHYT", "người tham gia"],
    file_words: ["bhyt", "danh sach", "members"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    name: {
      headers: ["Họ và tên", "Họ và tên [người tham gia] [học sinh] [có thẻ BHYT]"],
      type: "note",
      is_required: true,
      is_personal: true,
    },
    birth: {
      headers: ["Ngày sinh"],
      type: "date",
      is_personal: true,
    },
    sex: { headers: ["Giới tính"], type: "sex", is_personal: true },
    social_insurance_number: {
      headers: ["Mã số BHXH"],
      type: "identifier",
      is_personal: true,
    },
    card: {
      headers: ["Số thẻ BHYT", "Số thẻ BHYT [mã số BHXH] [số CCCD]"],
      type: "identifier",
      is_personal: true,
    },
    citizen_number: {
      headers: ["Số CCCD/ĐDCN"],
      type: "identifier",
      is_personal: true,
    },
    address: {
      headers: ["Địa chỉ", "Địa chỉ [tổ dân phố]"],
      type: "note",
      is_personal: true,
    },
    area: { headers: [...NEIGHBOURHOOD_HEADERS, "Tổ", "Tổ dân phố số"], type: "area" },
    facility: {
      headers: ["Nơi đăng ký KCB ban đầu"],
      type: "text",
    },
    valid_from: {
      headers: ["Giá trị thẻ | từ ngày", "[Giá trị] [hạn] [thẻ BHYT] từ ngày"],
      type: "date",
    },
    valid_to: {
      headers: [
        "Giá trị thẻ | đến ngày",
        "[Giá trị] [thẻ] đến ngày",
        "Hạn thẻ [đến]",
        "[Ngày] hết hạn [thẻ BHYT]",
        "Hạn [thẻ] [đến ngày] [BHYT]",
      ],
      type: "date",
    },
    validity: { headers: ["Thời hạn sử dụng [thẻ BHYT]", "Giá trị [thẻ BHYT]"], type: "period" },
    five_years: {
      headers: ["Thời điểm đủ 5 năm liên tục"],
      type: "note",
    },
    group: { headers: ["Mã đối tượng"], type: "code" },
    benefit: { headers: ["Mức hưởng", "Mức hưởng [BHYT] [%]"], type: "count" },
    note: { headers: ["Ghi chú"], type: "note", is_personal: true },
  },
  require_one_of: [["social_insurance_number", "card", "citizen_number"]],
  keys: { area: { column: "area", blank: "ward" } },
  measures: {},
  records: {
    is_personal: true,
    unique: ["person_key"],
    counts: {
      members: { unit: "people", kind: "stock", valid_from: "valid_from", valid_to: "valid_to" },
    },
    fields: {
      person_key: {
        type: "VARCHAR",
        as: "person_key",
        from: ["citizen_number", "social_insurance_number", "card"],
      },
      citizen_key: { type: "VARCHAR?", as: "citizen_key", from: ["citizen_number", "card"] },
      identified_by: {
        type: "VARCHAR",
        as: "identified_by",
        from: ["citizen_number", "social_insurance_number", "card"],
      },
      sex: { type: "VARCHAR?", as: "sex", from: ["sex", "citizen_number"] },
      birth_year: { type: "INTEGER?", as: "birth_year", from: ["birth", "citizen_number"] },
      area_text: { type: "VARCHAR?", from: "area" },
      area_id: { type: "VARCHAR?", as: "area_id", from: ["area"] },
      group_code: { type: "VARCHAR?", as: "group_code", from: ["group", "card"] },
      benefit_level: { type: "INTEGER?", as: "benefit_level", from: ["benefit", "card"] },
      valid_from: { type: "DATE?", as: "range_start", from: ["valid_from", "validity"] },
      valid_to: { type: "DATE?", as: "range_end", from: ["valid_to", "validity"] },
      facility: { type: "VARCHAR?", from: "facility" },
    },
  },
  window: "at_date",
  frequency: "month",
  blanks: { dash: "not_applicable", empty: "not_applicable" },
  totals: "ignore",
});
