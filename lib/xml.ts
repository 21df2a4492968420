/** Escapes text for XML and leaves out what XML cannot hold. */
export function xmlText(text: string): string {
  return escapeText(printable(text));
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
