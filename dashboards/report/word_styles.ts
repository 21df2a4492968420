import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  TextRun,
} from "docx";
import { printable } from "../../lib/escape_xml.ts";

/** Millimetres as twips, rounded, so that no margin falls short of what is asked. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Font sizes in half-points, as Nghị định 30/2020/NĐ-CP sets them for each part. */
export const fontSizes = { head: 24, body: 28, table: 23, small: 22, note: 24 } as const;

/** The colour of what marks sample data; dark enough to be read without colour. */
export const sampleColour = "B00020";

/** A4 margins of the decree in twips: top and bottom 20, left 30, right 20 mm. */
export const margins = {
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(20),
  header: mm(10),
  footer: mm(10),
};

/** Text as it stands in print: one line, nothing that XML cannot hold or that turns the direction of letters. */
export function plain(text: string): string {
  return printable(text)
    .replace(/\s+/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, "")
    .normalize("NFC");
}

/** A piece of text in one style; never a field or a link, whatever it says. */
export function run(text: string, style: Omit<IRunOptions, "text" | "children"> = {}): TextRun {
  return new TextRun({ ...style, text: plain(text) });
}

/** A paragraph of the body: justified, first line set in by 10 mm. */
export function bodyParagraph(...parts: (string | TextRun)[]): Paragraph {
  return new Paragraph(bodyOf(parts));
}

/** The same, never parted from what follows. */
export function keptBodyParagraph(...parts: (string | TextRun)[]): Paragraph {
  return new Paragraph({ ...bodyOf(parts), keepNext: true, keepLines: true });
}

function bodyOf(parts: (string | TextRun)[]): IParagraphOptions {
  return {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: mm(10) },
    spacing: { before: 60, after: 60, line: 276, lineRule: "auto" },
    children: parts.map((part) => (typeof part === "string" ? run(part) : part)),
  };
}

/** A heading of the body, kept with what follows; its level makes it a heading for navigation. */
export function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? "Heading1" : "Heading2",
    keepNext: true,
    indent: { firstLine: mm(10) },
    spacing: { before: level === 1 ? 180 : 120, after: 60 },
    children: [run(text, { bold: true })],
  });
}

/** A centred line. */
export function centred(
  text: string,
  style: Omit<IRunOptions, "text" | "children"> = {},
  options: Omit<IParagraphOptions, "children"> = {},
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...options,
    children: [run(text, style)],
  });
}

/** A rule of this length in the middle of a room of that width, both in mm. */
export function rule(length: number, width: number): Paragraph {
  const side = mm((width - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 60, after: 0, line: 120, lineRule: "exact" },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}
