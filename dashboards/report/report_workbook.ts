import { columnWidth } from "../../lib/office/column_width.ts";
import { xlsxFile } from "../../lib/office/xlsx.ts";
import type {
  CellFormat,
  SheetValue,
  XlsxCell,
  XlsxColumn,
  XlsxSheet,
} from "../../lib/office/xlsx_sheet.ts";
import type { Report } from "./report.ts";
import { explanationColumns, explanationRows } from "./report_explanation.ts";
import { notesOf } from "./report_notes.ts";
import { reportWords } from "./report_words.ts";
import { insideColumns, insideRows, tableColumns, tableRows } from "./rows.ts";

/** All of the report as .xlsx bytes: the table, every figure inside the period, the explanations, the notes. */
export function toReportXlsx(report: Report): Uint8Array {
  const notes = notesOf(report).map((line) => [line]);
  return xlsxFile([
    sheetOf("Bảng chỉ tiêu", report, tableColumns, tableRows(report)),
    sheetOf("Số trong kỳ", report, insideColumns, insideRows(report)),
    sheetOf("Giải trình", report, explanationColumns, explanationRows(report)),
    sheetOf("Lưu ý", report, ["Lưu ý"], notes),
  ]);
}

/** A sheet: what it is, the mark of a sample, a blank line, the columns' names, the rows. */
function sheetOf(
  name: string,
  report: Report,
  columns: readonly string[],
  rows: SheetValue[][],
): XlsxSheet {
  const title = reportWords.about(report.wardWords.subject, report.period.name).join(" ");
  const sample = report.is_sample ? reportWords.sample : null;
  const decimals = new Map<SheetValue | undefined, number>(
    report.figures.map(({ view: { indicator } }) => [indicator.indicator_id, indicator.decimals]),
  );
  return {
    name,
    head: [[{ value: title, style: { look: "title" } }], [sample], []],
    columns: columns.map((column, index) => columnOf(column, rows, index)),
    rows: rows.map((row) =>
      row.map((value, index) => cellOf(columns[index] ?? "", value, decimals.get(row[0]))),
    ),
    has_frozen_head: true,
    has_filter: true,
    print: { is_landscape: columns.length > 1 },
  };
}

function columnOf(header: string, rows: SheetValue[][], index: number): XlsxColumn {
  const values = rows.map((row) => row[index] ?? null);
  const width = columnWidth(values, Math.max(10, header.length + 2), 60);
  return { header, width, style: { look: "wrapped" } };
}

/** A value as its column shows it; the number itself stays whole. */
function cellOf(column: string, value: SheetValue, decimals = 0): XlsxCell {
  if (typeof value === "string" && dateColumns.has(column)) return new Date(value);
  if (typeof value !== "number") return value;
  return { value, style: { format: formatOf(column, value, decimals), look: "wrapped" } };
}

/** Their texts yyyy-mm-dd are written as dates that spreadsheets count with. */
const dateColumns: ReadonlySet<string> = new Set([
  "Từ ngày",
  "Đến ngày",
  "Hạn",
  "Đánh giá ngày",
  "Ngày nhận nguồn",
  "Ngày yêu cầu",
  "Hạn trả lời",
  "Ngày giải trình",
]);

function formatOf(column: string, value: number, decimals: number): CellFormat {
  const own = ownFormats[column];
  if (own) return own;
  const isPart = column === "Tử số" || column === "Mẫu số";
  return { decimals: isPart ? (Number.isInteger(value) ? 0 : 2) : decimals };
}

const ownFormats: Record<string, CellFormat> = {
  "Khả năng đạt": { percent: 0 },
  "Số kỳ đã có": { digits: 1 },
  "Số kỳ phải có": { digits: 1 },
};
