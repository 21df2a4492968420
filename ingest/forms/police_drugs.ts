import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** People on file for drugs by neighbourhood in a police quarter. On file, users and after-care never add. */
export const form = defineForm({
  id: "police_drugs",
  title_vi: "Tình hình người nghiện, người sử dụng trái phép chất ma túy",
  title_en: "Recorded drug addicts and users",
  agency_id: "ward_police",
  expected_every: "quarter",
  grace_days: 15,
  match: {
    subject: ["ma túy", "nghiện"],
    beside: ["không ma túy", "sử dụng", "quản lý sau cai"],
    title_words: ["ma túy", "người nghiện"],
    file_words: ["ma tuy", "nguoi nghien", "drugs"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    area: {
      headers: [...NEIGHBOURHOOD_HEADERS, "Địa bàn", "Khu vực", "Đơn vị"],
      type: "area",
      is_required: true,
    },
    on_file: {
      headers: ["Người nghiện có hồ sơ", "Người nghiện có hồ sơ [ma túy]"],
      type: "number",
      is_required: true,
    },
    outside: {
      headers: ["Ngoài xã hội", "[Người nghiện có hồ sơ] ngoài xã hội"],
      type: "number",
    },
    compulsory_treatment: {
      headers: ["Cai nghiện bắt buộc", "[Người nghiện có hồ sơ] [cai nghiện] cai nghiện bắt buộc"],
      type: "number",
    },
    other_centres: {
      headers: ["Cơ sở khác", "[Người nghiện có hồ sơ] cơ sở khác"],
      type: "number",
    },
    in_custody: {
      headers: ["Giam giữ", "[Người nghiện có hồ sơ] giam giữ"],
      type: "number",
    },
    users: {
      headers: [
        "Người sử dụng trái phép",
        "Người sử dụng trái phép [ma túy] [có hồ sơ] [đối tượng]",
      ],
      type: "number",
    },
    aftercare: {
      headers: ["Quản lý sau cai", "Sau cai [ma túy] [có hồ sơ] [đối tượng]"],
      type: "number",
    },
    hotspots: {
      headers: ["Điểm, tụ điểm", "Điểm, tụ điểm [ma túy]"],
      type: "number",
    },
    age_under_14: {
      headers: ["< 14", "[Người nghiện có hồ sơ] < 14"],
      type: "number",
    },
    age_14_15: {
      headers: ["14–<16", "[Người nghiện có hồ sơ] 14–<16"],
      type: "number",
    },
    age_16_17: {
      headers: ["16–<18", "[Người nghiện có hồ sơ] 16–<18"],
      type: "number",
    },
    age_18_29: {
      headers: ["18–<30", "[Người nghiện có hồ sơ] 18–<30"],
      type: "number",
    },
    age_30_plus: {
      headers: ["≥ 30", "[Người nghiện có hồ sơ] ≥ 30"],
      type: "number",
    },
    note: { headers: ["Ghi chú"], type: "note" },
    period: { headers: ["Kỳ"], type: "period" },
  },
  keys: { area: { column: "area", blank: "reject" }, period: { column: "period" } },
  measures: {
    on_file: { unit: "people", kind: "stock", minimum: 0 },
    outside: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    compulsory_treatment: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    other_centres: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    in_custody: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    users: { unit: "people", kind: "stock", minimum: 0 },
    aftercare: { unit: "people", kind: "stock", minimum: 0 },
    hotspots: { unit: "places", kind: "stock", minimum: 0 },
    age_under_14: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    age_14_15: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    age_16_17: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    age_18_29: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    age_30_plus: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
  },
  window: "police",
  frequency: "quarter",
  blanks: { dash: "zero", empty: "zero" },
  checks: [
    {
      rule: "sum",
      total: "on_file",
      parts: ["outside", "compulsory_treatment", "other_centres", "in_custody"],
    },
  ],
  totals: "ward",
});
