import * as XLSX from "@e965/xlsx";
import { strToU8, type Zippable, zipSync } from "fflate";

/** The formats that hostile files come in. */
export type Format = "xlsx" | "xls" | "ods" | "csv";

/** The parts of a zipped workbook, by name. */
export type Parts = Record<string, string | Uint8Array>;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A small honest report: `cases` thefts in October 2026, and one murder. */
export function goodRows(cases: number): (string | number)[][] {
  return [
    ["TÌNH HÌNH TỘI PHẠM"],
    ["Tháng 10/2026"],
    ["Loại tội phạm", "Số vụ xảy ra"],
    ["Trộm cắp", cases],
    ["Giết người", 1],
  ];
}

/** The report as a file of a format. */
export function good(format: Format, cases: number): Uint8Array {
  const makers: Record<Format, () => Uint8Array> = {
    xlsx: () => zipped(xlsxParts(cases)),
    ods: () => zipped(odsParts(cases)),
    csv: () => strToU8(csvText(cases)),
    xls: () => {
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(goodRows(cases)), "T10");
      return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "biff8" }));
    },
  };
  return makers[format]();
}

/** The report as delimited text. */
export function csvText(cases: number): string {
  return `${goodRows(cases)
    .map((row) => row.join(";"))
    .join("\n")}\n`;
}

/** The parts of the report as an .xlsx; its texts stand in the cells and among the shared strings. */
export function xlsxParts(cases: number): Parts {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const relations = (list: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml") +
        relation("rId2", "styles", "styles.xml") +
        relation("rId3", "sharedStrings", "sharedStrings.xml"),
    ),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets><sheet name="T10" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="2" uniqueCount="2"><si><t>Loại tội phạm</t></si><si><t>Số vụ xảy ra</t></si></sst>`,
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:B5"/><sheetData><row r="1">${inline("A1", "TÌNH HÌNH TỘI PHẠM")}</row><row r="2">${inline("A2", "Tháng 10/2026")}</row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row><row r="4">${inline("A4", "Trộm cắp")}<c r="B4"><v>${cases}</v></c></row><row r="5">${inline("A5", "Giết người")}<c r="B5"><v>1</v></c></row></sheetData></worksheet>`,
  };
}

function inline(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The parts of the report as an .ods. */
export function odsParts(cases: number): Parts {
  const cell = (value: string | number) =>
    typeof value === "number"
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const rows = goodRows(cases).map(
    (row) => `<table:table-row>${row.map(cell).join("")}</table:table-row>`,
  );
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"';
  return {
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `${HEAD}<office:document-content ${names}><office:body><office:spreadsheet><table:table table:name="T10">${rows.join("")}</table:table></office:spreadsheet></office:body></office:document-content>`,
    "styles.xml": `${HEAD}<office:document-styles ${names}/>`,
    "META-INF/manifest.xml": `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  };
}

/** Zips parts; stored ones are no bombs, however much alike their characters are. */
export function zipped(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = [typeof content === "string" ? strToU8(content) : content, { level }];
  return zipSync(files);
}

/** The parts with one of them changed as text. */
export function changed(parts: Parts, name: string, change: (text: string) => string): Parts {
  return { ...parts, [name]: change(String(parts[name])) };
}

export const SHEET = "xl/worksheets/sheet1.xml";

/** An .xlsx of the report whose sheet is changed as text. */
export function withSheet(change: (xml: string) => string, cases: number): Uint8Array {
  return zipped(changed(xlsxParts(cases), SHEET, change), 0);
}
