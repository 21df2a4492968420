import { defineForm } from "../form.ts";

/** Offences by type in a police month, from the 15th of the month before to the 14th. */
export const form = defineForm({
  id: "police_crime",
  title_vi: "Tình hình tội phạm và vi phạm pháp luật",
  title_en: "Offences and violations",
  agency_id: "ward_police",
  expected_every: "month",
  grace_days: 10,
  match: {
    subject: ["tội phạm", "loại tội phạm"],
    beside: ["lũy kế"],
    title_words: ["tội phạm", "phạm pháp hình sự", "trật tự xã hội", "an ninh, trật tự"],
    file_words: ["toi pham", "pphs", "crime"],
  },
  columns: {
    ordinal: { headers: ["STT"], type: "ordinal" },
    category: {
      headers: ["Loại tội phạm", "Nội dung"],
      type: "category",
      is_required: true,
    },
    cases: {
      headers: ["Số vụ xảy ra", "Số vụ xảy ra [xử lý]", "[Tội phạm] xảy ra [từ]", "Số vụ"],
      type: "number",
      is_required: true,
    },
    cleared: {
      headers: ["Số vụ khám phá", "[Tội phạm] khám phá", "Khám phá, xử lý"],
      type: "number",
    },
    clearance_rate: {
      headers: ["Tỷ lệ (%)", "Tỷ lệ [khám phá] [đạt]", "Tỷ lệ khám phá [xảy ra]"],
      type: "number",
      follows: "cleared",
    },
    offenders: {
      headers: [
        "Số đối tượng bắt, xử lý",
        "Bắt, xử lý [đối tượng] [khám phá]",
        "Số đối tượng [khám phá]",
      ],
      type: "number",
    },
    gangs: { headers: ["Băng nhóm", "Băng nhóm [khám phá] [bắt, xử lý]"], type: "number" },
    change: {
      headers: [
        "So cùng kỳ (+/−)",
        "[Tăng giảm] so cùng kỳ [xảy ra] [năm trước]",
        "Tăng giảm cùng kỳ",
        "So sánh cùng kỳ [năm trước]",
      ],
      type: "number",
    },
    change_percent: {
      headers: [
        "Tỷ lệ %",
        "So cùng kỳ [tăng giảm] [xảy ra] | Tỷ lệ %",
        "Tỷ lệ tăng giảm cùng kỳ",
        "So sánh cùng kỳ | Tỷ lệ (%)",
        "Tỷ lệ tăng, giảm (%)",
      ],
      type: "number",
      follows: "change",
    },
    note: { headers: ["Ghi chú"], type: "note" },
    period: { headers: ["Kỳ"], type: "period" },
  },
  keys: {
    period: { column: "period" },
    category: {
      column: "category",
      known: {
        social_order: {
          texts: [
            "Tội phạm về trật tự xã hội",
            "Tội phạm về TTXH",
            "Tội phạm trật tự xã hội",
            "Tội phạm TTXH",
            "Tội phạm xâm phạm trật tự xã hội",
            "Tội phạm hình sự",
            "PPHS",
            "Phạm pháp hình sự",
            "Tổng số vụ phạm pháp hình sự",
            "Phạm tội về trật tự xã hội",
            "Phạm tội về TTXH",
            "Tội phạm xâm phạm TTXH",
            "Tội phạm hình sự về trật tự xã hội",
          ],
        },
        murder: { texts: ["Giết người"] },
        robbery: { texts: ["Cướp tài sản", "Cướp"] },
        snatching: { texts: ["Cướp giật tài sản", "Cướp giật"] },
        theft: { texts: ["Trộm cắp tài sản", "Trộm cắp"] },
        fraud: {
          texts: ["Lừa đảo chiếm đoạt tài sản", "Lừa đảo", "Lừa đảo, lạm dụng chiếm đoạt tài sản"],
        },
        assault: { texts: ["Cố ý gây thương tích"] },
        gambling: { texts: ["Đánh bạc", "Cờ bạc", "Tổ chức đánh bạc"] },
        extortion: { texts: ["Cưỡng đoạt tài sản", "Cưỡng đoạt"] },
        other: {
          texts: [
            "Tội phạm khác",
            "Loại khác",
            "Các tội phạm khác",
            "Khác",
            "Tội phạm TTXH khác",
            "Tội phạm khác về trật tự xã hội",
          ],
        },
        serious: {
          texts: [
            "Tội phạm nghiêm trọng",
            "Nghiêm trọng",
            "Tội phạm rất nghiêm trọng, đặc biệt nghiêm trọng",
            "Rất nghiêm trọng, đặc biệt nghiêm trọng",
            "Vụ án nghiêm trọng",
          ],
          is_subset: true,
        },
        administrative_violations: {
          texts: [
            "Vi phạm hành chính về an ninh, trật tự",
            "Vi phạm hành chính",
            "Vi phạm hành chính về ANTT",
          ],
        },
      },
    },
  },
  measures: {
    cases: { unit: "cases", kind: "flow", minimum: 0 },
    cleared: { unit: "cases", kind: "flow", minimum: 0 },
    clearance_rate: { unit: "percent", kind: "ratio", minimum: 0, maximum: 1000 },
    offenders: { unit: "people", kind: "flow", minimum: 0 },
    gangs: { unit: "cases", kind: "flow", minimum: 0 },
    change: { unit: "cases", kind: "flow" },
    change_percent: {
      unit: "percent",
      kind: "ratio",
      blanks: { dash: "not_applicable", empty: "not_applicable" },
    },
  },
  window: "police",
  frequency: "month",
  blanks: { dash: "zero", empty: "not_applicable" },
  checks: [
    { rule: "ratio", ratio: "clearance_rate", numerator: "cleared", denominator: "cases" },
    { rule: "same_sign", measure: "change_percent", of: "change" },
  ],
  category_checks: [
    {
      total: "social_order",
      parts: [
        "murder",
        "robbery",
        "snatching",
        "theft",
        "fraud",
        "assault",
        "gambling",
        "extortion",
        "other",
      ],
      measures: ["cases", "cleared", "offenders", "gangs"],
    },
    { total: "social_order", parts: ["serious"], measures: ["cases"] },
  ],
  totals: "ignore",
});
