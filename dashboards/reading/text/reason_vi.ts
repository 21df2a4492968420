import type { ReasonCode, ReasonFacts } from "./reason_facts.ts";

/** Why an indicator has its status, in Vietnamese, by the code of the reason; English must have every code. */
export const reasonVi = {
  met_when_due: (f) =>
    `đến hạn ${f.due} là ${f.at_due}, đạt mục tiêu ${f.target}${f.is_met ? "" : "; sau đó không còn giữ được"}`,
  missed_when_due: (f) =>
    `đến hạn ${f.due} là ${f.at_due}, không đạt mục tiêu ${f.target}${f.is_met ? "; sau hạn mới đạt" : ""}`,
  no_figure_when_due: (f) => `không có số liệu khi đến hạn ${f.due} nên không kết luận được`,
  met_and_secured: (f) =>
    `đã đạt mục tiêu ${f.target} và nhiều khả năng giữ được đến ${f.due}: khả năng ${f.chance}`,
  met_not_secured: (f) =>
    `đạt hiện nay (mục tiêu ${f.target}), chưa chắc giữ được đến ${f.due} (${f.chance})`,
  ahead_of_path: (f) => `nhanh hơn lộ trình ${f.gap}`,
  on_path: (f) => `đúng lộ trình tới ${f.target} vào ${f.due}`,
  behind_but_likely: (f) =>
    `chậm ${f.gap} so với lộ trình nhưng vẫn nhiều khả năng kịp: khả năng ${f.chance}`,
  on_path_but_uncertain: (f) =>
    `đang theo kịp lộ trình nhưng chưa chắc đạt ${f.target} vào ${f.due}: khả năng ${f.chance}`,
  slightly_behind_path: (f) =>
    joined(`chậm ${f.gap} so với lộ trình, chưa chắc kịp: khả năng ${f.chance}`, f.need),
  behind_and_uncertain: (f) =>
    joined(`chậm tới ${f.gap} so với lộ trình, chưa chắc kịp: khả năng ${f.chance}`, f.need),
  reached_then_lost: (f) =>
    joined(`đã từng đạt ${f.target} rồi lại mất; khả năng đạt vào ${f.due} là ${f.chance}`, f.need),
  on_path_but_unlikely: (f) =>
    `đang theo kịp lộ trình nhưng với đà này khó đạt ${f.target} vào ${f.due}: khả năng ${f.chance}`,
  behind_and_unlikely: (f) =>
    joined(`chậm ${f.gap} so với lộ trình, với đà này khó đạt: khả năng ${f.chance}`, f.need),
  held_so_far: (f) =>
    f.is_whole_year
      ? `giữ được mức ${f.target} trong cả năm ${f.year}`
      : `giữ được mức ${f.target} trong cả ${f.known} đã có số của năm ${f.year}; còn phải giữ đến hết năm`,
  broken_this_year: (f) =>
    `năm ${f.year} không giữ được mức ${f.target}: ${f.broken_period} là ${f.broken}${f.n_broken > 1 ? ` (${f.n_broken} kỳ không đạt)` : ""}`,
  year_incomplete: (f) => `chưa kết luận được cho năm ${f.year} vì thiếu số của ${f.missing}`,
  year_running: (f) => `số của năm ${f.year} chưa trọn năm, chưa đủ ${f.target}; hạn ${f.due}`,
  quota_fulfilled: (f) =>
    f.is_limit ? `cả năm ${f.year} trong mức ${f.target}` : `đã đủ ${f.target} của năm ${f.year}`,
  quota_likely: (f) =>
    f.is_limit
      ? `năm ${f.year} được phép ${f.target}; khả năng không vượt là ${f.chance}`
      : `còn ${f.left}, hạn ${f.due}; khả năng đủ là ${f.chance}`,
  quota_uncertain: (f) =>
    f.is_limit
      ? `năm ${f.year} được phép ${f.target}; chưa chắc giữ được, khả năng không vượt là ${f.chance}`
      : `còn ${f.left}, hạn ${f.due}; chưa chắc đủ, khả năng ${f.chance}`,
  quota_unlikely: (f) =>
    f.is_limit
      ? `năm ${f.year} được phép ${f.target}; với đà này sẽ vượt, khả năng không vượt là ${f.chance}`
      : `còn ${f.left}, hạn ${f.due}; với đà này khó đủ, khả năng ${f.chance}`,
  quota_exceeded: (f) => `năm ${f.year} được phép ${f.target}, đã vượt ${f.left}`,
  quota_missed: (f) => `hết năm ${f.year} không đủ ${f.target}, thiếu ${f.left}`,
  improving_no_target: (f) => `${f.moves}, đúng hướng; ${noNumber}`,
  worsening_no_target: (f) => `${f.moves}, ngược hướng; ${noNumber}`,
  unclear_no_target: (f) =>
    f.is_mark_missing
      ? `chưa có mức chuẩn${f.is_dated ? ` cho hạn ${f.due}` : ""} nên chưa so được; chưa rõ chiều hướng`
      : `chưa rõ chiều hướng; ${noNumber}`,
  no_data: () => "chưa có số liệu",
  too_few_points: (f) =>
    joined(
      f.left !== "" && !f.is_limit ? `còn ${f.left}, hạn ${f.due}` : null,
      `${f.since_break ? `từ ${f.since_break} (chuỗi số đổi nghĩa) ` : ""}mới có ${f.since_break ? "ít" : f.points} kỳ số liệu nên chưa đánh giá được${f.is_met ? `, dù đang đạt ${f.target}` : ""}`,
    ),
  stale_data: (f) => `số mới nhất là của ${f.period}, đã cũ nên chưa đánh giá được`,
} satisfies Record<ReasonCode, (f: ReasonFacts) => string>;

const noNumber = "chương trình không giao chỉ tiêu cụ thể";

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join("; ");
}
