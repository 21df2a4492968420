import type { SheetValue } from "../../lib/office/xlsx_sheet.ts";
import { titleOf, unitName } from "../reading/facts/indicator_words.ts";
import type { Report } from "./report.ts";
import type { ReportFigure } from "./report_figure.ts";
import { isWithin } from "./report_period.ts";
import { pageTexts, reportWords } from "./report_words.ts";
import { figureSentence } from "./sentences.ts";

/** The columns of the table of indicators. */
export const tableColumns = [
  "Mã chỉ tiêu",
  "Nội dung",
  "Chỉ tiêu",
  "Đơn vị tính",
  "Loại số",
  "Kỳ của số",
  "Từ ngày",
  "Đến ngày",
  "Thực hiện",
  "Tử số",
  "Mẫu số",
  "Cách tính cả kỳ",
  "Số kỳ đã có",
  "Số kỳ phải có",
  "Kỳ được xét",
  "Số được xét",
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
  "Là số ước tính",
  "Là số sơ bộ",
  "Là dữ liệu mẫu",
] as const;

/** A row per indicator in the order of the programme, its texts and numbers unrounded. */
export function tableRows(report: Report): SheetValue[][] {
  return report.sections.flatMap(({ section, figures }) =>
    figures.map((figure) => [
      figure.view.indicator.indicator_id,
      `${section.section_id} ${section.title_vi}`,
      titleOf(figure.view.indicator, pageTexts(report.site)),
      unitName(figure.view.indicator, pageTexts(report.site)),
      reportWords.measureType[figure.view.indicator.measure_type] ?? null,
      ...valueCells(figure),
      ...judgedCells(figure, report),
    ]),
  );
}

function valueCells({ value, period }: ReportFigure): SheetValue[] {
  const whole = value && "method" in value ? value : null;
  return [
    period,
    value?.period_start ?? null,
    value?.period_end ?? null,
    value?.value ?? null,
    value?.numerator ?? null,
    value?.denominator ?? null,
    whole ? (reportWords.method[whole.method] ?? null) : null,
    whole?.n_periods ?? null,
    whole?.n_expected ?? null,
  ];
}

function judgedCells(figure: ReportFigure, report: Report): SheetValue[] {
  const { view, value, observation } = figure;
  const { progress, agency } = view;
  const source = sourceOf(figure, report);
  return [
    figure.judged?.period ?? figure.period,
    progress?.latest_value ?? null,
    progress?.planned_value ?? null,
    progress?.target_operator ?? null,
    progress?.target_value ?? null,
    progress?.target_due ?? null,
    progress?.probability_met ?? null,
    pageTexts(view).status[view.status],
    `${figureSentence(figure)}.`,
    report.asOf,
    agency?.name_vi ?? null,
    source.files,
    source.receivedAt,
    figure.is_of_period,
    value?.is_estimated ?? null,
    observation ? observation.maturity === "preliminary" : null,
    value?.is_sample ?? null,
  ];
}

/** The columns of the figures inside the period. */
export const insideColumns = [
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

/** A row per figure of the ward that ends within the period. */
export function insideRows({ figures, period }: Report): SheetValue[][] {
  return figures.flatMap(({ view }) =>
    view.observations
      .filter((row) => isWithin(period, row))
      .map((row) => [
        row.indicator_id,
        titleOf(view.indicator, pageTexts(view)),
        unitName(view.indicator, pageTexts(view)),
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

/** The files that a value came from, and the day on which the last of them was received. */
function sourceOf({ view, value }: ReportFigure, { site, period }: Report) {
  if (!value) return { files: null, receivedAt: null };
  const isGathered = "method" in value && value.method !== "last";
  const files = site.lineage
    .filter(
      (row) =>
        row.indicator_id === value.indicator_id &&
        row.frequency === view.frequency &&
        (isGathered ? isWithin(period, row) : row.period_end === value.period_end),
    )
    .map(({ file_name }) => file_name);
  const received = site.files.flatMap(({ file_name, received_at }) =>
    files.includes(file_name) && received_at ? received_at.slice(0, 10) : [],
  );
  const names = [...new Set(files)].toSorted();
  return { files: names.join("; ") || null, receivedAt: received.toSorted().at(-1) ?? null };
}
