// Longer than most files because it is data: one ward's files, read by every test of the marts.
import { column, file, type Rows, type Sheet } from "./land.ts";

const day = (date: string) => ({ period_start: date, period_end: date });

/** The neighbourhoods of the ward whose files these are. */
export const neighbourhoods = ["le_chan_tdp_01", "le_chan_tdp_02", "le_chan_tdp_03"] as const;
const areas = [...neighbourhoods, "le_chan"] as const;
const beside = (...values: (number | null)[]) =>
  areas.map((area, index): [string, number | null] => [area, values[index] ?? null]);

const insurance = (file_hash: string, date: string): Sheet => ({
  form: "health_insurance_summary",
  file_hash,
  frequency: "month",
  ...day(date),
});
const people = (file_hash: string, date: string): Sheet => ({
  form: "police_population",
  file_hash,
  frequency: "month",
  ...day(date),
});
const residents = (sheet: Sheet) => [
  ...column(sheet, "registered_population", "C", beside(100, 200, 310)),
  ...column(sheet, "temporary_residents", "D", beside(0, 20, 0)),
  ...column(sheet, "temporarily_absent", "E", beside(0, 10, 0)),
];
const drugs: Sheet = {
  form: "police_drugs",
  file_hash: "ma_tuy_q3",
  frequency: "quarter",
  period_start: "2026-06-15",
  period_end: "2026-09-14",
};
const crime = (category: string): Sheet => ({
  form: "police_crime",
  file_hash: "toi_pham_10",
  frequency: "month",
  period_start: "2026-09-15",
  period_end: "2026-10-14",
  kind: "flow",
  category,
});
const callup: Sheet = {
  form: "police_callup",
  file_hash: "giao_quan",
  frequency: "year",
  period_start: "2026-01-01",
  period_end: "2026-12-31",
  kind: "flow",
};
const tracking = (category: string): Sheet => ({
  form: "programme_tracking",
  file_hash: "theo_doi",
  frequency: "month",
  period_start: "2026-10-01",
  period_end: "2026-10-31",
  kind: "flow",
  category,
});
const published: Sheet = {
  form: "reference_series",
  file_hash: "cong_bo",
  frequency: "year",
  period_start: "2025-01-01",
  period_end: "2025-12-31",
  kind: "ratio",
  category: "health_insurance_coverage",
};

/** A project of a quarterly list. */
const homes = (
  project_name: string,
  row: number,
  period_end: string,
  qualified_units: number,
  qualified_on: string,
) => ({
  project_name,
  row,
  period_end,
  qualified_units,
  qualified_on,
  total_units: 200,
  sale_units: 150,
  rent_units: 30,
  rent_purchase_units: 20,
  file_hash: period_end,
  sheet: "Sheet1",
});

/** What stands in a row of the tracking form about October 2026. */
const remark = (
  file_hash: string,
  id: "request" | "reply",
  category: string,
  row: number,
  [content, written_date, due_date]: [string, string?, string?],
) => {
  const { form, frequency, period_start, period_end } = tracking(category);
  return {
    ...{ form, category, frequency, period_start, period_end, area_id: "le_chan" },
    ...{ remark: id, content, file_hash },
    ...{ written_date: written_date ?? null, due_date: due_date ?? null },
    ...{ sheet: "Theo dõi", cell: `${id === "reply" ? "L" : "I"}${row}` },
  };
};

/** An application that was filed and decided. */
const application = (application_id: string, row: number, decided_on: string | null) => ({
  application_id,
  row,
  decided_on,
  submitted_on: "2026-07-01",
  period_end: "2026-09-30",
  file_hash: "ho_so",
  sheet: "Sheet1",
});

/**
 * A ward of three neighbourhoods: September sent twice, a bad cell in October, files from the future, areas
 * that nobody knows, codes that are not in the registry, an explanation that was sent twice.
 */
