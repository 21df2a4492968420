import { cellAddress, columnLetters } from "./address.ts";
import { relationsNamespace, xmlDocument } from "./office_package.ts";
import { lineLengths, rowHeight, usualWidth } from "./row_height.ts";
import { sheetText, spreadsheet } from "./sheet_text.ts";
import { cellXml, isStyled, type NumberedStyle, type Shared } from "./xlsx_cell.ts";
import type { Notes } from "./xlsx_notes.ts";
import type {
  CellBlock,
  ColumnList,
  XlsxCell,
  XlsxColumn,
  XlsxSheet,
  XlsxStyle,
} from "./xlsx_sheet.ts";

/** A sheet's part, and the notes at its cells. */
export interface Worksheet {
  xml: string;
  notes: Notes;
}

/** The id by which a sheet calls the boxes of its notes. */
export const boxesId = "boxes";

/** Writes a sheet; `rangeOf` says where the entries of a drop-down list stand. */
export function worksheet(
  sheet: XlsxSheet,
  shared: Shared,
  rangeOf: (list: ColumnList) => string,
): Worksheet {
  const { columns = [], merges = [], print } = sheet;
  const lines = linesOf(sheet, shared);
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), columns.length);
  const letters = Array.from({ length: width }, (_, column) => columnLetters(column));
  const used = `A1:${cellAddress(Math.max(0, lines.length - 1), Math.max(0, width - 1))}`;
  const rows = lines.map((line, row) => rowXml(line, String(row + 1), letters, shared)).join("");
  const notes = notesOf(lines);
  const xml =
    `<worksheet xmlns="${spreadsheet}" xmlns:r="${relationsNamespace}">` +
    (print ? `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` : "") +
    `<dimension ref="${used}"/>${viewXml(sheet)}${columnsXml(sheet, shared)}` +
    `<sheetData>${rows}</sheetData>` +
    (sheet.has_filter ? `<autoFilter ref="${filterRange(sheet)}"/>` : "") +
    counted("mergeCells", merges.map(mergeXml)) +
    counted("dataValidations", [...listsXml(sheet, rangeOf), ...cellListsXml(lines, rangeOf)]) +
    (print ? pageXml(print.is_landscape, columns) : "") +
    // An identifier of digits is meant to be a text: no program needs to warn of it.
    `<ignoredErrors><ignoredError sqref="${used}" numberStoredAsText="1"/></ignoredErrors>` +
    (notes.size > 0 ? `<legacyDrawing r:id="${boxesId}"/>` : "") +
    `</worksheet>`;
  return { xml: xmlDocument(xml), notes };
}

/** The 0-based row of the columns' headers; of the first row where there are none. */
export function headerRow({ head = [] }: XlsxSheet): number {
  return head.length;
}

/** The 0-based row of the first row below the headers. */
export function firstRow(sheet: XlsxSheet): number {
  return headerRow(sheet) + (hasHeaders(sheet) ? 1 : 0);
}

/** The range of headers and rows, as the filter takes it. */
export function filterRange(sheet: XlsxSheet): string {
  const last = firstRow(sheet) + sheet.rows.length - 1;
  const width = Math.max(1, sheet.columns?.length ?? 0);
  return `${cellAddress(headerRow(sheet), 0)}:${cellAddress(Math.max(headerRow(sheet), last), width - 1)}`;
}

function hasHeaders({ columns = [] }: XlsxSheet): boolean {
  return columns.some(({ header }) => header !== undefined);
}

interface Line {
  cells: readonly XlsxCell[];
  /** By column. */
  styles: readonly NumberedStyle[];
  /** How long the lines of a text are where it is broken, by column. */
  lengths: readonly (number | null)[];
}

function linesOf(sheet: XlsxSheet, shared: Shared): Line[] {
  const { head = [], columns = [], rows } = sheet;
  const numbered = (style: XlsxStyle) => ({ style, index: shared.styles.indexOf(style) });
  const unlike = columns.map(({ style }) => (style ? numbered({}) : plain));
  const headers = columns.map(({ header = null, note }) =>
    note === undefined ? header : { value: header, note },
  );
  const headerStyles = columns.map(({ header }) =>
    header === undefined ? plain : numbered({ look: "header" }),
  );
  const styles = columns.map(({ style }) => (style ? numbered(style) : plain));
  const line = (own: readonly NumberedStyle[]) => {
    const lengths = lineLengths(
      columns,
      own.map(({ style }) => style),
    );
    return (cells: readonly XlsxCell[]) => ({ cells, styles: own, lengths });
  };
  return [
    ...head.map(line(unlike)),
    ...(hasHeaders(sheet) ? [headers].map(line(headerStyles)) : []),
    ...rows.map(line(styles)),
  ];
}

