import { areaId } from "./areas.ts";
import type { Month } from "./calendar.ts";

/** A cell that no reader can believe. */
export interface BadCell {
  file: string;
  sheet: string;
  /** A1. */
  cell: string;
  /** What stands there. */
  found: string | number;
  why: "not_a_number" | "negative" | "impossible_date" | "not_a_sex" | "not_an_identifier";
}

/** A printed total that is not the sum of its parts. */
export interface WrongTotal {
  file: string;
  sheet: string;
  cell: string;
  /** What is added to the sum. */
  error: number;
}

/** A number of a person in what was said, which no reader may hand on. */
export const PERSONAL_NUMBER = "0912.000.345";

/** A file that was sent again with corrections; the later one holds the truth. */
interface Resubmission {
  first: string;
  second: string;
  period: string;
}

/** What the mess does on purpose, for tests to expect. */
export interface Expectations {
  bad_cells: readonly BadCell[];
  wrong_totals: readonly WrongTotal[];
  resubmissions: readonly Resubmission[];
  /** True values that no file holds any more because their cell is bad. */
  lost: readonly { indicator_id: string; area_id: string; period: string }[];
  /** No file of the sample is refused as a whole. */
  refused_files: readonly string[];
}

/** The list of people with bad cells, and how many are on it. */
export const CHECKED_LIST = "BHYT_danh_sach_2026_10_ra_soat.xlsx";
export const CHECKED_PEOPLE = 40;

/** Cells that are spoilt. */
export const BAD_CELLS: readonly BadCell[] = [
  bad("BHYT_tong_hop_2024.xlsx", "T9", "D46", "đang rà soát", "not_a_number"),
  bad("CA_nhan_khau_2025.xlsx", "T6", "C31", -412, "negative"),
  bad("CA_ma_tuy_2024.xlsx", "Quý II", "N40", "không rõ", "not_a_number"),
  bad("NOXH_2026_quy_1.xlsx", "Hồ sơ", "C29", "31/02/2026", "impossible_date"),
  bad(CHECKED_LIST, "Danh sách", "C14", "31/02/1980", "impossible_date"),
  bad(CHECKED_LIST, "Danh sách", "D17", "Nam/Nữ", "not_a_sex"),
  bad(CHECKED_LIST, "Danh sách", "D22", "không rõ", "not_a_sex"),
  bad(CHECKED_LIST, "Danh sách", "F25", "HN23199", "not_an_identifier"),
  bad(CHECKED_LIST, "Danh sách", "K31", "32/12/2026", "impossible_date"),
];

/** Totals that are printed wrong. */
export const WRONG_TOTALS: readonly WrongTotal[] = [
  { file: "BHYT_tong_hop_2023.xlsx", sheet: "T5", cell: "D98", error: 100 },
];

const RESUBMISSIONS: readonly Resubmission[] = [
  {
    first: "BHYT_tong_hop_2025.xlsx",
    second: "BHYT_2025_thang_08_lan_2.xlsx",
    period: "2025-08",
  },
  {
    first: "BHYT_2026_thang_05.xlsx",
    second: "BHYT_2026_thang_05_lan_2.xlsx",
    period: "2026-05",
  },
];

/** What a first edition got wrong, people by neighbourhood. */
const FIRST_EDITION_ERRORS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  "2025-8": { 8: -31, 9: -44, 10: -27 },
  "2026-5": { 20: 36, 64: -58 },
};

/** Months whose numbers are texts with dots between thousands and commas before decimals. */
export const TEXT_NUMBERS: readonly { file: string; sheets: readonly string[] }[] = [
  { file: "BHYT_tong_hop_2023.xlsx", sheets: ["T3", "T4"] },
  { file: "BHYT_tong_hop_2024.xlsx", sheets: ["T6", "T10"] },
  { file: "BHYT_2026_thang_03.xlsx", sheets: ["BHYT"] },
  { file: "CA_nhan_khau_2025.xlsx", sheets: ["T2", "T11"] },
];

const TOTAL_FIRST: readonly string[] = ["CA_nhan_khau_2024.xlsx"];

const TCVN3: readonly string[] = ["BHYT_2026_thang_02.xlsx"];

/** What the sample's mess does on purpose. */
export function sampleExpectations(): Expectations {
  return {
    bad_cells: BAD_CELLS,
    wrong_totals: WRONG_TOTALS,
    resubmissions: RESUBMISSIONS,
    lost: [{ indicator_id: "HI_COVERAGE", area_id: areaId(34), period: "2024-09" }],
    refused_files: [],
  };
}

/** The errors of a month's first edition; none for months that were right at once. */
export function firstEditionErrors({ year, month }: Month): Readonly<Record<number, number>> {
  return FIRST_EDITION_ERRORS[`${year}-${month}`] ?? {};
}

/** Whether a file prints its total above the parts. */
export function hasTotalFirst(file: string): boolean {
  return TOTAL_FIRST.includes(file);
}

/** Whether a file is written with the old fonts and code of TCVN3. */
export function isTcvn3(file: string): boolean {
  return TCVN3.includes(file);
}

function bad(
  file: string,
  sheet: string,
  cell: string,
  found: string | number,
  why: BadCell["why"],
): BadCell {
  return { file, sheet, cell, found, why };
}
