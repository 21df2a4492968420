import type { ProgrammeFile } from "../declaration.ts";

/** Units that lead a section of the programme or send figures. */
export const file: ProgrammeFile = {
  id: "agencies",
  title_vi: "Cơ quan, đơn vị",
  title_en: "Agencies",
  is_required: true,
  when_empty: "error",
  key: ["agency_id"],
  columns: {
    agency_id: { type: "text", is_required: true, vi: "mã cơ quan", en: "id, as forms name it" },
    name_vi: { type: "text", is_required: true, vi: "tên đầy đủ", en: "full name in Vietnamese" },
    name_en: { type: "text", is_required: true, vi: "tên tiếng Anh", en: "full name in English" },
    short_vi: {
      type: "text",
      is_required: true,
      vi: "tên viết tắt",
      en: "short name in Vietnamese",
    },
  },
};
