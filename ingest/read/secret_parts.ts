import { Refusal } from "./refusal.ts";
import { isSecrecyMark } from "./secret.ts";
import { unescapeText } from "./xml_text.ts";
import type { Entries } from "./zip.ts";

/** Parts in which a stamp may stand beside the cells, and the pieces of them that are one text each. */
const PLACES: readonly { part: RegExp; from: string; text: RegExp }[] = [
  {
    part: /^xl\/drawings\/.*\.(?:xml|vml)$/i,
    from: "",
    text: /<(?:a:p|div)[\s>][\s\S]*?<\/(?:a:p|div)>/g,
  },
  {
    part: /^xl\/worksheets\/[^/]*\.xml$/i,
    from: "<headerFooter",
    text: /<(?:odd|even|first)(?:Header|Footer)>[^<]*/g,
  },
  { part: /^styles\.xml$/, from: "<style:header", text: /<text:p[\s>][\s\S]*?<\/text:p>/g },
  { part: /^content\.xml$/, from: "<draw:", text: /<text:p[\s>][\s\S]*?<\/text:p>/g },
];
/** What headers and footers say of their own layout: `&C&"Arial,Bold"&14`. */
const LAYOUT = /&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z])/gi;

/** Refuses a workbook that bears a secrecy mark in a text box, a page header or a page footer. */
export function refuseSecretParts(entries: Entries): void {
  for (const [name, { buffer, byteOffset, length }] of entries)
    for (const { part, from, text } of PLACES) {
      if (!part.test(name)) continue;
      const content = Buffer.from(buffer, byteOffset, length);
      const start = content.indexOf(from);
      const texts = start === -1 ? [] : (content.toString("utf8", start).match(text) ?? []);
      if (texts.some((one) => linesOf(one).some(isSecrecyMark)))
        throw new Refusal("secret_document");
    }
}

/** The text of a piece; the parts of a page header (left, middle, right) are lines of their own. */
function linesOf(piece: string): string[] {
  const text = unescapeText(piece.replace(/<[^>]*>/g, ""));
  return text.split(/&[LCR]/).map((line) => line.replace(LAYOUT, ""));
}
