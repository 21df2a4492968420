import type { ProgrammeFile } from "../declaration.ts";

/** The sections of the action programme. */
export const file: ProgrammeFile = {
  id: "sections",
  title_vi: "Các mục của chương trình",
  title_en: "Sections of the programme",
  is_required: true,
  when_empty: "error",
  key: ["section_id"],
  columns: {
    section_id: {
      type: "text",
      is_required: true,
      vi: "số mục trong chương trình",
      en: "number in the programme",
    },
    sort_order: { type: "whole", is_required: true, vi: "thứ tự", en: "position on pages" },
    title_vi: { type: "text", is_required: true, vi: "tên", en: "name in Vietnamese" },
    title_en: { type: "text", is_required: true, vi: "tên tiếng Anh", en: "name in English" },
    promise_vi: {
      type: "text",
      vi: "điều chương trình hứa, để trống khi chưa có",
      en: "promise in Vietnamese, empty where there is none yet",
    },
    promise_en: {
      type: "text",
      vi: "lời hứa bằng tiếng Anh",
      en: "promise in English",
    },
    agency_id: {
      type: "reference",
      to: { file: "agencies", column: "agency_id" },
      is_required: true,
      vi: "cơ quan chủ trì",
      en: "lead agency",
    },
    target_group: {
      type: "one_of",
      values: ["government", "economy", "environment_society", "defence_security", "people"],
      is_required: true,
      vi: "nhóm mục tiêu",
      en: "government, economy, environment_society, defence_security or people",
    },
  },
};
