import { xmlText } from "../escape_xml.ts";

/** The namespace of the parts of a workbook (ECMA-376 SpreadsheetML). */
export const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/**
 * Text as sheets hold it, for XML. Characters that XML cannot hold, and \r, are written as
 * spreadsheets do (`_x000B_`), and what only looks like that is kept from being taken for it. A cell holds 32767
 * characters; a workbook with more in one does not open, so that the rest is left out.
 */
export function sheetText(text: string): string {
  const signs = text
    .slice(0, longest)
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, (look) => `_x005F${look}`)
    .replace(notXml, (sign) => `_x${hex(sign.charCodeAt(0))}_`);
  return xmlText(signs);
}

const longest = 32_767;

// Half of a pair is no longer there, so that what stands above FFFD is all that is left.
const notXml = /[^\t\n -\uFFFD]/g;

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, "0");
}
