import { extname } from "node:path";
import type { Note, Sheet, WorkbookFormat } from "./grid.ts";

/** What files of a format are usually called. */
const EXTENSIONS: Readonly<Record<WorkbookFormat, readonly string[]>> = {
  xlsx: [".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm"],
  xls: [".xls", ".xlt", ".et", ".ett"],
  ods: [".ods", ".ots", ".fods"],
  csv: [".csv", ".txt", ".tsv"],
  html: [".html", ".htm"],
  xml: [".xml"],
};

/** Notes that stand as they are. */
export const NOTES = {
  macros: {
    code: "macros",
    message_vi: "Tệp có macro; macro không được chạy, chỉ đọc giá trị đã lưu.",
    message_en: "The file has macros; they are not run, only stored values are read.",
  },
  external_links: {
    code: "external_links",
    message_vi: "Tệp liên kết tới tệp khác; chỉ đọc giá trị đã lưu.",
    message_en: "The file links to other files; only stored values are read.",
  },
  degraded: {
    code: "degraded",
    message_vi:
      "Tệp có phần định dạng hỏng; số liệu đã đọc đủ, số ô khớp với phép đếm độc lập. Nên mở và lưu lại tệp.",
    message_en:
      "Some of the file's formatting is broken; its cells were read in full and agree with an independent count. Opening and saving it again is advised.",
  },
  encoding_uncertain: {
    code: "encoding_uncertain",
    message_vi: "Không nhận ra bảng mã tiếng Việt của tệp; hãy lưu lại dưới dạng UTF-8 hoặc .xlsx.",
    message_en: "The text encoding was not recognised; save the file as UTF-8 or .xlsx.",
  },
} as const satisfies Record<string, Note>;

/** A note when a file is not called what it is. */
export function extensionNotes(format: WorkbookFormat, fileName: string): Note[] {
  const extension = extname(fileName).toLowerCase();
  if (EXTENSIONS[format].includes(extension)) return [];
  return [
    {
      code: "wrong_extension",
      message_vi: `Tên tệp có đuôi "${extension}" nhưng nội dung là ${format}; đã đọc theo nội dung.`,
      message_en: `The file is named "${extension}" but holds ${format}; read by its content.`,
    },
  ];
}

/** A note for each hidden sheet. */
export function hiddenNotes(sheets: readonly Sheet[]): Note[] {
  return sheets
    .filter(({ is_hidden }) => is_hidden)
    .map(({ name }) => ({
      code: "hidden_sheet",
      message_vi: "Trang tính bị ẩn.",
      message_en: "The sheet is hidden.",
      sheet: name,
    }));
}
