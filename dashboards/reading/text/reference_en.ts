import { lowerInitial, type Names } from "./names.ts";
import type { referenceViOf } from "./reference_vi.ts";

/** The English prose of the method page and the glossary, chapter by chapter as in Vietnamese. */
export const referenceEnOf = ({
  ward,
  wardFrom,
  kind,
  Part,
  partVi,
  programme,
  firstYear,
  lastYear,
}: Names): ReturnType<typeof referenceViOf> => ({
  statuses: {
    achieved:
      "The target is met and held when due, met before it is due, or the year's level is held.",
    on_track:
      "Not below the path by more than a small difference, and likely to meet the target where a chance can be given; a yearly level held so far; without a number set: improving or steady.",
    at_risk:
      "A little below the path, or a chance of 20 to 60%; reached and lost again; a yearly level that can still be made up; or, without a number set, clearly worsening.",
    off_track:
      "Far below the path, or a chance under 20%; not met when due; or a yearly level that was missed and cannot be made up this year.",
    not_assessable:
      "No data, too few periods, data too old, or the pass mark is not yet set. Nothing is guessed instead.",
  },
  chapters: [
    {
      heading: "The path",
      paragraphs: [
        `The path is a straight line from the last value before 1 January ${firstYear} (or the first there is), but never before the programme begins, to the target on its due date, through the milestones that the ${kind} has set. A level to keep every year has a level path; what is fulfilled within each year, such as the call-up, has a path from zero on 1 January.`,
        "Path at date t: start + (target − start) × (t − start date) ÷ (due date − start date). Slightly behind: by more than 5% of the way planned so far; far behind: by more than 40% of it, and more than the series usually wavers.",
      ],
    },
    {
      heading: "The pace that is needed",
      paragraphs: [
        "Needed each year = (target − latest value) ÷ years left. For shares of people, points are turned into people by the latest denominator, rounded to two digits.",
        "Actual each year = (latest value − baseline) ÷ years gone.",
      ],
    },
    {
      heading: "Projection and prediction interval",
      paragraphs: [
        `The projection carries the ${kind}'s series to the end of ${lastYear}; the method used and how it did in the past stand on each indicator's page.`,
        "The 80% interval is where the true value falls about eight times in ten if the future is like the past; the 95% interval is wider. A wide interval says that we do not know, not that the number is wrong.",
      ],
    },
    {
      heading: "The chance of meeting a target",
      paragraphs: [
        "The probability that the value on the due date meets the target, from the projection and its spread. It is never written as 0% or 100%.",
        "Status and chance never contradict each other: from 60% an indicator may be on track, from 20% at risk, below that it is off track. Meeting the target already lifts it by one class, being far behind the path lowers it by one. Where the series is too short for a chance, the path alone decides.",
      ],
    },
    {
      heading: "Past errors",
      paragraphs: [
        "The projection was made again at past dates with only what was known then, and its error is held against that of carrying the last value on from the same dates over the same periods. MASE is a method's mean error divided by the mean change from one period to the next.",
        "Coverage is the share of true values inside the interval; a good 80% interval covers nearly 80%.",
      ],
    },
    {
      heading: "Trend",
      paragraphs: [
        "The slope is the median of the slopes between all pairs of points (Theil–Sen); where at least six pairs lie a year apart, only pairs of the same month or quarter count, so that a dip of every year is no trend. Its 95% interval comes from ranks; a direction is given only when the interval excludes zero.",
        `Where a definition changes, or figures before a merger of areas were carried over from former ${kind}s, the series is split and the trend begins anew.`,
        "Signals: a month beyond three standard errors of the center, eight in a row on one side of it, or six that rise or fall against the trend. A signal says that something happened, not what.",
      ],
    },
    {
      heading: "Seasons",
      paragraphs: [
        "For monthly series the twelve-month mean around each value is taken off (its first and last month count half). A month is called different only beyond three standard errors.",
      ],
    },
  ],
  terms: [
    {
      term: "Indicator",
      meaning: "A number that the programme follows, with a definition, a unit and a lead unit.",
    },
    { term: "Section", meaning: `One of the models and targets of ${lowerInitial(programme)}.` },
    { term: "Target", meaning: "The level to meet, with a due date or to be held every year." },
    {
      term: "Path",
      meaning: "The level that today would have on a straight way from baseline to target.",
    },
    { term: "Point", meaning: "Percentage point: from 95% to 96% is one point." },
    {
      term: "Period",
      meaning:
        "The month, quarter or year that a figure speaks of. Police months run from the 15th of the month before to the 14th.",
    },
    {
      term: "Numerator, denominator",
      meaning:
        "The two parts of a ratio; ratios are computed again from their parts and never averaged.",
    },
    {
      term: "Estimated",
      meaning: "Computed from parts of different dates, such as last month's population.",
    },
    { term: "Preliminary", meaning: "New, and may be sent again." },
    {
      term: "Prediction interval",
      meaning: "Where a later value may fall, with the probability stated.",
    },
    { term: "Chance of meeting it", meaning: "The probability that the target is met when due." },
    {
      term: "Figure sent again",
      meaning:
        "A published figure replaced by that of a later file; the old one stays in the history.",
    },
    {
      term: "Cell not believed",
      meaning:
        "A cell that could not be trusted and was not used; its place, the reason and the remedy are given.",
    },
    {
      term: Part,
      meaning: `The smallest area followed (${partVi}); counts under 10 are left out so that nobody can be recognised.`,
    },
    {
      term: "New boundary",
      meaning: `${ward} from ${wardFrom}; figures before are of the corresponding area.`,
    },
    { term: "HI, SI", meaning: "Health insurance (BHYT), social insurance (BHXH)." },
  ],
});
