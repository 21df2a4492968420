import { NotPlain } from "./plain.ts";
import { unescapeText } from "./xml_text.ts";

const HEAD = /<sst[\s>][^>]*>/;
const PHONETIC = /<rPh[\s>][\s\S]*?<\/rPh>/g;
const RUN_TEXT = /<t(?:\s[^>]*)?>([\s\S]*?)<\/t>|<t(?:\s[^>]*)?\/>/g;

/** The shared strings of an .xlsx, by their index. Throws NotPlain. */
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

/** The text of a string item (`si` or `is`): its own, or that of its runs; readings for Japanese left out. */
export function richText(item: string): string {
  const start = item.indexOf(">") + 1;
  const end = item.length - 4;
  const isPlain = item.startsWith("<t") && item.indexOf("<", start) === end;
  if (isPlain && item.endsWith("</t>")) return ownText(unescapeText(item.slice(start, end)));
  const runs = item.replace(PHONETIC, "").matchAll(RUN_TEXT);
  return unescapeText(Array.from(runs, ([, text = ""]) => text).join(""));
}

/** A copy: a piece of a string keeps the whole of it in memory. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
}
