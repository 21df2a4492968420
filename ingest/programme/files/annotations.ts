import type { ProgrammeFile } from "../declaration.ts";

/** Remarks of the ward on a day of an indicator's series, to be read beside the figures. */
export const file: ProgrammeFile = {
  id: "annotations",
  title_vi: "Ghi chú trên chuỗi số liệu",
  title_en: "Annotations of series",
  key: ["indicator_id", "area_id", "date"],
  columns: {
    indicator_id: {
      type: "reference",
      to: { file: "indicators", column: "indicator_id" },
      or: ["*"],
      is_required: true,
      vi: "chỉ tiêu; * là mọi chỉ tiêu",
      en: "indicator, * for all",
    },
    area_id: {
      type: "reference",
      to: { file: "areas", column: "area_id" },
      is_required: true,
      vi: "địa bàn",
      en: "area",
    },
    date: { type: "date", is_required: true, vi: "ngày của sự việc", en: "day of what happened" },
    text_vi: { type: "text", is_required: true, vi: "ghi chú", en: "the remark in Vietnamese" },
    text_en: { type: "text", vi: "ghi chú bằng tiếng Anh", en: "the remark in English" },
    source: { type: "text", vi: "nguồn: văn bản, cơ quan", en: "source: paper, agency" },
  },
};
