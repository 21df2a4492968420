import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** Social insurance participants of the ward at the end of a month, one row or a row per month. */
export const form = defineForm({
  id: "social_insurance_summary",
  title_vi: "Tổng hợp tham gia bảo hiểm xã hội",
  title_en: "Social insurance summary",
  agency_id: "social_insurance_office",
  expected_every: "month",
  grace_days: 10,
  match: {
    subject: ["BHXH"],
    beside: ["BHYT", "BHTN", "lao động", "lũy kế"],
    title_words: ["bảo hiểm xã hội", "BHXH"],
    file_words: ["bhxh", "bao hiem xa hoi", "social insurance"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    area: { headers: ["Đơn vị", "Khu vực", ...NEIGHBOURHOOD_HEADERS], type: "area" },
    period: { headers: ["Tháng", "Kỳ"], type: "period" },
    compulsory: {
      headers: [
        "BHXH bắt buộc",
        "[Người lao động tham gia] [lao động] [đối tượng] [loại hình] BHXH bắt buộc",
      ],
      type: "number",
    },
    voluntary: {
      headers: [
        "BHXH tự nguyện",
        "[Người tham gia] [lao động] [đối tượng] [loại hình] BHXH tự nguyện",
      ],
      type: "number",
    },
    unemployment_insurance: {
      headers: [
        "BHTN",
        "[Người lao động tham gia] [lao động] [đối tượng] [loại hình] [BHXH bắt buộc] BHTN",
      ],
      type: "number",
    },
    total: {
      headers: [
        "Tổng",
        "Tổng [người tham gia]",
        "Tổng [BHXH] bắt buộc tự nguyện",
        "Tham gia BHXH [lao động] [đối tượng] [loại hình]",
      ],
      type: "number",
    },
    labour_force: {
      headers: ["LLLĐ trong độ tuổi", "LLLĐ [trong độ tuổi lao động] [lao động]"],
      type: "number",
    },
    participation_rate: {
      headers: [
        "Tỷ lệ (%)",
        "Độ bao phủ BHXH [tỷ lệ]",
        "Tỷ lệ [tham gia] [đạt] [bao phủ] [lực lượng lao động] [so với]",
      ],
      type: "number",
    },
    note: { headers: ["Ghi chú"], type: "note" },
  },
  require_one_of: [["compulsory", "voluntary"]],
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
