/** What is wrong (or odd) in a file, in both languages; `{words}` are filled in. */
export interface ProblemRule {
  severity: "error" | "warning";
  expected_vi: string;
  expected_en: string;
  /** What to do about it. */
  action_vi: string;
  action_en: string;
}

/** What to do about a cell that was not believed. */
export const CORRECT_CELL = {
  action_vi: "Sửa ô này trong tệp gốc rồi gửi lại.",
  action_en: "Correct the cell in the original file and send it again.",
};
