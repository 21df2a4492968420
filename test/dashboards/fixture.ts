// Longer than most files because it is data: one literal ward, read by every test of the pages.
import { DuckDBInstance } from "@duckdb/node-api";
import type { Mart, MartColumnType } from "../../dashboards/reading/contract/mart.ts";
import { marts } from "../../dashboards/reading/contract/marts.generated.ts";
import type { MartName } from "../../dashboards/reading/contract/marts.ts";
import { programme } from "./texts.ts";

/** Rows of any mart. */
type Rows = Record<string, unknown>[];

/** The rows of a small warehouse, by mart; of marts that are not named here there are none. */
export type FixtureRows = Record<keyof ReturnType<typeof ownRows> | "periodValues", Rows>;

/** Writes a DuckDB file with the schema `marts` holding these rows, as the models would. */
export async function writeWarehouse(path: string, rows: FixtureRows = fixtureRows()) {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const given: Partial<Record<MartName, Rows>> = rows;
  // all in one transaction: each of its own would wait for the disk
  await connection.run("begin; create schema marts");
  for (const [key, mart] of Object.entries(marts)) {
    const columns = columnsOf(mart);
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
    await connection.run(`create table marts.${mart.name} (${list.join(", ")})`);
    const values = (given[key as MartName] ?? []).map(
      (row) =>
        `(${Object.keys(columns)
          .map((name) => literal(row[name]))
          .join(", ")})`,
    );
    if (values.length > 0) {
      await connection.run(`insert into marts.${mart.name} values ${values.join(", ")}`);
    }
  }
  await connection.run("commit");
  connection.closeSync();
  instance.closeSync();
}

/** No rows but the areas and the registry: what stands before any file was read. */
export function emptyRows(): FixtureRows {
  const { programme, papers, sections, agencies, areas, indicators, targets } = fixtureRows();
  const none = Object.fromEntries(Object.keys(marts).map((key) => [key, []]));
  const decided = { programme, papers, sections, agencies, areas, indicators, targets };
  return { ...(none as unknown as FixtureRows), ...decided };
}

/** A ward with one indicator of each kind of status. */
export function fixtureRows(): FixtureRows {
  const rows = ownRows();
  return { ...rows, periodValues: wholePeriods(rows.observations) };
}