const plain: NumberedStyle = { style: {}, index: null };

function rowXml(
  { cells, styles, lengths }: Line,
  row: string,
  letters: readonly string[],
  shared: Shared,
): string {
  const written = cells.map((cell, column) =>
    cell === null ? "" : cellXml(cell, `${letters[column]}${row}`, styles[column] ?? plain, shared),
  );
  const xml = written.join("");
  if (xml === "") return "";
  const height = rowHeight(cells, lengths);
  return `<row r="${row}"${height === null ? "" : ` ht="${height}"`}>${xml}</row>`;
}

function notesOf(lines: readonly Line[]): Notes {
  const notes = new Map<string, string>();
  for (const [row, { cells }] of lines.entries())
    cells.forEach((cell, column) => {
      if (isStyled(cell) && cell.note !== undefined) notes.set(cellAddress(row, column), cell.note);
    });
  return notes;
}

function viewXml(sheet: XlsxSheet): string {
  const frozen = firstRow(sheet);
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const isFrozen = sheet.has_frozen_head && frozen > 0;
  return `<sheetViews><sheetView workbookViewId="0">${isFrozen ? pane : ""}</sheetView></sheetViews>`;
}

function columnsXml({ columns = [] }: XlsxSheet, { styles }: Shared): string {
  const list = columns.flatMap(({ width, style }, index) => {
    if (width === undefined && style === undefined) return [];
    const place = `min="${index + 1}" max="${index + 1}"`;
    const look = style === undefined ? "" : ` style="${styles.indexOf(style)}"`;
    const size = (width ?? usualWidth) + besideText;
    return `<col ${place}${look} width="${size}" customWidth="1"/>`;
  });
  return list.length > 0 ? `<cols>${list.join("")}</cols>` : "";
}

// The room beside the characters of a cell: 5 of the 7 pixels of a digit (ECMA-376 18.3.1.13).
const besideText = 0.7109375;

function mergeXml({ top, left, bottom, right }: CellBlock): string {
  return `<mergeCell ref="${cellAddress(top, left)}:${cellAddress(bottom, right)}"/>`;
}

function listsXml(sheet: XlsxSheet, rangeOf: (list: ColumnList) => string): string[] {
  const first = firstRow(sheet) + 1;
  const last = Math.max(first, sheet.last_row ?? firstRow(sheet) + sheet.rows.length);
  return (sheet.columns ?? []).flatMap(({ list }, index) => {
    if (!list) return [];
    const column = columnLetters(index);
    return listXml(list, `${column}${first}:${column}${last}`, rangeOf);
  });
}

/** The lists of single cells. */
function cellListsXml(lines: readonly Line[], rangeOf: (list: ColumnList) => string): string[] {
  return lines.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      isStyled(cell) && cell.list ? listXml(cell.list, cellAddress(row, column), rangeOf) : [],
    ),
  );
}

function listXml(list: ColumnList, range: string, rangeOf: (list: ColumnList) => string): string {
  const style = list.is_strict ? "stop" : "warning";
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="${style}" sqref="${range}"><formula1>${sheetText(rangeOf(list))}</formula1></dataValidation>`;
}

/** A4 with narrow margins, in inches; as few pages wide as lets it be read, as long as it takes. */
function pageXml(isLandscape: boolean, columns: readonly XlsxColumn[]): string {
  const orientation = isLandscape ? "landscape" : "portrait";
  const width = columns.reduce((sum, column) => sum + (column.width ?? usualWidth), 0);
  const pages = Math.max(1, Math.ceil(width / (isLandscape ? 220 : 150)));
  return (
    `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${pages}" fitToHeight="0"/>`
  );
}

function counted(name: string, items: readonly string[]): string {
  return items.length > 0 ? `<${name} count="${items.length}">${items.join("")}</${name}>` : "";
}
