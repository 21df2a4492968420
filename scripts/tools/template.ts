import { rowsOf } from "../../ingest/programme/declaration.ts";
import { loadProgramme } from "../../ingest/programme/programme.ts";
import { xlsxFile } from "../../lib/office/xlsx.ts";
import type { ColumnList, XlsxSheet, XlsxStyle } from "../../lib/office/xlsx_sheet.ts";
import { kindInName } from "./ward/wording.ts";

type TextRow = Record<string, string>;

/** What the template's lists are made from. */
export interface Registry {
  indicators: TextRow[];
  areas: TextRow[];
  /** The one row of the ward's programme. */
  programme: TextRow;
}

const SHEETS = { figures: "Theo dõi", guide: "Hướng dẫn", lists: "Danh mục" };
const HEADLINE = "THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG";
const SUBTITLE =
  "mỗi dòng là một chỉ tiêu của một kỳ; chọn mã, kỳ và khu vực trong danh sách thả xuống";

/** The columns to fill in. As text, `2026-10`, `05/11/2026` and `- do thiếu xe` stay as they are typed. */
const COLUMNS: readonly { header: string; width: number; is_text?: true }[] = [
  { header: "Mã chỉ tiêu", width: 24 },
  { header: "Kỳ", width: 12, is_text: true },
  { header: "Khu vực", width: 20 },
  { header: "Tử số", width: 12 },
  { header: "Mẫu số", width: 12 },
  { header: "Giá trị", width: 12 },
  { header: "Minh chứng", width: 34 },
  { header: "Ghi chú", width: 30 },
  { header: "Yêu cầu giải trình", width: 40, is_text: true },
  { header: "Ngày yêu cầu", width: 13, is_text: true },
  { header: "Hạn giải trình", width: 13, is_text: true },
  { header: "Giải trình", width: 60, is_text: true },
  { header: "Ngày giải trình", width: 15, is_text: true },
];
const LAST_ROW = 1000;
const FREQUENCIES: Record<string, string> = { month: "tháng", quarter: "quý", year: "năm" };

/** The registry as the ward's programme has it, every value as text. */
export async function readRegistry(): Promise<Registry> {
  const { tables } = await loadProgramme();
  const textRows = (file: string) =>
    rowsOf(tables, file).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? "")])),
    );
  const [programme = {}] = textRows("programme");
  return { indicators: textRows("indicators"), areas: textRows("areas"), programme };
}

/**
 * The programme_tracking workbook as .xlsx bytes: a sheet to fill in, with drop-down lists of the
 * registry's codes, periods and areas; a guide; and the lists on a hidden sheet.
 */
export function trackingTemplate(registry: Registry): Uint8Array {
  return xlsxFile([figuresSheet(wardName(registry)), guideSheet(registry), listsSheet(registry)]);
}

/** The ward's name: Phường …, Xã … */
function wardName({ areas, programme }: Registry): string {
  const ward = areas.find(({ area_id }) => area_id === programme["ward_id"]);
  return ward?.["name"] ?? "";
}

function figuresSheet(ward: string): XlsxSheet {
  return {
    name: SHEETS.figures,
    head: [[{ value: HEADLINE, style: TITLE }], [`${ward} - ${SUBTITLE}`]],
    columns: COLUMNS.map(({ header, width, is_text }) => {
      const list = LISTS[header];
      return { header, width, ...(is_text && { style: TEXT }), ...(list && { list }) };
    }),
    rows: [],
    has_frozen_head: true,
    last_row: LAST_ROW,
    print: { is_landscape: true },
  };
}

const TEXT: XlsxStyle = { format: "text" };
const TITLE: XlsxStyle = { look: "title" };
const WRAPPED: XlsxStyle = { look: "wrapped" };

/** Periods and areas may be written otherwise. */
const LISTS: Record<string, ColumnList> = {
  "Mã chỉ tiêu": { sheet: SHEETS.lists, column: "Mã", is_strict: true },
  Kỳ: { sheet: SHEETS.lists, column: "Các kỳ", is_strict: false },
  "Khu vực": { sheet: SHEETS.lists, column: "Tên", is_strict: false },
};

