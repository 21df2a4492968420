import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { IngestSummary } from "../../ingest/main.ts";
import type { WarehouseSummary } from "./warehouse_summary.ts";

const statusWords: Record<string, string> = {
  off_track: "chậm (off track)",
  at_risk: "có nguy cơ (at risk)",
  on_track: "đúng lộ trình (on track)",
  achieved: "đạt (achieved)",
  no_target: "không giao chỉ tiêu (no number set)",
  not_assessable: "chưa đánh giá được (not assessable)",
};

interface Context {
  home: string;
  asOf: string;
  is_new: boolean;
  is_sample: boolean;
}

/** The closing lines of a run: what was read, how the indicators stand, where the site is. */
export function describeRun(
  ingest: IngestSummary,
  standings: WarehouseSummary,
  context: Context,
): string[] {
  const site = pathToFileURL(join(context.home, "site", "index.html")).href;
  return [
    ...(context.is_sample ? [sampleLine] : []),
    ...(context.is_new ? [] : ["Không có gì mới · nothing new"]),
    `Tệp · files: ${ingest.landed - ingest.published} đã nhận (landed), ${ingest.refused} bị từ chối (refused), ${ingest.ignored} bỏ qua (ignored)${publishedWords(ingest.published)}`,
    `Dòng · rows: ${ingest.rows_landed} đã nhận (landed), ${ingest.rows_rejected} bị loại (rejected), ${ingest.rows_ignored} bỏ qua (ignored); ô bị loại · cells rejected: ${standings.rejected_cells}`,
    `Chỉ tiêu · indicators: ${standings.statuses.map(describeStatus).join(" · ")}`,
    ...answerLines(ingest),
    ...standings.late.map(describeLate),
    `Số liệu đến · known by ${context.asOf} · trang · site: ${site}`,
  ];
}

/** Published figures are read beside the offices' files and are counted apart. */
export function publishedWords(files: number): string {
  return files > 0
    ? `; thêm ${files} tệp số liệu công bố (data/reference) · and ${files} of published figures`
    : "";
}

const sampleLine =
  "DỮ LIỆU MẪU: hộp thư data/inbox đang trống · SAMPLE DATA: data/inbox is empty, the shipped sample was used";

function describeStatus({ status, indicators }: WarehouseSummary["statuses"][number]): string {
  return `${indicators} ${statusWords[status] ?? status}`;
}

function describeLate({ form, last_received_at }: WarehouseSummary["late"][number]): string {
  return `Chậm nộp · late: ${form} (lần cuối · last ${last_received_at?.slice(0, 10) ?? "–"})`;
}

/** What became of answers in this run, and what still waits for one; nothing where there is neither. */
export function answerLines({
  lessons_learned,
  lessons_replaced,
  answers_unasked,
  questions,
  forms_taken = 0,
}: Pick<IngestSummary, "lessons_learned" | "lessons_replaced" | "answers_unasked" | "questions"> &
  Partial<Pick<IngestSummary, "forms_taken">>): string[] {
  const learned = lessons_learned + lessons_replaced;
  const replaced =
    lessons_replaced > 0
      ? ` (thay câu trả lời trước · in place of an earlier one: ${lessons_replaced})`
      : "";
  return [
    ...(learned > 0
      ? [`${learned} câu trả lời đã thành quy ước · ${learned} answers became lessons${replaced}`]
      : []),
    ...(forms_taken > 0
      ? [`${forms_taken} biểu mẫu mới đã nhận · new forms taken into the programme`]
      : []),
    ...(answers_unasked > 0
      ? [
          `${answers_unasked} câu trả lời cho điều không còn hỏi, bỏ qua · answers to what is no longer asked, not used`,
        ]
      : []),
    ...(questions > 0
      ? [
          `${questions} câu hỏi chờ trả lời: npm run questions · ${questions} questions wait for an answer`,
        ]
      : []),
  ];
}
