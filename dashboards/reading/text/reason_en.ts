import type { reasonVi } from "./reason_vi.ts";

/** Why an indicator has its status, in English, by the code of the reason. */
export const reasonEn: typeof reasonVi = {
  met_when_due: (f) =>
    `it was ${f.at_due} when due on ${f.due}, which met ${f.target}${f.is_met ? "" : "; it has not been held since"}`,
  missed_when_due: (f) =>
    `it was ${f.at_due} when due on ${f.due}, which did not meet ${f.target}${f.is_met ? "; it was reached only later" : ""}`,
  no_figure_when_due: (f) => `there is no figure of the due date ${f.due}, so nothing can be said`,
  met_and_secured: (f) =>
    `target ${f.target} met, and likely to hold until ${f.due}: a chance of ${f.chance}`,
  met_not_secured: (f) => `target ${f.target} met now, not secured until ${f.due} (${f.chance})`,
  ahead_of_path: (f) => `${f.gap} ahead of the path`,
  on_path: (f) => `on the path to ${f.target} on ${f.due}`,
  behind_but_likely: (f) =>
    `${f.gap} behind the path, yet likely to come in time: a chance of ${f.chance}`,
  on_path_but_uncertain: (f) =>
    `keeping up with the path, but ${f.target} on ${f.due} is not certain: a chance of ${f.chance}`,
  slightly_behind_path: (f) =>
    joined(`${f.gap} behind the path and not certain to make it: a chance of ${f.chance}`, f.need),
  behind_and_uncertain: (f) =>
    joined(`as much as ${f.gap} behind the path and not certain: a chance of ${f.chance}`, f.need),
  reached_then_lost: (f) =>
    joined(`${f.target} was reached and lost again; the chance on ${f.due} is ${f.chance}`, f.need),
  on_path_but_unlikely: (f) =>
    `keeping up with the path, but as things go ${f.target} on ${f.due} is unlikely: a chance of ${f.chance}`,
  behind_and_unlikely: (f) =>
    joined(`${f.gap} behind the path and unlikely to make it: a chance of ${f.chance}`, f.need),
  held_so_far: (f) =>
    f.is_whole_year
      ? `held at ${f.target} throughout ${f.year}`
      : `held at ${f.target} in all ${f.known} of ${f.year} that are known; it must hold until the year ends`,
  broken_this_year: (f) =>
    `${f.target} was not kept in ${f.year}: ${f.broken} in ${f.broken_period}${f.n_broken > 1 ? ` (${f.n_broken} periods missed it)` : ""}`,
  year_incomplete: (f) => `nothing can be said of ${f.year}: no figures of ${f.missing}`,
  year_running: (f) =>
    `the figure of ${f.year} is of a running year, not yet ${f.target}; due ${f.due}`,
  quota_fulfilled: (f) =>
    f.is_limit ? `${f.year} stayed within ${f.target}` : `${f.target} reached for ${f.year}`,
  quota_likely: (f) =>
    f.is_limit
      ? `${f.year} may have ${f.target}; the chance of staying within is ${f.chance}`
      : `${f.left} to go by ${f.due}; the chance is ${f.chance}`,
  quota_uncertain: (f) =>
    f.is_limit
      ? `${f.year} may have ${f.target}; not certain, the chance of staying within is ${f.chance}`
      : `${f.left} to go by ${f.due}; not certain, a chance of ${f.chance}`,
  quota_unlikely: (f) =>
    f.is_limit
      ? `${f.year} may have ${f.target}; as things go it will be more, the chance of staying within is ${f.chance}`
      : `${f.left} to go by ${f.due}; unlikely as things go, a chance of ${f.chance}`,
  quota_exceeded: (f) => `${f.year} may have ${f.target} and has ${f.left} more`,
  quota_missed: (f) => `${f.year} ended without ${f.target}, ${f.left} short`,
  improving_no_target: (f) => `${f.moves}, the right way; ${noNumber}`,
  worsening_no_target: (f) => `${f.moves}, the wrong way; ${noNumber}`,
  unclear_no_target: (f) =>
    f.is_mark_missing
      ? `the pass mark${f.is_dated ? ` due ${f.due}` : ""} is not yet set, so there is nothing to compare with; which way it goes is not clear`
      : `which way it goes is not clear; ${noNumber}`,
  no_data: () => "no data yet",
  too_few_points: (f) =>
    joined(
      f.left !== "" && !f.is_limit ? `${f.left} to go by ${f.due}` : null,
      `${f.since_break ? `too few periods since ${f.since_break}, when the series changed its meaning` : `only ${f.points} periods`}, too few to assess${f.is_met ? `, although ${f.target} is met now` : ""}`,
    ),
  stale_data: (f) => `the newest figure is of ${f.period}, too old to assess`,
};

const noNumber = "the programme sets no number";

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join("; ");
}
