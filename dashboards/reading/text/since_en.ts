import type { sinceVi } from "./since_vi.ts";

/** The English texts on what changed since the last report. */
export const sinceEn: typeof sinceVi = {
  report: (period, marks) => `Since the report of ${period} (${marks})`,
  number: (number) => `no. ${number}`,
  noNumber: "not numbered yet",
  dated: (date) => date,
  figuresTo: (date) => `figures to ${date}`,
  quarterEnd: (quarter) => `Since the end of ${quarter} (no report was made yet)`,
  statuses: (count, list) => `${count} indicators changed status: ${list}.`,
  noStatus: "No indicator changed status.",
  from: (name, before, after) => `${name} from ${before} to ${after}`,
  news: (count, turns) => `${count} indicators have new figures: ${turns}.`,
  noNews: "No new figures yet.",
  better: (count) => `${count} better`,
  worse: (count) => `${count} worse`,
  same: (count) => `${count} unchanged`,
  first: (count) => `${count} for the first time`,
  fellBehind: (names) => `Fell below the path: ${names}.`,
  caughtUp: (names) => `Caught up with the path: ${names}.`,
  revised: (count, names) => `Past figures were revised for ${count} indicators: ${names}.`,
  noRevised: "No past figure was revised.",
  table: (count) => `Each indicator that changed (${count})`,
  columns: { before: "Then", after: "Now", difference: "Difference", status: "Status" },
  revisedNote: (count) => `${count} past figures revised`,
};
