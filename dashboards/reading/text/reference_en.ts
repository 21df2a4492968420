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
      "The target was met when it fell due (even if it fell later); it is met before its due date and at least 80% likely to hold until then; or the number of the year is reached.",
    on_track:
      "A chance of 60% or more of meeting the target when due; or a yearly level that held in every period known so far.",
    at_risk:
      "A chance of 20% to below 60% of meeting it when due; or met now with a chance below 60% of holding until then.",
    off_track:
      "A chance below 20%; not met when it fell due (even if it was met later); or a yearly level that one period of the year did not keep.",
    no_target:
      "The programme sets no number, or the pass mark is not yet set: only the right way, the wrong way or not clear is told, and these are counted apart.",
    not_assessable:
      "No data, too few periods, data too old, or periods of the year are missing. Nothing is guessed instead.",
  },
  chapters: [
    {
      heading: "The path",
      paragraphs: [
        `The path is a straight line from the last value before 1 January ${firstYear} (or the first there is), but never before the programme begins, to the target on its due date, through the milestones that the ${kind} has set. What every year must have is a level line with its deadline of 31 December. Where the series changes its meaning, baseline and path start anew on that day. Where it has a clear season, the path carries it and only the same months are compared.`,
        "Path at date t: start + (target − start) × (t − start date) ÷ (due date − start date). Behind: by more than 5% of the way planned so far. The path tells where it stands; it does not decide the status.",
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
        `The projection carries the ${kind}'s series to the end of ${lastYear}. It is a mix of plain methods (the level carried on, trends that go on or fade, the same season a year before): half of it is their median, in the other half those that were least off in the series' own past count most. Of 12 to 23 months, 6 or 7 quarters, 4 to 6 years it is the plain mean of three methods. With fewer periods there is none. The methods and how they did stand on each indicator's page.`,
        "The 80% interval is where the true value falls about eight times in ten if the future is like the past; the 95% interval is wider. Both come from what the same projections were off by on public series as short as a ward's, step by step. They are wider for a series that wanders far or was often off itself, never narrower further ahead, and reach further to the side on which projections lag. On series that were kept apart from the tuning they held about as often as they say. A wide interval says that we do not know, not that the number is wrong.",
      ],
    },
    {
      heading: "The chance of meeting a target",
      paragraphs: [
        "The probability that the value on the due date meets the target, from the projection and the same errors as its intervals: of targets said to be 70% likely, about seven in ten were met on series kept apart. It is never written as 0% or 100%; a series that has never moved is not certain to stay so.",
        "The chance decides the status of a target that is not yet due: on track from 60%, at risk from 20%, off track below; what is met now is called achieved only from 80%. With too few periods (below 12 months, 6 quarters or 4 years) there is no chance, no projection and no status.",
        "What a year must have or may have (as at most 12 cases): what is known so far and the projections of the months that are left; the spread is that of the sum of those months.",
        "What is to go down to zero: one period without a case says little; after k such periods in a row the chance is at most (k + 1) ÷ (k + 2).",
      ],
    },
    {
      heading: "Past errors",
      paragraphs: [
        "The projection that is shown, with its weights and intervals, was made again at up to four past dates with only what was known then. The simplest guess, the last value carried on, was made from the same dates over the same periods; their mean errors are compared. MASE, of each single method, is its mean error divided by the mean change from one period to the next.",
        "Coverage is the share of true values inside the interval; a good 80% interval covers nearly 80%. Of one series it rests on few periods.",
      ],
    },
    {
      heading: "Trend",
      paragraphs: [
        "The slope is the median of the slopes between all pairs of points (Theil–Sen); where at least six pairs lie a year apart, only pairs of the same month or quarter count, so that a dip of every year is no trend. Its 95% interval comes from ranks and is widened the more one period resembles the next, since a series that wanders looks as if it had a trend; a direction is given only when the interval excludes zero.",
        `Where a definition changes, or figures before a merger of areas were carried over from former ${kind}s, the series is split and the trend begins anew.`,
        "Signals, of monthly series of a year or more, around their median, with season and clear trend taken off: a month far beyond the scatter of single months (2.8 standard deviations with one year of figures, 3.5 with three); ten months or more in a row on one side, the more the more one month resembles the next; for events that are rare, less than one a month, the time between them: several in a short time, or none for long. Of ten series in which nothing happens at most one has a signal in three years. A signal says that something happened, not what.",
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
