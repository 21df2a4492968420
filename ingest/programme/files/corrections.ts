import type { ProgrammeFile, ProgrammeRowRule } from "../declaration.ts";

const nameOrPrefix: ProgrammeRowRule = {
  column: "file_hash",
  vi: "ít nhất 8 ký tự đầu của mã băm SHA-256 của tệp, hoặc tên tệp",
  en: "the first 8 or more characters of the file's SHA-256, or the file's name",
  holds: ({ file_hash }) =>
    file_hash === null || !/^[0-9a-f]{1,7}$|^[0-9a-f]{65,}$/i.test(String(file_hash)),
};

/** Declared fixes of figures; each names the value that it expects to find. */
export const file: ProgrammeFile = {
  id: "corrections",
  title_vi: "Sửa số",
  title_en: "Corrections",
  key: ["correction_id"],
  columns: {
    correction_id: { type: "text", is_required: true, vi: "mã", en: "id" },
    file_hash: {
      type: "text",
      is_required: true,
      vi: "tệp: tên, hoặc từ 8 ký tự đầu của mã băm SHA-256",
      en: "the file: its name, or 8 or more first characters of its SHA-256",
    },
    form: { type: "form", is_required: true, vi: "biểu", en: "form" },
    measure: { type: "text", is_required: true, vi: "cột số", en: "measure" },
    category: {
      type: "text",
      vi: "nhóm, để trống khi cột số không chia nhóm",
      en: "category, empty where the measure has none",
    },
    area_id: {
      type: "reference",
      to: { file: "areas", column: "area_id" },
      is_required: true,
      vi: "địa bàn",
      en: "area",
    },
    period_end: {
      type: "date",
      is_required: true,
      vi: "ngày cuối kỳ",
      en: "last day of the period",
    },
    expected_value: {
      type: "decimal",
      is_required: true,
      vi: "số trong tệp",
      en: "value that the file has",
    },
    corrected_value: { type: "decimal", is_required: true, vi: "số đúng", en: "value to use" },
    reason: { type: "text", is_required: true, vi: "lý do", en: "why" },
    author: { type: "text", is_required: true, vi: "người quyết định", en: "who decided" },
    decided_on: { type: "date", is_required: true, vi: "ngày quyết định", en: "when" },
  },
  rules: [nameOrPrefix],
};
