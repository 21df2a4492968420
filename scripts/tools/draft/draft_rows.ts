import { wordKey } from "../../../ingest/parse/key.ts";
import { loadVocabulary } from "../../../ingest/parse/load_vocabulary.ts";
import { detectNumberStyle, parseNumberCell } from "../../../ingest/parse/number.ts";
import { type Period, titlePeriod } from "../../../ingest/parse/period.ts";
import { type TermReader, termReader } from "../../../ingest/parse/vocabulary.ts";
import type { ProgrammeRow, ProgrammeValue } from "../../../ingest/programme/declaration.ts";
import { file as formColumnsFile } from "../../../ingest/programme/files/form_columns.ts";
import { file as formsFile } from "../../../ingest/programme/files/forms.ts";
import type { DraftColumn } from "./draft_column.ts";
import type { FoundTable } from "./find_table.ts";
import { slugOf } from "./slug.ts";
import { unitOfHeader } from "./vocabulary.ts";

/** A form as rows of the programme, best guesses filled in, and what of it somebody must look at. */
export interface DraftRows {
  form: ProgrammeRow;
  form_checks: string[];
  columns: DraftedColumnRow[];
}

/** A column's row with what stands in the file, and what to look at. */
interface DraftedColumnRow {
  row: ProgrammeRow;
  written: string;
  samples: string[];
  checks: string[];
}

/** An agency as the programme knows it. */
export type KnownAgency = Readonly<Record<"agency_id" | "name_vi" | "short_vi", string>>;

/** Drafts a form of figures from a table; what can't be told from it is left empty and said. */
export function draftRows(
  id: string | undefined,
  table: FoundTable,
  columns: readonly DraftColumn[],
  agencies: readonly KnownAgency[],
): DraftRows {
  const headline = headlineOf(table.titles);
  const subject = subjectOf(headline);
  const form_id = id ?? slugOf(subject || headline || table.sheet.name);
  const checks = ["expected_every, grace_days: bao lâu gửi một lần"];
  const agency_id = agencyOf(table, agencies);
  if (agency_id === null) checks.push("agency_id: cơ quan nào gửi");
  if (subject === "") checks.push("subject: từ riêng của biểu trong tiêu đề");
  const hasPeriod = columns.some(({ type }) => type === "period");
  const period = titlePeriod(table.titles);
  if (!period.ok && !hasPeriod) checks.push("frequency, period_window: tiêu đề không ghi kỳ");
  const rows = columnRows(form_id, columns);
  const hasFlow = rows.some(({ row }) => row["kind"] === "flow" || row["kind"] === "flow_ytd");
  const time = timeOf(period.ok ? period.value : null, table.titles, hasFlow);
  const hasArea = columns.some(({ type }) => type === "area");
  const form: Record<string, ProgrammeValue> = {
    form_id,
    title_vi: sentenceCase(headline) || null,
    title_en: null,
    agency_id,
    expected_every: time.frequency,
    grace_days: 15,
    ...time,
    dash_means: "zero",
    empty_means: "missing",
    totals: hasArea ? "ward" : "ignore",
    subject: subject || null,
    allows: allowedOf(table.titles, subject, checks),
  };
  return {
    form: filled(form, Object.keys(formsFile.columns)),
    form_checks: checks,
    columns: rows,
  };
}

function columnRows(form_id: string, columns: readonly DraftColumn[]): DraftedColumnRow[] {
  const taken = new Set<string>();
  const unitColumn = columns.some(({ type }) => type === "unit");
  const required = columns.find(({ type }) => type === "number" || type === "count");
  return columns.map((column) => {
    const type = onceOnly(column.type, taken);
    const checks: string[] = [];
    const isFigures = type === "number" || type === "count";
    const figures = isFigures ? figureCells(column, unitColumn, checks) : {};
    const row: Record<string, ProgrammeValue> = {
      form_id,
      column_id: column.id,
      headers: headerText(column),
      type: type === "count" && MEASURED.includes(String(figures["unit"])) ? "number" : type,
      ...figures,
      is_required: column === required ? true : null,
      categories: type === "category" ? categoriesOf(column) : null,
    };
    const samples = [...new Set(column.cells.map(({ text }) => text))].slice(0, 3);
    return {
      row: filled(row, Object.keys(formColumnsFile.columns)),
      written: column.header.texts.join(" | "),
      samples,
      checks,
    };
  });
}

