/**
 * Text as it may stand between XML tags or in an attribute. Signs that XML can't hold are written as
 * spreadsheets do (`_x000B_`), and what only looks like that is kept from being taken for it.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, (look) => `_x005F${look}`)
    .replace(
      CONTROL,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replace(/[&<>"\t\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** All but the signs that XML 1.0 allows. */
const CONTROL = /[^\t\n\r -\uFFFD]/g;

/** An XML document. */
export function document(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
}
