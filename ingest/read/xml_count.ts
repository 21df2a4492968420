import { unescapeEntities } from "./xml_text.ts";

const SHEETS = /<(?:\w+:)?Worksheet[\s>]/g;
const DATA = /<(?:\w+:)?Data(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?Data>/g;

/** How many cells of each sheet of an XML spreadsheet (2003) hold something, by their tags. */
export function countXml(xml: string): number[] {
  const starts = Array.from(xml.matchAll(SHEETS), ({ index }) => index);
  return starts.map((start, sheet) => {
    const cells = xml.slice(start, starts[sheet + 1]).matchAll(DATA);
    return Array.from(cells, ([, text = ""]) => textOf(text)).filter((text) => text !== "").length;
  });
}

/** The same spreadsheet, each text in one piece: its reader takes the last of several runs for the whole. */
export function withoutRuns(xml: string): string {
  return xml.replace(DATA, (data, text: string) =>
    text.includes("<") ? data.replace(text, () => text.replace(/<[^>]*>/g, "")) : data,
  );
}

function textOf(content: string): string {
  return unescapeEntities(content.replace(/<[^>]*>/g, "")).trim();
}
