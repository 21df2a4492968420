import { datesInOrder, type ProgrammeFile } from "../declaration.ts";

/** Every version of every target, milestones among them: an indicator with several due dates has milestones. */
export const file: ProgrammeFile = {
  id: "targets",
  title_vi: "Mục tiêu và mốc",
  title_en: "Targets and milestones",
  is_required: true,
  key: ["indicator_id", "due_date", "valid_from"],
  columns: {
    indicator_id: {
      type: "reference",
      to: { file: "indicators", column: "indicator_id" },
      is_required: true,
      vi: "chỉ tiêu; mỗi hạn một dòng, hạn trước hạn cuối là mốc",
      en: "indicator; a row for each due date, those before the last are milestones",
    },
    due_date: {
      type: "date",
      is_required: true,
      vi: "hạn; với nghĩa vụ hằng năm là ngày cuối của năm cuối",
      en: "date by which it must hold; last year of a yearly duty",
    },
    cadence: {
      type: "one_of",
      values: ["by_date", "yearly"],
      is_required: true,
      vi: "by_date (đến hạn) hoặc yearly (hằng năm)",
      en: "by_date or yearly",
    },
    operator: {
      type: "one_of",
      values: ["ge", "gt", "le", "eq"],
      is_required: true,
      vi: "ge (từ … trở lên), gt (trên), le (không quá), eq (bằng)",
      en: "ge, gt, le or eq",
    },
    target_value: {
      type: "decimal",
      vi: "số phải đạt; để trống khi phường chưa giao số",
      en: "number to meet; empty where the ward has not set the pass mark",
    },
    legal_basis: { type: "text", vi: "văn bản", en: "document" },
    assigned_by: {
      type: "reference",
      to: { file: "agencies", column: "agency_id" },
      vi: "cơ quan giao",
      en: "agency that set it",
    },
    valid_from: {
      type: "date",
      is_required: true,
      vi: "ngày đầu có hiệu lực",
      en: "first day in force",
    },
    valid_to: {
      type: "date",
      vi: "ngày bản sau thay thế; đổi mục tiêu là thêm dòng, không sửa dòng cũ",
      en: "day from which a later version replaces it",
    },
    target_type: {
      type: "one_of",
      values: [
        "ratio_to_ceiling",
        "cumulative_delivery",
        "count_to_zero",
        "keep_every_year",
        "fulfil_every_year",
        "standard_met",
        "level_by_date",
        "direction_only",
      ],
      vi: "loại mục tiêu; để trống là keep_every_year khi yearly, còn lại level_by_date",
      en: "type; empty is keep_every_year for a yearly duty, else level_by_date",
    },
  },
  rules: [datesInOrder("valid_from", "valid_to", true)],
};
