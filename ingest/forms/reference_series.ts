import { defineForm } from "../form.ts";

/** Published figures of the country and the city, with their sources, for comparison lines. */
export const form = defineForm({
  id: "reference_series",
  title_vi: "Số liệu công bố của cả nước và thành phố",
  title_en: "Published figures of the country and the city",
  agency_id: "statistics",
  expected_every: null,
  grace_days: 0,
  is_published: true,
  match: {
    allows: ["*"],
    title_words: ["số liệu công bố", "số liệu tham chiếu", "số liệu so sánh"],
    file_words: ["reference", "tham chieu", "so sanh"],
  },
  columns: {
    area: { headers: ["Khu vực", "Phạm vi", "Phạm vi thống kê"], type: "area", is_required: true },
    series: { headers: ["Chỉ tiêu", "Mã chỉ tiêu"], type: "category", is_required: true },
    period: { headers: ["Kỳ", "Năm"], type: "period", is_required: true },
    value: { headers: ["Giá trị", "Số liệu"], type: "number", is_required: true },
    unit: { headers: ["Đơn vị", "Đơn vị tính"], type: "unit", is_required: true },
    status: { headers: ["Tình trạng"], type: "note" },
    source: { headers: ["Nguồn"], type: "note" },
    note: { headers: ["Ghi chú"], type: "note" },
  },
  keys: {
    area: { column: "area", blank: "reject" },
    period: { column: "period" },
    category: {
      column: "series",
      open: "code",
      known: {
        health_insurance_coverage: {
          texts: ["health_insurance_coverage", "Tỷ lệ bao phủ BHYT", "Tỷ lệ tham gia BHYT"],
          kind: "ratio",
        },
        social_insurance_coverage: {
          texts: [
            "social_insurance_coverage",
            "Tỷ lệ bao phủ BHXH",
            "Tỷ lệ tham gia BHXH",
            "Tỷ lệ tham gia BHXH/LLLĐ",
            "Tỷ lệ LLLĐ tham gia BHXH",
          ],
          kind: "ratio",
        },
        offences_social_order: {
          texts: [
            "offences_social_order",
            "Số vụ phạm tội về trật tự xã hội",
            "Số vụ phạm pháp hình sự",
            "Số vụ phạm tội về TTXH",
            "Số vụ phạm tội về trật tự xã hội được phát hiện",
          ],
          kind: "flow",
        },
        offences_cleared: {
          texts: [
            "offences_cleared",
            "Số vụ khám phá",
            "Số vụ phạm tội về trật tự xã hội đã điều tra, khám phá",
            "Số vụ phạm tội về TTXH đã điều tra, khám phá",
            "Số vụ phạm tội về trật tự xã hội đã điều tra, làm rõ",
          ],
          kind: "flow",
        },
        social_housing_units_completed: {
          texts: ["social_housing_units_completed", "Số căn nhà ở xã hội hoàn thành"],
          kind: "flow",
        },
        social_housing_units_planned: {
          texts: [
            "social_housing_units_planned",
            "Số căn nhà ở xã hội theo kế hoạch",
            "Chỉ tiêu nhà ở xã hội được giao",
          ],
          kind: "flow",
        },
      },
    },
  },
  measures: { value: { unit: { column: "unit" }, kind: "stock", minimum: 0 } },
  window: "calendar",
  frequency: "year",
  blanks: { dash: "missing", empty: "missing" },
  totals: "ignore",
});
