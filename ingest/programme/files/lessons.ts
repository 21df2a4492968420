import { QUESTION_KINDS } from "../../problems/question.ts";
import type { ProgrammeFile, ProgrammeRowRule } from "../declaration.ts";

const nameOrHash: ProgrammeRowRule = {
  column: "file",
  vi: "tên tệp, hoặc ít nhất 8 ký tự đầu của mã băm SHA-256 của tệp",
  en: "the file's name, or the first 8 or more characters of its SHA-256",
  holds: ({ file }) => file === null || !/^[0-9a-f]{1,7}$|^[0-9a-f]{65,}$/i.test(String(file)),
};

const sheetOfFile: ProgrammeRowRule = {
  column: "sheet",
  vi: "trang tính chỉ khi có tệp",
  en: "a sheet only where a file is named",
  holds: ({ file = null, sheet = null }) => sheet === null || file !== null,
};

const columnOfForm: ProgrammeRowRule = {
  column: "column_id",
  vi: "cột chỉ khi có biểu",
  en: "a column only where a form is named",
  holds: ({ form = null, column_id = null }) => column_id === null || form !== null,
};

/** What people have answered to questions about what offices write. */
export const file: ProgrammeFile = {
  id: "lessons",
  title_vi: "Quy ước đọc tệp, từ các câu trả lời",
  title_en: "Lessons: answers that decide how files are read",
  is_added_to: true,
  key: ["lesson_id"],
  columns: {
    lesson_id: { type: "text", is_required: true, vi: "mã", en: "id" },
    kind: {
      type: "one_of",
      values: QUESTION_KINDS,
      is_required: true,
      vi: "điều được hỏi: form (biểu), column (cột), period (kỳ), area (địa bàn), unit (đơn vị tính), category (nhóm), choice (mã), value (số)",
      en: "what it is about",
    },
    form: { type: "form", vi: "biểu, để trống là mọi biểu", en: "form, empty for every form" },
    column_id: { type: "text", vi: "cột của biểu", en: "column of the form" },
    text: {
      type: "text",
      is_required: true,
      vi: "chữ viết trong tệp; không phân biệt hoa thường và dấu",
      en: "as written in files; case and marks do not matter",
    },
    file: {
      type: "text",
      vi: "chỉ tệp này: tên, hoặc từ 8 ký tự đầu của mã băm SHA-256; để trống là mọi tệp",
      en: "this file only: its name, or 8 or more first characters of its SHA-256; empty for every file",
    },
    sheet: { type: "text", vi: "chỉ trang tính này của tệp", en: "this sheet of the file only" },
    answer: {
      type: "text",
      is_required: true,
      vi: "câu trả lời: mã, not_needed (không cần) hoặc another_ward (của phường, xã khác)",
      en: "the answer: an id, not_needed or another_ward",
    },
    author: { type: "text", is_required: true, vi: "người trả lời", en: "who answered" },
    decided_on: { type: "date", is_required: true, vi: "ngày trả lời", en: "when" },
    reason: { type: "text", vi: "lý do", en: "why" },
  },
  rules: [nameOrHash, sheetOfFile, columnOfForm],
};
