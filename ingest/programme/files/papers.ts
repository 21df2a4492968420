import type { ProgrammeFile } from "../declaration.ts";

/** Words that only this ward's papers have: issuer, place, addressees, signatory. */
export const file: ProgrammeFile = {
  id: "papers",
  title_vi: "Chữ trong văn bản của phường",
  title_en: "Words of the ward's papers",
  key: ["key"],
  columns: {
    key: {
      type: "text",
      is_required: true,
      vi: "chỗ của chữ: issuer, place, recipient, signatory …",
      en: "which words: issuer_lines, issuer, place, number_suffix, subject, programme, recipient, copies, archive, on_behalf or signatory",
    },
    text_vi: {
      type: "text",
      is_required: true,
      vi: "chữ trong văn bản; nhiều dòng thì ngăn bằng dấu |",
      en: "as papers say it in Vietnamese; lines are parted by a bar",
    },
    text_en: { type: "text", vi: "nghĩa bằng tiếng Anh", en: "what it means in English" },
  },
};