function ownRows() {
  return {
    programme: [programme],
    papers: [
      { paper_key: "issuer_lines", text_vi: "ỦY BAN NHÂN DÂN|PHƯỜNG LÊ CHÂN" },
      { paper_key: "issuer", text_vi: "Ủy ban nhân dân phường Lê Chân" },
      { paper_key: "place", text_vi: "Hải Phòng" },
      { paper_key: "number_suffix", text_vi: "BC-UBND" },
      { paper_key: "subject", text_vi: "Chương trình hành động|thực hiện Nghị quyết số 05-NQ/TU" },
      {
        paper_key: "programme",
        text_vi:
          "Chương trình hành động của phường thực hiện Nghị quyết số 05-NQ/TU ngày 14/01/2026 của Thành ủy Hải Phòng, giai đoạn 2026–2030",
      },
      { paper_key: "recipient", text_vi: "Đảng ủy phường Lê Chân" },
      {
        paper_key: "copies",
        text_vi:
          "Thường trực Đảng ủy phường Lê Chân|Thường trực HĐND phường Lê Chân|Chủ tịch, các Phó Chủ tịch UBND phường Lê Chân",
      },
      { paper_key: "archive", text_vi: "Lưu: VT." },
      { paper_key: "on_behalf", text_vi: "TM. ỦY BAN NHÂN DÂN" },
      { paper_key: "signatory", text_vi: "CHỦ TỊCH" },
    ],
    sections: [
      section(
        "2.1.6",
        6,
        "Chăm sóc sức khỏe toàn dân, toàn diện",
        "Health for all",
        "health_office",
      ),
      section("2.1.9", 9, "Nhà ở xã hội chủ nghĩa", "Social housing", "housing_office"),
      section("2.1.10", 10, "Tổ dân phố không ma túy", "Drug-free neighbourhoods", "ward_police"),
      section("2.1.11", 11, "Di sản đình An Biên và ca trù", "Heritage", "housing_office"),
    ],
    agencies: [
      agency("health_office", "Phòng Văn hóa - Xã hội", "Culture and Society Division"),
      agency("housing_office", "Phòng Kinh tế, Hạ tầng và Đô thị", "Economy Division"),
      agency("ward_police", "Công an phường", "Ward Police"),
    ],
    areas: [
      area("vn", "Cả nước", "Viet Nam", "country", "1975-01-01"),
      area("hai_phong", "Thành phố Hải Phòng", "Hải Phòng City", "city", "2025-07-01"),
      area("le_chan", "Phường Lê Chân", "Lê Chân Ward", "ward", "2025-07-01"),
      ...neighbourhoods.map((n) =>
        area(areaId(n), `Tổ dân phố ${n}`, `Neighbourhood ${n}`, "neighbourhood", "2025-07-01"),
      ),
    ],
    indicators: [
      {
        ...indicator(
          "HI_COVERAGE",
          "2.1.6",
          90,
          "Tỷ lệ bao phủ bảo hiểm y tế",
          "Health insurance coverage",
        ),
        ...people,
      },
      {
        ...indicator(
          "SI_COVERAGE",
          "2.1.6",
          100,
          "Tỷ lệ tham gia bảo hiểm xã hội",
          "Social insurance participation",
        ),
        ...people,
      },
      {
        ...indicator(
          "HOUSING_UNITS",
          "2.1.9",
          190,
          "Căn nhà ở xã hội, lũy kế từ 01/01/2026",
          "Social housing units, cumulative since 1 January 2026",
        ),
        ...{ unit: "units", unit_vi: "căn", unit_en: "units", decimals: 0, upper_bound: null },
        ...{ frequency: "quarter", agency_id: "housing_office" },
      },
      {
        ...indicator(
          "DRUG_ADDICTS",
          "2.1.10",
          260,
          "Người nghiện ma túy có hồ sơ",
          "Recorded drug addicts",
        ),
        ...{ unit: "people", unit_vi: "người", unit_en: "people", decimals: 0, upper_bound: null },
        ...{ direction: "down", frequency: "quarter", agency_id: "ward_police" },
      },
      {
        ...indicator("HERITAGE_EVENTS", "2.1.11", 330, "Buổi diễn ca trù", "Ca trù performances"),
        ...{ kind: "reported", measure_type: "flow", temporal_aggregation: "sum" },
        ...{ unit: "events", unit_vi: "buổi", unit_en: "events", decimals: 0, upper_bound: null },
        ...{ frequency: "quarter", agency_id: "housing_office" },
      },
    ],
    targets: [
      target("HI_COVERAGE", "gt", 98),
      target("SI_COVERAGE", "ge", 66),
      target("HOUSING_UNITS", "ge", 1700),
    ],
    observations: [
      ...months.map((end, i) => ({
        ...coverage("HI_COVERAGE", "le_chan", end, 92.6 + i * 0.06, 161051),
        ...(i === months.length - 3 && { is_estimated: true, assumed_share: 0.448 }),
      })),
      ...neighbourhoods.flatMap((n) =>
        months
          .slice(-12)
          .map((end, i) => coverage("HI_COVERAGE", areaId(n), end, 89 + n * 0.4 + i * 0.05, 1900)),
      ),
      ...months.slice(-12).map((end) => ({
        ...coverage("HI_COVERAGE", areaId(smallNeighbourhood), end, 77.77, 9),
        numerator: 7,
      })),
      published("HI_COVERAGE", "vn", 2023, 93.35),
      published("HI_COVERAGE", "vn", 2024, 94.29),
      published("HI_COVERAGE", "vn", 2025, 95.16),
      ...months.map((end, i) =>
        coverage("SI_COVERAGE", "le_chan", end, 45 + i * 0.07 - (i % 12 === 0 ? 1.2 : 0), 80000),
      ),
      ...quarters.map((end, i) => counted("HOUSING_UNITS", "le_chan", end, [0, 110, 310][i] ?? 0)),
      ...quarters.map((end, i) => counted("DRUG_ADDICTS", "le_chan", end, 460 - i * 9)),
      ...quarters.map((end) => counted("DRUG_ADDICTS", areaId(4), end, 3)),
    ],
    trends: [trend("HI_COVERAGE", "improving"), trend("SI_COVERAGE", "improving")],
    projections: [
      ...yearEnds.map((end, i) => projection("HI_COVERAGE", "month", end, 96.2 + i * 0.3, 0.8)),
      ...yearEnds.map((end, i) => projection("SI_COVERAGE", "month", end, 48.4 + i * 0.6, 1.8)),
      ...yearEnds.map((end, i) => projection("HOUSING_UNITS", "quarter", end, 350 + i * 360, 140)),
    ],
    progress: [
      progress("HI_COVERAGE", "at_risk", "slightly_behind_path", {
        ...{ latest_value: 95.3, planned_value: 95.9, gap: -0.6, baseline_value: 95.2 },
        ...{
          target_value: 98,
          target_operator: "gt",
          required_per_year: 0.714,
          actual_per_year: 0.3,
        },
        ...{ projected_at_due: 97.4, projected_lower_80: 96.6, projected_upper_80: 98.2 },
        ...{ probability_met: 0.34 },
      }),
      progress("SI_COVERAGE", "off_track", "behind_and_unlikely", {
        ...{ latest_value: 48.15, planned_value: 51.4, gap: -3.25, baseline_value: 47.9 },
        ...{
          target_value: 66,
          target_operator: "ge",
          required_per_year: 4.28,
          actual_per_year: 0.8,
        },
        ...{ projected_at_due: 50.8, projected_lower_80: 49, projected_upper_80: 52.6 },
        ...{ probability_met: 0.004 },
      }),
      progress("HOUSING_UNITS", "on_track", "ahead_of_path", {
        ...{ latest_value: 310, planned_value: 283, gap: 27, baseline_value: 0 },
        ...{ target_value: 1700, target_operator: "ge", required_per_year: 334 },
        ...{ projected_at_due: 1790, projected_lower_80: 1650, projected_upper_80: 1930 },
        ...{ frequency: "quarter", latest_period_end: "2026-09-30", probability_met: 0.71 },
      }),
      progress("DRUG_ADDICTS", "no_target", "improving_no_target", {
        ...{ latest_value: 442, frequency: "quarter", latest_period_end: "2026-09-14" },
        ...{ target_due: null, target_cadence: null, target_operator: null },
      }),
      progress("HERITAGE_EVENTS", "not_assessable", "no_data", {
        ...{ latest_period_end: null, target_due: null, frequency: "quarter" },
      }),
    ],
    changes: [
      change("HI_COVERAGE", ["2026-09-30", 95.24, "on_track"], ["2026-10-31", 95.3, "at_risk"], {
        n_revised: 1,
      }),
      change("SI_COVERAGE", ["2026-09-30", 48.08, "off_track"], ["2026-10-31", 48.15, "off_track"]),
      change("HOUSING_UNITS", ["2026-09-14", 310, "on_track"], ["2026-09-14", 310, "on_track"]),
      change("DRUG_ADDICTS", [null, null, null], ["2026-09-14", 442, "no_target"]),
      change("HERITAGE_EVENTS", [null, null, null], [null, null, "not_assessable"]),
    ],
    paths: [
      ...path("HI_COVERAGE", 95.2, 98),
      ...path("SI_COVERAGE", 47.9, 66),
      ...path("HOUSING_UNITS", 0, 1700),
    ],
    pace: [
      ...Array.from({ length: 13 }, (_, position) => pace(position)),
      { ...pace(6), question: "needed_from", position: 0, arrival_date: "2030-12-31" },
      {
        ...{ ...pace(7), question: "needed_from", position: 1, start_date: "2027-01-01" },
        arrival_date: "2030-12-31",
      },
    ],
    breaks: [
      {
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", break_date: "2025-07-01" },
        ...{ kind: "boundary", is_split: false },
        reason_vi: "Phường mới thành lập từ ba phường cũ.",
        reason_en: "The ward was formed from three former wards.",
      },
      {
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", break_date: "2025-10-01" },
        ...{ kind: "definition", is_split: true, split_date: "2025-10-01" },
        reason_vi: "Từ đây tính cả thẻ của lực lượng vũ trang.",
        reason_en: "Cards of the armed forces count from here on.",
      },
    ],
    signals: [
      {
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", period_end: "2026-07-31" },
        ...{ rule: "beyond_limits", value: 95.1, center: 94.2, is_improvement: true },
      },
    ],
    observationsByDenominator: [
      lens("registered", "Dân số thường trú", "Registered population", 95.3, 161051),
      lens("residing", "Dân số hiện cư trú", "Residing population", 93.8, 163627),
    ],
    linkage: [
      {
        ...{ form: "health_insurance_members", file_name: "BHYT danh sach.xlsx" },
        ...{ identified_by: "health_card", persons: 40, persons_linked: 30, persons_elsewhere: 12 },
      },
    ],
    backtests: [
      backtest("HI_COVERAGE", "giữ số cuối", 0.88, true),
      backtest("HI_COVERAGE", "xu hướng thẳng", 1.31, false),
    ],
    progressPublishedMethods: [
      {
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", method: "growth_rate_ratio" },
        ...{ score: -0.1, result: "deterioration", is_in_agreement: false },
        reason_vi: "Tốc độ tăng không nói gì về khoảng cách.",
        reason_en: "A growth rate says nothing about the distance.",
      },
    ],
    lineage: [
      lineage("numerator", "BHYT tong hop T10.2026.xlsx", "T10", "D9:D93"),
      lineage("denominator", "dan so T10.2026.xls", "Sheet1", "E98"),
    ],
    revisions: [
      {
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", frequency: "month" },
        ...{ period_end: "2026-08-31", reported_at: "2026-10-02 00:00:00" },
        ...{ file_name: "BHYT T8 sua.xlsx", value_before: 95.02, value_after: 95.19 },
        ...{ reason: "resubmitted" },
      },
    ],
    explanations: [
      explanation("HI_COVERAGE", "2026-07-31", "answered", 5),
      explanation("HI_COVERAGE", "2026-08-31", "answered", 6),
      explanation("HI_COVERAGE", "2026-09-30", "answered", 7),
      {
        ...explanation("HI_COVERAGE", "2026-09-30", "volunteered", 8),
        ...{ area_id: areaId(3), reply: "Tổ 3 có nhiều hộ mới chuyển đến." },
      },
      explanation("SI_COVERAGE", "2026-10-31", "overdue", 9),
      {
        ...explanation("HOUSING_UNITS", "2026-06-30", "unanswered", 12),
        ...{ frequency: "quarter", period_start: "2026-04-01", reply_due_date: null },
        ...{ reply: "Đang làm thủ tục.", replied_at: "2026-07-02" },
        ...{ reply_file_name: "Theo doi.xlsx", reply_sheet: "Theo dõi", reply_cell: "L12" },
        is_sample: false,
      },
      {
        ...explanation("DRUG_ADDICTS", "2026-09-30", "unanswered", 10),
        ...{ frequency: "quarter", period_start: "2026-07-01" },
      },
      { ...explanation("DRUG_ADDICTS", "2026-09-30", "answered", 11), area_id: areaId(4) },
    ],
    quality: [
      {
        ...{ rule_id: "parts_differ_from_total", severity: "warning", quality_id: "q1" },
        ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", period_end: "2026-10-31" },
        message_vi: "Tổng các tổ là 153.480, dòng Tổng cộng ghi 153.490.",
        message_en: "The parts add up to 153,480; the total row says 153,490.",
      },
      {
        ...{ rule_id: "jump", severity: "warning", quality_id: "q2" },
        ...{ indicator_id: "DRUG_ADDICTS", area_id: areaId(4), period_end: "2026-09-14" },
        message_vi: "Tổ dân phố 4 tăng từ 1 lên 3 người nghiện.",
        message_en: "Neighbourhood 4 rose from 1 to 3 addicts.",
      },
    ],
    files: [
      file("BHYT tong hop T10.2026.xlsx", "health_insurance_summary", "landed", [96, 84, 1, 11]),
      file("dan so T10.2026.xls", "police_population", "landed", [95, 85, 0, 10]),
      {
        ...file("mat khau.xlsx", null, "refused", [0, 0, 0, 0]),
        message_vi: "Tệp có mật khẩu; hãy lưu lại không mật khẩu.",
        message_en: "The file is encrypted; save it without a password.",
      },
    ],
    rejects: [
      {
        ...{ reject_id: "r1", file_name: "BHYT tong hop T10.2026.xlsx", sheet: "T10", cell: "F17" },
        ...{ form: "health_insurance_summary", rule: "date", severity: "error" },
        ...{ expected: "ngày", found: "31/02/2026" },
        message_vi: "T10!F17: cần một ngày, đang là 31/02/2026. Sửa ô rồi gửi lại.",
        message_en: "T10!F17: expected a date, found 31/02/2026. Mend the cell and send again.",
      },
    ],
    questions: [
      {
        ...{ question_id: "q1", file_hash: "h1", file_name: "BHYT tong hop T10.2026.xlsx" },
        ...{ kind: "column", form: "health_insurance_summary", sheet: "T10", cell: "G8" },
        ...{ text: "Thẻ còn hạn", samples: "1490 · 1502", candidates: "[]" },
        question_vi: "Cột ghi “Thẻ còn hạn” là cột nào của biểu “Tổng hợp BHYT”?",
        question_en: "Which column of the form is this?",
      },
    ],
    sourceStatus: [
      source("health_insurance_summary", "Tổng hợp BHYT", "Health insurance summary", false),
      source("police_drugs", "Quản lý ma túy", "Drug register", true),
    ],
  };
}

