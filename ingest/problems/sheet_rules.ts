import type { ProblemRule } from "./problem_rule.ts";

/** Rules of ours about whole sheets and files. */
export const sheetRules = {
  unknown_form: {
    severity: "error",
    expected_vi:
      "tiêu đề của một biểu mẫu đã biết (gần nhất: {nearest_vi}; còn thiếu cột: {missing})",
    expected_en: "the header of a known form (nearest: {nearest}; columns it lacks: {missing})",
    action_vi:
      "Nếu là biểu đã có, trả lời câu hỏi (npm run questions); nếu là biểu mới, khai biểu (npm run new-form -- TỆP).",
    action_en:
      "If it is a known form answer the question (npm run questions); if a new one declare it (npm run new-form -- FILE).",
  },
  refused_sheet: {
    severity: "error",
    expected_vi: "đủ cột của biểu mẫu {nearest_vi}; còn thiếu cột: {missing}",
    expected_en: "all columns of the form {nearest}; it lacks: {missing}",
    action_vi:
      "Nếu cột ấy có dưới tên khác, trả lời câu hỏi (npm run questions); nếu không, xin cơ quan bổ sung; cả trang tính chưa được nhận.",
    action_en:
      "If it is there under another name answer the question (npm run questions), else ask for it; nothing of the sheet was taken.",
  },
  unread_sheet: {
    severity: "warning",
    expected_vi: "tiêu đề của một biểu mẫu (gần nhất: {nearest_vi}; còn thiếu cột: {missing})",
    expected_en: "the header of a form (nearest: {nearest}; columns it lacks: {missing})",
    action_vi:
      "Trang tính này không được đọc; nếu nó có số liệu cần nộp, sửa tiêu đề hoặc khai biểu (npm run new-form -- TỆP).",
    action_en:
      "The sheet was not read; if its figures are wanted correct its header or declare it (npm run new-form -- FILE).",
  },
  hidden_form: {
    severity: "warning",
    expected_vi: "trang tính có số liệu không bị ẩn",
    expected_en: "a sheet with figures not to be hidden",
    action_vi: "Trang tính ẩn không được đọc; hãy bỏ ẩn nếu cần nộp.",
    action_en: "Hidden sheets are not read; unhide it if its figures are wanted.",
  },
  unreadable_file: {
    severity: "error",
    expected_vi: "một tệp mở được và không còn đang được chép",
    expected_en: "a file that opens and is not still being copied",
    action_vi: "Kiểm tra quyền đọc tệp, hoặc chạy lại khi chép xong.",
    action_en: "Check the permission to read it, or run again when it is there in full.",
  },
  reader_failed: {
    severity: "error",
    expected_vi: "một bảng tính đọc được",
    expected_en: "a spreadsheet that can be read",
    action_vi: "Đây là lỗi của chương trình; hãy gửi nhật ký và tệp này cho người bảo trì.",
    action_en: "This is a fault of the program: send its maintainer the log and this file.",
  },
  ambiguous_form: {
    severity: "error",
    expected_vi: "một biểu mẫu rõ ràng; tiêu đề này hợp với cả {forms_vi}",
    expected_en: "one clear form; this header fits {forms} alike",
    action_vi: "Trả lời câu hỏi (npm run questions), hoặc ghi tên biểu ở dòng tiêu đề rồi gửi lại.",
    action_en:
      "Answer the question (npm run questions), or state the form's title above the table and send it again.",
  },
  column_in_doubt: {
    severity: "error",
    expected_vi: "một tiêu đề rõ nghĩa; có thể là {candidates}",
    expected_en: "a header of clear meaning; it may be {candidates}",
    action_vi: "Cột này chưa được đọc: hãy trả lời câu hỏi (npm run questions) hoặc sửa tiêu đề.",
    action_en:
      "The column was not read: answer the question (npm run questions) or correct the header.",
  },
  title_in_doubt: {
    severity: "error",
    expected_vi: "một bảng về toàn bộ nội dung của biểu {form_vi}; tiêu đề còn nói những từ này",
    expected_en: "a table about all that the form {form} counts; its title says these words too",
    action_vi:
      "Trả lời bảng này có phải là cả biểu không (npm run questions); trang tính chưa được nhận.",
    action_en:
      "Answer whether the table is the whole form (npm run questions); nothing of the sheet was taken.",
  },
  ambiguous_column: {
    severity: "error",
    expected_vi: "một cột duy nhất cho {column}; các cột {cells} đều hợp",
    expected_en: "one column for {column}; the columns at {cells} fit alike",
    action_vi: "Sửa tiêu đề hoặc bỏ cột thừa rồi gửi lại; tệp chưa được nhận.",
    action_en: "Correct a header or remove the column that is too many; the file was not taken.",
  },
  missing_period: {
    severity: "error",
    expected_vi: "kỳ báo cáo ở tiêu đề, ví dụ Tháng 10/2026",
    expected_en: "a period in the title, such as Tháng 10/2026",
    action_vi: "Ghi kỳ báo cáo có năm ở dòng tiêu đề rồi gửi lại.",
    action_en: "State the period with its year above the table and send it again.",
  },
  period_in_doubt: {
    severity: "error",
    expected_vi: "một kỳ báo cáo rõ ràng ở tiêu đề ({candidates}{why_vi})",
    expected_en: "one clear period in the title ({candidates}{why_en})",
    action_vi:
      "Trả lời câu hỏi về kỳ báo cáo (npm run questions), hoặc sửa tiêu đề rồi gửi lại; trang tính này chờ trả lời.",
    action_en:
      "Answer the question (npm run questions) or correct the title and send it again; the sheet waits for it.",
  },
  another_ward: {
    severity: "error",
    expected_vi: "số liệu của địa phương mình",
    expected_en: "figures of our own ward",
    action_vi: "Trả lời trang tính này là của ai (npm run questions); trang tính chưa được nhận.",
    action_en: "Answer whose sheet it is (npm run questions); nothing of it was taken.",
  },
  one_neighbourhood: {
    severity: "error",
    expected_vi: "cột tổ dân phố, vì các dòng trên bảng nói về một tổ",
    expected_en: "a column of neighbourhoods, for the lines above the table speak of one",
    action_vi:
      "Trả lời số liệu là của tổ hay của cả phường (npm run questions); trang tính chưa được nhận.",
    action_en:
      "Answer whether the figures are the neighbourhood's or the ward's (npm run questions); nothing was taken.",
  },
  period_from_name: {
    severity: "warning",
    expected_vi: "kỳ báo cáo ở tiêu đề; kỳ đã được đọc từ tên tệp",
    expected_en: "a period above the table; it was read from the file's name",
    action_vi: "Ghi kỳ báo cáo ở dòng tiêu đề nếu tên tệp nói sai.",
    action_en: "State the period above the table if the file's name is wrong.",
  },
  provisional_figures: {
    severity: "warning",
    expected_vi: "số liệu chính thức; tệp ghi là số tạm tính, sơ bộ",
    expected_en: "final figures; the file says that they are provisional",
    action_vi: "Khi có số liệu chính thức, gửi lại tệp; số mới sẽ thay số này.",
    action_en: "Send the file again when the figures are final; they will replace these.",
  },
  read_as: {
    severity: "warning",
    expected_vi: "cột “{text}” là {column}; đã đọc như vậy",
    expected_en: "the column “{text}” to be {column}, and read as it",
    action_vi: "Nếu không phải, sửa tiêu đề rồi gửi lại.",
    action_en: "If it is not, correct the header and send it again.",
  },
  not_an_answer: {
    severity: "error",
    expected_vi: "câu trả lời: {vi}",
    expected_en: "an answer: {en}",
    action_vi:
      "Chọn trong danh sách hoặc ghi lại ở ô này, chép sổ vào data/inbox rồi chạy npm run refresh.",
    action_en:
      "Choose from the list or write it again in this cell, put the workbook into data/inbox, then: npm run refresh.",
  },
  lessons_not_kept: {
    severity: "error",
    expected_vi: "ghi được {path}",
    expected_en: "{path} to be writable",
    action_vi: "Cho phép ghi vào thư mục chương trình rồi chạy lại; câu trả lời chưa được dùng.",
    action_en: "Let the programme's folder be written and run again; the answers are not used yet.",
  },
  column_read_past: {
    severity: "warning",
    expected_vi: "chỉ số liệu đã thực hiện của một kỳ rõ ràng; không đọc: {columns}",
    expected_en: "only what was done in a period that is clear; read past: {columns}",
    action_vi: "Kế hoạch, tỷ lệ so kế hoạch, so sánh và kỳ không ghi ngày không phải số thực hiện.",
    action_en: "Plans, ratios to them, comparisons and undated periods are not what was done.",
  },
  same_bytes: {
    severity: "warning",
    expected_vi: "mỗi tệp một nội dung; tệp này giống hệt {first}",
    expected_en: "one file for each content; this one has the bytes of {first}",
    action_vi: "Xóa một trong hai tệp; số liệu chỉ được tính một lần.",
    action_en: "Remove one of the two; its figures count once.",
  },
} as const satisfies Record<string, ProblemRule>;
