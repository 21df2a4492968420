import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { IngestSummary } from "../../ingest/main.ts";
import type { WarehouseSummary } from "./warehouse_summary.ts";

const statusWords: Record<string, string> = {
  off_track: "chậm (off track)",
  at_risk: "có nguy cơ (at risk)",
  on_track: "đúng lộ trình (on track)",
  achieved: "đạt (achieved)",
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
    `Tệp · files: ${ingest.landed} đã nhận (landed), ${ingest.refused} bị từ chối (refused), ${ingest.ignored} bỏ qua (ignored)`,
    `Dòng · rows: ${ingest.rows_landed} đã nhận (landed), ${ingest.rows_rejected} bị loại (rejected), ${ingest.rows_ignored} bỏ qua (ignored); ô bị loại · cells rejected: ${standings.rejected_cells}`,
    `Chỉ tiêu · indicators: ${standings.statuses.map(describeStatus).join(" · ")}`,
    ...standings.late.map(describeLate),
    `Số liệu đến · known by ${context.asOf} · trang · site: ${site}`,
  ];
}

const sampleLine =
  "DỮ LIỆU MẪU: hộp thư data/inbox đang trống · SAMPLE DATA: data/inbox is empty, the shipped sample was used";

function describeStatus({ status, indicators }: WarehouseSummary["statuses"][number]): string {
  return `${indicators} ${statusWords[status] ?? status}`;
}

function describeLate({ form, last_received_at }: WarehouseSummary["late"][number]): string {
  return `Chậm nộp · late: ${form} (lần cuối · last ${last_received_at?.slice(0, 10) ?? "–"})`;
}
