/**
 * What the workbook of questions and its reader agree on. It is known by its mark, the first cell of a hidden
 * sheet, whatever the file is called; a row of the sheet to be filled in is found again by its number.
 */
export const QUESTIONS_MARK = "lechan questions 1";

/** The sheet that people fill in, and the hidden one that says what each of its rows is about. */
export const QUESTION_SHEETS = { asked: "Câu hỏi", lists: "Danh mục", ids: "_lechan" };

/** The headers of the sheet to be filled in. */
export const ASKED_HEADERS = {
  number: "Số",
  file: "Tệp",
  sheet: "Trang tính",
  cell: "Ô",
  question_vi: "Câu hỏi",
  question_en: "Question",
  text: "Viết trong tệp",
  samples: "Giá trị mẫu",
  answer: "Trả lời",
  scope: "Dùng cho",
  author: "Người trả lời",
  reason: "Lý do",
  day: "Ngày trả lời",
} as const;

/** For which files an answer holds. */
export const SCOPES = { this_file: "chỉ tệp này", always: "mọi tệp" } as const;

/** The columns of the hidden sheet below its mark, in their order. */
export const ID_COLUMNS = [
  "number",
  "question_id",
  "file_hash",
  "kind",
  "form",
  "column_id",
  "sheet",
  "text",
  "candidates",
] as const;
