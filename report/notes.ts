import type { Paragraph } from "docx";
import { shortTitle } from "../dashboards/facts.ts";
import { formatDate, lowerFirst } from "../dashboards/format.ts";
import { vi } from "../dashboards/text/vi.ts";
import { body, heading } from "./paper.ts";
import type { Figure, Report } from "./report.ts";
import { words } from "./words.ts";

/** Part IV: what a reader must know before trusting a number. */
export function notes(report: Report): Paragraph[] {
  return [heading(words.notes, 1), ...notesOf(report).map((line) => body(`- ${line}`))];
}

/** The same as lines of text. */
export function notesOf(report: Report): string[] {
  const { period, asOf, figures, isSample } = report;
  const { note } = words;
  const end = formatDate(period.end, "vi");
  const isRunning = period.end > asOf;
  const lines = [
    isSample ? note.sample(words.sampleNote) : null,
    isRunning ? note.running(end, formatDate(asOf, "vi")) : note.ended(end),
    named(figures, note.nothing, ({ observation }) => observation === null),
    named(
      figures,
      note.older,
      ({ observation, isOfPeriod }) => observation !== null && !isOfPeriod,
      true,
    ),
    named(figures, note.short, (figure) => isShort(figure, period.end), true),
    named(figures, note.newer, ({ isJudged, observation }) => !isJudged && observation !== null),
    lateSources(report),
    named(figures, note.estimated, ({ observation }) => observation?.is_estimated === true),
    named(figures, note.preliminary, ({ observation }) => observation?.maturity === "preliminary"),
    note.precise,
  ];
  return lines.filter((line) => line !== null);
}

/** True where the period's figures stop before the month in which the period ends. */
function isShort({ observation, isOfPeriod }: Figure, end: string): boolean {
  return isOfPeriod && (observation?.period_end ?? end).slice(0, 7) < end.slice(0, 7);
}

function named(
  figures: readonly Figure[],
  write: (names: string) => string,
  isMeant: (figure: Figure) => boolean,
  hasPeriod = false,
): string | null {
  const names = figures.filter(isMeant).map(({ view, period }) => {
    const name = lowerFirst(shortTitle(view, vi));
    return hasPeriod ? `${name} (${period})` : name;
  });
  if (names.length === 0) return null;
  return write(names.length > mostNamed ? words.many(String(names.length)) : names.join("; "));
}

/** How many names a note holds before it only counts them. */
const mostNamed = 6;

function lateSources({ site }: Report): string {
  const { note } = words;
  const late = site.sources.filter(({ is_late }) => is_late);
  if (late.length === 0) return note.noneLate;
  const names = late.map((source) => {
    const agency = site.agencies.find(({ agency_id }) => agency_id === source.agency_id);
    return note.lateSource(
      source.title_vi ?? source.form,
      agency?.name_vi ?? vi.none,
      source.next_due_date ? formatDate(source.next_due_date, "vi") : vi.none,
    );
  });
  return note.late(names.join("; "));
}
