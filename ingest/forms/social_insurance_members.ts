import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** Participants of social insurance by employer (form D02-LT). Names are read past, numbers become tokens. */
export const form = defineForm({
  id: "social_insurance_members",
  title_vi: "Danh sách lao động tham gia bảo hiểm xã hội (mẫu D02-LT)",
  title_en: "List of social insurance participants (form D02-LT)",
  agency_id: "social_insurance_office",
  expected_every: null,
  grace_days: 15,
  match: {
    subject: ["BHXH", "mã số BHXH"],
    excludes: ["biểu D03"],
    marks: { columns: ["salary", "position", "valid_from"], title: ["lao động", "tham gia"] },
    allows: ["tăng", "giảm", "mới"],
    beside: [
      "trường",
      "giáo viên",
      "BHXH",
      "BHYT",
      "BHTN",
      "BHTNLĐ BNN",
      "doanh nghiệp",
      "đợt",
      "bắt buộc",
      "tự nguyện",
    ],
    title_words: ["D02-LT", "D02", "lao động tham gia BHXH", "lao động tham gia bảo hiểm xã hội"],
    file_words: ["d02", "lao dong bhxh"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    name: {
      headers: ["Họ và tên"],
      type: "note",
      is_required: true,
      is_personal: true,
    },
    social_insurance_number: {
      headers: ["Mã số BHXH"],
      type: "identifier",
      is_personal: true,
    },
    birth: {
      headers: ["Ngày tháng năm sinh"],
      type: "date",
      is_personal: true,
    },
    sex: { headers: ["Giới tính"], type: "sex", is_personal: true },
    citizen_number: {
      headers: ["Số CCCD/ĐDCN", "Số CCCD/Hộ chiếu"],
      type: "identifier",
      is_personal: true,
    },
    position: {
      headers: [
        "Cấp bậc, chức vụ",
        "Chức vụ [nơi làm việc]",
        "Cấp bậc, chức vụ, chức danh nghề, nơi làm việc",
      ],
      type: "note",
      is_personal: true,
    },
    work: {
      headers: ["Vị trí việc làm | Nhà quản lý"],
      type: "note",
    },
    work_high: {
      headers: ["Vị trí việc làm | Chuyên môn kỹ thuật bậc cao"],
      type: "note",
    },
    work_middle: {
      headers: ["Vị trí việc làm | Chuyên môn kỹ thuật bậc trung"],
      type: "note",
    },
    work_other: { headers: ["Vị trí việc làm | Khác"], type: "note" },
    salary: {
      headers: [
        "Tiền lương | Hệ số/Mức lương",
        "Tiền lương [hệ số] [tham gia BHXH] [đồng] [tháng]",
      ],
      type: "number",
    },
    position_allowance: {
      headers: ["Tiền lương | Phụ cấp | Chức vụ", "[Tiền lương] phụ cấp chức vụ"],
      type: "number",
    },
    seniority_beyond_percent: {
      headers: [
        "Tiền lương | Phụ cấp | Thâm niên VK (%)",
        "[Tiền lương] [phụ cấp] thâm niên VK [%]",
      ],
      type: "number",
      unit: "percent",
    },
    seniority_percent: {
      headers: [
        "Tiền lương | Phụ cấp | Thâm niên nghề (%)",
        "[Tiền lương] [phụ cấp] thâm niên nghề [%]",
      ],
      type: "number",
      unit: "percent",
    },
    salary_allowance: {
      headers: ["Tiền lương | Phụ cấp | Phụ cấp lương", "[Tiền lương] [phụ cấp] phụ cấp lương"],
      type: "note",
    },
    supplements: {
      headers: ["Tiền lương | Phụ cấp | Các khoản bổ sung", "[Tiền lương] các khoản bổ sung"],
      type: "note",
    },
    hard_from: {
      headers: ["Ngành, nghề nặng nhọc, độc hại | Ngày bắt đầu"],
      type: "note",
    },
    hard_to: {
      headers: ["Ngành, nghề nặng nhọc, độc hại | Ngày kết thúc"],
      type: "note",
    },
    permanent_from: {
      headers: ["Loại và hiệu lực HĐLĐ | Không xác định thời hạn | Ngày bắt đầu"],
      type: "note",
    },
    fixed_from: {
      headers: ["Loại và hiệu lực HĐLĐ | Xác định thời hạn | Ngày bắt đầu"],
      type: "note",
    },
    fixed_to: {
      headers: ["Loại và hiệu lực HĐLĐ | Xác định thời hạn | Ngày kết thúc"],
      type: "note",
    },
    other_from: { headers: ["Loại và hiệu lực HĐLĐ | Khác | Ngày bắt đầu"], type: "note" },
    other_to: { headers: ["Loại và hiệu lực HĐLĐ | Khác | Ngày kết thúc"], type: "note" },
    valid_from: {
      headers: ["Từ tháng, năm", "[Thời gian] [tham gia] từ tháng"],
      type: "date",
      is_required: true,
    },
    valid_to: {
      headers: ["Đến tháng, năm", "[Thời gian] [tham gia] đến tháng"],
      type: "date",
    },
    area: { headers: NEIGHBOURHOOD_HEADERS, type: "area" },
    note: { headers: ["Ghi chú"], type: "note", is_personal: true },
  },
  require_one_of: [["social_insurance_number", "citizen_number"]],
  keys: { area: { column: "area", blank: "ward" } },
  measures: {},
  records: {
    is_personal: true,
    unique: ["person_key", "valid_from"],
    counts: {
      participants: {
        unit: "people",
        kind: "stock",
        valid_from: "valid_from",
        valid_to: "valid_to",
      },
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
      sex: { type: "VARCHAR?", as: "sex", from: ["sex", "citizen_number"] },
      birth_year: { type: "INTEGER?", as: "birth_year", from: ["birth", "citizen_number"] },
      area_text: { type: "VARCHAR?", from: "area" },
      area_id: { type: "VARCHAR?", as: "area_id", from: ["area"] },
      salary: { type: "DOUBLE?", from: "salary" },
      position_allowance: { type: "DOUBLE?", from: "position_allowance" },
      seniority_beyond_percent: { type: "DOUBLE?", from: "seniority_beyond_percent" },
      seniority_percent: { type: "DOUBLE?", from: "seniority_percent" },
      valid_from: { type: "DATE?", from: "valid_from" },
      valid_to: { type: "DATE?", as: "last_day", from: ["valid_to"] },
      unit_code: { type: "VARCHAR?", above: ["Mã đơn vị", "Mã số đơn vị"] },
    },
  },
  window: "at_date",
  frequency: "month",
  blanks: { dash: "not_applicable", empty: "not_applicable" },
  totals: "ignore",
});