export const officeFiles: Rows = {
  files: [
    file("bhyt_09", "health_insurance_summary", "2026-10-05 00:00:00"),
    file("bhyt_09_lan_2", "health_insurance_summary", "2026-10-20 00:00:00"),
    file("bhyt_10", "health_insurance_summary", "2026-11-05 00:00:00", [4, 4, 0]),
    file("bhyt_10_sau", "health_insurance_summary", "2026-11-25 00:00:00"),
    file("dan_so_08", "police_population", "2026-09-02 00:00:00"),
    file("dan_so_09", "police_population", "2026-10-02 00:00:00"),
    file("ma_tuy_q3", "police_drugs", "2026-09-20 00:00:00"),
    file("toi_pham_10", "police_crime", "2026-10-18 00:00:00"),
    file("giao_quan", "police_callup", "2026-03-01 00:00:00"),
    file("theo_doi", "programme_tracking", "2026-11-04 00:00:00"),
    file("theo_doi_lan_2", "programme_tracking", "2026-11-10 00:00:00"),
    file("theo_doi_sau", "programme_tracking", "2026-11-26 00:00:00"),
    file("cong_bo", "reference_series", "2026-02-01 00:00:00"),
    file("2026-03-31", "housing_projects", "2026-04-05 00:00:00"),
    file("2026-06-30", "housing_projects", "2026-07-05 00:00:00"),
    file("ho_so", "housing_applications", "2026-10-05 00:00:00"),
  ],
  forms: [
    {
      form: "health_insurance_summary",
      title_vi: "Tổng hợp BHYT",
      title_en: "Health insurance summary",
      agency_id: "social_insurance_office",
      expected_every: "month",
      grace_days: 10,
    },
    {
      form: "police_population",
      title_vi: "Nhân khẩu",
      title_en: "Population",
      agency_id: "ward_police",
      expected_every: "month",
      grace_days: 10,
    },
  ],
  rejects: [
    {
      file_hash: "bhyt_10",
      form: "health_insurance_summary",
      sheet: "Sheet1",
      cell: "D10",
      found: "chưa rõ",
      expected: "a number",
      rule: "not_a_number",
      message_vi: "cần một số",
      message_en: "expected a number",
      severity: "error",
    },
  ],
  questions: ["bhyt_10", "bhyt_10_sau"].map((file_hash) => ({
    ...{ file_hash, question_id: "q1", kind: "column", form: "health_insurance_summary" },
    ...{ sheet: "Sheet1", cell: "F8", text: "Số thẻ còn hạn", samples: "90 · 180" },
    candidates: '[{"id":"insured","vi":"Số người tham gia BHYT","en":"insured"}]',
    question_vi: "Cột ghi “Số thẻ còn hạn” là cột nào?",
    question_en: "Which column of the form is this?",
  })),
  observations: [
    ...column(insurance("bhyt_09", "2026-09-30"), "insured", "D", beside(90, 180, 280, 551)),
    ...column(insurance("bhyt_09_lan_2", "2026-09-30"), "insured", "D", beside(92, 180, 280, 552)),
    ...column(insurance("bhyt_10", "2026-10-31"), "insured", "D", beside(95, null, 285, 563)),
    ...column(insurance("bhyt_10_sau", "2026-10-31"), "insured", "D", beside(1, 1, 1, 3)),
    ...residents(people("dan_so_08", "2026-08-31")),
    ...residents(people("dan_so_09", "2026-09-30")),
    ...column(drugs, "on_file", "C", beside(1, 0, 1)),
    ...column(drugs, "outside", "D", beside(1, 0, 0)),
    ...column(drugs, "compulsory_treatment", "E", beside(0, 0, 0)),
    ...column(drugs, "other_centres", "F", beside(0, 0, 0)),
    ...column(drugs, "in_custody", "G", beside(0, 0, 0)),
    ...column(drugs, "users", "H", beside(0, 1, 0)),
    ...column(drugs, "hotspots", "J", beside(0, 1, 2)),
    ...column(crime("social_order"), "cases", "C", [["le_chan", 10]]),
    ...column(crime("social_order"), "cleared", "D", [["le_chan", 8]]),
    ...column(crime("administrative_violations"), "cases", "E", [["le_chan", 7]]),
    ...column(callup, "quota", "C", [
      [areas[0], 2],
      ['"Khu lạ"', 1],
      ["le_chan", 4],
    ]),
    ...column(callup, "handed_over", "D", [
      [areas[0], 2],
      ['"Khu lạ"', 1],
      ["le_chan", 3],
    ]),
    ...column(tracking("ENV_WASTE"), "numerator", "D", [["le_chan", 99]]),
    ...column(tracking("ENV_WASTE"), "denominator", "E", [["le_chan", 100]]),
    ...column(tracking("LAW_VIOLATIONS"), "value", "F", [["le_chan", 999]]),
    ...column(tracking("NOT_A_CODE"), "value", "G", [["le_chan", 5]]),
    ...column(published, "value", "D", [["vn", 95.16]]),
  ],
  remarks: [
    remark("theo_doi", "request", "ENV_WASTE", 9, ["Vì sao?", "2026-11-02", "2026-11-05"]),
    remark("theo_doi", "reply", "ENV_WASTE", 9, ["Do xe hỏng", "2026-11-03"]),
    remark("theo_doi_lan_2", "reply", "ENV_WASTE", 15, ["Do hai xe hỏng", "2026-11-09"]),
    remark("theo_doi", "request", "CRIME_SERIOUS", 10, ["Giải pháp?", "2026-11-02", "2026-11-20"]),
    remark("theo_doi_sau", "reply", "CRIME_SERIOUS", 9, ["Sẽ tuần tra", "2026-11-25"]),
    {
      ...remark("theo_doi", "reply", "HI_COVERAGE", 11, ["Hộ mới chuyển đến"]),
      ...{ area_text: "Tổ 2", area_id: "le_chan_tdp_02" },
    },
    remark("theo_doi", "reply", "NOT_A_CODE_EITHER", 12, ["Không rõ"]),
    {
      ...remark("theo_doi", "reply", "HI_COVERAGE", 13, ["Không rõ"]),
      ...{ area_text: "Xóm Mới", area_id: null },
    },
  ],
  records_housing_projects: [
    homes("An Đồng", 9, "2026-03-31", 100, "2026-02-10"),
    homes("Vĩnh Niệm", 10, "2026-03-31", 50, "2025-06-01"),
    homes("Hàng Kênh", 11, "2026-03-31", 30, "2026-03-01"),
    homes("An Đồng", 9, "2026-06-30", 120, "2026-02-10"),
    homes("Vĩnh Niệm", 10, "2026-06-30", 50, "2025-06-01"),
  ],
  records_housing_applications: [
    application("HS1", 9, "2026-07-11"),
    application("HS2", 10, "2026-07-31"),
    application("HS3", 11, "2026-08-10"),
    application("HS4", 12, null),
  ],
};
