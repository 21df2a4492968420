import type { ReasonFacts } from "./reason_facts.ts";
import type { reasonVi } from "./reason_vi.ts";

/** Why an indicator has its status, in English, by the code of the reason. */
export const reasonEn: typeof reasonVi = {
  achieved_and_held: (f) => `held at ${f.target}`,
  achieved_early: (f) => `target ${f.target} met before ${f.due}`,
  met_but_slipping: (f) =>
    `target ${f.target} met now but hard to hold until ${f.due}: a chance of ${f.chance}`,
  ahead_of_path: (f) => `${f.gap} ahead of the path`,
  on_path: (f) => `on the path to ${f.target} on ${f.due}`,
  on_path_but_uncertain: (f) =>
    `keeping up with the path, but ${f.target} on ${f.due} is not certain: a chance of ${f.chance}`,
  on_path_but_unlikely: (f) =>
    `keeping up with the path, but as things go ${f.target} on ${f.due} is unlikely: a chance of ${f.chance}`,
  slightly_behind_path: (f) => joined(behind(f), f.need),
  behind_and_unlikely: (f) =>
    joined(`${behind(f)} and unlikely to make it: a chance of ${f.chance}`, f.need),
  far_behind_path: (f) => joined(behind(f), f.need),
  far_behind_but_likely: (f) =>
    `${behind(f)}, yet it may still come in time: a chance of ${f.chance}`,
  reached_then_lost: (f) => joined(`${f.target} was reached and lost again`, f.need),
  missed: (f) => `${f.target} not met when due on ${f.due}`,
  held_so_far: (f) => `held at ${f.target} so far this year; it must hold until the year ends`,
  not_held: (f) => duty(f),
  improving_no_target: () => "improving; the programme sets no number for it",
  worsening_no_target: () => "worsening; the programme sets no number for it",
  stable_no_target: () => "no clear change; the programme sets no number for it",
  pass_mark_missing: (f) =>
    `the pass mark${f.is_dated ? ` due ${f.due}` : ""} is not yet set, so there is nothing to compare with`,
  no_data: () => "no data yet",
  too_few_points: () => "too few periods to assess",
  stale_data: (f) => `the newest figure is of ${f.period}, too old to assess`,
};

function behind(facts: ReasonFacts): string {
  return facts.is_duty ? duty(facts) : `${facts.gap} behind the path`;
}

function duty({ is_down, target, gap }: ReasonFacts): string {
  return is_down
    ? `${gap} over the yearly limit of ${target}`
    : `${gap} short of the yearly duty of ${target}`;
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join("; ");
}
