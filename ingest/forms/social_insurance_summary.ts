import { defineForm } from "../form.ts";

/** Social insurance participants of the ward at the end of a month, one row or a row per month. */
export const form = defineForm({
  id: "social_insurance_summary",
  title_vi: "Tổng hợp tham gia bảo hiểm xã hội",
  title_en: "Social insurance summary",
  agency_id: "social_insurance_office",
  expected_every: "month",
  grace_days: 10,
  match: {
    title_words: ["bảo hiểm xã hội", "BHXH"],
    file_words: ["bhxh", "bao hiem xa hoi", "social insurance"],
  },
  columns: {
    ordinal: { headers: ["STT", "TT", "Số TT"], type: "ordinal" },
    area: { headers: ["Đơn vị", "Khu vực", "Địa bàn", "Phường", "Tên đơn vị"], type: "area" },
    period: { headers: ["Tháng", "Kỳ", "Kỳ báo cáo", "Thời điểm"], type: "period" },
    compulsory: {
      headers: [
        "BHXH bắt buộc",
        "Số người tham gia | BHXH bắt buộc",
        "Bảo hiểm xã hội bắt buộc",
        "BHXH bắt buộc | Số người",
      ],
      type: "number",
      is_required: true,
    },
    voluntary: {
      headers: [
        "BHXH tự nguyện",
        "Số người tham gia | BHXH tự nguyện",
        "Bảo hiểm xã hội tự nguyện",
        "BHXH tự nguyện | Số người",
      ],
      type: "number",
      is_required: true,
    },
    unemployment_insurance: {
      headers: [
        "BHTN",
        "Trong đó đồng tham gia BHTN",
        "Trong đó: BHTN",
        "BHXH bắt buộc | Trong đó: BHTN",
        "Đồng tham gia BHTN",
        "Bảo hiểm thất nghiệp",
      ],
      type: "number",
    },
    total: {
      headers: ["Tổng", "Tổng số", "Tổng cộng", "Tổng số người tham gia", "Cộng"],
      type: "number",
    },
    labour_force: {
      headers: [
        "LLLĐ trong độ tuổi",
        "LLLĐ trong độ tuổi lao động",
        "Lực lượng lao động trong độ tuổi",
        "Lực lượng lao động",
        "LLLĐ",
      ],
      type: "number",
    },
    participation_rate: {
      headers: ["Tỷ lệ (%)", "Tỷ lệ tham gia", "Tỷ lệ tham gia BHXH", "Tỷ lệ bao phủ"],
      type: "number",
    },
    note: { headers: ["Ghi chú"], type: "note" },
  },
  keys: { area: { column: "area", blank: "ward" }, period: { column: "period" } },
  measures: {
    compulsory: { unit: "people", kind: "stock", minimum: 0, maximum: 10_000_000 },
    voluntary: { unit: "people", kind: "stock", minimum: 0, maximum: 10_000_000 },
    unemployment_insurance: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    total: { unit: "people", kind: "stock", minimum: 0 },
    labour_force: { unit: "people", kind: "stock", minimum: 0 },
    participation_rate: { unit: "percent", kind: "ratio", minimum: 0, maximum: 100 },
  },
  window: "at_date",
  frequency: "month",
  blanks: { dash: "missing", empty: "missing" },
  checks: [
    { rule: "sum", total: "total", parts: ["compulsory", "voluntary"] },
    { rule: "subset", of: "compulsory", parts: ["unemployment_insurance"] },
    { rule: "ratio", ratio: "participation_rate", numerator: "total", denominator: "labour_force" },
  ],
  totals: "ward",
});
