import type { Paragraph, Table } from "docx";
import { shortTitle } from "../reading/facts/indicator_words.ts";
import type { Site } from "../reading/facts/site.ts";
import { formatDate } from "../reading/text/format.ts";
import { changesWords } from "../site/pages/changes.ts";
import { headline } from "../site/pages/overview.ts";
import { shortAgency, statusCounts } from "../site/pages/parts.ts";
import type { Report, ReportSection } from "./report.ts";
import { explanationSentence } from "./report_explanation.ts";
import type { ReportFigure } from "./report_figure.ts";
import { pageTexts, reportWords } from "./report_words.ts";
import { ruled } from "./ruled_table.ts";
import { dueWords, figureSentence, need, statusWord } from "./sentences.ts";
import { bodyParagraph, heading, keptBodyParagraph, run } from "./word_styles.ts";

/** Part I: the state of the whole in a few sentences. */
export function overall({ site, period, asOf, figures, behind, wardWords }: Report): Paragraph[] {
  const vi = pageTexts(site);
  const own = figures.filter(({ is_of_period }) => is_of_period).length;
  const annexes = behind.length > 0 ? reportWords.seeAnnexes : reportWords.seeAnnex;
  return [
    bodyParagraph(
      reportWords.opening(
        wardWords.programme,
        wardWords.issuer,
        period.name,
        formatDate(asOf, "vi"),
      ),
    ),
    heading(reportWords.overall, 1),
    bodyParagraph(run(`${headline(site.indicators, vi)}.`, { bold: true })),
    ...(period.end > asOf
      ? [
          bodyParagraph(
            reportWords.note.running(formatDate(period.end, "vi"), formatDate(asOf, "vi")),
          ),
        ]
      : []),
    bodyParagraph(
      `${reportWords.counts(String(figures.length), statusCounts(site.indicators, vi))} ${reportWords.figuresOf(String(own), String(figures.length))} ${annexes}`,
    ),
    ...changed(site),
  ];
}

/** What changed since the report before, or the end of the quarter before. */
function changed(site: Site): Paragraph[] {
  const words = changesWords(site.indicators, pageTexts(site));
  if (!words) return [];
  const { since, statuses, others } = words;
  return [
    bodyParagraph(
      run(`${since}: `, { bold: true }),
      [statuses, ...others].filter((sentence) => sentence !== null).join(" "),
    ),
  ];
}

/** Part II: each section of the programme, a sentence per indicator. */
export function bySection({ sections }: Report): Paragraph[] {
  return [heading(reportWords.sections, 1), ...sections.flatMap(oneSection)];
}

/** Part III: what is behind, what it needs, who answers and by when. */
export function needs({ behind, period }: Report): (Paragraph | Table)[] {
  const title = heading(reportWords.needs, 1);
  if (behind.length === 0) return [title, bodyParagraph(reportWords.nothingBehind)];
  const { needColumns } = reportWords;
  const columns = [
    { title: needColumns.order, width: 10, align: "center" },
    { title: needColumns.indicator, width: 45 },
    { title: needColumns.need, width: 55 },
    { title: needColumns.agency, width: 27 },
    { title: needColumns.due, width: 23 },
  ] as const;
  const lines = behind.map((figure, index) => ({
    cells: [
      String(index + 1),
      shortTitle(figure.view, pageTexts(figure.view)),
      [need(figure), explanationSentence(figure.view, period) ?? ""],
      agencyOf(figure),
      dueWords(figure),
    ],
  }));
  return [title, keptBodyParagraph(reportWords.needsOpening), ruled(columns, lines)];
}

function oneSection({ section, agency, figures }: ReportSection, index: number): Paragraph[] {
  const about = [
    section.promise_vi && reportWords.promise(section.promise_vi),
    agency && reportWords.lead(agency.name_vi),
  ].filter((line) => line !== null && line !== "");
  return [
    heading(`${index + 1}. ${section.title_vi}`, 2),
    ...(about.length > 0 ? [keptBodyParagraph(run(about.join(" "), { italics: true }))] : []),
    ...(figures.length > 0 ? figures.map(oneFigure) : [bodyParagraph(reportWords.noIndicators)]),
  ];
}

function agencyOf({ view }: ReportFigure): string {
  const text = pageTexts(view);
  return view.agency ? shortAgency(view.agency, text) : text.none;
}

function oneFigure(figure: ReportFigure): Paragraph {
  const { status } = figure.view;
  const isBehind = status === "off_track" || status === "at_risk";
  if (status === "not_assessable") return bodyParagraph(`- ${figureSentence(figure)}.`);
  return bodyParagraph(
    `- ${figureSentence(figure)}. ${reportWords.judged}`,
    run(statusWord(figure), { bold: isBehind }),
    ".",
  );
}
