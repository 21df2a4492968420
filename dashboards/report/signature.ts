import { Paragraph, type Table } from "docx";
import type { Report } from "./report.ts";
import { reportWords } from "./report_words.ts";
import { sideBySide } from "./ruled_table.ts";
import { centred, keptBodyParagraph, letterSizes, run } from "./word_styles.ts";

/** The last sentence, who gets copies, and the place of a signature, left blank. */
export function signature({ papers, period }: Report): (Paragraph | Table)[] {
  const bold = { bold: true, size: letterSizes.body };
  const copies = papers.copies.map((name) => `- ${name};`);
  return [
    keptBodyParagraph(reportWords.closing(papers.issuer, period.name)),
    new Paragraph({ keepNext: true, children: [] }),
    sideBySide([
      {
        width: 85,
        children: [
          new Paragraph({
            children: [
              run(reportWords.copiesTitle, { bold: true, italics: true, size: letterSizes.note }),
            ],
          }),
          ...[reportWords.asAbove, ...copies, `- ${papers.archive}`].map(
            (line) => new Paragraph({ children: [run(line, { size: letterSizes.small })] }),
          ),
        ],
      },
      {
        width: 75,
        children: [
          centred(papers.onBehalf, bold),
          centred(papers.signatory, bold),
          ...Array.from({ length: 5 }, () => new Paragraph({ children: [] })),
        ],
      },
    ]),
  ];
}
