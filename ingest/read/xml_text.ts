/** What XML's named entities stand for. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
]);
const ENTITY = /&(?:#(x?)([\da-f]+)|(\w+));/gi;
/** How SpreadsheetML writes characters that XML can't hold: `_x000D_`. */
const ESCAPE = /_x([\da-f]{4})_/gi;

/** The value of a tag's attribute with its entities resolved; null when it is absent. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? null : value.replace(ENTITY, resolve);
}

/** The text between tags of SpreadsheetML, its entities and escapes resolved, its line ends plain. */
export function unescapeText(text: string): string {
  if (!/[&_\r]/.test(text)) return text;
  return text
    .replace(ENTITY, resolve)
    .replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n/g, "\n");
}

/** The text between tags of other XML, its entities resolved. */
export function unescapeEntities(text: string): string {
  return text.includes("&") ? text.replace(ENTITY, resolve) : text;
}

/** XML without comments, and with what stands in CDATA written as other text is. */
export function withoutComments(xml: string): string {
  if (!xml.includes("<!")) return xml;
  return xml
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeXml(text));
}

/** A text as it may stand between tags and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function resolve(entity: string, hex: string | undefined, code: string | undefined, name?: string) {
  if (code === undefined) return ENTITIES.get(name ?? "") ?? entity;
  const point = Number.parseInt(code, hex ? 16 : 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
}
