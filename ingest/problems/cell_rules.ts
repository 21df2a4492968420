import { CORRECT_CELL, type ProblemRule } from "./problem_rule.ts";

const CHECK_SUM = {
  severity: "warning",
  action_vi: "Số vẫn được nhận; hãy kiểm tra lại các ô thành phần.",
  action_en: "The figures were taken as they are; check the parts again.",
} as const;

/** Rules of ours about cells, rows and the figures of a table. */
export const cellRules = {
  out_of_bounds: {
    severity: "error",
    expected_vi: "giá trị từ {minimum} đến {maximum}",
    expected_en: "a value from {minimum} to {maximum}",
    ...CORRECT_CELL,
  },
  unexpected_percent: {
    severity: "error",
    expected_vi: "số tuyệt đối, không phải tỷ lệ %",
    expected_en: "a plain figure, not a percentage",
    ...CORRECT_CELL,
  },
  unexpected_fraction: {
    severity: "error",
    expected_vi: "một số, không phải phân số",
    expected_en: "one figure, not a fraction",
    ...CORRECT_CELL,
  },
  not_a_count: {
    severity: "error",
    expected_vi: "số nguyên không âm",
    expected_en: "a whole number, not negative",
    ...CORRECT_CELL,
  },
  unknown_unit: {
    severity: "error",
    expected_vi: "đơn vị tính đã biết (người, %, vụ, căn …)",
    expected_en: "a known unit (người, %, vụ, căn …)",
    ...CORRECT_CELL,
  },
  missing_key: {
    severity: "error",
    expected_vi: "{column} của dòng",
    expected_en: "the row's {column}",
    action_vi: "Điền ô này; cả dòng chưa được nhận.",
    action_en: "Fill in the cell; the whole row was not taken.",
  },
  missing_person: {
    severity: "error",
    expected_vi: "ít nhất một mã số đúng của người trong dòng ({column})",
    expected_en: "at least one valid number of the person ({column})",
    action_vi: "Bổ sung mã số; cả dòng chưa được nhận.",
    action_en: "Add the number; the whole row was not taken.",
  },
  identifier_conflict: {
    severity: "warning",
    expected_vi: "mã số và các cột khác của dòng nói cùng {facts_vi}",
    expected_en: "the number and the row's other columns to say the same {facts_en}",
    action_vi: "Dòng vẫn được nhận; hãy kiểm tra mã số hoặc các cột đó.",
    action_en: "The row was taken; check the number or those columns.",
  },
  section_conflict: {
    severity: "warning",
    expected_vi: "phương án phù hợp với mục “{heading}” của danh sách",
    expected_en: "a code that goes with the section “{heading}” of the list",
    action_vi: "Đã tin phương án của dòng; hãy kiểm tra lại.",
    action_en: "The row's own code was believed; check it.",
  },
  unknown_category: {
    severity: "error",
    expected_vi: "một trong: {known}",
    expected_en: "one of: {known}",
    action_vi: "Dùng tên loại của biểu mẫu, hoặc báo để bổ sung tên mới.",
    action_en: "Use a name of the form, or report the new name to have it added.",
  },
  duplicate_key: {
    severity: "error",
    expected_vi: "mỗi khóa một dòng; khóa này đã có ở ô {first}",
    expected_en: "one row for each key; this one stands at {first} already",
    action_vi: "Xóa một trong hai dòng; dòng sau chưa được nhận.",
    action_en: "Remove one of the two rows; the later one was not taken.",
  },
  after_end: {
    severity: "error",
    expected_vi: "không còn số liệu sau phần ký tên",
    expected_en: "no figures below the signatures",
    action_vi: "Chuyển dòng này lên trong bảng, hoặc sang trang tính riêng.",
    action_en: "Move the row up into the table, or onto a sheet of its own.",
  },
  second_table: {
    severity: "error",
    expected_vi: "mỗi trang tính một bảng, một kỳ",
    expected_en: "one table and one period on a sheet",
    action_vi: "Chuyển bảng này sang trang tính riêng; từ dòng này trở xuống chưa được nhận.",
    action_en: "Move the table onto a sheet of its own; nothing from this row on was taken.",
  },
  remark_missing: {
    severity: "error",
    expected_vi: "nội dung ở cột {column}, vì dòng đã ghi ngày",
    expected_en: "words in column {column}, for the row gives their date",
    action_vi: "Điền nội dung, hoặc bỏ ngày.",
    action_en: "Write the words, or take the date away.",
  },
  personal_number: {
    severity: "warning",
    expected_vi: "nội dung không có số của người nào (số định danh, số thẻ, điện thoại)",
    expected_en: "words without any person's number (of identity, card or telephone)",
    action_vi: "Số đã được che, phần còn lại vẫn được nhận; hãy bỏ thông tin cá nhân khỏi tệp gốc.",
    action_en: "The number was masked and the rest taken; remove it from the original file.",
  },
  missing_value: {
    severity: "warning",
    expected_vi: "một số trong cột {column} ({count} ô trống hoặc gạch)",
    expected_en: "a number in column {column} ({count} cells blank or dashed)",
    action_vi: "Ô trống không được tính là 0; hãy điền nếu có số liệu.",
    action_en: "Blanks are not taken for zero; fill them in where there is a figure.",
  },
  ambiguous_number: {
    severity: "warning",
    expected_vi: "cách viết số rõ ràng trong cột {column} ({count} ô)",
    expected_en: "numbers written in one clear way in column {column} ({count} cells)",
    action_vi: "Đã hiểu dấu chấm là phân cách hàng nghìn; hãy kiểm tra lại.",
    action_en: "The dot was read as a thousands mark; check that it is.",
  },
  not_whole: {
    severity: "warning",
    expected_vi: "số nguyên trong cột {column} ({count} ô); có thể thiếu đơn vị như “nghìn người”",
    expected_en:
      "whole numbers in column {column} ({count} cells); a unit such as “nghìn người” may lack",
    action_vi: "Số vẫn được nhận; hãy ghi đơn vị tính ở tiêu đề rồi gửi lại.",
    action_en:
      "The figures were taken as they are; state the unit above the table and send it again.",
  },
  sign_conflict: {
    severity: "warning",
    expected_vi: "từ tăng/giảm và dấu +/− nói cùng một điều trong cột {column} ({count} ô)",
    expected_en: "the word and the sign to say the same in column {column} ({count} cells)",
    action_vi: "Đã tin dấu; hãy kiểm tra lại.",
    action_en: "The sign was believed; check it.",
  },
  unknown_column: {
    severity: "warning",
    expected_vi: "tiêu đề của biểu mẫu (gần nhất: {nearest})",
    expected_en: "a header of the form (nearest: {nearest})",
    action_vi: "Cột này không được đọc; hãy sửa tiêu đề nếu đó là số liệu cần nộp.",
    action_en: "The column was not read; correct its header if its figures are wanted.",
  },
  period_conflict: {
    severity: "warning",
    expected_vi: "tên trang tính và tiêu đề nói cùng một kỳ",
    expected_en: "the sheet's name and its title to name the same period",
    action_vi: "Đã dùng kỳ trong tiêu đề; hãy kiểm tra lại.",
    action_en: "The title's period was used; check it.",
  },
  sum_differs: {
    expected_vi: "{whole} = {parts} = {value}",
    expected_en: "{whole} = {parts} = {value}",
    ...CHECK_SUM,
  },
  total_differs: {
    expected_vi: "{whole} bằng tổng các dòng ({parts}) = {value}",
    expected_en: "{whole} to be the sum of its rows ({parts}) = {value}",
    ...CHECK_SUM,
  },
  parts_exceed: {
    expected_vi: "{whole} không nhỏ hơn các dòng thành phần ({parts}) = {value}",
    expected_en: "{whole} to be no less than its parts ({parts}) = {value}",
    ...CHECK_SUM,
  },
  limit_exceeded: {
    expected_vi: "{whole} không quá {parts} = {value}",
    expected_en: "{whole} at most {parts} = {value}",
    ...CHECK_SUM,
  },
  subset_exceeds: {
    expected_vi: "{parts} (trong đó) không quá {whole} = {value}",
    expected_en: "{parts} (parts) at most {whole} = {value}",
    ...CHECK_SUM,
  },
  ratio_differs: {
    expected_vi: "{whole} = {parts} = {value}%",
    expected_en: "{whole} = {parts} = {value}%",
    ...CHECK_SUM,
  },
} as const satisfies Record<string, ProblemRule>;