/** What is measured and not counted: its figures have decimals, though those at hand have none. */
const MEASURED: readonly string[] = ["percent", "per_mille", "hectares", "tonnes", "vnd", "points"];

const ONCE: readonly string[] = ["area", "period", "category", "unit"];

/** The first column of areas tells rows apart, a second is read past. */
function onceOnly(type: DraftColumn["type"], taken: Set<string>): string {
  const kept = taken.has(type) ? "note" : type;
  if (ONCE.includes(type)) taken.add(type);
  return kept;
}

function headerText({ header }: DraftColumn): string {
  const texts = header.texts.map((text) => text.replace(/[;[\]|\s]+/g, " ").trim());
  return texts.join(" | ");
}

/** The unit by the header, the kind by unit and words, bounds by what the cells hold. */
function figureCells(
  { header, cells }: DraftColumn,
  hasUnits: boolean,
  checks: string[],
): Record<string, ProgrammeValue> {
  const unit = hasUnits ? null : unitOfHeader(header);
  if (unit === null && !hasUnits) checks.push("unit: đếm gì, tính bằng gì");
  const values = valuesOf(cells);
  const isChange = /\b(?:tang|giam|so voi|chenh lech)\b/.test(header.key);
  const kind = unit === "percent" ? "ratio" : kindOf(header.key, isChange);
  if (kind !== "ratio") checks.push(`kind: ${KINDS_VI[kind]}?`);
  const isShare = unit === "percent" && Math.max(0, ...values) <= 100 && !isChange;
  return {
    unit,
    kind,
    minimum: Math.min(0, ...values) >= 0 && !isChange ? 0 : null,
    maximum: isShare ? 100 : null,
  };
}

const KINDS_VI = {
  stock: "có tại thời điểm",
  flow: "phát sinh trong kỳ",
  flow_ytd: "lũy kế từ đầu năm",
};

function kindOf(key: string, isChange: boolean): keyof typeof KINDS_VI {
  if (/\b(?:luy ke|tu dau nam)\b/.test(key)) return "flow_ytd";
  return isChange || FLOW.test(key) ? "flow" : "stock";
}

const FLOW =
  /\b(?:trong (?:ky|thang|quy|nam)|phat sinh|phat hien|xay ra|so vu|luot|moi|da (?:giai quyet|xu ly|thu gom|thuc hien)|tiep nhan|thu gom|xu ly|khoi luong)\b/;

function valuesOf(cells: DraftColumn["cells"]): number[] {
  const style = detectNumberStyle(cells.flatMap(({ type, text }) => (type === "text" ? text : [])));
  return cells.flatMap((cell) => {
    const read = parseNumberCell(cell, style);
    return read.ok && read.value.kind === "number" ? read.value.value : [];
  });
}

const MOST_CATEGORIES = 25;

/** The labels of rows with an id each; of many labels none, they land as written. */
function categoriesOf({ cells }: DraftColumn): string | null {
  const labels = [...new Set(cells.map(({ text }) => text.replace(/[|=\s]+/g, " ").trim()))];
  const named = labels.filter((label) => /\p{L}{2}/u.test(label) && !TOTAL.test(wordKey(label)));
  if (named.length === 0 || named.length > MOST_CATEGORIES) return null;
  return named.map((label) => `${slugOf(label)}=${label}`).join("|");
}

const TOTAL = /^(?:tong|cong|tong cong|tong so|cong chung)$/;

/** Window and frequency by the period of the title: a day is a stock's, a 15th begins a police month. */
function timeOf(period: Period | null, titles: readonly string[], hasFlow: boolean) {
  const isPolice = period?.start?.endsWith("-15") && period.end?.endsWith("-14");
  const isDated = period?.frequency === "date" || titles.some((line) => /tính đến/i.test(line));
  const isStock = isDated && !hasFlow;
  const frequencies: Partial<Record<string, string>> = { quarter: "quarter", year: "year" };
  return {
    frequency: frequencies[period?.frequency ?? ""] ?? "month",
    period_window: isPolice ? "police" : isStock ? "at_date" : "calendar",
  };
}

