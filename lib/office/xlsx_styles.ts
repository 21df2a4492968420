import { xmlText } from "../escape_xml.ts";
import { xmlDocument } from "./office_package.ts";
import { spreadsheet } from "./sheet_text.ts";
import type { CellFormat, CellLook, XlsxStyle } from "./xlsx_sheet.ts";

/** The styles that the cells of a workbook have, each with its number. */
export interface Styles {
  indexOf(style: XlsxStyle): number;
  xml(): string;
}

/** Gives out numbers as styles are met; 0 is plain. */
export function openStyles(): Styles {
  const met = new Map<string, MetStyle & { index: number }>();
  const indexOf = ({ format, look: given }: XlsxStyle): number => {
    const look = given ?? "plain";
    const code = format === undefined ? "General" : formatCode(format);
    const key = `${look} ${code}`;
    const { index } = met.get(key) ?? { index: met.size };
    if (index === met.size) met.set(key, { code, look, index });
    return index;
  };
  indexOf({});
  return { indexOf, xml: () => stylesXml([...met.values()]) };
}

interface MetStyle {
  code: string;
  look: CellLook | "plain";
}

/** The code of a format as files hold it; programs show it with the marks of their own language. */
function formatCode(format: CellFormat): string {
  if (typeof format === "string") return words[format];
  if ("decimals" in format) return `#,##0${fraction(format.decimals)}`;
  if ("percent" in format) return `0${fraction(format.percent)}%`;
  return "0".repeat(format.digits);
}

const words = { text: "@", date: "dd/mm/yyyy", month: "mm/yyyy", year: "yyyy" };

function fraction(decimals: number): string {
  return decimals > 0 ? `.${"0".repeat(decimals)}` : "";
}

// The formats that every program knows by number (ECMA-376 18.8.30); others are declared from 164 on.
const known: Record<string, number> = {
  General: 0,
  "0": 1,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "@": 49,
};
const firstOwn = 164;

// Places in the lists of fonts, fills and borders below.
const looks: Record<CellLook | "plain", { font: number; fill: number; border: number }> = {
  plain: { font: 0, fill: 0, border: 0 },
  wrapped: { font: 0, fill: 0, border: 0 },
  title: { font: 1, fill: 0, border: 0 },
  header: { font: 1, fill: 3, border: 1 },
  total: { font: 1, fill: 0, border: 2 },
  marked: { font: 2, fill: 2, border: 3 },
};
const alignments: Partial<Record<CellLook | "plain", string>> = {
  wrapped: `<alignment vertical="top" wrapText="1"/>`,
  header: `<alignment vertical="center" wrapText="1"/>`,
};

const ink = { header: "FFE7E6E6", line: "FF8C8C8C", mark: "FFFFC7CE", marked: "FF9C0006" };
const face = `<sz val="11"/>`;
const fonts = [
  `<font>${face}<name val="Calibri"/></font>`,
  `<font><b/>${face}<name val="Calibri"/></font>`,
  `<font><b/>${face}<color rgb="${ink.marked}"/><name val="Calibri"/></font>`,
];
const fills = [
  `<fill><patternFill patternType="none"/></fill>`,
  `<fill><patternFill patternType="gray125"/></fill>`,
  ...[ink.mark, ink.header].map(
    (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`,
  ),
];
const borders = [border([]), border(["bottom"]), border(["top"]), border(sides(), "medium")];

function sides(): string[] {
  return ["left", "right", "top", "bottom"];
}

function border(drawn: readonly string[], style = "thin"): string {
  const rgb = style === "thin" ? ink.line : ink.marked;
  const edge = (side: string) =>
    drawn.includes(side)
      ? `<${side} style="${style}"><color rgb="${rgb}"/></${side}>`
      : `<${side}/>`;
  return `<border>${sides().map(edge).join("")}<diagonal/></border>`;
}

function stylesXml(styles: readonly MetStyle[]): string {
  const own = [...new Set(styles.map(({ code }) => code))].filter((code) => !(code in known));
  const idOf = (code: string) => known[code] ?? firstOwn + own.indexOf(code);
  const declared = own.map(
    (code) => `<numFmt numFmtId="${idOf(code)}" formatCode="${xmlText(code)}"/>`,
  );
  const formats = styles.map(({ code, look }) => {
    const { font, fill, border: edge } = looks[look];
    const place = `numFmtId="${idOf(code)}" fontId="${font}" fillId="${fill}" borderId="${edge}"`;
    const alignment = alignments[look];
    const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
    return alignment
      ? `<xf ${place} xfId="0" ${applied} applyAlignment="1">${alignment}</xf>`
      : `<xf ${place} xfId="0" ${applied}/>`;
  });
  const plain = `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
  return xmlDocument(
    `<styleSheet xmlns="${spreadsheet}">` +
      (own.length > 0 ? list("numFmts", declared) : "") +
      `${list("fonts", fonts)}${list("fills", fills)}${list("borders", borders)}` +
      `${list("cellStyleXfs", [plain])}${list("cellXfs", formats)}` +
      `${list("cellStyles", [`<cellStyle name="Normal" xfId="0" builtinId="0"/>`])}</styleSheet>`,
  );
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`;
}
