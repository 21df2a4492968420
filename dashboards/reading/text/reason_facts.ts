/** The reasons that marts.fct_progress may give for a status. */
export const reasonCodes = [
  "met_when_due",
  "missed_when_due",
  "no_figure_when_due",
  "met_and_secured",
  "met_not_secured",
  "ahead_of_path",
  "on_path",
  "behind_but_likely",
  "on_path_but_uncertain",
  "slightly_behind_path",
  "behind_and_uncertain",
  "reached_then_lost",
  "on_path_but_unlikely",
  "behind_and_unlikely",
  "held_so_far",
  "broken_this_year",
  "year_incomplete",
  "year_running",
  "quota_fulfilled",
  "quota_likely",
  "quota_uncertain",
  "quota_unlikely",
  "quota_exceeded",
  "quota_missed",
  "improving_no_target",
  "worsening_no_target",
  "unclear_no_target",
  "no_data",
  "too_few_points",
  "stale_data",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** The numbers a sentence may use, already written in the page's language with their units. */
export interface ReasonFacts {
  value: string;
  period: string;
  gap: string;
  /** The target in words: trên 98%. */
  target: string;
  due: string;
  /** True where a date is given. */
  is_dated: boolean;
  /** True where the programme asks for a level that nobody has set. */
  is_mark_missing: boolean;
  is_met: boolean;
  /** Which way the series moves, in words: đang giảm. */
  moves: string;
  need: string | null;
  /** The chance of meeting it: 62%. */
  chance: string;
  /** How many figures there are. */
  points: string;
  /** The day from which the series counts anew, null without a break. */
  since_break: string | null;
  /** What decided a dated target that has fallen due. */
  at_due: string;
  /** The year of a yearly duty. */
  year: string;
  /** True once every period of that year is known. */
  is_whole_year: boolean;
  /** How many of its periods are known, in words: 9 tháng. */
  known: string;
  /** The periods that should be known and are not: tháng 2/2026, tháng 3/2026. */
  missing: string;
  /** The newest period that broke a duty, and what it was. */
  broken_period: string;
  broken: string;
  /** How many periods broke it. */
  n_broken: number;
  /** True for a number that the year may not exceed. */
  is_limit: boolean;
  /** What a quota still lacks: 2/94 chi đoàn; of a limit how far it is exceeded. */
  left: string;
}
