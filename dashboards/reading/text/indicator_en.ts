import type { indicatorViOf } from "./indicator_vi.ts";
import type { Names } from "./names.ts";

/** The English texts of the parts of an indicator's page; the compiler asks for every key. */
export const indicatorEnOf = ({
  kind,
  Kind,
  part,
  Part,
  parts,
}: Names): ReturnType<typeof indicatorViOf> => ({
  whatIf: {
    title: "What if each year …",
    more: (pace) => `${pace} more`,
    less: (pace) => `${pace} fewer`,
    still: "no change",
    said: (pace, value, due, arrival) => `${pace} → ${value} on ${due}; ${arrival}`,
    met: (date) => `met ${date}`,
    notMet: "not met before 2041",
    pace: "Each year",
    valueAt: (due) => `On ${due}`,
    reaches: "Meets the target",
    waiting: "What waiting adds to the yearly need",
    from: "Starting on",
    needed: "Needed each year",
    slider: "Pace each year",
    table: "Table of paces",
    note: "Straight from the newest value: arithmetic, not a projection.",
  },

  breaks: {
    title: "Where the series changes its meaning",
    definition: (date) => `${date}: new definition`,
    split: (date) =>
      `Figures before ${date} do not compare with those after; trend, baseline, path and projection use those from ${date} on.`,
    joined: "Earlier figures were recounted, so they still compare.",
  },
  lenses: {
    title: "By other populations",
    population: "Denominator",
    people: "People",
    difference: "Apart",
    official: "in use",
  },
  signals: {
    title: "Unusual months",
    note: "By a control chart without the season: chance alone seldom gives such months.",
    usual: "Usual level",
    rule: "Why",
    turn: "Way",
    better: "better",
    worse: "worse",
    rules: {
      beyond_limits: "beyond the limits of single months",
      long_run: "many months in a row on one side",
      time_between_events: "unusual time between events",
    },
  },
  dots: {
    title: (lowest, highest) => `From ${lowest} to ${highest} between ${parts}`,
    subtitle: (count, period) => `${count} ${parts} ranked by ${period}`,
    description: (count, low, high, ward) =>
      `Ranked dot plot of ${count} ${parts}: lowest ${low}, highest ${high}, the ${kind} ${ward}.`,
    ward: (value) => `${Kind} ${value}`,
    table: `Table by ${part}`,
    area: Part,
    latest: "Newest",
    first: "First",
    change: "Change",
  },

  season: {
    title: "By month of the year",
    clear: (low, lowValue, high, highValue) =>
      `Month ${low} is usually ${lowValue} lower and month ${high} ${highValue} higher than around it`,
    unclear: "No month clearly differs from the others",
    subtitle: (years) =>
      `Difference from the twelve-month mean around it, ${years} years; bar: mean, dots: single years`,
    description: (low, lowValue, high, highValue) =>
      `Dot plot over twelve months: lowest in month ${low} (${lowValue}), highest in month ${high} (${highValue}).`,
    month: "Month",
    mean: "Mean",
    table: "Table by month",
  },

  accuracy: {
    title: "How right projections have been",
    none: "Too few data to try the projection on the past.",
    tried: (origins) => `Tried again at ${origins} past dates as if what followed were unknown.`,
    better: (percent) =>
      `Its error is ${percent} smaller than that of the simplest guess, carrying the last value on.`,
    worse: (percent) =>
      `Its error is ${percent} larger than that of the simplest guess, carrying the last value on.`,
    equal: "Its error equals that of the simplest guess, carrying the last value on.",
    covered: (level, percent) => `The ${level} interval held ${percent} of the true values.`,
    methods: "Methods that were tried",
    method: "Method",
    weight: "Share",
    error: "Error (MASE)",
    coverage: (level) => `Coverage of ${level}`,
    used: "largest share",
  },

  published: {
    title: "What published methods say",
    note: "They differ where they look at growth rates while these pages look at the distance to the path.",
    method: "Method",
    result: "Result",
    agrees: "Agrees",
    yes: "yes",
    no: "no",
    why: "Why it differs",
    names: {
      growth_rate_ratio: "Ratio of growth rates (Eurostat, Statistics Canada)",
      un_escap_current_status: "UN ESCAP: current status",
      un_escap_anticipated_progress: "UN ESCAP: anticipated progress",
      un_statistics_division: "UN Statistics Division",
      fingertips_trend: "Fingertips trend (English public health)",
    },
    results: {
      target_achieved: "target achieved",
      substantial_progress: "substantial progress",
      moderate_progress: "moderate progress",
      limited_progress: "limited progress",
      deterioration: "deterioration",
      progressed: "progressed",
      regressed: "regressed",
      no_change: "no change",
      maintain: "maintain",
      accelerate: "accelerate",
      reverse: "reverse",
      met_or_on_track: "met or on track",
      stagnation_or_regression: "stagnation or regression",
      improving: "improving",
      worsening: "worsening",
      no_significant_change: "no significant change",
      cannot_be_calculated: "cannot be calculated",
    },
  },

  explanation: {
    title: "The lead unit's explanation",
    none: (period) => `No explanation for ${period} yet.`,
    noneAtAll: "No explanation yet.",
    how: "The unit fills in the explanation and its date in the programme tracking form; the next refresh shows it here.",
    notCurrent: (period) =>
      `No explanation for ${period} yet; what follows speaks of earlier periods.`,
    older: (count) => `${count} other explanations`,
    request: "Request",
    reply: "Explanation",
    on: (date) => `of ${date}`,
    by: (date) => `reply due ${date}`,
    tooEarly: "before the request",
    states: { answered: "Answered", unanswered: "Not answered", overdue: "Reply overdue" },
    source: "Source",
    openTitle: "Requests not answered yet",
    noneOpen: "No request waits for an answer.",
    requestedOn: "Requested",
    due: "Reply due",
    noDue: "no date given",
  },
});
