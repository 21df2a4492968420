import { AlignmentType, BorderStyle, Paragraph, type Table } from "docx";
import type { PaperWords } from "./paper_words.ts";
import type { Report } from "./report.ts";
import { reportWords } from "./report_words.ts";
import { sideBySide } from "./ruled_table.ts";
import { centred, letterSizes, rule, run, sampleColour } from "./word_styles.ts";

/** The head of an official report: who, the country's name, number and date left open, the title. */
export function letterhead({
  papers,
  period,
  knownBy,
  paper,
  is_sample,
}: Report): (Paragraph | Table)[] {
  const [left, right] = [62, 98];
  const bold = { bold: true, size: letterSizes.head };
  return [
    ...(is_sample ? [sampleMark(papers)] : []),
    sideBySide([
      {
        width: left,
        children: [
          ...papers.issuerLines.map((line) => centred(line, bold)),
          rule(26, left),
          centred(
            reportWords.number(paper.number, papers.numberSuffix),
            { size: 26 },
            { spacing: { before: 100 } },
          ),
        ],
      },
      {
        width: right,
        children: [
          centred(reportWords.country, bold),
          centred(reportWords.motto, { bold: true, size: letterSizes.body }),
          rule(62, right),
          centred(
            `${papers.place}, ${reportWords.date(paper.date, knownBy.slice(0, 4))}`,
            { italics: true, size: letterSizes.body },
            { spacing: { before: 100 } },
          ),
        ],
      },
    ]),
    centred(
      reportWords.title,
      { bold: true, size: letterSizes.body },
      { spacing: { before: 240 } },
    ),
    ...reportWords
      .about(papers.subject, period.name)
      .map((line) => centred(line, { bold: true, size: letterSizes.body })),
    rule(50, 160),
    centred(
      reportWords.to(papers.recipient),
      { size: letterSizes.body },
      { spacing: { before: 120, after: 120 } },
    ),
  ];
}

/** A box that cannot be overlooked, in black and white too. */
function sampleMark({ sampleNote }: PaperWords): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 12, space: 4, color: sampleColour };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    border: { top: line, bottom: line, left: line, right: line },
    children: [
      run(reportWords.sample, { bold: true, size: letterSizes.body, color: sampleColour }),
      run(`: ${sampleNote}`, { size: letterSizes.note, color: sampleColour }),
    ],
  });
}
