import type { ProgrammeFile } from "../declaration.ts";

/** Populations by which a share can be measured. */
export const file: ProgrammeFile = {
  id: "denominator_lenses",
  title_vi: "Các loại dân số làm mẫu số",
  title_en: "Populations as denominators",
  key: ["lens_id"],
  columns: {
    lens_id: { type: "text", is_required: true, vi: "mã", en: "registered, residing or office" },
    sort_order: { type: "whole", is_required: true, vi: "thứ tự", en: "position in lists" },
    title_vi: { type: "text", is_required: true, vi: "tên", en: "name in Vietnamese" },
    title_en: { type: "text", is_required: true, vi: "tên tiếng Anh", en: "name in English" },
    form: {
      type: "form",
      vi: "biểu có dân số; để trống là biểu của tử số",
      en: "form with the population; empty for the form of the numerator",
    },
    measures: {
      type: "list",
      vi: "các cột số cộng lại, như ở indicators; để trống là các cột thay thế của chỉ tiêu",
      en: "measures to add, as in the registry; empty for the fallback measures of the indicator",
    },
  },
};
