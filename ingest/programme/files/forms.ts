import {
  type ProgrammeFile,
  type ProgrammeTables,
  rowsOf,
  type Violation,
  within,
} from "../declaration.ts";
import { subjectProblem } from "../ward_form_words.ts";
import { shippedForms } from "../ward_forms.ts";

const BLANKS = ["zero", "missing", "not_applicable"] as const;
const BLANKS_VI =
  "zero (bằng 0), missing (còn thiếu, báo cảnh báo), not_applicable (không có, không báo)";

/** Forms of offices that the ward has declared itself: tables of figures, never lists of people. */
export const file: ProgrammeFile = {
  id: "forms",
  title_vi: "Biểu mẫu riêng của phường",
  title_en: "Forms of the ward's own",
  is_added_to: true,
  key: ["form_id"],
  columns: {
    form_id: {
      type: "text",
      is_required: true,
      vi: "mã biểu: chữ thường không dấu, nối bằng _, như rac_thai_tu_phat",
      en: "id: small letters joined by _, as illegal_dumping",
    },
    title_vi: { type: "text", is_required: true, vi: "tên biểu", en: "title in Vietnamese" },
    title_en: {
      type: "text",
      vi: "tên tiếng Anh, để trống là mã",
      en: "title in English, or the id",
    },
    agency_id: {
      type: "reference",
      to: { file: "agencies", column: "agency_id" },
      is_required: true,
      vi: "cơ quan gửi biểu",
      en: "agency that sends it",
    },
    expected_every: {
      type: "one_of",
      values: ["month", "quarter", "year"],
      vi: "phải gửi mỗi month (tháng), quarter (quý), year (năm); để trống là khi nào có thì gửi",
      en: "how often it is owed; empty for whenever there is something",
    },
    grace_days: {
      type: "whole",
      vi: "số ngày sau cuối kỳ mới coi là chậm; để trống là 15",
      en: "days after the period's end until it is late; empty is 15",
    },
    frequency: {
      type: "one_of",
      values: ["month", "quarter", "year"],
      is_required: true,
      vi: "kỳ của số liệu: month, quarter hoặc year",
      en: "period of its figures: month, quarter or year",
    },
    period_window: {
      type: "one_of",
      values: ["calendar", "at_date", "police"],
      is_required: true,
      vi: "calendar (trọn tháng, quý, năm), at_date (tính đến một ngày), police (từ 15 tháng trước đến 14)",
      en: "calendar, at_date for stocks on a day, police from the 15th to the 14th",
    },
    dash_means: {
      type: "one_of",
      values: BLANKS,
      is_required: true,
      vi: `dấu gạch (-) nghĩa là: ${BLANKS_VI}`,
      en: "what a dash means",
    },
    empty_means: {
      type: "one_of",
      values: BLANKS,
      is_required: true,
      vi: `ô trống nghĩa là: ${BLANKS_VI}`,
      en: "what an empty cell means",
    },
    totals: {
      type: "one_of",
      values: ["ward", "ignore"],
      is_required: true,
      vi: "dòng tổng: ward (là số của cả phường) hoặc ignore (bỏ qua)",
      en: "a total row is the ward's figure, or is read past",
    },
    subject: {
      type: "list",
      is_required: true,
      vi: "biểu nói về gì: từ phải có trong tiêu đề, tên cột hoặc tên tệp; nhiều cách nói ngăn bằng dấu |",
      en: "what it is about: words of which title, headers or names must have one; joined by a bar",
    },
    title_words: {
      type: "list",
      vi: "từ khác trong tiêu đề giúp nhận ra biểu, ngăn bằng dấu |",
      en: "other words of titles that speak for it, joined by a bar",
    },
    file_words: {
      type: "list",
      vi: "từ trong tên tệp giúp nhận ra biểu, không dấu, ngăn bằng dấu |",
      en: "words of file names that speak for it, without marks, joined by a bar",
    },
    allows: {
      type: "list",
      vi: "từ thường loại một bảng (chưa, hết hạn, kế hoạch …) nhưng được có trong tiêu đề biểu này",
      en: "words that would speak against a table but may stand in this form's title",
    },
    note: { type: "text", vi: "ghi chú", en: "note" },
  },
  rules: [
    within("grace_days", 0, 366),
    {
      column: "form_id",
      vi: "chữ thường không dấu, chữ số và _, bắt đầu bằng chữ",
      en: "small letters, digits and _, a letter first",
      holds: ({ form_id }) => form_id === null || /^[a-z][a-z0-9_]{2,59}$/.test(String(form_id)),
    },
    {
      column: "form_id",
      vi: "mã khác với các biểu có sẵn",
      en: "an id other than those of the forms that are there",
      holds: ({ form_id }) => !shippedForms.has(String(form_id)),
    },
  ],
  check: (tables) => [...subjectProblems(tables), ...withoutColumns(tables)],
};

function subjectProblems(tables: ProgrammeTables): Violation[] {
  return rowsOf(tables, "forms").flatMap((row): Violation[] => {
    const need = subjectProblem(row["subject"] ?? null);
    return need ? [{ row, column: "subject", ...need }] : [];
  });
}

function withoutColumns(tables: ProgrammeTables): Violation[] {
  const columns = rowsOf(tables, "form_columns");
  return rowsOf(tables, "forms").flatMap((row): Violation[] => {
    const own = columns.filter(({ form_id }) => form_id === row["form_id"]);
    if (row["form_id"] === null || own.some(({ type }) => type === "number" || type === "count"))
      return [];
    const vi = "một biểu có ít nhất một cột số (number, count) trong form_columns";
    const en = "a form with at least one column of figures (number, count) in form_columns";
    return [{ row, column: "form_id", vi, en }];
  });
}
