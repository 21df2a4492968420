import { titleOf, unitOf } from "../dashboards/facts.ts";
import { vi } from "../dashboards/text/vi.ts";
import type { SheetValue } from "../dashboards/workbook.ts";
import { isWithin } from "./period.ts";
import type { Figure, Report } from "./report.ts";
import { figureSentence } from "./sentences.ts";

/** The columns of the table of indicators. */
export const tableColumns = [
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

/** A row per indicator in the order of the programme, its texts and numbers unrounded. */
export function tableRows(report: Report): SheetValue[][] {
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
