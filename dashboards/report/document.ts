import {
  AlignmentType,
  Document,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { docxFile } from "../../lib/office/docx.ts";
import { chartsAnnex } from "./charts_annex.ts";
import { letterhead } from "./letterhead.ts";
import type { Report } from "./report.ts";
import { notes } from "./report_notes.ts";
import { bySection, needs, overall } from "./report_sections.ts";
import { reportWords } from "./report_words.ts";
import { signature } from "./signature.ts";
import { targetsTable } from "./tables.ts";
import { centred, fontSizes, margins, mm, plain, sampleColour } from "./word_styles.ts";

/** The official report as .docx bytes, laid out as Nghị định 30/2020/NĐ-CP asks, to be signed. */
export async function toDocx(report: Report): Promise<Uint8Array> {
  const charts = await chartsAnnex(report);
  const foot = footOf(report);
  const numbered = { headers: { default: pageNumber }, footers: { default: foot } };
  const document = new Document({
    ...propertiesOf(report),
    styles,
    sections: [
      {
        properties: { titlePage: true, page: { size: portrait, margin: margins } },
        headers: { default: pageNumber },
        footers: { default: foot, first: foot },
        children: [
          ...letterhead(report),
          ...overall(report),
          ...bySection(report),
          ...needs(report),
          ...notes(report),
          ...signature(report),
        ],
      },
      {
        properties: { page: { size: landscape, margin: { ...margins, left: margins.right } } },
        ...numbered,
        children: targetsTable(report),
      },
      ...(charts.length > 0
        ? [
            {
              properties: { page: { size: portrait, margin: margins } },
              ...numbered,
              children: charts,
            },
          ]
        : []),
    ],
  });
  return docxFile(document, report.knownBy);
}

const portrait = { width: mm(210), height: mm(297) };
const landscape = { ...portrait, orientation: PageOrientation.LANDSCAPE };

const styles = {
  default: {
    document: {
      run: {
        font: "Times New Roman",
        size: fontSizes.body,
        language: { value: "vi-VN" },
      },
    },
    heading1: {
      run: { font: "Times New Roman", size: fontSizes.body, color: "000000" },
    },
    heading2: {
      run: { font: "Times New Roman", size: fontSizes.body, color: "000000" },
    },
  },
};

/** The page's number in the middle of the upper margin, which the first page does without. */
const pageNumber = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ size: 26, children: [PageNumber.CURRENT] })],
    }),
  ],
});

/** At the foot of every page what is only a sample. */
function footOf({ is_sample, wardWords }: Report): Footer {
  const style = { bold: true, size: fontSizes.small, color: sampleColour };
  return new Footer({
    children: [centred(is_sample ? `${reportWords.sample}: ${wardWords.sampleNote}` : "", style)],
  });
}

function propertiesOf({ site, period, wardWords, is_sample }: Report) {
  const by = plain(`${wardWords.issuerLines[0]} ${site.ward.name}`);
  return {
    creator: by,
    lastModifiedBy: by,
    title: reportWords.about(wardWords.subject, period.name).join(" "),
    description: is_sample ? reportWords.sample : "",
  };
}
