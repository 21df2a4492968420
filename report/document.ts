import {
  AlignmentType,
  Document,
  Header,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { withoutClock } from "./archive.ts";
import { chartsAnnex } from "./charts.ts";
import { letterhead } from "./letterhead.ts";
import { notes } from "./notes.ts";
import { margins, plain, run, sizes } from "./paper.ts";
import type { Report } from "./report.ts";
import { bySection, needs, overall } from "./sections.ts";
import { signature } from "./signature.ts";
import { targetsTable } from "./tables.ts";
import { office, words } from "./words.ts";

/** The official report as .docx bytes, laid out as Nghị định 30/2020/NĐ-CP asks, to be signed. */
export async function toDocx(report: Report): Promise<Uint8Array> {
  const charts = await chartsAnnex(report);
  const numbered = { default: pageHead(report, true) };
  const document = new Document({
    ...propertiesOf(report),
    styles,
    sections: [
      {
        properties: { titlePage: true, page: { size: portrait, margin: margins } },
        headers: { ...numbered, first: pageHead(report, false) },
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
        headers: numbered,
        children: targetsTable(report),
      },
      ...(charts.length > 0
        ? [
            {
              properties: { page: { size: portrait, margin: margins } },
              headers: numbered,
              children: charts,
            },
          ]
        : []),
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return withoutClock(new Uint8Array(bytes), report.asOf);
}

const portrait = { width: mm(210), height: mm(297) };
const landscape = { ...portrait, orientation: PageOrientation.LANDSCAPE };

const styles = {
  default: {
    document: {
      run: { font: "Times New Roman", size: sizes.body, language: { value: "vi-VN" } },
    },
    heading1: { run: { font: "Times New Roman", size: sizes.body, color: "000000" } },
    heading2: { run: { font: "Times New Roman", size: sizes.body, color: "000000" } },
  },
};

/** The page's number in the middle of the upper margin, and on every page what is only a sample. */
function pageHead({ isSample }: Report, hasNumber: boolean): Header {
  const number = new TextRun({ size: sizes.head, children: [PageNumber.CURRENT] });
  const mark = run(words.sample, { bold: true, size: sizes.small, color: "B00020" });
  const lines = [...(hasNumber ? [number] : []), ...(isSample ? [mark] : [])];
  return new Header({
    children: (lines.length > 0 ? lines : [run("")]).map(
      (line) => new Paragraph({ alignment: AlignmentType.CENTER, children: [line] }),
    ),
  });
}

function propertiesOf({ site, period, isSample }: Report) {
  const by = plain(`${words.committee} ${site.ward.name}`);
  return {
    creator: by,
    lastModifiedBy: by,
    title: words.about(office.shortProgramme, period.name),
    description: isSample ? words.sample : "",
  };
}
