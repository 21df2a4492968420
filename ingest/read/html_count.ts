import { unescapeEntities } from "./xml_text.ts";

const TABLE = /<table[\s>][\s\S]*?<\/table>/gi;
const CELL = /<t[dh](?:\s[^>]*)?>([\s\S]*?)(?=<\/?t[dhr][\s>]|<\/table)/gi;

/** How many cells of each table of a web page hold a text, by their tags. */
export function countTables(html: string): number[] {
  return (html.match(TABLE) ?? []).map((table) => {
    const texts = Array.from(table.matchAll(CELL), ([, content = ""]) => textOf(content));
    return texts.filter((text) => text !== "").length;
  });
}

function textOf(content: string): string {
  return unescapeEntities(content.replace(/<[^>]*>|&nbsp;/g, "")).trim();
}
