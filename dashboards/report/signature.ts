import { Paragraph, type Table } from "docx";
import { sideBySide } from "./grid.ts";
import { centred, keptBody, run, sizes } from "./paper.ts";
import type { Report } from "./report.ts";
import { words } from "./words.ts";

/** The last sentence, who gets copies, and the place of a signature, left blank. */
export function signature({ papers, period }: Report): (Paragraph | Table)[] {
  const bold = { bold: true, size: sizes.body };
  const copies = papers.copies.map((name) => `- ${name};`);
  return [
    keptBody(words.closing(papers.issuer, period.name)),
    new Paragraph({ keepNext: true, children: [] }),
    sideBySide([
      {
        width: 85,
        children: [
          new Paragraph({
            children: [run(words.copiesTitle, { bold: true, italics: true, size: sizes.note })],
          }),
          ...[words.asAbove, ...copies, `- ${papers.archive}`].map(
            (line) => new Paragraph({ children: [run(line, { size: sizes.small })] }),
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
