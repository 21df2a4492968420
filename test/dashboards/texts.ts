import { textsOf } from "../../dashboards/reading/text/texts.ts";

/** The programme's row of the literal ward that the tests of the pages read. */
export const programme = {
  ward_id: "le_chan",
  ward_code: "11383",
  ward_vi: "Phường Lê Chân",
  ward_en: "Lê Chân Ward",
  ward_valid_from: "2025-07-01",
  city_id: "hai_phong",
  city: "Hải Phòng",
  title_vi: "Chương trình hành động 05-NQ/TU",
  title_en: "Action programme 05-NQ/TU",
  document_vi: "Nghị quyết số 05-NQ/TU ngày 14/01/2026 của Thành ủy Hải Phòng",
  document_en: "Resolution 05-NQ/TU of 14 January 2026 of the Hải Phòng City Party Committee",
  first_date: "2026-01-01",
  last_date: "2030-12-31",
  first_shown_year: 2023,
  neighbourhood_vi: "Tổ dân phố",
  neighbourhood_short_vi: "Tổ",
  neighbourhood_en: "Neighbourhood",
};

/** The texts of its pages. */
export const { vi, en } = textsOf(programme);
