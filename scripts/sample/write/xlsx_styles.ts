import type { RowStyle } from "../sheet.ts";

/** The first line of an XML part. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespace of spreadsheet parts. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The fonts of a workbook: body text, and capitals (TCVN3 has a font of its own for them). */
export interface Fonts {
  body: string;
  capitals: string;
}

/** Plain styles first, in this order; then the figures of body and total, whole and with decimals. */
const PLAIN_STYLES: readonly RowStyle[] = [
  "plain",
  "letterhead",
  "title",
  "note",
  "header",
  "entry",
  "body",
  "total",
];

/** The style of a cell: by its row, and for figures by whether they are whole. */
export function styleIndex(style: RowStyle, cell: string | number): number {
  const isFigure = typeof cell === "number" && (style === "body" || style === "total");
  if (!isFigure) return PLAIN_STYLES.indexOf(style);
  const first = PLAIN_STYLES.length + (style === "total" ? 2 : 0);
  return first + (Number.isInteger(cell) ? 0 : 1);
}

/** The styles part. Fonts: 0 body, 1 bold, 2 italic, 3 bold capitals. Borders: 0 none, 1 thin. */
export function styles(fonts: Fonts): string {
  const font = (name: string, inside = "") =>
    `<font>${inside}<sz val="11"/><name val="${name}"/></font>`;
  const side = (name: string) => `<${name} style="thin"/>`;
  const xf = (fontId: number, border: number, alignment: string, format = 0) =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" ` +
    `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  const centre = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
  const cells = [
    xf(0, 0, ""),
    xf(3, 0, '<alignment horizontal="center"/>'),
    xf(3, 0, '<alignment horizontal="center"/>'),
    xf(2, 0, ""),
    xf(1, 1, centre),
    xf(0, 1, ""),
    xf(0, 1, ""),
    xf(1, 1, ""),
    xf(0, 1, "", 3),
    xf(0, 1, "", 4),
    xf(1, 1, "", 3),
    xf(1, 1, "", 4),
  ];
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="4">${font(fonts.body)}` +
    `${font(fonts.body, "<b/>")}${font(fonts.body, "<i/>")}${font(fonts.capitals, "<b/>")}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
    `${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs></styleSheet>`
  );
}
