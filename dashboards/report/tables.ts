import { Paragraph, type Table } from "docx";
import { shortTitle, targetWords, unitName } from "../reading/facts/indicator_words.ts";
import { formatChance, formatNumber } from "../reading/text/format.ts";
import { shortAgency } from "../site/pages/parts.ts";
import type { Report } from "./report.ts";
import type { ReportFigure } from "./report_figure.ts";
import { pageTexts, reportWords } from "./report_words.ts";
import { type CellText, type RuledColumn, type RuledLine, ruled } from "./ruled_table.ts";
import { periodWords } from "./sentences.ts";
import { centred, fontSizes, run } from "./word_styles.ts";

/** The annex with every indicator: value, path, target, chance and status. */
export function targetsTable(report: Report): (Paragraph | Table)[] {
  return [
    ...annexHead(
      report,
      report.behind.length > 0 ? "I" : "",
      reportWords.tableTitle(report.period.name),
    ),
    ruled(columns, linesOf(report)),
    ...reportWords.tableNotes.map(
      (note) => new Paragraph({ children: [run(note, { size: fontSizes.small, italics: true })] }),
    ),
  ];
}

/** The head of an annex, which says to which report it belongs. */
export function annexHead(
  { reference, wardWords }: Report,
  number: string,
  title: string,
): Paragraph[] {
  const date = reportWords.date(reference.date, "………");
  const annexOf = reportWords.annexOf(
    reference.number,
    wardWords.numberSuffix,
    date,
    wardWords.issuer,
  );
  return [
    centred(reportWords.annex(number), { bold: true, size: fontSizes.body }),
    centred(title, { bold: true, size: fontSizes.body }),
    centred(annexOf, { italics: true, size: 26 }, { spacing: { after: 120 } }),
  ];
}

const columns: readonly RuledColumn[] = [
  { title: reportWords.columns.order, width: 11, align: "center" },
  { title: reportWords.columns.indicator, width: 62 },
  { title: reportWords.columns.unit, width: 17, align: "center" },
  { title: reportWords.columns.value, width: 36, align: "right" },
  { title: reportWords.columns.planned, width: 22, align: "right" },
  { title: reportWords.columns.target, width: 32, align: "right" },
  { title: reportWords.columns.chance, width: 19, align: "right" },
  { title: reportWords.columns.status, width: 25, align: "center" },
  { title: reportWords.columns.agency, width: 33 },
];

function linesOf({ sections }: Report): RuledLine[] {
  let order = 0;
  return sections.flatMap(({ section, figures }): RuledLine[] => [
    { across: `${section.section_id} ${section.title_vi}` },
    ...figures.map((figure) => ({ cells: cellsOf(figure, ++order) })),
  ]);
}

function cellsOf(figure: ReportFigure, order: number): CellText[] {
  const { view } = figure;
  const vi = pageTexts(view);
  const { indicator, progress, agency } = view;
  const planned = progress?.planned_value;
  const chance = progress?.probability_met;
  return [
    String(order),
    shortTitle(view, vi),
    unitName(indicator, vi),
    valueCell(figure),
    planned == null ? vi.none : formatNumber(planned, indicator.decimals, "vi"),
    targetCell(figure),
    chance == null ? vi.none : formatChance(chance, "vi"),
    vi.status[view.status],
    agency ? shortAgency(agency, vi) : vi.none,
  ];
}

/** The value, its period below it, and below that the one that is judged where it is another. */
function valueCell(figure: ReportFigure): CellText {
  const { value, judged, view, is_of_period } = figure;
  const written = (number: number) => formatNumber(number, view.indicator.decimals, "vi");
  const judgedBy = judged ? reportWords.judgedBy(judged.period, written(judged.value)) : "";
  if (!value) return [pageTexts(view).none, judgedBy];
  const marks = [value.is_estimated ? " *" : "", is_of_period ? "" : " **"].join("");
  return [`${written(value.value)}${marks}`, periodWords(figure), judgedBy];
}

function targetCell({ view }: ReportFigure): CellText {
  const { level, when } = targetWords(view, pageTexts(view));
  return when === "" ? level : [level, when];
}