/** Lines that introduce what a table is about. */
const BOILERPLATE =
  /^(?:báo cáo|bảng|biểu|phụ lục|tổng hợp|kết quả|tình hình|thống kê|số liệu|danh mục|công tác|về|việc|thực hiện|các|chỉ tiêu|nhanh|định kỳ)\s+/iu;
const BEHIND =
  /\s*(?:,|-|–)?\s*(?:theo (?:tổ dân phố|tdp|thôn|khu phố|địa bàn)|trên địa bàn.*|tại (?:phường|xã).*|của (?:phường|xã).*|(?:phường|xã) \p{Lu}.*)$/iu;

/** How a title begins, as a letterhead does not. */
const INTRODUCED = /^\s*(?:báo cáo|bảng|biểu|tổng hợp|kết quả|tình hình|thống kê|số liệu)\s/iu;

/** What the title is about, without the words that any title has. */
function subjectOf(headline: string): string {
  let text = headline.toLowerCase().replace(BEHIND, "").trim();
  for (let shorter = text.replace(BOILERPLATE, ""); shorter !== text; ) {
    text = shorter;
    shorter = text.replace(BOILERPLATE, "");
  }
  return text;
}

/** Plans are no figures of what was done: their titles are never let pass. */
const NEVER_ALLOWED: readonly string[] = ["plan", "target"];

let vocabulary: TermReader | null = null;

/** Lines of the title with words that would speak against any table: in this form's title they may stand. */
function allowedOf(titles: readonly string[], subject: string, checks: string[]): string | null {
  vocabulary ??= termReader(loadVocabulary());
  const words = vocabulary;
  const termsOf = (text: string) => words.read(text).meanings.flat();
  const own = new Set(termsOf(subject));
  const excluding = (line: string) =>
    termsOf(line).filter((term) => words.isExcluding(term) && !own.has(term));
  const lines = titles.filter((line) => excluding(line).length > 0);
  const allowed = lines.filter(
    (line) => !excluding(line).some((term) => NEVER_ALLOWED.includes(term)),
  );
  for (const line of lines)
    checks.push(
      allowed.includes(line)
        ? `allows: “${line}” có từ thường loại một bảng, ở biểu này được có`
        : `“${line}” nói về kế hoạch, chỉ tiêu giao: hãy dùng bảng số đã thực hiện`,
    );
  return (
    allowed
      .map((line) =>
        line
          .replace(/[|\d]+/g, " ")
          .trim()
          .toLowerCase(),
      )
      .join("|") || null
  );
}

function headlineOf(titles: readonly string[]): string {
  const worded = titles.filter((line) => /\p{L}{3}/u.test(line));
  const loud = worded.filter((line) => line === line.toUpperCase());
  const line = worded.find((each) => INTRODUCED.test(each)) ?? loud.at(-1) ?? worded.at(-1) ?? "";
  return line
    .replace(/[,;:(–-]?\s*(?:tháng|quý|năm|kỳ|từ ngày|tính đến|đến ngày)\s+[\dIVX].*$/iu, "")
    .trim();
}

/** The agency that the lines above the table name: the lowest of them, below whom it reports to. */
function agencyOf({ sheet, header }: FoundTable, agencies: readonly KnownAgency[]): string | null {
  const lines = sheet.rows.slice(0, header.top).flat();
  const keys = lines.map((cell) => ` ${wordKey(cell?.text ?? "")} `);
  const named = agencies.flatMap(({ agency_id, name_vi, short_vi }) =>
    [name_vi, short_vi].map(ownName).flatMap((name) => {
      const line = keys.findLastIndex((key) => key.includes(` ${name} `));
      return name.length > 3 && line >= 0 ? [{ agency_id, line, length: name.length }] : [];
    }),
  );
  named.sort((a, b) => b.line - a.line || b.length - a.length);
  return named[0]?.agency_id ?? null;
}

/** An agency's name without the ward's. */
function ownName(name: string): string {
  return wordKey(name).replace(/ (?:phuong|xa|dac khu) .*$/, "");
}

function sentenceCase(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1).toLowerCase();
}

function filled(row: Record<string, ProgrammeValue>, names: readonly string[]): ProgrammeRow {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
