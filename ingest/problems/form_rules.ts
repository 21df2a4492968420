import type { ProblemRule } from "./problem_rule.ts";

const CORRECT = {
  action_vi: "Sửa ô này trong sổ khai biểu rồi chép lại vào hộp thư; biểu chưa được nhận.",
  action_en: "Correct the cell in the workbook of the form and hand it in again; it was not taken.",
} as const;

/** Rules of ours about workbooks that declare a form. */
export const formRules = {
  not_a_form: {
    severity: "error",
    expected_vi: "{vi}",
    expected_en: "{en}",
    ...CORRECT,
  },
  form_known: {
    severity: "error",
    expected_vi: "mã chưa có; biểu {form} đã khai khác thế này trong forms.csv, form_columns.csv",
    expected_en: "a new id; form {form} is declared otherwise in forms.csv and form_columns.csv",
    action_vi: "Sửa trong hai tệp ấy, hoặc xóa các dòng của biểu ở đó rồi đưa lại sổ này.",
    action_en: "Change it there, or delete its rows there and hand this workbook in again.",
  },
  form_catches: {
    severity: "error",
    expected_vi: "biểu chỉ nhận trang của mình; nó cũng hợp với: {sheets}",
    expected_en: "a form that takes its own sheets only; it fits these too: {sheets}",
    action_vi: "Thêm cột bắt buộc, hoặc từ riêng hơn ở subject; biểu chưa được nhận.",
    action_en: "Require more columns or say the subject more exactly; the form was not taken.",
  },
  form_reads_not_own: {
    severity: "error",
    expected_vi: "biểu đọc được tệp mẫu {file}; {why_vi}",
    expected_en: "a form that reads the file it was made from, {file}; {why_en}",
    action_vi: "Sửa tên cột, cột bắt buộc hoặc subject cho khớp tệp ấy; biểu chưa được nhận.",
    action_en: "Make headers, required columns or subject fit that file; the form was not taken.",
  },
  forms_not_kept: {
    severity: "error",
    expected_vi: "ghi được {path}",
    expected_en: "{path} to be writable",
    action_vi: "Cho phép ghi vào thư mục chương trình rồi chạy lại; biểu chưa được nhận.",
    action_en: "Let the programme's folder be written and run again; the form was not taken.",
  },
  form_not_taken: {
    severity: "error",
    expected_vi: "một biểu khai đủ và đúng; còn {count} chỗ phải sửa, xem các ô",
    expected_en: "a form declared in full; {count} things are to be corrected, see the cells",
    action_vi: "Sửa trong sổ rồi chép lại vào hộp thư.",
    action_en: "Correct the workbook and hand it in again.",
  },
  indicator_not_linked: {
    severity: "warning",
    expected_vi: "{vi}",
    expected_en: "{en}",
    action_vi:
      "Chỉ tiêu chưa dùng cột này; hãy sửa ở đây, hoặc ở dòng của chỉ tiêu trong indicators.csv.",
    action_en:
      "The indicator does not use the column yet; correct it here, or its row in indicators.csv.",
  },
} as const satisfies Record<string, ProblemRule>;
