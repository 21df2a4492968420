import { spellingConflicts } from "../../parse/area_list.ts";
import { datesInOrder, type ProgrammeFile, rowsOf, type Violation } from "../declaration.ts";

/** Further spellings of areas; areas are also known by their names and codes. */
export const file: ProgrammeFile = {
  id: "area_aliases",
  title_vi: "Cách viết khác của tên địa bàn",
  title_en: "Further spellings of areas",
  key: ["alias", "area_id"],
  columns: {
    alias: {
      type: "text",
      is_required: true,
      vi: "cách viết, không phân biệt hoa thường và dấu",
      en: "the spelling; case and marks do not matter",
    },
    area_id: {
      type: "reference",
      to: { file: "areas", column: "area_id" },
      is_required: true,
      vi: "mã địa bàn được gọi tên",
      en: "area that is meant",
    },
    valid_from: {
      type: "date",
      vi: "ngày đầu cách viết này chỉ địa bàn ấy, để trống là từ đầu",
      en: "first day on which it meant this area, empty for always",
    },
    valid_to: { type: "date", vi: "ngày cuối, để trống là mãi", en: "last day, empty for always" },
    note: { type: "text", vi: "ghi chú", en: "why" },
  },
  rules: [datesInOrder("valid_from", "valid_to")],
  check: (tables, areas) =>
    spellingConflicts(areas).flatMap(({ area_id, other_area_id, alias }): Violation[] => {
      const row = rowsOf(tables, "area_aliases").find(
        (each) => each["alias"] === alias && each["area_id"] === other_area_id,
      );
      const vi = `cách viết chỉ một địa bàn trong một ngày; đây cũng là ${area_id}`;
      const en = `a spelling that means one area at a time; it is ${area_id} too`;
      return row ? [{ row, column: "alias", vi, en }] : [];
    }),
};
