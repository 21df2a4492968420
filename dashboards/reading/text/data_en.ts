import type { dataVi } from "./data_vi.ts";

/** The English texts on what was read and what was not accepted. */
export const dataEn: typeof dataVi = {
  title: "Data that was read",
  headline: (files, refused, rejects, late) =>
    `${files} files read; ${refused} refused, ${rejects} cells not believed, ${late} sources late`,
  subtitle:
    "Every row of every file is landed, rejected with a reason, or ignored by a named rule.",
  account: (read, landed, rejected, ignored) =>
    `${read} rows read = ${landed} landed + ${rejected} rejected + ${ignored} ignored`,
  allSources: "Sources",
  files: "Files",
  rejects: "Cells and rows not believed",
  doubts: "Cells in doubt that were kept",
  noRejects: "No cell was rejected.",
  quality: "Quality warnings",
  notes: (count) => `Show ${count} notes`,
  noQuality: "No warnings.",
  file: {
    name: "File",
    form: "Form",
    status: "Result",
    received: "Received",
    read: "Read",
    landed: "Landed",
    rejected: "Rejected",
    ignored: "Ignored",
  },
  fileStatus: { landed: "Landed", refused: "Refused", ignored: "Ignored" },
  reject: { place: "Place", expected: "Expected", found: "Found", todo: "What to do" },
  severity: { error: "Error", warning: "Warning", info: "Note" },
  source: {
    form: "Source",
    agency: "Sent by",
    every: "Sent",
    period: "Covers to",
    received: "Last received",
    due: "Next due",
    state: "State",
  },
  every: { month: "monthly", quarter: "quarterly", year: "yearly" },
  noEvery: "as it comes",
  late: "Late",
  inTime: "In time",
  never: "never received",
  correctCells: (count) => `Mend these ${count} cells in the original file and send it again.`,
  others: (count) => `and ${count} more`,
  fullList: "The full list, cell by cell: npm run rejects.",
  more: (count) => `and ${count} more of the kind`,
  concern: { what: "What", object: "Indicator", severity: "Level" },
};
