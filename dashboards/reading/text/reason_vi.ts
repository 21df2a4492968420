import type { ReasonCode, ReasonFacts } from "./reason_facts.ts";

/** Why an indicator has its status, in Vietnamese, by the code of the reason; English must have every code. */
export const reasonVi = {
  achieved_and_held: (f) => `giữ được mức ${f.target}`,
  achieved_early: (f) => `đã đạt mục tiêu ${f.target} trước hạn ${f.due}`,
  met_but_slipping: (f) =>
    `đang đạt mục tiêu ${f.target} nhưng khó giữ đến ${f.due}: khả năng ${f.chance}`,
  ahead_of_path: (f) => `nhanh hơn lộ trình ${f.gap}`,
  on_path: (f) => `đúng lộ trình tới ${f.target} vào ${f.due}`,
  on_path_but_uncertain: (f) =>
    `đang theo kịp lộ trình nhưng chưa chắc đạt ${f.target} vào ${f.due}: khả năng ${f.chance}`,
  on_path_but_unlikely: (f) =>
    `đang theo kịp lộ trình nhưng với đà này khó đạt ${f.target} vào ${f.due}: khả năng ${f.chance}`,
  slightly_behind_path: (f) => joined(behind(f), f.need),
  behind_and_unlikely: (f) =>
    joined(`${behind(f)}, với đà này khó đạt: khả năng ${f.chance}`, f.need),
  far_behind_path: (f) => joined(behind(f), f.need),
  far_behind_but_likely: (f) => `${behind(f)} nhưng vẫn có thể kịp: khả năng ${f.chance}`,
  reached_then_lost: (f) => joined(`đã từng đạt ${f.target} rồi lại tụt xuống`, f.need),
  missed: (f) => `đến hạn ${f.due} không đạt ${f.target}`,
  held_so_far: (f) => `từ đầu năm vẫn giữ ${f.target}; còn phải giữ đến hết năm`,
  not_held: (f) => duty(f),
  improving_no_target: () => "đang tốt lên; chương trình không đặt con số cho chỉ tiêu này",
  worsening_no_target: () => "đang xấu đi; chương trình không đặt con số cho chỉ tiêu này",
  stable_no_target: () =>
    "chưa thấy chuyển biến rõ; chương trình không đặt con số cho chỉ tiêu này",
  pass_mark_missing: (f) =>
    `chưa có mức chuẩn${f.is_dated ? ` cho hạn ${f.due}` : ""} nên chưa so được với mục tiêu`,
  no_data: () => "chưa có số liệu",
  too_few_points: () => "mới có ít kỳ số liệu nên chưa đánh giá được",
  stale_data: (f) => `số mới nhất là của ${f.period}, đã cũ nên chưa đánh giá được`,
} satisfies Record<ReasonCode, (f: ReasonFacts) => string>;

function behind(facts: ReasonFacts): string {
  return facts.is_duty ? duty(facts) : `chậm ${facts.gap} so với lộ trình`;
}

function duty({ is_down, target, gap }: ReasonFacts): string {
  return is_down
    ? `vượt ${gap} so với mức ${target} phải giữ mỗi năm`
    : `còn thiếu ${gap} so với mức ${target} phải có mỗi năm`;
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join("; ");
}
