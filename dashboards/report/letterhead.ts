import { AlignmentType, BorderStyle, Paragraph, type Table } from "docx";
import { sideBySide } from "./grid.ts";
import { centred, rule, run, sampleColour, sizes } from "./paper.ts";
import type { PaperWords } from "./papers.ts";
import type { Report } from "./report.ts";
import { words } from "./words.ts";

/** The head of an official report: who, the country's name, number and date left open, the title. */
export function letterhead({
  papers,
  period,
  knownBy,
  paper,
  is_sample,
}: Report): (Paragraph | Table)[] {
  const [left, right] = [62, 98];
  const bold = { bold: true, size: sizes.head };
  return [
    ...(is_sample ? [sampleMark(papers)] : []),
    sideBySide([
      {
        width: left,
        children: [
          ...papers.issuerLines.map((line) => centred(line, bold)),
          rule(26, left),
          centred(
            words.number(paper.number, papers.numberSuffix),
            { size: 26 },
            { spacing: { before: 100 } },
          ),
        ],
      },
      {
        width: right,
        children: [
          centred(words.country, bold),
          centred(words.motto, { bold: true, size: sizes.body }),
          rule(62, right),
          centred(
            `${papers.place}, ${words.date(paper.date, knownBy.slice(0, 4))}`,
            { italics: true, size: sizes.body },
            { spacing: { before: 100 } },
          ),
        ],
      },
    ]),
    centred(words.title, { bold: true, size: sizes.body }, { spacing: { before: 240 } }),
    ...words
      .about(papers.subject, period.name)
      .map((line) => centred(line, { bold: true, size: sizes.body })),
    rule(50, 160),
    centred(
      words.to(papers.recipient),
      { size: sizes.body },
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
      run(words.sample, { bold: true, size: sizes.body, color: sampleColour }),
      run(`: ${sampleNote}`, { size: sizes.note, color: sampleColour }),
    ],
  });
}
