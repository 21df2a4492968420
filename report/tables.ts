import { Paragraph, type Table } from "docx";
import { aimOf, shortTitle, unitOf } from "../dashboards/facts.ts";
import { formatChance, formatNumber } from "../dashboards/format.ts";
import { shortAgency } from "../dashboards/pages/parts.ts";
import { vi } from "../dashboards/text/vi.ts";
import { type CellText, type Column, type Line, ruled } from "./grid.ts";
import { lowerWard } from "./letterhead.ts";
import { centred, run, sizes } from "./paper.ts";
import type { Figure, Report } from "./report.ts";
import { words } from "./words.ts";

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
export function annexHead({ site }: Report, number: string, title: string): Paragraph[] {
  const annexOf = words.annexOf(lowerWard(site.ward.name));
  return [
    centred(words.annex(number), { bold: true, size: sizes.body }),
    centred(title, { bold: true, size: sizes.body }),
    centred(annexOf, { italics: true, size: 26 }, { spacing: { after: 120 } }),
  ];
}

const columns: readonly Column[] = [
  { title: words.columns.order, width: 11, align: "center" },
  { title: words.columns.indicator, width: 68 },
  { title: words.columns.unit, width: 19, align: "center" },
  { title: words.columns.value, width: 28, align: "right" },
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
  const { view, value, planned } = figure;
  const { indicator, progress, agency } = view;
  const written = (number: number | null) =>
    number === null ? vi.none : formatNumber(number, indicator.decimals, "vi");
  const chance = progress?.probability_met;
  return [
    String(order),
    shortTitle(view, vi),
    unitOf(indicator, vi),
    value === null ? vi.none : [`${written(value)} ${marksOf(figure)}`.trim(), figure.period ?? ""],
    written(planned),
    targetCell(figure),
    chance == null ? vi.none : formatChance(chance, "vi"),
    vi.status[view.status],
    agency ? shortAgency(agency, vi) : vi.none,
  ];
}

/** Stars for figures that need a word: estimated, older than the period, judged by a newer one. */
function marksOf({ observation, isOfPeriod, isJudged }: Figure): string {
  const marks = [observation?.is_estimated && "*", !isOfPeriod && "**", !isJudged && "***"];
  return marks.filter((mark) => mark !== false && mark !== undefined).join(" ");
}

function targetCell({ view }: Figure): CellText {
  const { level, when } = aimOf(view, vi);
  return when === "" ? level : [level, when];
}
