import { defineForm, NEIGHBOURHOOD_HEADERS } from "../form.ts";

/** Households and residents by neighbourhood, from the residence register, at a date. */
export const form = defineForm({
  id: "police_population",
  title_vi: "Tình hình hộ khẩu, nhân khẩu",
  title_en: "Households and residents",
  agency_id: "ward_police",
  expected_every: "month",
  grace_days: 10,
  match: {
    subject: ["dân số", "thường trú", "tạm trú"],
    beside: ["biến động"],
    title_words: ["nhân khẩu", "hộ khẩu", "dân cư", "cư trú"],
    file_words: ["nhan khau", "dan cu", "dan so", "population"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    area: {
      headers: [...NEIGHBOURHOOD_HEADERS, "Địa bàn", "Khu vực", "Đơn vị"],
      type: "area",
      is_required: true,
    },
    households: { headers: ["Số hộ"], type: "number" },
    registered_population: {
      headers: ["Nhân khẩu thường trú", "[Nhân khẩu] thường trú"],
      type: "number",
      is_required: true,
    },
    temporary_residents: {
      headers: ["Tạm trú", "[Nhân khẩu] tạm trú"],
      type: "number",
    },
    temporarily_absent: {
      headers: ["Tạm vắng", "[Nhân khẩu] tạm vắng"],
      type: "number",
    },
    male: { headers: ["Nam", "[Nhân khẩu thường trú] [giới tính] nam"], type: "number" },
    female: { headers: ["Nữ", "[Nhân khẩu thường trú] [giới tính] nữ"], type: "number" },
    aged_14_plus: {
      headers: ["14+", "[Nhân khẩu thường trú] 14+"],
      type: "number",
    },
    aged_0_14: {
      headers: ["0-14", "[Nhân khẩu thường trú] [trẻ em] 0-14"],
      type: "number",
    },
    aged_15_59: {
      headers: ["15-59", "[Nhân khẩu thường trú] [trong độ tuổi lao động] 15-59"],
      type: "number",
    },
    aged_60_plus: {
      headers: ["60+", "[Nhân khẩu thường trú] [người cao tuổi] 60+"],
      type: "number",
    },
    period: { headers: ["Kỳ", "Ngày chốt"], type: "period" },
    note: { headers: ["Ghi chú"], type: "note" },
  },
  keys: {
    area: { column: "area", blank: "reject" },
    period: { column: "period" },
  },
  measures: {
    households: { unit: "households", kind: "stock", minimum: 0 },
    registered_population: { unit: "people", kind: "stock", minimum: 0, maximum: 10_000_000 },
    temporary_residents: { unit: "people", kind: "stock", minimum: 0 },
    temporarily_absent: { unit: "people", kind: "stock", minimum: 0 },
    male: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    female: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    aged_14_plus: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    aged_0_14: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    aged_15_59: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
    aged_60_plus: { unit: "people", kind: "stock", minimum: 0, is_subset: true },
  },
  window: "at_date",
  frequency: "month",
  blanks: { dash: "zero", empty: "missing" },
  checks: [
    { rule: "sum", total: "registered_population", parts: ["male", "female"] },
    {
      rule: "sum",
      total: "registered_population",
      parts: ["aged_0_14", "aged_15_59", "aged_60_plus"],
    },
    { rule: "subset", of: "registered_population", parts: ["aged_14_plus"] },
  ],
  totals: "ward",
});
