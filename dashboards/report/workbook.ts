import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import type { SheetValue } from "../../lib/office/xlsx.ts";
import { sheetOf } from "../site/downloads/workbook.ts";
import { withoutClock } from "./archive.ts";
import { explanationColumns, explanationRows } from "./explanation.ts";
import { notesOf } from "./notes.ts";
import type { Report } from "./report.ts";
import { insideColumns, insideRows, tableColumns, tableRows } from "./rows.ts";
import { words } from "./words.ts";

/** All of the report as .xlsx bytes: the table, every figure inside the period, the explanations, the notes. */
export function toReportXlsx(report: Report): Uint8Array {
  const book = utils.book_new();
  const notes = notesOf(report).map((line) => [line]);
  add(book, "Bảng chỉ tiêu", report, tableColumns, tableRows(report));
  add(book, "Số trong kỳ", report, insideColumns, insideRows(report));
  add(book, "Giải trình", report, explanationColumns, explanationRows(report));
  add(book, "Lưu ý", report, ["Lưu ý"], notes);
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", compression: true });
  return withoutClock(new Uint8Array(bytes), report.knownBy);
}

/** Appends a sheet: what it is, the mark of a sample, a blank line, the columns' names, the rows. */
function add(
  book: ReturnType<typeof utils.book_new>,
  name: string,
  report: Report,
  columns: readonly string[],
  rows: SheetValue[][],
): void {
  const title = words.about(report.papers.subject, report.period.name).join(" ");
  const head = [[title], [report.isSample ? words.sample : null], [], [...columns]];
  const sheet: WorkSheet = sheetOf([...head, ...rows]);
  sheet["!cols"] = columns.map((column, index) => ({ wch: widthOf(column, rows, index) }));
  const decimals = new Map<SheetValue | undefined, number>(
    report.figures.map(({ view: { indicator } }) => [indicator.indicator_id, indicator.decimals]),
  );
  const cells: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  for (const [index, row] of rows.entries()) {
    for (const [place, cell] of (cells[index + head.length] ?? []).entries()) {
      const column = columns[place] ?? "";
      if (cell && dateColumns.has(column)) asDate(cell);
      else if (cell?.t === "n") cell.z = formatOf(column, cell.v, decimals.get(row[0]));
    }
  }
  sheet["!autofilter"] = {
    ref: utils.encode_range(
      { r: head.length - 1, c: 0 },
      { r: head.length - 1 + rows.length, c: columns.length - 1 },
    ),
  };
  utils.book_append_sheet(book, sheet, name);
}

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

/** Makes a text yyyy-mm-dd a date that spreadsheets count with: days since 30 December 1899. */
function asDate(cell: CellObject): void {
  const days = (Date.parse(`${cell.v}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  Object.assign(cell, { t: "n", v: days, z: "dd/mm/yyyy" });
}

/** How a number is shown; the number itself stays whole. */
function formatOf(column: string, value: CellObject["v"], decimals = 0): string {
  const own = ownFormats[column];
  if (own) return own;
  const isPart = column === "Tử số" || column === "Mẫu số";
  const shown = isPart ? (Number.isInteger(value) ? 0 : 2) : decimals;
  return shown > 0 ? `#,##0.${"0".repeat(shown)}` : "#,##0";
}

const ownFormats: Record<string, string> = {
  "Khả năng đạt": "0%",
  "Số kỳ đã có": "0",
  "Số kỳ phải có": "0",
};

function widthOf(column: string, rows: SheetValue[][], index: number): number {
  const texts = rows.map((row) => (typeof row[index] === "string" ? row[index].length : 0));
  return Math.min(60, Math.max(10, column.length + 2, ...texts));
}
