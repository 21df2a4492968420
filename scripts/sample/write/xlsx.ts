import { address, type Cell, columnName, type Row, type RowStyle, type Sheet } from "../sheet.ts";
import { type Fonts, HEAD, MAIN, styleIndex, styles } from "./xlsx_styles.ts";
import { escapeXml, zip } from "./zip.ts";

const UNICODE_FONTS: Fonts = { body: "Times New Roman", capitals: "Times New Roman" };

const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

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
