import { AlignmentType, BorderStyle, Paragraph, type Table } from "docx";
import type { Report } from "./report.ts";
import { reportWords } from "./report_words.ts";
import { sideBySide } from "./ruled_table.ts";
import type { WardWords } from "./ward_words.ts";
import { centred, fontSizes, rule, run, sampleColour } from "./word_styles.ts";

/** The head of an official report: who, the country's name, number and date left open, the title. */
export function letterhead({
  wardWords,
  period,
  knownBy,
  reference,
  is_sample,
}: Report): (Paragraph | Table)[] {
  const [left, right] = [62, 98];
  const bold = { bold: true, size: fontSizes.head };
  return [
    ...(is_sample ? [sampleMark(wardWords)] : []),
    sideBySide([
      {
        width: left,
        children: [
          ...wardWords.issuerLines.map((line) => centred(line, bold)),
          rule(26, left),
          centred(
            reportWords.number(reference.number, wardWords.numberSuffix),
            { size: 26 },
            { spacing: { before: 100 } },
          ),
        ],
      },
      {
        width: right,
        children: [
          centred(reportWords.country, bold),
          centred(reportWords.motto, { bold: true, size: fontSizes.body }),
          rule(62, right),
          centred(
            `${wardWords.place}, ${reportWords.date(reference.date, knownBy.slice(0, 4))}`,
            { italics: true, size: fontSizes.body },
            { spacing: { before: 100 } },
          ),
        ],
      },
    ]),
    centred(reportWords.title, { bold: true, size: fontSizes.body }, { spacing: { before: 240 } }),
    ...reportWords
      .about(wardWords.subject, period.name)
      .map((line) => centred(line, { bold: true, size: fontSizes.body })),
    rule(50, 160),
    centred(
      reportWords.to(wardWords.recipient),
      { size: fontSizes.body },
      { spacing: { before: 120, after: 120 } },
    ),
  ];
}

/** A box that cannot be overlooked, in black and white too. */
function sampleMark({ sampleNote }: WardWords): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 12, space: 4, color: sampleColour };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    border: { top: line, bottom: line, left: line, right: line },
    children: [
      run(reportWords.sample, { bold: true, size: fontSizes.body, color: sampleColour }),
      run(`: ${sampleNote}`, { size: fontSizes.note, color: sampleColour }),
    ],
  });
}
