import type { ProblemRule } from "./problem_rule.ts";

const ASKED = {
  action_vi: "Hãy trả lời câu hỏi này (npm run questions); chỉ hỏi một lần.",
  action_en: "Answer the question (npm run questions); it is asked once.",
} as const;

/** Rules of ours about what only a person can decide, and what is held back until then. */
export const doubtRules = {
  area_in_doubt: {
    severity: "warning",
    expected_vi: "tên một tổ dân phố của phường ({count} dòng)",
    expected_en: "the name of a neighbourhood of the ward ({count} rows)",
    ...ASKED,
  },
  other_ward: {
    severity: "warning",
    expected_vi: "chỉ các dòng của phường này; đã bỏ qua {count} dòng của phường, xã khác",
    expected_en: "rows of this ward only; {count} rows of other wards were read past",
    action_vi: "Không cần làm gì, nếu đúng như vậy.",
    action_en: "Nothing is to be done if that is so.",
  },
  partial_total: {
    severity: "warning",
    expected_vi: "tổng của cả phường; bảng có {count} trên {all} tổ dân phố",
    expected_en: "the total of the whole ward; the table has {count} of {all} neighbourhoods",
    ...ASKED,
  },
  unit_in_doubt: {
    severity: "error",
    expected_vi: "đơn vị tính của cột {column} là {unit}",
    expected_en: "column {column} to be in {unit}",
    action_vi:
      "Cột này chưa được nhận; hãy trả lời câu hỏi (npm run questions) hoặc sửa đơn vị tính.",
    action_en:
      "The column was not taken; answer the question (npm run questions) or correct the unit.",
  },
  unexpected_unit: {
    severity: "error",
    expected_vi: "một số tính bằng {unit}",
    expected_en: "a figure in {unit}",
    action_vi: "Sửa ô này trong tệp gốc rồi gửi lại.",
    action_en: "Correct the cell in the original file and send it again.",
  },
  value_in_doubt: {
    severity: "error",
    expected_vi: "{expected} (các ô {cells})",
    expected_en: "{expected} (cells {cells})",
    action_vi: "Các ô này chưa được nhận; hãy sửa, hoặc xác nhận là đúng (npm run questions).",
    action_en:
      "These cells were not taken; correct them or confirm that they are right (npm run questions).",
  },
  row_held: {
    severity: "error",
    expected_vi:
      "số đã thực hiện đúng như tên cột và kỳ báo cáo; lời ghi này có thể làm khác đi, {count} dòng chưa được nhận",
    expected_en:
      "figures that are what the headers and the period say; these words may change that, {count} rows were not taken",
    ...ASKED,
  },
  person_not_counted: {
    severity: "warning",
    expected_vi:
      "chỉ người còn được tính; đã bỏ qua {count} dòng ghi là không còn hoặc chưa tham gia",
    expected_en: "people who count; {count} rows that say otherwise were read past",
    action_vi: "Không cần làm gì, nếu đúng như vậy.",
    action_en: "Nothing is to be done if that is so.",
  },
  unknown_indicator: {
    severity: "error",
    expected_vi: "mã chỉ tiêu của chương trình (gần nhất: {nearest})",
    expected_en: "an indicator code of the programme (nearest: {nearest})",
    action_vi: "Sửa mã trong tệp gốc rồi gửi lại; dòng này chưa được nhận.",
    action_en: "Correct the code in the original file and send it again; the row was not taken.",
  },
  incomplete_count: {
    severity: "warning",
    expected_vi: "mọi dòng của danh sách đều đúng; còn {count} dòng chưa được nhận",
    expected_en: "every row of the list to be right; {count} rows were not taken",
    action_vi: "Số đếm ({areas}) chưa được tính; hãy sửa các dòng đó rồi gửi lại.",
    action_en: "The counts ({areas}) were not made; correct those rows and send it again.",
  },
  validity_unread: {
    severity: "warning",
    expected_vi: "cột “đến ngày” (hết hạn) của danh sách, vì có cột ngày chưa được đọc",
    expected_en: "the column of last days of validity, for a column of dates was not read",
    action_vi: "Số đếm chưa được tính; hãy cho biết cột này là gì.",
    action_en: "The count was not made; say what the column is.",
  },
} as const satisfies Record<string, ProblemRule>;
