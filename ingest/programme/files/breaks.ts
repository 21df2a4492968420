import type { ProgrammeFile } from "../declaration.ts";

/** Days at which a series stops being comparable with what came before. */
export const file: ProgrammeFile = {
  id: "breaks",
  title_vi: "Ngày số liệu đổi cách tính hoặc đổi địa giới",
  title_en: "Breaks of series",
  key: ["indicator_id", "area_id", "break_date"],
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
      or: ["*"],
      is_required: true,
      vi: "địa bàn; * là mọi địa bàn",
      en: "area, * for all",
    },
    break_date: {
      type: "date",
      is_required: true,
      vi: "ngày đầu của chuỗi mới",
      en: "first day of the new series",
    },
    kind: {
      type: "one_of",
      values: ["definition", "boundary"],
      is_required: true,
      vi: "definition (đổi khái niệm) hoặc boundary (đổi địa giới)",
      en: "definition or boundary",
    },
    reason_vi: { type: "text", vi: "điều đã đổi", en: "what changed, in Vietnamese" },
    reason_en: { type: "text", vi: "điều đã đổi, bằng tiếng Anh", en: "what changed, in English" },
  },
};
