/**
 * Every reason to refuse a whole file: what was expected, what was found, what to do.
 * `{found}` is filled with a short description of ours, never with content of the file.
 */
export const refusals = {
  empty_file: {
    message_vi: "Tệp rỗng (0 byte dữ liệu); cần một bảng tính có số liệu. Hãy gửi lại tệp đầy đủ.",
    message_en: "The file is empty; expected a spreadsheet with figures. Please send it again.",
  },
  not_a_workbook: {
    message_vi:
      "Tệp không phải bảng tính; cần .xlsx, .xls, .ods hoặc .csv, nhưng tìm thấy {found}. Hãy mở tệp gốc và lưu lại dưới dạng .xlsx.",
    message_en:
      "The file is no spreadsheet; expected .xlsx, .xls, .ods or .csv, found {found}. Open the original and save it as .xlsx.",
  },
  unsupported_format: {
    message_vi:
      "Tệp là {found}, dạng mà hệ thống không đọc; cần .xlsx, .xls, .ods hoặc .csv. Hãy mở bằng chương trình đã tạo ra tệp và lưu lại dưới dạng .xlsx.",
    message_en:
      "The file is {found}, a format that is not read; expected .xlsx, .xls, .ods or .csv. Open it in the program that made it and save it as .xlsx.",
  },
  encrypted: {
    message_vi:
      "Tệp được bảo vệ bằng mật khẩu; cần tệp mở được, nhưng tìm thấy {found}. Hãy lưu lại tệp không đặt mật khẩu.",
    message_en:
      "The file is protected by a password; expected a file that opens, found {found}. Save it without a password.",
  },
  too_large: {
    message_vi:
      "Tệp quá lớn để đọc an toàn: {found}. Hãy xóa vùng trống, ảnh và định dạng thừa hoặc chia tệp nhỏ hơn.",
    message_en:
      "The file is too large to read safely: {found}. Remove empty ranges, pictures and formats, or split the file.",
  },
  damaged: {
    message_vi:
      "Tệp bị hỏng; cần một bảng tính nguyên vẹn, nhưng tìm thấy {found}. Hãy mở bằng Excel hoặc LibreOffice, lưu lại và gửi lại.",
    message_en:
      "The file is damaged; expected a whole spreadsheet, found {found}. Open it in Excel or LibreOffice, save it and send it again.",
  },
  took_too_long: {
    message_vi:
      "Đọc tệp quá thời gian cho phép nên đã dừng. Hãy xóa vùng trống và định dạng thừa, lưu lại dưới dạng .xlsx hoặc chia tệp nhỏ hơn rồi gửi lại.",
    message_en:
      "Reading the file took longer than allowed and was stopped. Remove empty ranges and formats, save it as .xlsx or split it, and send it again.",
  },
  too_much_memory: {
    message_vi:
      "Đọc tệp cần quá nhiều bộ nhớ nên đã dừng. Hãy xóa vùng trống và định dạng thừa, lưu lại dưới dạng .xlsx hoặc chia tệp nhỏ hơn rồi gửi lại.",
    message_en:
      "Reading the file took more memory than allowed and was stopped. Remove empty ranges and formats, save it as .xlsx or split it, and send it again.",
  },
  secret_document: {
    message_vi:
      "Tài liệu mang dấu chỉ mức độ mật; hệ thống không được phép nhận tài liệu mật. Hãy lấy tệp ra khỏi thư mục và xử lý theo quy định về bảo vệ bí mật nhà nước.",
    message_en:
      "The document bears a secrecy mark; this system may not hold secret documents. Take the file out of the folder and handle it by the rules on state secrets.",
  },
} as const;

/** The code of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** A file that is refused whole. `found_*` describe what was met, in our words. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly message_vi: string;
  readonly message_en: string;

  constructor(code: RefusalCode, found_vi = "", found_en = found_vi) {
    const { message_vi, message_en } = refusals[code];
    super(`${code}: ${found_en}`);
    this.name = "Refusal";
    this.code = code;
    this.message_vi = message_vi.replace("{found}", () => found_vi);
    this.message_en = message_en.replace("{found}", () => found_en);
  }
}
