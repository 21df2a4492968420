import type { LandedRow } from "../../../ingest/land/landed.ts";
import type { ReadColumns, SeenColumn } from "./columns.ts";
import type { Preview, SheetPreview } from "./preview.ts";

const FORMS_SHOWN = 3;
const PERIODS_SHOWN = 6;
const CANDIDATES_SHOWN = 3;

/** A preview in lines for people, Vietnamese beside English; `changes` are those of what it would change. */
export function previewLines(preview: Preview, changes: readonly string[] = []): string[] {
  const { name, format, outcome, sheets } = preview;
  const { file, rows, document_date } = outcome;
  const told = Map.groupBy(rows.rejects ?? [], ({ rule }) => rule === "read_as");
  const facts = [format, file.encoding, document_date && `ngày văn bản · dated ${document_date}`];
  return [
    `${name}: ${statusWords[file.status] ?? file.status} (${facts.filter(Boolean).join(", ") || "–"})`,
    ...(file.status === "refused"
      ? [`  ${file.refusal_code}: ${file.message_vi}`, `  ${file.message_en}`]
      : []),
    ...(outcome.answers ? [`  ${file.message_vi} · ${file.message_en}`] : []),
    ...sheets.flatMap((sheet) => sheetLines(sheet, outcome.rows)),
    ...section("Đã hiểu là · read as", (told.get(true) ?? []).flatMap(problemLines)),
    ...section("Vấn đề · problems", (told.get(false) ?? []).flatMap(problemLines)),
    ...section("Sẽ hỏi · would be asked", (rows.questions ?? []).map(questionLine)),
    ...section("So với số đã nhận · against what has landed", changes),
    `  Dòng đọc · rows read: ${counts(file)}`,
  ];
}

const statusWords: Record<string, string> = {
  landed: "sẽ được nhận · would land",
  refused: "sẽ bị từ chối · would be refused",
  ignored: "sẽ bị bỏ qua · would be ignored",
};

function sheetLines(sheet: SheetPreview, rows: Preview["outcome"]["rows"]): string[] {
  const sheetRow = rows.sheets?.find((each) => each.sheet === sheet.name);
  const observations = (rows.observations ?? []).filter((each) => each.sheet === sheet.name);
  const remarks = (rows.remarks ?? []).filter((each) => each.sheet === sheet.name).length;
  const hidden = sheet.is_hidden ? " (ẩn · hidden)" : "";
  return [
    `  Trang tính · sheet ${JSON.stringify(sheet.name)}${hidden}`,
    ...candidateLines(sheet),
    ...sheet.read.flatMap(readLines),
    ...periodLines(observations),
    ...(remarks > 0 ? [`    ${remarks} lời · remarks`] : []),
    ...(sheetRow ? [`    Dòng · rows: ${counts(sheetRow)} ${sheetRow.ignored_by_rule}`] : []),
  ];
}

/** Which forms the sheet was held against, and that it is of none. */
function candidateLines({ candidates, read }: SheetPreview): string[] {
  const none = read.length === 0 ? ["    Không nhận ra biểu nào · no form recognised"] : [];
  const shown = candidates.slice(0, FORMS_SHOWN).map(({ form, score, missing }) => {
    const lacks = missing.length > 0 ? `, thiếu · lacks ${missing.join("; ")}` : "";
    return `${form} (${score} điểm · points${lacks})`;
  });
  return [...none, `    Đã so với · held against: ${shown.join(" · ")}`];
}

