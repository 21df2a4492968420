import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, type WorkSheet, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import Papa from "papaparse";

type Seed = Record<string, string>;

/** What the template's lists are made from. */
export interface Registry {
  indicators: Seed[];
  areas: Seed[];
  /** The one row of the ward's programme. */
  programme: Seed;
}

const SHEETS = { figures: "Theo dõi", guide: "Hướng dẫn", lists: "Danh mục" };
const TITLE = "THEO DÕI CHƯƠNG TRÌNH HÀNH ĐỘNG";
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
const HEADER_ROW = 3;
const LAST_ROW = 1000;
const FREQUENCIES: Record<string, string> = { month: "tháng", quarter: "quý", year: "năm" };

/** Reads the registry's seeds from the project's folder. */
export function readRegistry(root: string): Registry {
  const seed = (name: string) => {
    const text = readFileSync(join(root, "models", "seeds", `${name}.csv`), "utf8");
    return Papa.parse<Seed>(text, { header: true, skipEmptyLines: true }).data;
  };
  const [programme = {}] = seed("programme");
  return { indicators: seed("indicators"), areas: seed("areas"), programme };
}

/**
 * The programme_tracking workbook as .xlsx bytes: a sheet to fill in, with drop-down lists of the
 * registry's codes, periods and areas; a guide; and the lists on a hidden sheet.
 */
export function trackingTemplate(registry: Registry): Uint8Array {
  const lists = listColumns(registry);
  const book = utils.book_new();
  utils.book_append_sheet(book, figuresSheet(wardName(registry)), SHEETS.figures);
  utils.book_append_sheet(book, guideSheet(registry), SHEETS.guide);
  utils.book_append_sheet(book, listsSheet(lists), SHEETS.lists);
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 0 }, { Hidden: 1 }] };
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsx" });
  return withLists(new Uint8Array(bytes), lists);
}

interface ListColumn {
  header: string;
  entries: string[];
  /** Whether anything else is refused, or only asked about: periods and areas may be written otherwise. */
  isStrict: boolean;
}

/** The ward's name: Phường …, Xã … */
function wardName({ areas, programme }: Registry): string {
  const ward = areas.find(({ area_id }) => area_id === programme["ward_id"]);
  return ward?.["name"] ?? "";
}

function yearsOf({ first_year, last_year }: Seed): number[] {
  const [first, last] = [Number(first_year), Number(last_year)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function listColumns({ indicators, areas, programme }: Registry): ListColumn[] {
  const current = areas.filter(
    ({ level = "", valid_to }) => ["ward", "neighbourhood"].includes(level) && !valid_to,
  );
  const two = (month: number) => String(month).padStart(2, "0");
  const months = Array.from({ length: 12 }, (_, index) => two(index + 1));
  const periods = yearsOf(programme).flatMap((year) => [
    ...months.map((month) => `${year}-${month}`),
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    `${year}`,
  ]);
  const codes = indicators.map(({ indicator_id = "" }) => indicator_id);
  return [
    { header: "Mã", entries: codes, isStrict: true },
    { header: "Các kỳ", entries: periods, isStrict: false },
    { header: "Tên", entries: current.map(({ name = "" }) => name), isStrict: false },
  ];
}

function figuresSheet(ward: string): WorkSheet {
  const headers = COLUMNS.map(({ header }) => header);
  const sheet = utils.aoa_to_sheet([[TITLE], [`${ward} - ${SUBTITLE}`], headers]);
  sheet["!cols"] = COLUMNS.map(({ width }) => ({ wch: width }));
  for (const c of textColumns()) sheet[utils.encode_cell({ r: HEADER_ROW - 1, c })].z = "@";
  return sheet;
}

function textColumns(): number[] {
  return COLUMNS.flatMap(({ is_text }, column) => (is_text ? column : []));
}

function guideSheet(registry: Registry): WorkSheet {
  const { indicators } = registry;
  const rows = indicators.map((indicator) => [
    indicator["indicator_id"],
    indicator["title_vi"],
    indicator["unit_vi"],
    FREQUENCIES[indicator["frequency"] ?? ""] ?? "",
    indicator["definition_vi"],
  ]);
  const sheet = utils.aoa_to_sheet([
    ...guideOf(wardName(registry)).map((line) => [line]),
    [],
    ["Mã", "Tên", "Tính bằng", "Định kỳ", "Định nghĩa"],
    ...rows,
  ]);
  sheet["!cols"] = [26, 48, 14, 10, 100].map((wch) => ({ wch }));
  return sheet;
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
  return /^(Phường|Xã|Đặc khu) /.exec(ward)?.[1]?.toLowerCase() ?? "phường";
}

function listsSheet(lists: ListColumn[]): WorkSheet {
  const depth = Math.max(...lists.map(({ entries }) => entries.length));
  const rows = Array.from({ length: depth }, (_, row) => lists.map(({ entries }) => entries[row]));
  return utils.aoa_to_sheet([lists.map(({ header }) => header), ...rows]);
}

/**
 * Puts drop-down lists, a text format for periods and dates and a frozen header into the first sheet's XML: the
 * library that writes the workbook has no word for the first and the last.
 */
function withLists(bytes: Uint8Array, lists: ListColumn[]): Uint8Array {
  const files = unzipSync(bytes);
  const path = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(files[path] as Uint8Array);
  files[path] = strToU8(freeze(formatTexts(addLists(xml, lists))));
  return zipSync(files, { mtime: new Date(2026, 0, 1) });
}

function addLists(xml: string, lists: ListColumn[]): string {
  const rules = lists.map(({ entries, isStrict }, index) => {
    const column = utils.encode_col(index);
    const cells = `${column}${HEADER_ROW + 1}:${column}${LAST_ROW}`;
    const source = `'${SHEETS.lists}'!$${column}$2:$${column}$${entries.length + 1}`;
    const style = isStrict ? "stop" : "warning";
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="${style}" sqref="${cells}"><formula1>${source}</formula1></dataValidation>`;
  });
  const all = `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
  return replaceOnce(xml, "</sheetData>", `</sheetData>${all}`);
}

/** The format of a text column's header holds for the cells below it too. */
function formatTexts(xml: string): string {
  return textColumns().reduce((text, column) => {
    const header = `${utils.encode_col(column)}${HEADER_ROW}`;
    const style = new RegExp(`<c r="${header}" s="(\\d+)"`).exec(text)?.[1];
    if (!style) throw new Error(`no style of the column in the written sheet: ${header}`);
    const place = `<col min="${column + 1}" max="${column + 1}"`;
    return replaceOnce(text, place, `${place} style="${style}"`);
  }, xml);
}

function freeze(xml: string): string {
  const pane = `<pane ySplit="${HEADER_ROW}" topLeftCell="A${HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/>`;
  const view = /<sheetView ([^>]*)\/>/.exec(xml);
  if (!view) throw new Error("no view in the written sheet");
  return xml.replace(view[0], `<sheetView ${view[1]}>${pane}</sheetView>`);
}

function replaceOnce(text: string, part: string, whole: string): string {
  if (!text.includes(part)) throw new Error(`not in the written sheet: ${part}`);
  return text.replace(part, () => whole);
}
