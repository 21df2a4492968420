import { type ProgrammeFile, rowsOf, type Violation, within } from "../declaration.ts";

/** The ward's action programme, its years and what the ward calls its parts: one row. */
export const file: ProgrammeFile = {
  id: "programme",
  title_vi: "Chương trình hành động",
  title_en: "The action programme",
  is_required: true,
  when_empty: "error",
  key: ["ward_id"],
  columns: {
    ward_id: {
      type: "reference",
      to: { file: "areas", column: "area_id" },
      is_required: true,
      vi: "mã địa bàn của phường, xã",
      en: "the ward, an area of level ward",
    },
    title_vi: {
      type: "text",
      is_required: true,
      vi: "tên chương trình, không ghi năm",
      en: "name of the programme in Vietnamese, without its years",
    },
    title_en: {
      type: "text",
      is_required: true,
      vi: "tên chương trình bằng tiếng Anh",
      en: "name of the programme in English",
    },
    document_vi: {
      type: "text",
      vi: "nghị quyết được thực hiện: số, ngày, cơ quan ban hành",
      en: "resolution that it carries out, with number, date and issuer, in Vietnamese",
    },
    document_en: {
      type: "text",
      vi: "nghị quyết bằng tiếng Anh",
      en: "the resolution in English",
    },
    first_year: { type: "whole", is_required: true, vi: "năm đầu", en: "first year" },
    last_year: { type: "whole", is_required: true, vi: "năm cuối", en: "last year" },
    first_shown_year: {
      type: "whole",
      is_required: true,
      vi: "năm mà biểu đồ nhỏ bắt đầu",
      en: "year with which small charts begin, so that they compare from row to row",
    },
    neighbourhood_vi: {
      type: "text",
      is_required: true,
      vi: "tên gọi các phần của phường, xã: Tổ dân phố, Thôn, Khu phố, Ấp …",
      en: "what the ward's parts are called: Tổ dân phố, Thôn, Khu phố, Ấp …",
    },
    neighbourhood_short_vi: {
      type: "text",
      is_required: true,
      vi: "tên gọi tắt, như Tổ",
      en: "short for it, as Tổ",
    },
    neighbourhood_en: {
      type: "text",
      is_required: true,
      vi: "tên gọi bằng tiếng Anh",
      en: "the same in English, one of them",
    },
  },
  rules: [
    ...["first_year", "last_year", "first_shown_year"].map((column) => within(column, 1990, 2100)),
    {
      column: "last_year",
      vi: "năm không trước first_year",
      en: "a year not before first_year",
      holds: ({ first_year: first = null, last_year: last = null }) =>
        first === null || last === null || first <= last,
    },
    {
      column: "first_shown_year",
      vi: "năm không sau first_year",
      en: "a year not after first_year",
      holds: ({ first_year: first = null, first_shown_year: shown = null }) =>
        first === null || shown === null || shown <= first,
    },
  ],
  check: (tables): Violation[] => {
    const [row, ...others] = rowsOf(tables, "programme");
    const ward = rowsOf(tables, "areas").find(({ area_id }) => area_id === row?.["ward_id"]);
    const isWard = ward?.["level"] === "ward" && ward["valid_to"] === null;
    const vi = "một địa bàn cấp ward không có ngày cuối";
    const en = "an area of level ward without a last day";
    return [
      ...(row && ward && !isWard ? [{ row, column: "ward_id", vi, en }] : []),
      ...others.map((other) => ({
        row: other,
        column: "ward_id",
        vi: "chỉ một dòng trong tệp này",
        en: "one row only in this file",
      })),
    ];
  },
};
