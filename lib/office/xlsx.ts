import { columnLetters } from "./address.ts";
import {
  officeFile,
  type Part,
  type Relation,
  relationsNamespace,
  xmlDocument,
} from "./office_package.ts";
import { sheetNames } from "./sheet_names.ts";
import { sheetText, spreadsheet } from "./sheet_text.ts";
import {
  boxesId,
  filterRange,
  firstRow,
  headerRow,
  type Worksheet,
  worksheet,
} from "./worksheet.ts";
import type { Shared } from "./xlsx_cell.ts";
import { commentsXml, noteBoxes } from "./xlsx_notes.ts";
import type { ColumnList, XlsxSheet } from "./xlsx_sheet.ts";
import { openStyles } from "./xlsx_styles.ts";

/**
 * Sheets as .xlsx bytes: the one writer of workbooks. Texts are shared strings, which no program takes
 * for a formula; the same sheets give the same bytes. Written here because a general library takes three
 * times as long, makes files three times the size, and has no word for lists and frozen headers.
 * Throws where a list's column is not there, or a number or date is none.
 */
export function xlsxFile(sheets: readonly XlsxSheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const shared: Shared = { texts: new Map(), styles: openStyles() };
  const written = sheets.map((sheet) =>
    worksheet(sheet, shared, (list) => entriesOf(list, sheets, names)),
  );
  const parts = written.map((sheet, index) => sheetParts(sheet, index + 1));
  return officeFile("xl/workbook.xml", {
    "xl/workbook.xml": workbookPart(sheets, names),
    ...Object.assign({}, ...parts),
    "xl/styles.xml": { xml: shared.styles.xml(), type: mediaType("styles") },
    "xl/sharedStrings.xml": { xml: textsXml(shared.texts), type: mediaType("sharedStrings") },
  });
}

function mediaType(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
}

/** The range of a list's entries: what stands below the header of its column. */
function entriesOf(
  { sheet, column }: ColumnList,
  sheets: readonly XlsxSheet[],
  names: readonly string[],
): string {
  const index = sheets.findIndex(({ name }) => name === sheet);
  const found = sheets[index];
  const place = found?.columns?.findIndex(({ header }) => header === column) ?? -1;
  if (!found || place < 0) throw new Error(`no such column for a list: ${sheet}!${column}`);
  const last = found.rows.findLastIndex((row) => (row[place] ?? null) !== null);
  const letters = columnLetters(place);
  const [first, end] = [firstRow(found) + 1, firstRow(found) + 1 + Math.max(0, last)];
  return `${quoted(names[index])}!$${letters}$${first}:$${letters}$${end}`;
}

/** The name of a sheet as formulas write it. */
function quoted(name = ""): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function sheetParts({ xml, notes }: Worksheet, number: number): Record<string, Part> {
  const sheet = { xml, type: mediaType("worksheet") };
  if (notes.size === 0) return { [`xl/worksheets/sheet${number}.xml`]: sheet };
  const [comments, boxes] = [`comments${number}.xml`, `drawings/vmlDrawing${number}.vml`];
  const relations = [
    { id: boxesId, kind: "vmlDrawing", target: `../${boxes}` },
    { id: "notes", kind: "comments", target: `../${comments}` },
  ];
  return {
    [`xl/worksheets/sheet${number}.xml`]: { ...sheet, relations },
    [`xl/${comments}`]: { xml: commentsXml(notes), type: mediaType("comments") },
    [`xl/${boxes}`]: { xml: noteBoxes(notes) },
  };
}

function workbookPart(sheets: readonly XlsxSheet[], names: readonly string[]): Part {
  // A workbook of which nothing is in sight does not open.
  const shown = Math.max(
    0,
    sheets.findIndex(({ is_hidden }) => !is_hidden),
  );
  const list = sheets.map(({ is_hidden }, index) => {
    const state = is_hidden && index !== shown ? ` state="hidden"` : "";
    const name = sheetText(names[index] ?? "");
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="sheet${index + 1}"/>`;
  });
  const defined = sheets.flatMap((sheet, index) =>
    definedNames(sheet, index, quoted(names[index])),
  );
  const xml =
    `<workbook xmlns="${spreadsheet}" xmlns:r="${relationsNamespace}">` +
    `<bookViews><workbookView activeTab="${shown}"/></bookViews><sheets>${list.join("")}</sheets>` +
    (defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "") +
    `</workbook>`;
  const relations: Relation[] = [
    ...sheets.map((_, index) => ({
      id: `sheet${index + 1}`,
      kind: "worksheet",
      target: `worksheets/sheet${index + 1}.xml`,
    })),
    { id: "styles", kind: "styles", target: "styles.xml" },
    { id: "texts", kind: "sharedStrings", target: "sharedStrings.xml" },
  ];
  return { xml: xmlDocument(xml), type: mediaType("sheet.main"), relations };
}

/** The names by which programs know what is filtered, and which rows stand on every page. */
function definedNames(sheet: XlsxSheet, index: number, name: string): string[] {
  const define = (what: string, range: string, more = "") =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}"${more}>${sheetText(`${name}!${range}`)}</definedName>`;
  const filtered = filterRange(sheet).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const [header, last] = [headerRow(sheet) + 1, firstRow(sheet)];
  return [
    ...(sheet.has_filter ? [define("_FilterDatabase", filtered, ` hidden="1"`)] : []),
    ...(sheet.print && last >= header ? [define("Print_Titles", `$${header}:$${last}`)] : []),
  ];
}

function textsXml(texts: ReadonlyMap<string, number>): string {
  const items = [...texts.keys()].map(
    (text) => `<si><t xml:space="preserve">${sheetText(text)}</t></si>`,
  );
  return xmlDocument(
    `<sst xmlns="${spreadsheet}" uniqueCount="${texts.size}">${items.join("")}</sst>`,
  );
}
