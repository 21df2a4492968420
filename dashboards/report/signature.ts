import { Paragraph, type Table } from "docx";
import { sideBySide } from "./grid.ts";
import { lowerWard } from "./letterhead.ts";
import { centred, keptBody, run, sizes } from "./paper.ts";
import type { Report } from "./report.ts";
import { office, words } from "./words.ts";

/** The last sentence, who gets copies, and the place of a signature, left blank. */
export function signature({ site, period }: Report): (Paragraph | Table)[] {
  const ward = lowerWard(site.ward.name);
  const bold = { bold: true, size: sizes.body };
  const copies = office.copies.map((name) => `- ${name} ${ward};`);
  return [
    keptBody(words.closing(ward, period.name)),
    new Paragraph({ keepNext: true, children: [] }),
    sideBySide([
      {
        width: 85,
        children: [
          new Paragraph({
            children: [run(words.copiesTitle, { bold: true, italics: true, size: sizes.note })],
          }),
          ...[words.asAbove, ...copies, words.file].map(
            (line) => new Paragraph({ children: [run(line, { size: sizes.small })] }),
          ),
        ],
      },
      {
        width: 75,
        children: [
          centred(words.onBehalf, bold),
          centred(words.chairman, bold),
          ...Array.from({ length: 5 }, () => new Paragraph({ children: [] })),
        ],
      },
    ]),
  ];
}
