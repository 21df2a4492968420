import { dataEn } from "./data_en.ts";
import { editionEnOf } from "./edition_en.ts";
import type { Names } from "./names.ts";
import { pagesEnOf } from "./pages_en.ts";
import { reasonEn } from "./reason_en.ts";
import { referenceEnOf } from "./reference_en.ts";
import { sinceEn } from "./since_en.ts";
import type { Texts } from "./vi.ts";

/** The English texts; the compiler asks for every key of the Vietnamese ones. */
export const enOf = (names: Names): Texts => ({
  language: "en",
  pages: pagesEnOf(names),
  reference: referenceEnOf(names),
  ward: names.ward,
  programme: `${names.programme} · ${names.firstYear}–${names.lastYear}`,
  overview: "Overview",
  dataPage: "Data",
  skip: "Skip to content",
  pageNavigation: "Pages",
  otherLanguage: "Tiếng Việt",
  sampleTitle: "Sample data",
  sampleNote: `The numbers on this page were made up by the program to illustrate; they are not the ${names.kind}'s.`,
  freshness: (dataTo, refreshed) => `Data to ${dataTo} · refreshed ${refreshed}`,
  refreshedOnly: (refreshed) => `Refreshed ${refreshed}`,
  none: "–",

  status: {
    achieved: "Achieved",
    on_track: "On track",
    at_risk: "At risk",
    off_track: "Off track",
    no_target: "No number set",
    not_assessable: "Not assessable",
  },
  statusCount: {
    achieved: (n) => `${n} achieved`,
    on_track: (n) => `${n} on track`,
    at_risk: (n) => `${n} at risk`,
    off_track: (n) => `${n} off track`,
    no_target: (n) => `${n} without a number`,
    not_assessable: (n) => `${n} not assessable yet`,
  },
  way: {
    improving_no_target: "The right way",
    worsening_no_target: "The wrong way",
    unclear_no_target: "Way not clear",
  },
  moves: { up: "rising", down: "falling", keep: "holding" },
  statusBar: "Indicators by status",

  emptyTitle: "No data yet",
  emptySteps: [
    "Copy the offices' files (.xlsx, .xls, .ods, .csv) into the folder data/inbox.",
    "Run npm run refresh.",
    "Open this page again. Files that could not be read are listed with the reason on the Data page.",
  ],

  headline: {
    off: (off, risk, worst) =>
      `${off} off track${risk ? `, ${risk} at risk` : ""}; of most concern: ${worst}`,
    risk: (risk, worst) => `None off track; ${risk} at risk: ${worst}`,
    good: (assessed) => `All ${assessed} indicators that can be assessed are achieved or on track`,
    unassessed: "No indicator can be assessed yet",
    and: " and ",
  },
  withoutFigures: (count) => `${count} indicators have no figure yet.`,
  lateSources: (count, names) => `${count} sources are late: ${names}.`,
  moreBehind: (count) => `and ${count} more off track or at risk, in the table below`,
  overviewScope: (indicators, sections) =>
    `${indicators} indicators in ${sections} sections, those that lag first.`,
  worstCards: "Of most concern",
  chance: "Chance of meeting it",
  columns: {
    indicator: "Indicator",
    current: "Now",
    planned: "Path today",
    target: "Target",
    trend: `${names.firstShownYear} → ${names.lastYear}`,
    chance: "Chance",
    status: "Status",
  },
  sectionsTable: "Indicators by section of the programme",
  readingGuide:
    "Solid line: observed · dashed: projection with its 80% band · dotted: path to the target.",
  lead: "Lead unit",
  noNumber: "no number set",
  passMark: "pass mark not yet set",
  yearly: "every year",
  yearSoFar: (year) => `${year} so far`,
  by: (due) => `by ${due}`,
  due: (due) => `due ${due}`,
  operator: {
    ge: (value) => `≥ ${value}`,
    gt: (value) => `> ${value}`,
    le: (value) => `≤ ${value}`,
    eq: (value) => `= ${value}`,
  },
  operatorWords: {
    ge: (value) => `at least ${value}`,
    gt: (value) => `over ${value}`,
    le: (value) => `at most ${value}`,
    eq: (value) => value,
  },
  directionOnly: { up: "rise", down: "fall", keep: "hold" },

  points: (value) => `${value} ${value === "1" ? "point" : "points"}`,
  needMore: (pace) => `needs about ${pace} more each year`,
  needLess: (pace) => `needs about ${pace} fewer each year`,
  reached: (title, value) => `${title} at ${value}`,
  standing: (title, value) => `${title} at ${value}`,
  noValue: (title) => title,
  reason: reasonEn,
  periodCount: (frequency, count) => {
    const unit = ({ month: "month", quarter: "quarter" } as Record<string, string>)[frequency];
    return `${count} ${unit ?? "year"}${count === 1 ? "" : "s"}`;
  },
  check: (what) => `to be checked: ${what}`,
  partial: (share) => `the form's own total, with figures of ${share} ${names.parts} beside it`,
  caution: {
    jump: "the figure jumps",
    cumulative_fell: "a running total fell",
    ward_total_incomplete: `not all ${names.parts} are there`,
    other_ward: "the form has rows of another ward",
  },

  subtitle: (title, unit, by) => `${title}, ${names.inWard}, ${by}, ${unit}`,
  frequency: { month: "monthly", quarter: "quarterly", year: "yearly" },
  fraction: (numerator, denominator) => `${numerator} of ${denominator}`,
  plannedNow: "Path to date",
  targetRow: "Target",
  forecastAt: (due) => `Projected ${due}`,
  between: (low, high) => `80%: ${low} – ${high}`,
  needPerYear: "Needed each year",
  actualPerYear: "Actual each year",
  arrival: "If that pace holds, met",
  around: (quarter) => `around ${quarter}`,
  never: "not in sight",
  paceApart: (actual) =>
    `The pace since the baseline is ${actual} a year, but of late it has been another; this page goes by the projection.`,
  paceElsewhere:
    "The mean pace since the baseline and the projection differ on the due date, inside the 80% interval; this page judges by the projection.",
  sinceBreak: (date) =>
    `Baseline, path and pace start anew on ${date}, when the series changed its meaning.`,
  seasonal:
    "Path and pace compare the same month or quarter of the years, for the series has a clear season.",
  yearBefore: "On a year before",
  yearBeforeWords: (change, percent) => (percent === null ? change : `${change} (${percent})`),
  was: (value) => `then ${value}`,
  thanYearBefore: (change) => `${change} on a year before`,
  formsOfUnit: "The lead unit sends its figures in:",
  noYearBefore: "no figure of a year before",
  runningPeriod: "period not over",
  left: "Still missing",
  atDue: (due) => `When due on ${due}`,
  metThen: { yes: "met", no: "not met" },
  otherTarget: (due) => `Target due ${due}`,
  verdictOf: (verdict, value) => `${verdict}: ${value}`,
  chanceOf: (chance) => `chance of meeting it ${chance}`,
  decided: { lost: "none left", won: "fulfilled" },
  areasReported: (share) => `the form's own total; figures of ${share} ${names.parts} beside it`,
  baseline: "Baseline",
  legalBasis: "Legal basis",

  chart: {
    target: (value) => `Target ${value}`,
    projection: (value) => `Projected ${value}`,
    band: (percent) => `${percent}%`,
    countedFrom: (date) => `figures from ${date}`,
    boundary: (date) => `${date}: new boundary`,
    country: "Viet Nam",
    city: names.city,
    from: (value) => `The vertical axis starts at ${value}.`,
    band80: "Dark band: 80% prediction interval.",
    bands: "Dark band: 80% prediction interval; light band: 95%.",
    description: (from, to, first, last) =>
      `Line chart from ${from} to ${to}: from ${first} to ${last}.`,
    projectionDescription: (end, value, low, high) =>
      ` Projection for ${end}: ${value}, 80% interval from ${low} to ${high}.`,
    targetDescription: (value) => ` Target ${value}.`,
    noChart: "No data to draw yet.",
  },
  numbers: "Table of the numbers",
  download: "Download",
  table: {
    period: "Period",
    value: "Value",
    numerator: "Numerator",
    denominator: "Denominator",
    planned: "Path",
    yearSoFar: "Year so far",
    yearBefore: "On a year before",
    note: "Note",
  },
  periodTable: "Whole quarters, halves and years",
  aggregation: {
    sum: "Quarters, halves and years are the sum of their periods.",
    last: "Quarters, halves and years take the last figure.",
    recompute:
      "Quarters, halves and years are recomputed from the sums of numerators and denominators, never averaged.",
    median: "Quarters, halves and years are the median of all their records, never averaged.",
  },
  partOf: {
    month: (known, all) => `${known} of ${all} months`,
    quarter: (known, all) => `${known} of ${all} quarters`,
  },
  estimated: "estimated",
  assumed: (percent) => `${percent}% carried over from former ${names.kind}s by assumed shares`,
  preliminary: "preliminary",
  projectionTable: "Projection at the end of each year",
  interval: (percent) => `${percent}% interval`,
  comparisonTable: "Published figures to compare with",

  neighbourhoods: `By ${names.part}`,
  neighbourhoodScale: (count, low, high) =>
    `${count} ${names.parts} on one scale from ${low} to ${high}`,
  neighbourhoodOrder: { up: "lowest first", down: "highest first", keep: "lowest first" },
  neighbourhoodRest: (count) => `Show the other ${count}`,
  withheld: (count) =>
    `${count} ${names.parts} with counts under 10 (<10) are left out so that nobody can be recognised.`,
  policeWithheld: `Not shown by ${names.part}: the counts are small and could identify people.`,
  neighbourhoodValue: (area, value, from, first) => `${area}: ${value}; ${first} in ${from}`,

  how: "How it is computed",
  formula: "Formula",
  method: "How it is projected and judged",
  projectionText: (projection) => `Projection: ${projection}.`,
  trendText: (trend, points) => `Trend: ${trend}, ${points} periods.`,
  pathText: "The path is a straight line from the baseline to the target.",
  dutyText: (due) =>
    `What each year must meet is a level line; the year that is judged is due ${due}.`,
  methods: {
    last_value: "the last value carried on, with an interval from past changes",
    theil_sen: "median of slopes (Theil–Sen)",
    seasonal_theil_sen:
      "median of slopes between the same periods of different years (seasonal Theil–Sen)",
  },
  trendDirection: {
    improving: "improving",
    worsening: "worsening",
    no_clear_change: "no clear change",
    too_few_points: "too few points",
  },
  sourcesOf: (value, period) => `Where ${value} comes from (${period})`,
  noSources: "No sources yet.",
  source: { role: "Part", file: "File", sheet: "Sheet", cells: "Cells" },
  role: { value: "Value", numerator: "Numerator", denominator: "Denominator" },
  revisions: "Figures sent again",
  revision: {
    period: "Period",
    before: "Before",
    after: "After",
    at: "Received",
    reason: "Reason",
  },
  revisionReason: { resubmitted: "sent again by the office", correction: "declared correction" },
  qualityNotes: "Notes on data quality",

  data: dataEn,
  footer:
    "Every number can be traced to cells of the original file: open the indicator's page and see its sources.",
  edition: editionEnOf(names),
  since: sinceEn,
  words: ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"],
});
