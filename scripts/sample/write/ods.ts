import type { Cell, Row, Sheet } from "../sheet.ts";
import { escapeXml, zip } from "./zip.ts";

const MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = ["office", "table", "text"]
  .map((name) => `xmlns:${name}="${NAMESPACE}:${name}:1.0"`)
  .join(" ");
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Writes sheets as an .ods spreadsheet (OpenDocument 1.2) with merged cells and no times or authors. */
export function writeOds(sheets: readonly Sheet[]): Uint8Array {
  return zip(
    {
      mimetype: MEDIA_TYPE,
      "content.xml": content(sheets),
      "styles.xml": `${HEAD}<office:document-styles ${NAMESPACES} office:version="1.2"/>`,
      "META-INF/manifest.xml": manifest(),
    },
    ["mimetype"],
  );
}

function content(sheets: readonly Sheet[]): string {
  return (
    `${HEAD}<office:document-content ${NAMESPACES} office:version="1.2"><office:body>` +
    `<office:spreadsheet>${sheets.map(table).join("")}</office:spreadsheet>` +
    "</office:body></office:document-content>"
  );
}

function table(sheet: Sheet): string {
  const rows = sheet.rows.map((row, i) => rowXml(sheet, row, i));
  return `<table:table table:name="${escapeXml(sheet.name)}">${rows.join("")}</table:table>`;
}

function rowXml(sheet: Sheet, { cells }: Row, row: number): string {
  const padded = [...cells, ...Array<Cell>(sheet.widths.length - cells.length).fill(null)];
  const xml = padded.map((cell, column) => cellXml(sheet, cell, row, column));
  return `<table:table-row>${xml.join("")}</table:table-row>`;
}

function cellXml(sheet: Sheet, cell: Cell, row: number, column: number): string {
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );
  if (merge && (row !== merge.top || column !== merge.left)) return "<table:covered-table-cell/>";
  const span = merge
    ? ` table:number-columns-spanned="${merge.right - merge.left + 1}"` +
      ` table:number-rows-spanned="${merge.bottom - merge.top + 1}"`
    : "";
  return `<table:table-cell${span}${valueXml(cell)}`;
}

function valueXml(cell: Cell): string {
  if (cell === null) return "/>";
  const text = `<text:p>${escapeXml(String(cell))}</text:p></table:table-cell>`;
  return typeof cell === "number"
    ? ` office:value-type="float" office:value="${cell}">${text}`
    : ` office:value-type="string">${text}`;
}

function manifest(): string {
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return (
    `${HEAD}<manifest:manifest xmlns:manifest="${NAMESPACE}:manifest:1.0" manifest:version="1.2">` +
    `${entry("/", MEDIA_TYPE)}${entry("content.xml", "text/xml")}` +
    `${entry("styles.xml", "text/xml")}</manifest:manifest>`
  );
}