function guideSheet(registry: Registry): XlsxSheet {
  const headers = ["Mã", "Tên", "Tính bằng", "Định kỳ", "Định nghĩa"];
  const widths = [26, 48, 14, 10, 100];
  const guide = guideOf(wardName(registry));
  return {
    name: SHEETS.guide,
    head: [...guide.map((line, index) => [index === 0 ? { value: line, style: TITLE } : line]), []],
    columns: headers.map((header, index) => ({
      header,
      width: widths[index] ?? 0,
      style: WRAPPED,
    })),
    rows: registry.indicators.map((indicator) => [
      indicator["indicator_id"] || null,
      indicator["title_vi"] || null,
      indicator["unit_vi"] || null,
      FREQUENCIES[indicator["frequency"] ?? ""] ?? null,
      indicator["definition_vi"] || null,
    ]),
    print: { is_landscape: true },
  };
}

const guideOf = (ward: string) => [
  "HƯỚNG DẪN ĐIỀN BIỂU THEO DÕI",
  `1. Điền ở trang "${SHEETS.figures}", mỗi dòng một chỉ tiêu, một kỳ, một khu vực; không sửa dòng tiêu đề cột.`,
  `2. Mã chỉ tiêu, Kỳ, Khu vực: chọn trong danh sách. Kỳ là tháng (2026-10), quý (2026-Q3) hoặc năm (2026). Để trống Khu vực nghĩa là toàn ${kindOf(ward)}.`,
  "3. Chỉ tiêu tỷ lệ: điền Tử số và Mẫu số, Giá trị để trống hoặc điền tỷ lệ %. Chỉ tiêu khác: điền Giá trị.",
  "4. Minh chứng: số văn bản, đường dẫn hoặc tên tài liệu. Không ghi thông tin cá nhân.",
  "5. Giải trình: nơi yêu cầu điền Yêu cầu giải trình, Ngày yêu cầu, Hạn giải trình; đơn vị chủ trì điền Giải trình và Ngày giải trình ở cùng dòng. Dòng chỉ có giải trình thì để trống các cột số. Ngày ghi ngày/tháng/năm: 05/11/2026.",
  "6. Không ghi họ tên, số định danh, số thẻ, số điện thoại của ai trong giải trình; số như thế bị che khi đọc tệp.",
  "7. Lưu tệp vào thư mục data/inbox rồi chạy: npm run refresh",
  "Fill in the first sheet, one row per indicator, period and area; a blank area is the whole ward. Explanations (request, reply, their dates) stand in the last five columns, with or without figures.",
];

/** phường, xã, đặc khu */
function kindOf(ward: string): string {
  return (kindInName(ward) ?? "Phường").toLowerCase();
}

function listsSheet({ indicators, areas, programme }: Registry): XlsxSheet {
  const current = areas.filter(
    ({ level = "", valid_to }) => ["ward", "neighbourhood"].includes(level) && !valid_to,
  );
  const lists: Record<string, string[]> = {
    Mã: indicators.map(({ indicator_id = "" }) => indicator_id),
    "Các kỳ": periods(programme),
    Tên: current.map(({ name = "" }) => name),
  };
  const entries = Object.values(lists);
  const depth = Math.max(...entries.map(({ length }) => length));
  return {
    name: SHEETS.lists,
    columns: Object.keys(lists).map((header) => ({ header })),
    rows: Array.from({ length: depth }, (_, row) => entries.map((list) => list[row] ?? null)),
    is_hidden: true,
  };
}

/** Every month, quarter and year that may be filled in. */
function periods({ first_year, last_year }: TextRow): string[] {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
  const [first, last] = [Number(first_year), Number(last_year)];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) => [
    ...months.map((month) => `${year}-${month}`),
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    `${year}`,
  ]);
}
