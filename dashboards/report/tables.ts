import { Paragraph, type Table } from "docx";
import { aimOf, shortTitle, unitOf } from "../reading/facts/facts.ts";
import { formatChance, formatNumber } from "../reading/text/format.ts";
import { shortAgency } from "../site/pages/parts.ts";
import type { Figure } from "./figure.ts";
import { type CellText, type Column, type Line, ruled } from "./grid.ts";
import { centred, run, sizes } from "./paper.ts";
import type { Report } from "./report.ts";
import { periodWords } from "./sentences.ts";
import { pageTexts, words } from "./words.ts";

/** The annex with every indicator: value, path, target, chance and status. */
export function targetsTable(report: Report): (Paragraph | Table)[] {
  return [
    ...annexHead(report, report.behind.length > 0 ? "I" : "", words.tableTitle(report.period.name)),
    ruled(columns, linesOf(report)),
    ...words.tableNotes.map(
      (note) => new Paragraph({ children: [run(note, { size: sizes.small, italics: true })] }),
    ),
  ];
}

/** The head of an annex, which says to which report it belongs. */
export function annexHead({ paper, papers }: Report, number: string, title: string): Paragraph[] {
  const date = words.date(paper.date, "………");
  const annexOf = words.annexOf(paper.number, papers.numberSuffix, date, papers.issuer);
  return [
    centred(words.annex(number), { bold: true, size: sizes.body }),
    centred(title, { bold: true, size: sizes.body }),
    centred(annexOf, { italics: true, size: 26 }, { spacing: { after: 120 } }),
  ];
}

const columns: readonly Column[] = [
  { title: words.columns.order, width: 11, align: "center" },
  { title: words.columns.indicator, width: 62 },
  { title: words.columns.unit, width: 17, align: "center" },
  { title: words.columns.value, width: 36, align: "right" },
  { title: words.columns.planned, width: 22, align: "right" },
  { title: words.columns.target, width: 32, align: "right" },
  { title: words.columns.chance, width: 19, align: "right" },
  { title: words.columns.status, width: 25, align: "center" },
  { title: words.columns.agency, width: 33 },
];

function linesOf({ sections }: Report): Line[] {
  let order = 0;
  return sections.flatMap(({ section, figures }): Line[] => [
    { across: `${section.section_id} ${section.title_vi}` },
    ...figures.map((figure) => ({ cells: cellsOf(figure, ++order) })),
  ]);
}

function cellsOf(figure: Figure, order: number): CellText[] {
  const { view } = figure;
  const vi = pageTexts(view);
  const { indicator, progress, agency } = view;
  const planned = progress?.planned_value;
  const chance = progress?.probability_met;
  return [
    String(order),
    shortTitle(view, vi),
    unitOf(indicator, vi),
    valueCell(figure),
    planned == null ? vi.none : formatNumber(planned, indicator.decimals, "vi"),
    targetCell(figure),
    chance == null ? vi.none : formatChance(chance, "vi"),
    vi.status[view.status],
    agency ? shortAgency(agency, vi) : vi.none,
  ];
}

/** The value, its period below it, and below that the one that is judged where it is another. */
function valueCell(figure: Figure): CellText {
  const { value, judged, view, is_of_period } = figure;
  const written = (number: number) => formatNumber(number, view.indicator.decimals, "vi");
  const judgedBy = judged ? words.judgedBy(judged.period, written(judged.value)) : "";
  if (!value) return [pageTexts(view).none, judgedBy];
  const marks = [value.is_estimated ? " *" : "", is_of_period ? "" : " **"].join("");
  return [`${written(value.value)}${marks}`, periodWords(figure), judgedBy];
}

function targetCell({ view }: Figure): CellText {
  const { level, when } = aimOf(view, pageTexts(view));
  return when === "" ? level : [level, when];
}
