import { Paragraph, type Table } from "docx";
import type { Report } from "./report.ts";
import { reportWords } from "./report_words.ts";
import { sideBySide } from "./ruled_table.ts";
import { centred, fontSizes, keptBodyParagraph, run } from "./word_styles.ts";

/** The last sentence, who gets copies, and the place of a signature, left blank. */
export function signature({ wardWords, period }: Report): (Paragraph | Table)[] {
  const bold = { bold: true, size: fontSizes.body };
  const copies = wardWords.copies.map((name) => `- ${name};`);
  return [
    keptBodyParagraph(reportWords.closing(wardWords.issuer, period.name)),
    new Paragraph({ keepNext: true, children: [] }),
    sideBySide([
      {
        width: 85,
        children: [
          new Paragraph({
            children: [
              run(reportWords.copiesTitle, { bold: true, italics: true, size: fontSizes.note }),
            ],
          }),
          ...[reportWords.asAbove, ...copies, `- ${wardWords.archive}`].map(
            (line) => new Paragraph({ children: [run(line, { size: fontSizes.small })] }),
          ),
        ],
      },
      {
        width: 75,
        children: [
          centred(wardWords.onBehalf, bold),
          centred(wardWords.signatory, bold),
          ...Array.from({ length: 5 }, () => new Paragraph({ children: [] })),
        ],
      },
    ]),
  ];
}