/** What tells a layout from the plain one, in which a row is a record below one header. */
const layoutWords: Readonly<Record<ReadColumns["layout"], string | null>> = {
  plain: null,
  beside: "hai bảng cạnh nhau · two tables side by side",
  sections: "theo từng mục, mỗi mục một địa bàn · in sections of an area each",
  turned: "chỉ tiêu theo dòng · indicators down the rows",
  grouped: "chỉ tiêu theo dòng, có nhóm · indicators down the rows, in groups",
  across: "kỳ, địa bàn hoặc kế hoạch/thực hiện theo cột · periods, areas or plan and done across",
  listed: "danh mục chỉ tiêu · a list of indicators",
  pivoted: "nhóm theo cột · categories across",
  categories: "nhóm theo dòng · categories down the rows",
  things: "mỗi dòng một đối tượng · a thing in each row",
  joined: "hai bảng nối nhau · two tables joined",
  card: "phiếu, mỗi dòng một mục · a card, label and value",
};

function readLines(read: ReadColumns): string[] {
  const { layout, form, edition, header, columns, absent, title, rows, is_waiting } = read;
  const matched = columns.filter(({ id }) => id !== null).length;
  const named = edition ? `${form} (${edition})` : form;
  const { period, unit } = title;
  const stated = period.ok
    ? `${period.value.start} … ${period.value.end} (${period.value.frequency})`
    : "không có ở tiêu đề · none in the title";
  return [
    `    Biểu · form: ${named}: ${matched}/${columns.length} cột khớp · columns matched`,
    ...(layoutWords[layout] ? [`    Cách trình bày · layout: ${layoutWords[layout]}`] : []),
    ...(is_waiting ? ["    Chờ trả lời rồi mới nhận · waits for an answer before it lands"] : []),
    `    Tiêu đề · title: ${title.title ?? "–"}`,
    `    Kỳ ở tiêu đề · period of the title: ${stated}`,
    ...(unit ? [`    Đơn vị tính · unit: ${unit.unit} × ${unit.scale}`] : []),
    `    Đầu bảng · header: ${[...new Set(header)].join("–")}`,
    ...columns.map(columnLine),
    ...(absent.length > 0 ? [`    Không có cột · without columns: ${absent.join("; ")}`] : []),
    ...rows.map(({ at, cells }) => {
      return `    ${at}: ${cells.map(([id, text]) => `${id}=${text}`).join(" · ")}`;
    }),
  ];
}

function columnLine({ at, header, id, nearest }: SeenColumn): string {
  return id === null
    ? `      ${at} ${JSON.stringify(header)} → ? không đọc · not read (gần nhất · nearest: ${nearest})`
    : `      ${at} ${JSON.stringify(header)} → ${id}`;
}

function periodLines(observations: readonly LandedRow<"observations">[]): string[] {
  const periods = [
    ...new Set(observations.map(({ period_start, period_end }) => `${period_start}…${period_end}`)),
  ].sort();
  if (periods.length === 0) return [];
  const more = periods.length > PERIODS_SHOWN ? ` … (${periods.length})` : "";
  const shown = periods.slice(0, PERIODS_SHOWN).join(", ");
  return [`    ${observations.length} số · figures; kỳ · periods: ${shown}${more}`];
}

function problemLines({ severity, rule, message_vi, message_en }: LandedRow<"rejects">): string[] {
  return [`    ${severity} ${rule}: ${message_vi}`, `      ${message_en}`];
}

function questionLine({ sheet, cell, question_vi, candidates }: LandedRow<"questions">): string {
  const place = [sheet, cell].filter((part) => part !== null).join("!");
  const choices = (JSON.parse(candidates) as { vi: string }[]).map(({ vi }) => vi);
  const more = choices.length > CANDIDATES_SHOWN ? " …" : "";
  const shown = choices.slice(0, CANDIDATES_SHOWN).join("; ");
  return `    ${place}: ${question_vi}${shown ? ` (${shown}${more})` : ""}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`  ${title}`, ...lines] : [];
}

function counts(sheetRow: {
  rows_read: number;
  rows_landed: number;
  rows_rejected: number;
  rows_ignored: number;
}): string {
  const { rows_read, rows_landed, rows_rejected, rows_ignored } = sheetRow;
  return `${rows_read} = ${rows_landed} đã nhận (landed) + ${rows_rejected} bị loại (rejected) + ${rows_ignored} bỏ qua (ignored)`;
}
