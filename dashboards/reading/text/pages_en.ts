import { indicatorEnOf } from "./indicator_en.ts";
import type { Names } from "./names.ts";
import type { PagesTexts } from "./pages_vi.ts";

/** The English texts of the pages beyond the overview; the compiler asks for every key. */
export const pagesEnOf = (names: Names): PagesTexts => ({
  ...indicatorEnOf(names),
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
    than: (difference) => `${difference} on the period before`,
    same: "as the period before",
  },
  also: "Also needs attention",

  brief: {
    menu: "Brief",
    title: "One-page brief",
    subtitle: (dataTo, period) =>
      `Progress of the action programme${period ? `, ${period}` : ""}, data to ${dataTo}`,
    inPeriod: "In the period",
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
  },

  section: {
    headline: (title, counts) => `${title}: ${counts}`,
    promise: "What the programme promises",
    previous: "Section before",
    next: "Next section",
  },

  linkage: {
    title: "By which numbers people on lists were known",
    file: "File",
    by: "Kind of number",
    persons: "People",
    linked: "Linked",
    elsewhere: "On another list too",
    kinds: {
      health_card: "health card",
      social_insurance_number: "social insurance number",
      citizen_number: "citizen number",
      repaired_citizen_number: "citizen number with its zeros put back",
      old_identity_number: "old identity number",
    },
  },

  fileSource: (files, date) => `Source: ${files}. Refreshed ${date}.`,
  ofWhichFiles: (first, others) => `${first} and ${others} other files`,
  pictures: "Picture",
  downloadOf: (title) => `Download: ${title}`,

  lineage: {
    menu: "Lineage",
    title: "From files to indicators",
    headline: (files, indicators) => `${files} files feed ${indicators} indicators`,
    subtitle: `Every figure of the ${names.kind} comes from cells of a file, through a form, to an indicator. The cells stand on the indicator's page.`,
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
    subtitle: `Each table is an Arrow file with typed columns; catalog.json names tables, columns and meanings. Small counts by ${names.part} are left out, as on the pages.`,
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
    statuses: "The six statuses",
    meaning: "Meaning",
    disagreements: "Where other methods say otherwise",
    disagree: (n, all) => `${n} of ${all} results differ from these pages`,
    indicator: "Indicator",
    theirs: "They say",
    ours: "Here",
  },
  glossary: { menu: "Glossary", title: "Words these pages use" },
});
