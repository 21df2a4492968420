import type { Paragraph } from "docx";
import { shortTitle } from "../reading/facts/indicator_words.ts";
import { formatDate, lowerFirst } from "../reading/text/format.ts";
import type { Report } from "./report.ts";
import type { ReportFigure } from "./report_figure.ts";
import { pageTexts, reportWords } from "./report_words.ts";
import { bodyParagraph, heading } from "./word_styles.ts";

/** Part IV: what a reader must know before trusting a number. */
export function notes(report: Report): Paragraph[] {
  return [
    heading(reportWords.notes, 1),
    ...notesOf(report).map((line) => bodyParagraph(`- ${line}`)),
  ];
}

/** The same as lines of text. */
export function notesOf(report: Report): string[] {
  const { site, period, asOf, knownBy, figures, wardWords, is_sample } = report;
  const { first_date } = site.programme;
  const { note } = reportWords;
  const end = formatDate(period.end, "vi");
  const isRunning = period.end > asOf;
  const lines = [
    is_sample ? note.sample(wardWords.sampleNote) : null,
    isRunning
      ? note.running(end, formatDate(asOf, "vi"))
      : note.ended(end, formatDate(knownBy, "vi")),
    period.end < first_date ? note.before(formatDate(first_date, "vi")) : null,
    named(figures, note.nothing, ({ value }) => value === null),
    named(figures, note.older, ({ value, is_of_period }) => value !== null && !is_of_period, true),
    named(figures, note.short, isShort, true),
    lateSources(report),
    named(figures, note.estimated, ({ value }) => value?.is_estimated === true),
    named(figures, note.preliminary, ({ observation }) => observation?.maturity === "preliminary"),
    note.precise,
  ];
  return lines.filter((line) => line !== null);
}

/** True where some of the period's figures are missing, or of a stock the last. */
function isShort({ value }: ReportFigure): boolean {
  return value !== null && "is_complete" in value && !value.is_complete;
}

function named(
  figures: readonly ReportFigure[],
  write: (names: string) => string,
  isMeant: (figure: ReportFigure) => boolean,
  hasPeriod = false,
): string | null {
  const names = figures.filter(isMeant).map((figure) => {
    const name = lowerFirst(shortTitle(figure.view, pageTexts(figure.view)));
    return hasPeriod ? `${name} (${figure.part ?? figure.period})` : name;
  });
  if (names.length === 0) return null;
  return write(
    names.length > mostNamed ? reportWords.many(String(names.length)) : names.join("; "),
  );
}

/** How many names a note holds before it only counts them. */
const mostNamed = 6;

function lateSources({ site }: Report): string {
  const { note } = reportWords;
  const { none } = pageTexts(site);
  const late = site.sources.filter(({ is_late }) => is_late);
  if (late.length === 0) return note.noneLate;
  const names = late.map((source) => {
    const agency = site.agencies.find(({ agency_id }) => agency_id === source.agency_id);
    return note.lateSource(
      source.title_vi ?? source.form,
      agency?.name_vi ?? none,
      source.next_due_date ? formatDate(source.next_due_date, "vi") : none,
    );
  });
  return note.late(names.join("; "));
}
