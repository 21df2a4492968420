import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { fontSizes, mm, run } from "./word_styles.ts";

/** A table without lines, for what stands side by side; widths in mm. */
export function sideBySide(columns: { width: number; children: Paragraph[] }[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: columns.map(({ width }) => mm(width)),
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ({ width, children }) =>
            new TableCell({
              borders,
              width: { size: mm(width), type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              children,
            }),
        ),
      }),
    ],
  });
}

/** A column of a ruled table; its width in mm. */
export interface RuledColumn {
  title: string;
  width: number;
  align?: "left" | "center" | "right";
}

/** A row of a ruled table: a text per column, or one text across all of them. */
export type RuledLine = { across: string } | { cells: readonly CellText[] };

/** Each line of the text is a paragraph; the second and later ones are small. */
export type CellText = string | readonly string[];

/** A ruled table whose head stands on every page and whose rows are never cut. */
export function ruled(columns: readonly RuledColumn[], lines: readonly RuledLine[]): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title, width }) =>
      cell([title], { width, align: "center", is_bold: true, fill: "E7E6E6", is_kept: true }),
    ),
  });
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const rows = lines.map((line) => {
    const children =
      "across" in line
        ? [
            cell([line.across], {
              width: whole,
              is_bold: true,
              span: columns.length,
              is_kept: true,
            }),
          ]
        : line.cells.map((text, index) =>
            cell(typeof text === "string" ? [text] : text, columns[index] as RuledColumn),
          );
    return new TableRow({ cantSplit: true, children });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: columns.map(({ width }) => mm(width)),
    rows: [head, ...rows],
  });
}

interface CellStyle {
  width: number;
  align?: "left" | "center" | "right";
  is_bold?: boolean;
  fill?: string;
  span?: number;
  /** Keeps a line that names a group beside the first row of the group. */
  is_kept?: boolean;
}

function cell(lines: readonly string[], style: CellStyle): TableCell {
  const {
    width,
    align = "left",
    is_bold: bold = false,
    fill,
    span = 1,
    is_kept: keep = false,
  } = style;
  return new TableCell({
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: mm(width), type: WidthType.DXA },
    margins: { top: 10, bottom: 10, left: 80, right: 80 },
    ...(fill ? { shading: { fill } } : {}),
    children: lines
      .filter((line, index) => index === 0 || line !== "")
      .map(
        (line, index) =>
          new Paragraph({
            alignment: align,
            keepNext: keep,
            children: [run(line, { size: index === 0 ? fontSizes.table : 19, bold })],
          }),
      ),
  });
}
