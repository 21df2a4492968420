// Longer than most files because it is a list: the texts of single pages, beside what all pages share.
import type { PagesTexts } from "./pages_vi.ts";

/** The English texts of the pages beyond the overview; the compiler asks for every key. */
export const pagesEn: PagesTexts = {
  more: "More pages",
  age: ["Not refreshed for", "days."],
  ageTitle: "Age of the data",
  ageNote: "The nightly refresh may have stopped; these numbers may be old. Tell the office.",
  sectionOf: "Section",
  deadline: "Due",
  why: "Why",
  notDated: "no date",
  yearEnd: (date) => `every year, now ${date}`,
  yearsLeft: (years) => `${years} years left`,
  overdue: "overdue",
  answers: "Answers for it",

  change: {
    title: "Against the period before",
    counts: (better, worse, same) =>
      `${better} indicators better, ${worse} worse, ${same} unchanged.`,
    fellBehind: (names) => `Just fell below the path: ${names}.`,
    caughtUp: (names) => `Just caught up with the path: ${names}.`,
    noCrossing: "No indicator just crossed its path.",
    note: "Each indicator's newest figure against its own period before.",
    than: (difference) => `${difference} on the period before`,
    same: "as the period before",
  },
  also: "Also needs attention",

  brief: {
    menu: "Brief",
    title: "One-page brief",
    subtitle: (dataTo) => `Progress of the action programme, data to ${dataTo}`,
    attention: "Off track or at risk",
    nothing: "No indicator is off track or at risk.",
    others: "Other indicators",
    print: "Prints on one sheet of A4.",
  },

  units: {
    menu: "Units",
    title: "Lead units",
    headline: (units, indicators, lagging) =>
      `${units} units answer for ${indicators} indicators; ${lagging} are off track or at risk`,
    subtitle: "Units that lag first. Open a unit for its indicators and deadlines.",
    unit: "Unit",
    indicators: "Indicators",
    nextDue: "Next deadline",
    files: "Forms to send",
    late: (count) => `${count} late`,
    headlineOf: (name, indicators, counts) =>
      `${name} answers for ${indicators} indicators: ${counts}`,
    noIndicators: (name) => `${name} leads no indicator and only sends figures`,
    duties: "What it answers for, with deadlines",
    sends: "Forms it must send",
    sendsNothing: "This unit sends no form.",
    leads: "Sections it leads",
    explain: "The unit's comments",
  },

  section: {
    headline: (title, counts) => `${title}: ${counts}`,
    promise: "What the programme promises",
    previous: "Section before",
    next: "Next section",
  },

  whatIf: {
    title: "What if each year …",
    more: (pace) => `${pace} more`,
    less: (pace) => `${pace} fewer`,
    still: "no change",
    said: (pace, value, due, arrival) => `${pace} → ${value} on ${due}; ${arrival}`,
    met: (date) => `met on ${date}`,
    notMet: "not met before 2041",
    pace: "Each year",
    valueAt: (due) => `On ${due}`,
    reaches: "Meets the target",
    slider: "Pace each year",
    table: "Table of paces",
    note: "Straight from the newest value: arithmetic, not a projection.",
  },

  dots: {
    title: (lowest, highest) => `From ${lowest} to ${highest} between neighbourhoods`,
    subtitle: (count, period) => `${count} neighbourhoods ranked by ${period}`,
    description: (count, low, high, ward) =>
      `Ranked dot plot of ${count} neighbourhoods: lowest ${low}, highest ${high}, the ward ${ward}.`,
    ward: (value) => `Ward ${value}`,
    table: "Table by neighbourhood",
    area: "Neighbourhood",
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
    error: "Error (MASE)",
    coverage: (level) => `Coverage of ${level}`,
    used: "in use",
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
    how: "The unit writes it into the notes of the programme tracking form; the next refresh shows it here.",
  },
  fileSource: (files, date) => `Source: ${files}. Refreshed ${date}.`,
  ofWhichFiles: (first, others) => `${first} and ${others} other files`,
  pictures: "Picture",
  downloadOf: (title) => `Download: ${title}`,

  lineage: {
    menu: "Lineage",
    title: "From files to indicators",
    headline: (files, indicators) => `${files} files feed ${indicators} indicators`,
    subtitle:
      "Every figure of the ward comes from cells of a file, through a form, to an indicator. The cells stand on the indicator's page.",
    byForm: "Which form feeds which indicator",
    byFile: "File by file",
    unused: "Feeds no indicator yet",
    form: "Form",
    file: "File",
    feeds: "Indicators",
    ranges: "Cell ranges",
  },

  runs: {
    menu: "Run history",
    title: "Run history",
    headline: (runs, failed) => `The last ${runs} runs, ${failed} failed`,
    none: "No run is on record yet",
    subtitle: "Newest first. A run that failed leaves what was published before.",
    started: "Started",
    command: "Command",
    result: "Result",
    took: "Took",
    files: "Files landed / refused",
    rows: "Rows landed / rejected",
    seconds: (seconds) => `${seconds} s`,
    codes: {
      0: "done",
      4: "done; something was refused or a source is late",
      1: "failed",
      2: "wrong call",
      3: "the machine lacks something",
      75: "another run was at work",
    },
    slowest: "Slowest step",
  },

  catalogue: {
    menu: "Tables",
    title: "Tables for analysts",
    headline: (tables, rows) => `${tables} tables, ${rows} rows, ready to load`,
    subtitle:
      "Each table is an Arrow file with typed columns; catalog.json names tables, columns and meanings. Small counts by neighbourhood are left out, as on the pages.",
    table: "Table",
    rows: "Rows",
    columns: "Columns",
    meaning: "Meaning (as the models say it)",
    use: "Reading it in a notebook",
    models: "Documentation of the models (dbt docs)",
    modelsNote:
      "Every model, column, test and the graph, in one file that opens without a network.",
  },

  quality: {
    byOffice: "Not believed, by office and rule",
    office: "Office",
    rule: "Rule",
    cells: "Cells",
    forms: "Form",
    encodings: "Encodings of text files",
    encoding: "Encoding",
    files: "Files",
    workbook: "workbook (needs no encoding)",
    warnings: "Doubts",
    unknownOffice: "office unknown",
  },

  method: {
    menu: "Method",
    title: "How indicators are judged and projected",
    lead: "Each indicator is compared with its own dated path, never by growth rates.",
    statuses: "The five statuses",
    meaning: "Meaning",
    disagreements: "Where other methods say otherwise",
    disagree: (n, all) => `${n} of ${all} results differ from these pages`,
    indicator: "Indicator",
    theirs: "They say",
    ours: "Here",
  },
  glossary: { menu: "Glossary", title: "Words these pages use" },
};
