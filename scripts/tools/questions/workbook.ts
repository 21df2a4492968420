import { choiceLabels, choicesOf, isOfOneFile } from "../../../ingest/problems/question.ts";
import {
  ASKED_HEADERS,
  ID_COLUMNS,
  QUESTION_SHEETS,
  QUESTIONS_MARK,
  SCOPES,
} from "../../../ingest/problems/questions_workbook.ts";
import { xlsxFile } from "../../../lib/office/xlsx.ts";
import type {
  SheetValue,
  XlsxCell,
  XlsxColumn,
  XlsxSheet,
  XlsxStyle,
} from "../../../lib/office/xlsx_sheet.ts";
import type { OpenQuestion } from "./open_questions.ts";

const HEADLINE = "CÂU HỎI VỀ CÁC TỆP ĐÃ NHẬN";
const GUIDE = [
  "1. Ở cột “Trả lời” chọn trong danh sách; kỳ và số thì ghi được. Câu nào chưa rõ để trống, lần sau máy hỏi lại.",
  "2. “không cần”: bỏ qua cột hoặc dòng ấy. “của phường, xã khác”: số liệu không phải của phường mình.",
  "3. Cột “Dùng cho”: chỉ tệp này, hoặc mọi tệp viết như thế, cả tệp cũ và tệp sau này.",
  "4. Ghi người trả lời (một lần cũng đủ), lý do nếu có; lưu lại rồi chép tệp này vào data/inbox, chạy npm run refresh.",
  "Choose an answer in each row, say for which files it holds and who answers, save, put this file into data/inbox and run npm run refresh.",
];

const TITLE: XlsxStyle = { look: "title" };
const WRAPPED: XlsxStyle = { look: "wrapped" };
const TEXT: XlsxStyle = { look: "wrapped", format: "text" };

const WIDTHS: Readonly<Record<keyof typeof ASKED_HEADERS, number>> = {
  number: 6,
  file: 26,
  sheet: 14,
  cell: 7,
  question_vi: 48,
  question_en: 30,
  text: 30,
  samples: 24,
  answer: 34,
  scope: 14,
  author: 20,
  reason: 28,
  day: 14,
};

/**
 * Questions as .xlsx bytes: a sheet to fill in with a drop-down list in each row, and hidden sheets with the
 * lists and with what each row is about. The same questions give the same bytes.
 */
export function questionsWorkbook(questions: readonly OpenQuestion[]): Uint8Array {
  const lists = answerLists(questions);
  return xlsxFile([askedSheet(questions, lists), listsSheet(lists), idsSheet(questions)]);
}

/** The drop-down lists, those alike once, by what stands in them. */
type AnswerLists = ReadonlyMap<string, { name: string; labels: readonly string[] }>;

const SCOPE_LIST = "dùng cho";

function answerLists(questions: readonly OpenQuestion[]): AnswerLists {
  const lists = new Map([
    [SCOPE_LIST, { name: SCOPE_LIST, labels: Object.values<string>(SCOPES) }],
  ]);
  for (const question of questions) {
    const labels = choiceLabels(choicesOf(question));
    const key = labels.join("\n");
    if (!lists.has(key)) lists.set(key, { name: `trả lời ${lists.size}`, labels });
  }
  return lists;
}

function askedSheet(questions: readonly OpenQuestion[], lists: AnswerLists): XlsxSheet {
  const names = Object.keys(ASKED_HEADERS) as (keyof typeof ASKED_HEADERS)[];
  const columns = names.map((name): XlsxColumn => {
    return { header: ASKED_HEADERS[name], width: WIDTHS[name], style: TEXT };
  });
  return {
    name: QUESTION_SHEETS.asked,
    head: [[{ value: HEADLINE, style: TITLE }], ...GUIDE.map((line) => [line]), []],
    columns,
    rows: questions.map((question, index) => {
      const cells = askedCells(question, index + 1, lists);
      return names.map((name) => cells[name] ?? null);
    }),
    has_frozen_head: true,
    has_filter: true,
    print: { is_landscape: true },
  };
}

function askedCells(
  question: OpenQuestion,
  number: number,
  lists: AnswerLists,
): Partial<Record<keyof typeof ASKED_HEADERS, XlsxCell>> {
  const { file_name, files, sheet, cell, text, samples, question_vi, question_en } = question;
  const listOf = (key: string, is_strict: boolean) => {
    return { sheet: QUESTION_SHEETS.lists, column: lists.get(key)?.name ?? "", is_strict };
  };
  const labels = choiceLabels(choicesOf(question)).join("\n");
  // Periods and figures may be written, areas, forms and columns that are no candidate too.
  const isClosed = ["category", "choice", "unit"].includes(question.kind);
  const scope = isOfOneFile(question) ? SCOPES.this_file : SCOPES.always;
  return {
    number: { value: number, style: WRAPPED },
    file: files > 1 ? `${file_name} (và ${files - 1} tệp khác)` : file_name,
    sheet,
    cell,
    question_vi,
    question_en,
    text,
    samples: samples.join(" · "),
    answer: { value: null, style: TEXT, list: listOf(labels, isClosed) },
    scope: { value: scope, style: TEXT, list: listOf(SCOPE_LIST, true) },
  };
}

function listsSheet(lists: AnswerLists): XlsxSheet {
  const all = [...lists.values()];
  const depth = Math.max(...all.map(({ labels }) => labels.length));
  return {
    name: QUESTION_SHEETS.lists,
    columns: all.map(({ name }) => ({ header: name, style: { format: "text" } })),
    rows: Array.from({ length: depth }, (_, row) => all.map(({ labels }) => labels[row] ?? null)),
    is_hidden: true,
  };
}

function idsSheet(questions: readonly OpenQuestion[]): XlsxSheet {
  const rows = questions.map((question, index): SheetValue[] => {
    const { question_id, file_hash, kind, form, column, sheet, text, candidates } = question;
    const said = { question_id, file_hash, kind, form, column_id: column, sheet, text };
    const cells = { ...said, number: String(index + 1), candidates: JSON.stringify(candidates) };
    return ID_COLUMNS.map((name) => cells[name]);
  });
  return {
    name: QUESTION_SHEETS.ids,
    head: [[QUESTIONS_MARK]],
    columns: ID_COLUMNS.map((header) => ({ header, style: { format: "text" } })),
    rows,
    is_hidden: true,
  };
}
