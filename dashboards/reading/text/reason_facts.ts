/** The reasons that marts.fct_progress may give for a status. */
export const reasonCodes = [
  "achieved_and_held",
  "achieved_early",
  "met_but_slipping",
  "ahead_of_path",
  "on_path",
  "on_path_but_uncertain",
  "on_path_but_unlikely",
  "slightly_behind_path",
  "behind_and_unlikely",
  "far_behind_path",
  "far_behind_but_likely",
  "reached_then_lost",
  "missed",
  "held_so_far",
  "not_held",
  "improving_no_target",
  "worsening_no_target",
  "stable_no_target",
  "pass_mark_missing",
  "no_data",
  "too_few_points",
  "stale_data",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** The numbers a sentence may use, already written in the page's language with their units. */
export interface ReasonFacts {
  value: string;
  period: string;
  planned: string;
  gap: string;
  /** The target in words: trên 98%. */
  target: string;
  due: string;
  /** True where a date is given. */
  is_dated: boolean;
  /** True for a level that must hold throughout every year, false where a path leads to it. */
  is_duty: boolean;
  /** True where less is better. */
  is_down: boolean;
  need: string | null;
  /** The chance of meeting it: 62%. */
  chance: string;
}
