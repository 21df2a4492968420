import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** People who join or leave health insurance in a month (form D03-TS). Names are read past, numbers become tokens. */
export const form = defineForm({
  id: "health_insurance_d03",
  title_vi: "Danh sách người chỉ tham gia bảo hiểm y tế tăng, giảm (mẫu D03-TS)",
  title_en: "People joining and leaving health insurance (form D03-TS)",
  agency_id: "social_insurance_office",
  expected_every: null,
  grace_days: 15,
  match: {
    subject: ["BHYT", "phương án"],
    excludes: ["biểu D02"],
    marks: {
      columns: ["change", "joined_mark", "left_mark"],
      title: ["tăng", "giảm", "tăng giảm"],
    },
    allows: ["tăng", "giảm", "tăng giảm", "mới", "hết hạn"],
    beside: ["thẻ", "hộ gia đình", "đợt", "điều chỉnh", "trong tháng"],
    title_words: ["D03-TS", "D03", "danh sách", "chỉ tham gia bảo hiểm y tế", "chỉ tham gia BHYT"],
    file_words: ["d03", "tang giam bhyt"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    name: {
      headers: ["Họ và tên", "Họ và tên [người tham gia] [học sinh] [có thẻ BHYT]"],
      type: "note",
      is_required: true,
      is_personal: true,
    },
    social_insurance_number: {
      headers: [
        "Mã số BHXH",
        "Mã số BHXH/Số thẻ BHYT",
        "Mã số BHXH/Số CCCD",
        "Số thẻ BHYT",
        "Mã số",
      ],
      type: "identifier",
      is_personal: true,
    },
    citizen_number: {
      headers: ["Số CCCD/ĐDCN"],
      type: "identifier",
      is_personal: true,
    },
    birth: {
      headers: ["Ngày sinh"],
      type: "date",
      is_personal: true,
    },
    birth_precision: {
      headers: ["Chỉ có năm sinh", "Chỉ có năm sinh (0/1/2)"],
      type: "choice",
      choices: { day: ["0"], month: ["1"], year: ["2", "x"] },
    },
    sex: { headers: ["Giới tính", "Giới tính [nam] [nữ]"], type: "sex", is_personal: true },
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
    group: { headers: ["Mã đối tượng", "Đối tượng [tham gia]"], type: "code" },
    change: {
      headers: [
        "Phương án",
        "Phương án [tăng giảm] [tăng] [giảm]",
        "Tăng giảm",
        "Phát sinh [tăng] [giảm]",
      ],
      type: "choice",
      choices: {
        new: ["TM", "TD", "TC", "Tăng mới", "Tham gia mới", "Chuyển đến", "Tăng", "Báo tăng", "T"],
        return: ["ON", "Tham gia lại", "Đi làm lại", "Tái tham gia"],
        adjust: ["DC", "ĐC", "Điều chỉnh", "Cấp lại thẻ"],
        leave: ["GH", "GD", "GC", "Giảm hẳn", "Chuyển đi", "Giảm", "Báo giảm", "G"],
      },
    },
    joined_mark: {
      headers: ["Tăng [biến động] [phương án] [nội dung]"],
      type: "choice",
      choices: { new: ["x", "1", "Có"] },
    },
    left_mark: {
      headers: ["Giảm [biến động] [phương án] [nội dung]"],
      type: "choice",
      choices: { leave: ["x", "1", "Có"] },
    },
    adjusted_mark: {
      headers: ["Điều chỉnh [biến động] [phương án] [nội dung]"],
      type: "choice",
      choices: { adjust: ["x", "1", "Có"] },
    },
    valid_from: {
      headers: ["Từ ngày", "[Thời hạn sử dụng] từ ngày [thẻ BHYT]", "Ngày tăng", "Ngày giảm"],
      type: "date",
    },
    months: { headers: ["Số tháng", "Số tháng [tham gia]"], type: "count" },
    amount: { headers: ["Số tiền", "Tiền lương/Số tiền đóng"], type: "note" },
    note: { headers: ["Ghi chú", "Lý do [tăng] [giảm]"], type: "note", is_personal: true },
  },
  require_one_of: [["social_insurance_number", "citizen_number"]],
  keys: { area: { column: "area", blank: "ward" } },
  measures: {},
  records: {
    is_personal: true,
    unique: ["person_key", "direction"],
    sections: {
      joined: {
        texts: ["Tăng", "Người tham gia tăng", "Tăng người tham gia"],
        choices: ["new", "return"],
      },
      left: {
        texts: ["Giảm", "Người tham gia giảm", "Giảm người tham gia"],
        choices: ["leave"],
      },
      adjusted: { texts: ["Điều chỉnh"], choices: ["adjust"], is_anywhere: true },
    },
    counts: {
      joined: { unit: "people", kind: "flow", where: { field: "direction", is: "joined" } },
      left: { unit: "people", kind: "flow", where: { field: "direction", is: "left" } },
    },
    fields: {
      person_key: {
        type: "VARCHAR",
        as: "person_key",
        from: ["citizen_number", "social_insurance_number"],
      },
      citizen_key: { type: "VARCHAR?", as: "citizen_key", from: ["citizen_number"] },
      identified_by: {
        type: "VARCHAR",
        as: "identified_by",
        from: ["citizen_number", "social_insurance_number"],
      },
      direction: { type: "VARCHAR", as: "section", from: ["change"] },
      change: { type: "VARCHAR?", from: "change" },
      sex: { type: "VARCHAR?", as: "sex", from: ["sex", "citizen_number"] },
      birth_year: { type: "INTEGER?", as: "birth_year", from: ["birth", "citizen_number"] },
      birth_precision: { type: "VARCHAR?", as: "precision", from: ["birth_precision", "birth"] },
      area_text: { type: "VARCHAR?", from: "area" },
      area_id: { type: "VARCHAR?", as: "area_id", from: ["area"] },
      group_code: {
        type: "VARCHAR?",
        as: "group_code",
        from: ["group", "social_insurance_number"],
      },
      facility: { type: "VARCHAR?", from: "facility" },
      valid_from: { type: "DATE?", from: "valid_from" },
      months: { type: "INTEGER?", from: "months" },
      unit_code: { type: "VARCHAR?", above: ["Mã đơn vị", "Mã số đơn vị"] },
      participants: { type: "VARCHAR?", above: ["Đối tượng tham gia", "Loại đối tượng"] },
      funding: { type: "VARCHAR?", above: ["Nguồn đóng", "Nguồn kinh phí"] },
    },
  },
  window: "calendar",
  frequency: "month",
  blanks: { dash: "not_applicable", empty: "not_applicable" },
  totals: "ignore",
});
