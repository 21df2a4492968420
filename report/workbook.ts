import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import { titleOf, unitOf } from "../dashboards/facts.ts";
import { vi } from "../dashboards/text/vi.ts";
import { type SheetValue, sheetOf } from "../dashboards/workbook.ts";
import { withoutClock } from "./archive.ts";
import { notesOf } from "./notes.ts";
import { isWithin } from "./period.ts";
import type { Figure, Report } from "./report.ts";
import { figureSentence } from "./sentences.ts";
import { office, words } from "./words.ts";

/** All figures of the report as .xlsx bytes: the table, every figure inside the period, the notes. */
export function toReportXlsx(report: Report): Uint8Array {
  const book = utils.book_new();
  const notes = notesOf(report).map((line) => [line]);
  add(book, "Bảng chỉ tiêu", report, tableColumns, tableRows(report));
  add(book, "Số trong kỳ", report, insideColumns, insideRows(report));
  add(book, "Lưu ý", report, ["Lưu ý"], notes);
  const bytes: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", compression: true });
  return withoutClock(new Uint8Array(bytes), report.asOf);
}

const tableColumns = [
  "Mã chỉ tiêu",
  "Nội dung",
  "Chỉ tiêu",
  "Đơn vị tính",
  "Kỳ của số",
  "Đến ngày",
  "Thực hiện",
  "Tử số",
  "Mẫu số",
  "Lộ trình cùng lúc",
  "Phép so",
  "Mục tiêu",
  "Hạn",
  "Khả năng đạt",
  "Đánh giá",
  "Nhận định",
  "Đánh giá ngày",
  "Đơn vị chủ trì",
  "Nguồn",
  "Ngày nhận nguồn",
  "Là số của kỳ",
  "Có số mới hơn kỳ",
  "Là số ước tính",
  "Là số sơ bộ",
  "Là dữ liệu mẫu",
] as const;

function tableRows(report: Report): SheetValue[][] {
  return report.sections.flatMap(({ section, figures }) =>
    figures.map((figure) => [
      figure.view.indicator.indicator_id,
      `${section.section_id} ${section.title_vi}`,
      titleOf(figure.view.indicator, vi),
      ...tableRow(figure, report),
    ]),
  );
}

function tableRow(figure: Figure, report: Report): SheetValue[] {
  const { view, observation, value, planned, period, isOfPeriod } = figure;
  const { progress, agency, indicator } = view;
  const source = sourceOf(figure, report);
  return [
    unitOf(indicator, vi),
    period,
    observation?.period_end ?? null,
    value,
    observation?.numerator ?? null,
    observation?.denominator ?? null,
    planned,
    progress?.target_operator ?? null,
    progress?.target_value ?? null,
    progress?.target_due ?? null,
    progress?.probability_met ?? null,
    vi.status[view.status],
    `${figureSentence(figure)}.`,
    report.asOf,
    agency?.name_vi ?? null,
    source.files,
    source.receivedAt,
    isOfPeriod,
    !figure.isJudged,
    observation?.is_estimated ?? null,
    observation ? observation.maturity === "preliminary" : null,
    observation?.is_sample ?? null,
  ];
}

const insideColumns = [
  "Mã chỉ tiêu",
  "Chỉ tiêu",
  "Đơn vị tính",
  "Từ ngày",
  "Đến ngày",
  "Giá trị",
  "Tử số",
  "Mẫu số",
  "Là số ước tính",
  "Là dữ liệu mẫu",
] as const;

function insideRows({ figures, period }: Report): SheetValue[][] {
  return figures.flatMap(({ view }) =>
    view.observations
      .filter((row) => isWithin(period, row))
      .map((row) => [
        row.indicator_id,
        titleOf(view.indicator, vi),
        unitOf(view.indicator, vi),
        row.period_start,
        row.period_end,
        row.value,
        row.numerator,
        row.denominator,
        row.is_estimated,
        row.is_sample,
      ]),
  );
}

/** The files that an observation came from, and the day on which the last of them was received. */
function sourceOf({ observation }: Figure, { site }: Report) {
  const files = observation
    ? site.lineage
        .filter(
          (row) =>
            row.indicator_id === observation.indicator_id &&
            row.period_end === observation.period_end &&
            row.frequency === observation.frequency,
        )
        .map(({ file_name }) => file_name)
    : [];
  const received = site.files.flatMap(({ file_name, received_at }) =>
    files.includes(file_name) && received_at ? received_at.slice(0, 10) : [],
  );
  const names = [...new Set(files)].toSorted();
  return { files: names.join("; ") || null, receivedAt: received.toSorted().at(-1) ?? null };
}

/** Appends a sheet: what it is, the mark of a sample, a blank line, the columns' names, the rows. */
function add(
  book: ReturnType<typeof utils.book_new>,
  name: string,
  report: Report,
  columns: readonly string[],
  rows: SheetValue[][],
): void {
  const title = words.about(office.about, report.period.name).join(" ");
  const head = [[title], [report.isSample ? words.sample : null], [], [...columns]];
  const sheet: WorkSheet = sheetOf([...head, ...rows]);
  sheet["!cols"] = columns.map((column, index) => ({ wch: widthOf(column, rows, index) }));
  const decimals = new Map<SheetValue | undefined, number>(
    report.figures.map(({ view: { indicator } }) => [indicator.indicator_id, indicator.decimals]),
  );
  const cells: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  for (const [index, row] of rows.entries()) {
    for (const [place, cell] of (cells[index + head.length] ?? []).entries()) {
      if (cell?.t === "n") cell.z = formatOf(columns[place] ?? "", cell.v, decimals.get(row[0]));
    }
  }
  utils.book_append_sheet(book, sheet, name);
}

/** How a number is shown; the number itself stays whole. */
function formatOf(column: string, value: CellObject["v"], decimals = 0): string {
  if (column === "Khả năng đạt") return "0%";
  const isPart = column === "Tử số" || column === "Mẫu số";
  const shown = isPart ? (Number.isInteger(value) ? 0 : 2) : decimals;
  return shown > 0 ? `#,##0.${"0".repeat(shown)}` : "#,##0";
}

function widthOf(column: string, rows: SheetValue[][], index: number): number {
  const texts = rows.map((row) => (typeof row[index] === "string" ? row[index].length : 0));
  return Math.min(60, Math.max(10, column.length + 2, ...texts));
}
