import { address, type Cell, columnName, type Row, type RowStyle, type Sheet } from "../sheet.ts";
import { escapeXml, zip } from "./zip.ts";

/** The fonts of a workbook: body text, and capitals (TCVN3 has a font of its own for them). */
export interface Fonts {
  body: string;
  capitals: string;
}

const UNICODE_FONTS: Fonts = { body: "Times New Roman", capitals: "Times New Roman" };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes sheets as an .xlsx workbook (ECMA-376 SpreadsheetML): shared strings, merged cells, column
 * widths and plain styles, without times or authors. The same sheets make the same bytes.
 */
export function writeXlsx(sheets: readonly Sheet[], fonts: Fonts = UNICODE_FONTS): Uint8Array {
  const strings = new Map<string, number>();
  const parts = sheets.map((sheet) => worksheet(sheet, strings));
  const entries: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(sheets),
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]),
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": styles(fonts),
    "xl/sharedStrings.xml": sharedStrings([...strings.keys()]),
  };
  for (const [i, part] of parts.entries()) entries[`xl/worksheets/sheet${i + 1}.xml`] = part;
  return zip(entries);
}

function worksheet({ rows, merges, widths }: Sheet, strings: Map<string, number>): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const areas = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${address(top, left)}:${address(bottom, right)}"/>`,
  );
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><cols>${columns.join("")}</cols>` +
    `<sheetData>${rows.map((row, i) => rowXml(row, i, strings)).join("")}</sheetData>` +
    `${areas.length ? `<mergeCells count="${areas.length}">${areas.join("")}</mergeCells>` : ""}` +
    "</worksheet>"
  );
}

function rowXml({ style, cells }: Row, index: number, strings: Map<string, number>): string {
  const xml = cells.map((cell, column) => cellXml(cell, style, columnName(column), index, strings));
  return `<row r="${index + 1}">${xml.join("")}</row>`;
}

function cellXml(
  cell: Cell,
  style: RowStyle,
  column: string,
  row: number,
  strings: Map<string, number>,
): string {
  if (cell === null) return "";
  const at = `<c r="${column}${row + 1}" s="${styleIndex(style, cell)}"`;
  if (typeof cell === "number") return `${at}><v>${cell}</v></c>`;
  return `${at} t="s"><v>${stringIndex(cell, strings)}</v></c>`;
}

function stringIndex(text: string, strings: Map<string, number>): number {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, strings.size);
  return strings.size - 1;
}

/** Text styles first, in this order; then body and total numbers, whole and with decimals. */
const TEXT_STYLES: readonly RowStyle[] = [
  "plain",
  "letterhead",
  "title",
  "note",
  "header",
  "body",
  "total",
];

function styleIndex(style: RowStyle, cell: string | number): number {
  if (typeof cell === "string") return TEXT_STYLES.indexOf(style);
  const first = TEXT_STYLES.length + (style === "total" ? 2 : 0);
  return first + (Number.isInteger(cell) ? 0 : 1);
}

/** Fonts: 0 body, 1 bold, 2 italic, 3 bold capitals. Borders: 0 none, 1 thin. */
function styles(fonts: Fonts): string {
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

function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${items.join("")}</sst>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${list.join("")}</sheets></workbook>`;
}

function relationships(targets: readonly [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const part = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${type}.${kind}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, i) =>
    part(`worksheets/sheet${i + 1}`, "worksheet"),
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${part("workbook", "sheet.main")}${sheets.join("")}${part("styles", "styles")}` +
    `${part("sharedStrings", "sharedStrings")}</Types>`
  );
}
