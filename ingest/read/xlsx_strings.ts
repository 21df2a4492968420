import { NotPlain } from "./plain.ts";
import { unescapeText } from "./xml_text.ts";

const HEAD = /<sst[\s>][^>]*>/;
const PHONETIC = /<rPh[\s>][\s\S]*?<\/rPh>/g;
const RUN_TEXT = /<t(?:\s[^>]*)?>([\s\S]*?)<\/t>|<t(?:\s[^>]*)?\/>/g;

/** The shared strings of an .xlsx, by their index. `xml` holds the part's bytes, one character each. Throws NotPlain. */
export function sharedStrings(xml: string): string[] {
  if (xml === "") return [];
  const head = HEAD.exec(xml);
  if (!head || xml.includes("<!", head.index)) throw new NotPlain("shared strings");
  const texts: string[] = [];
  for (let at = xml.indexOf("<si", head.index); at !== -1; ) {
    const tagEnd = xml.indexOf(">", at);
    const isEmpty = xml.charAt(tagEnd - 1) === "/";
    const end = isEmpty ? tagEnd : xml.indexOf("</si>", tagEnd);
    if (end === -1) throw new NotPlain("a string without an end");
    texts.push(isEmpty ? "" : richText(xml.slice(tagEnd + 1, end)));
    at = xml.indexOf("<si", end);
  }
  return texts;
}

/**
 * The text of a string item (`si` or `is`), of which `item` holds the bytes: its own, or that of its runs;
 * readings for Japanese left out.
 */
export function richText(item: string): string {
  const start = item.indexOf(">") + 1;
  const end = item.length - 4;
  const isPlain = item.startsWith("<t") && item.indexOf("<", start) === end;
  if (isPlain && item.endsWith("</t>")) return unescapeText(utf8Text(item.slice(start, end)));
  const runs = item.replace(PHONETIC, "").matchAll(RUN_TEXT);
  return unescapeText(utf8Text(Array.from(runs, ([, text = ""]) => text).join("")));
}

/** As long as this, a piece of a string keeps the whole of it in memory. */
const SHORTEST_PIECE = 13;

/** Text from its bytes, which stand here one character each; a copy. */
export function utf8Text(bytes: string): string {
  const isPlain = bytes.length < SHORTEST_PIECE && !/[\u0080-\u00ff]/.test(bytes);
  return isPlain ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}
