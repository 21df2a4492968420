import { type Day, two } from "./calendar.ts";
import { addHeader, type TableColumn } from "./header.ts";
import { type Cell, merge, type Row, type Sheet } from "./sheet.ts";

/** Every file says in a title line that it is sample data. */
const SAMPLE_LINE = "DỮ LIỆU MẪU - số liệu sinh ra để chạy thử, không phải số liệu thật";

/** An office as its letterhead and signature block name it. */
export interface Office {
  above: string;
  name: string;
  /** The mark in `Số: 12/BC-CAP`. */
  mark: string;
  signed_by: readonly string[];
}

/** A sheet before it is laid out. */
export interface Report {
  sheet_name: string;
  office: Office;
  number: number;
  date: Day;
  titles: readonly string[];
  unit?: string;
  columns: readonly TableColumn[];
  body: readonly Row[];
  footnotes?: readonly string[];
}

/** A row of a table's body. */
export const body = (...cells: Cell[]): Row => ({ style: "body", cells });

/** A row of a list. */
export const entry = (...cells: Cell[]): Row => ({ style: "entry", cells });

/** A total row. */
export const total = (...cells: Cell[]): Row => ({ style: "total", cells });

/**
 * Lays a report out as offices do: letterhead in two columns, titles over the whole width, the sample
 * line, the unit, the stacked header with merged groups, column numbers, the table, footnotes and the
 * signature block.
 */
export function layOut(report: Report): Sheet {
  const width = report.columns.length;
  const sheet: Sheet = {
    name: report.sheet_name,
    rows: [],
    merges: [],
    widths: report.columns.map((c) => c.width),
  };
  letterhead(sheet, report, width);
  for (const title of report.titles) across(sheet, title, "title", width);
  across(sheet, SAMPLE_LINE, "title", width);
  sheet.rows.push({ style: "note", cells: [...blanks(width - 2), unitText(report.unit)] });
  addHeader(sheet, report.columns);
  sheet.rows.push({ style: "header", cells: report.columns.map(({ label }) => label) });
  sheet.rows.push(...report.body);
  for (const note of report.footnotes ?? []) sheet.rows.push({ style: "note", cells: [note] });
  signature(sheet, report.office, width);
  return sheet;
}

function letterhead(sheet: Sheet, { office, number, date }: Report, width: number): void {
  const right = Math.floor(width / 2);
  const place = `Hải Phòng, ngày ${two(date.day)} tháng ${two(date.month)} năm ${date.year}`;
  const pairs = [
    [office.above, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [office.name, "Độc lập - Tự do - Hạnh phúc"],
    [`Số: ${number}/BC-${office.mark}`, place],
  ];
  for (const [left = "", other = ""] of pairs) {
    const row = sheet.rows.push({
      style: "letterhead",
      cells: [left, ...blanks(right - 1), other],
    });
    merge(sheet, { top: row - 1, left: 0, bottom: row - 1, right: right - 1 });
    merge(sheet, { top: row - 1, left: right, bottom: row - 1, right: width - 1 });
  }
  sheet.rows.push({ style: "plain", cells: [] });
}

function across(sheet: Sheet, text: string, style: Row["style"], width: number): void {
  const row = sheet.rows.push({ style, cells: [text] }) - 1;
  merge(sheet, { top: row, left: 0, bottom: row, right: width - 1 });
}

function unitText(unit: string | undefined): string | null {
  return unit ? `ĐVT: ${unit}` : null;
}

function signature(sheet: Sheet, office: Office, width: number): void {
  const right = Math.max(2, width - 3);
  const line = (left: string | null, other: string): Row => ({
    style: "letterhead",
    cells: [null, left, ...blanks(right - 2), other],
  });
  sheet.rows.push({ style: "plain", cells: [] });
  office.signed_by.forEach((text, i) => {
    sheet.rows.push(line(i === 0 ? "Người lập biểu" : null, text));
  });
  sheet.rows.push(line("(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)"));
}

function blanks(count: number): null[] {
  return Array.from({ length: Math.max(0, count) }, () => null);
}