/** The neighbourhood with seven cards of nine people, which no page may show. */
const smallNeighbourhood = 21;

const people = { counted_vi: "người", counted_en: "people" };
const neighbourhoods = Array.from({ length: smallNeighbourhood }, (_, index) => index + 1);
const months = Array.from({ length: 46 }, (_, index) => monthEnd(2023, index));
const quarters = ["2026-03-14", "2026-06-14", "2026-09-14"];
const yearEnds = ["2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31", "2030-12-31"];

const types: Record<MartColumnType, string> = {
  text: "varchar",
  integer: "integer",
  number: "double",
  flag: "boolean",
  date: "date",
  instant: "timestamp",
};

function columnsOf({ columns }: Mart): Record<string, string> {
  const entries = Object.entries(columns).map(([name, { kind }]) => [name, types[kind]]);
  return Object.fromEntries(entries);
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function monthEnd(year: number, month: number): string {
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}

function areaId(n: number): string {
  return `le_chan_tdp_${String(n).padStart(2, "0")}`;
}

function section(
  section_id: string,
  sort_order: number,
  title_vi: string,
  title_en: string,
  agency_id: string,
) {
  const promises = { promise_vi: `Cam kết về ${title_vi}`, promise_en: `Promise: ${title_en}` };
  return { section_id, sort_order, title_vi, title_en, ...promises, agency_id };
}

function agency(agency_id: string, name_vi: string, name_en: string) {
  return { agency_id, name_vi, name_en, short_vi: name_vi };
}

function area(area_id: string, name: string, name_en: string, level: string, valid_from: string) {
  return { area_id, name, name_en, level, valid_from };
}

function indicator(
  indicator_id: string,
  section_id: string,
  sort_order: number,
  title_vi: string,
  title_en: string,
) {
  return {
    ...{ indicator_id, section_id, sort_order, title_vi, title_en },
    ...{ unit: "percent", unit_vi: "%", unit_en: "%", direction: "up", kind: "ratio" },
    ...{ measure_type: "ratio", temporal_aggregation: "last" },
    ...{ lower_bound: 0, upper_bound: 100, frequency: "month", decimals: 1 },
    agency_id: "health_office",
    definition_vi: `Định nghĩa của ${title_vi}`,
    definition_en: `Definition of ${title_en}`,
    formula_vi: "Tử số ÷ mẫu số × 100",
    formula_en: "Numerator ÷ denominator × 100",
    ...{ visibility: "public", disclosure: "sensitive" },
    ...{ numerator_id: `${indicator_id}:top`, denominator_id: `${indicator_id}:bottom` },
  };
}

function target(indicator_id: string, operator: string, target_value: number) {
  const path = { due_date: "2030-12-31", cadence: "by_date", valid_from: "2026-01-01" };
  return { indicator_id, operator, target_value, ...path, legal_basis: "Chương trình hành động" };
}

function coverage(id: string, area_id: string, end: string, percent: number, people: number) {
  const numerator = Math.round((percent / 100) * people);
  return {
    ...counted(id, area_id, end, (numerator / people) * 100),
    ...{ frequency: "month", numerator, denominator: people },
  };
}

function counted(indicator_id: string, area_id: string, end: string, value: number) {
  return {
    ...{ indicator_id, area_id, frequency: "quarter", period_start: end, period_end: end, value },
    ...{
      is_estimated: false,
      assumed_share: 0,
      maturity: "final",
      is_sample: indicator_id !== "HOUSING_UNITS",
    },
  };
}

function published(indicator_id: string, area_id: string, year: number, value: number) {
  return {
    ...counted(indicator_id, area_id, `${year}-12-31`, value),
    ...{ frequency: "year", period_start: `${year}-01-01`, is_sample: false },
  };
}

/** The same ward judged at a day: what came later is not there, and the newest left is the latest. */
export function rowsAt(day: string, rows: FixtureRows = fixtureRows()): FixtureRows {
  const observations = rows.observations.filter((row) => String(row["period_end"]) <= day);
  const progress = rows.progress.map((row) => {
    const newest = observations.findLast(
      ({ indicator_id, area_id }) => area_id === "le_chan" && indicator_id === row["indicator_id"],
    );
    const { period_end = null, value = null } = newest ?? {};
    return { ...row, as_of: day, latest_period_end: period_end, latest_value: value };
  });
  const changes = rows.changes.filter(
    (row) => row["period_end_after"] === null || String(row["period_end_after"]) <= day,
  );
  return { ...rows, observations, progress, changes, periodValues: wholePeriods(observations) };
}

/** The ward's calendar quarters, halves and years: the last figure of stocks, the sum of flows. */
function wholePeriods(observations: Record<string, unknown>[]) {
  const own = observations.filter(({ area_id }) => area_id === "le_chan");
  const placed = own.flatMap((row) =>
    spans.map((span) => ({ row, span, label: span.labelOf(String(row["period_end"])) })),
  );
  const groups = Map.groupBy(placed, ({ row, label }) => `${row["indicator_id"]} ${label}`);
  return [...groups.values()].map((group) => {
    const { row, span, label } = group.at(-1) as (typeof group)[number];
    const isFlow = flows.has(String(row["indicator_id"]));
    const total = group.reduce((sum, one) => sum + Number(one.row["value"]), 0);
    const series_frequency = String(row["frequency"]);
    const n_expected = series_frequency === "month" ? 3 * span.length : span.length;
    const hasEnd = Number(String(row["period_end"]).slice(5, 7)) % (3 * span.length) === 0;
    return {
      ...{ ...row, frequency: span.frequency, period_label: label },
      ...{ method: isFlow ? "sum" : "last", value: isFlow ? total : row["value"] },
      ...{ series_frequency, n_periods: group.length, n_expected },
      is_complete: isFlow ? group.length === n_expected : hasEnd,
    };
  });
}

const flows: ReadonlySet<string> = new Set(["HERITAGE_EVENTS"]);
const spans = [
  {
    frequency: "quarter",
    length: 1,
    labelOf: (end: string) => `${end.slice(0, 4)}-Q${partOf(end, 3)}`,
  },
  {
    frequency: "half",
    length: 2,
    labelOf: (end: string) => `${end.slice(0, 4)}-H${partOf(end, 6)}`,
  },
  { frequency: "year", length: 4, labelOf: (end: string) => end.slice(0, 4) },
];

function partOf(end: string, months: number): number {
  return Math.ceil(Number(end.slice(5, 7)) / months);
}

function trend(indicator_id: string, direction: string) {
  const found = { slope_per_year: 0.7, method: "theil_sen", n_points: 46 };
  return { indicator_id, area_id: "le_chan", direction, ...found };
}

function projection(id: string, frequency: string, end: string, value: number, width: number) {
  return {
    ...{ indicator_id: id, area_id: "le_chan", frequency, period_end: end, value },
    ...{
      lower_80: value - width,
      upper_80: value + width,
      method: "last value",
      method_vi: "giữ giá trị cuối",
    },
    ...{ lower_95: value - 1.6 * width, upper_95: value + 1.6 * width },
  };
}

function progress(
  indicator_id: string,
  status: string,
  reason_code: string,
  more: Record<string, unknown>,
) {
  return {
    ...{ indicator_id, area_id: "le_chan", as_of: "2026-11-05", status, reason_code },
    ...{ frequency: "month", latest_period_end: "2026-10-31", baseline_date: "2025-12-31" },
    ...{ target_due: "2030-12-31", target_cadence: "by_date" },
    ...more,
  };
}

type Stand = [period_end: string | null, value: number | null, status: string | null];

/** What changed since the numbered report of the third quarter. */
function change(indicator_id: string, before: Stand, after: Stand, more: object = {}) {
  const [period_end_before, value_before, status_before] = before;
  const [period_end_after, value_after, status_after] = after;
  return {
    ...{ indicator_id, area_id: "le_chan", since_kind: "report", since_date: "2026-09-30" },
    ...{ report_period: "2026-Q3", report_number: "45/BC-UBND", report_date: "2026-10-12" },
    report_known_by: "2026-10-11",
    ...{ period_end_before, value_before, status_before },
    ...{ period_end_after, value_after, status_after },
    is_new: period_end_after !== null && period_end_after !== period_end_before,
    is_status_changed: status_before !== null && status_before !== status_after,
    ...{ n_revised: 0, ...more },
  };
}

function path(indicator_id: string, start: number, end: number) {
  return [
    { indicator_id, area_id: "le_chan", path_date: "2025-12-31", planned_value: start },
    { indicator_id, area_id: "le_chan", path_date: "2030-12-31", planned_value: end },
  ];
}

/** The pace of `position` × 200 people a year from 95.3% of 161,051 on. */
function pace(position: number) {
  return {
    ...{ indicator_id: "HI_COVERAGE", area_id: "le_chan", question: "leads_to", position },
    ...{ start_date: "2026-10-31", target_due: "2030-12-31", is_counted: true },
    ...{ counted_per_year: 200 * position, pace_per_year: 0.124 * position },
    ...{ value_at_due: Math.min(95.3 + 0.517 * position, 100), is_met_at_due: position > 5 },
    arrival_date: position === 0 ? null : `20${56 - 4 * Math.min(position, 7)}-06-15`,
  };
}

function lens(
  denominator_lens: string,
  denominator_vi: string,
  denominator_en: string,
  value: number,
  denominator: number,
) {
  const key = { indicator_id: "HI_COVERAGE", area_id: "le_chan", frequency: "month" };
  const difference = value - 95.3;
  return {
    ...{ ...key, period_end: "2026-10-31", denominator_lens, denominator_vi, denominator_en },
    ...{ value, denominator, difference, is_official: difference === 0 },
  };
}

function backtest(indicator_id: string, title_vi: string, mase: number, is_selected: boolean) {
  const tried = { n_origins: 34, coverage_80: 0.79, coverage_95: 0.94 };
  const mix = { mix_relative_error: 0.88, mix_coverage_80: 0.79, mix_coverage_95: 0.94 };
  const named = {
    method: title_vi,
    title_vi,
    title_en: "a method",
    weight: is_selected ? 0.7 : 0.3,
  };
  return { indicator_id, area_id: "le_chan", ...named, mase, is_selected, ...tried, ...mix };
}

function lineage(role: string, file_name: string, sheet: string, cells: string) {
  const observation = { indicator_id: "HI_COVERAGE", area_id: "le_chan", frequency: "month" };
  return { ...observation, period_end: "2026-10-31", role, file_name, sheet, cells };
}

/** A request of the fifth of the month after the period; its reply, where there is one, two days later. */
function explanation(indicator_id: string, period_end: string, state: string, row: number) {
  const isAsked = state !== "volunteered";
  const isSaid = state === "answered" || state === "volunteered";
  const day = (date: number) => new Date(Date.parse(period_end) + date * 86_400_000);
  const text = (date: number) => day(date).toISOString().slice(0, 10);
  return {
    ...{ indicator_id, area_id: "le_chan", frequency: "month", state, is_sample: true },
    ...{ period_start: `${period_end.slice(0, 7)}-01`, period_end },
    ...(isAsked && {
      ...{ request: `Vì sao số của ${period_end.slice(0, 7)} chậm?`, requested_at: text(5) },
      ...{ reply_due_date: text(10), request_file_name: "Yeu cau.xlsx" },
      ...{ request_sheet: "Theo dõi", request_cell: `I${row}` },
    }),
    ...(isSaid && {
      ...{ reply: `Do thiếu cán bộ (${period_end.slice(0, 7)}).`, replied_at: text(7) },
      ...{ reply_file_name: "Theo doi.xlsx", reply_sheet: "Theo dõi", reply_cell: `L${row}` },
    }),
  };
}

function file(
  file_name: string,
  form: string | null,
  status: string,
  [rows_read, rows_landed, rows_rejected, rows_ignored]: [number, number, number, number],
) {
  return {
    ...{ file_name, file_hash: file_name, form, status, received_at: "2026-11-05 00:00:00" },
    ...{ is_sample: true, rows_read, rows_landed, rows_rejected, rows_ignored },
  };
}

function source(form: string, title_vi: string, title_en: string, is_late: boolean) {
  return {
    ...{ form, title_vi, title_en, is_late, agency_id: "ward_police", expected_every: "month" },
    ...{ last_received_at: "2026-11-05 00:00:00", last_period_end: "2026-10-31" },
    ...{ next_due_date: "2026-12-10", files: 46, rejected_rows: 1 },
  };
}
