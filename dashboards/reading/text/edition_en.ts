import type { editionViOf } from "./edition_vi.ts";
import type { Names } from "./names.ts";

/** The English texts of the public edition alone. */
export const editionEnOf = ({ kind, part, parts }: Names): ReturnType<typeof editionViOf> => ({
  hidden: "hidden",
  hiddenNote: `hidden: a count of 1–4 (by ${part} on drugs, crime and health: 1–9), or one that must be hidden with it so that nobody can work it out. This keeps people from being recognised.`,
  sentence: (title) => `${title}: some periods are too small to show, so that nobody is recognised`,
  reason: "some periods are too small to show; projection and distance to the target stay back too",
  noChart: "No chart, for some periods are too small to be shown.",
  hiddenAreas: (count) => `In ${count} ${parts} the latest figure is hidden`,
  footer:
    "Public edition: public indicators only; small counts are hidden so that nobody is recognised.",
  source: "Source",
  sourceOf: (agency, period) => `${agency}, figure for ${period}.`,
  data: {
    title: "Data and sources",
    headline: (sources, late) =>
      `${sources} sources of the ${kind}'s offices; ${late} of them late`,
    subtitle: "Each source: who sends it, how far it reaches and when it last came.",
    why: "Why figures are hidden",
    rules: [
      `Counts of 1–4 people or cases are hidden; by ${part} on drugs, crime and health, of 1–9. So are shares whose numerator, or what is left of the denominator, is as small.`,
      "Beside each small count a few others may have to be hidden, so that no total gives it away.",
      "What was hidden once stays hidden in later publications, changed or not.",
      `Police figures by ${part} are not in the public edition.`,
    ],
    count: (hidden, all) => `${hidden} of ${all} figures are hidden.`,
  },
});
