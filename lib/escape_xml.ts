/**
 * Escapes text for XML, between tags and in attributes, and leaves out what XML cannot hold. Tabs and
 * line ends are escaped too: a reader of XML makes spaces of them in attributes, and of \r a \n anywhere.
 */
export function xmlText(text: string): string {
  return escapeText(printable(text)).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Leaves out the characters that XML, and so Word and Excel, cannot hold. */
export function printable(text: string): string {
  return text.replace(notXml, "");
}

// Characters XML 1.0 cannot hold even when escaped.
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Escapes text for use between tags or inside a quoted attribute, in HTML and XML alike. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
