import type { SheetValue } from "../../lib/office/xlsx_sheet.ts";
import { type Explanation, isOpen } from "../reading/facts/explanations.ts";
import { titleOf } from "../reading/facts/indicator_words.ts";
import type { IndicatorView } from "../reading/facts/view.ts";
import { formatDate, formatPeriod } from "../reading/text/format.ts";
import type { Report } from "./report.ts";
import { isCoveredBy, type ReportPeriod } from "./report_period.ts";
import { pageTexts, reportWords } from "./report_words.ts";

/** The explanation of the report's period, else of the last one within a year before its end. */
function explanationOf({ explanations }: IndicatorView, period: ReportPeriod): Explanation | null {
  const yearBefore = `${Number(period.end.slice(0, 4)) - 1}${period.end.slice(4)}`;
  const isMeant = (row: Explanation) =>
    row.neighbourhood === null &&
    row.period_end > yearBefore &&
    (row.period_end <= period.end || isCoveredBy(period, row));
  return explanations.find(isMeant) ?? null;
}

/** What the lead unit says, or still owes an answer to, with its period and day; null where nothing is known. */
export function explanationSentence(view: IndicatorView, period: ReportPeriod): string | null {
  const explanation = explanationOf(view, period);
  if (explanation === null) return null;
  const { frequency, period_end, request, reply, replied_at, reply_due_date } = explanation;
  const day = (date: string | null) => (date === null ? null : formatDate(date, "vi"));
  const of = formatPeriod(frequency, period_end, "vi");
  if (isOpen(explanation) || reply === null)
    return reportWords.unanswered(of, shortened(request ?? ""), day(reply_due_date));
  return reportWords.explained(of, shortened(reply), day(replied_at));
}

/** A cell of the table holds so much; the whole stands in the workbook and on the indicator's page. */
function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote - 1).trimEnd()}…` : text;
}

const longestQuote = 400;

/** The columns of the requests and explanations. */
export const explanationColumns = [
  "Mã chỉ tiêu",
  "Chỉ tiêu",
  "Đơn vị chủ trì",
  "Từ ngày",
  "Đến ngày",
  "Tình trạng",
  "Yêu cầu giải trình",
  "Ngày yêu cầu",
  "Hạn trả lời",
  "Giải trình",
  "Ngày giải trình",
  "Nguồn yêu cầu",
  "Nguồn giải trình",
  "Là dữ liệu mẫu",
] as const;

/** A row per indicator whose lead unit was asked or said something, its words whole. */
export function explanationRows({ figures, period }: Report): SheetValue[][] {
  return figures.flatMap(({ view }) => {
    const explanation = explanationOf(view, period);
    return explanation ? [rowOf(explanation, view)] : [];
  });
}

function rowOf(explanation: Explanation, view: IndicatorView): SheetValue[] {
  const vi = pageTexts(view);
  const { indicator, agency } = view;
  const { request_file_name, request_sheet, request_cell } = explanation;
  const { reply_file_name, reply_sheet, reply_cell } = explanation;
  return [
    explanation.indicator_id,
    titleOf(indicator, vi),
    agency?.name_vi ?? null,
    explanation.period_start,
    explanation.period_end,
    vi.pages.explanation.states[explanation.state] ?? null,
    explanation.request,
    explanation.requested_at,
    explanation.reply_due_date,
    explanation.reply,
    explanation.replied_at,
    request_file_name && `${request_file_name} · ${request_sheet}!${request_cell}`,
    reply_file_name && `${reply_file_name} · ${reply_sheet}!${reply_cell}`,
    explanation.is_sample,
  ];
}
