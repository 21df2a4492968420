import { attribute } from "./xml.ts";
import { type Entries, entryText } from "./zip.ts";

const CELL = /<c\s[^>]*[^/]>[\s\S]*?<\/c>/g;
const VALUE = /<v(?:\s[^>]*)?>[^<]|<is>|<f[\s>]/;

/** The names of the parts that hold an .xlsx's sheets, in the workbook's order. */
export function sheetParts(entries: Entries): string[] {
  const relations = tags(
    entryText(entries, "xl/_rels/workbook.xml.rels"),
    /<Relationship\s[^>]*>/g,
  );
  const targets = new Map(relations.map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]));
  return tags(entryText(entries, "xl/workbook.xml"), /<sheet\s[^>]*>/g).map((sheet) => {
    const target = targets.get(attribute(sheet, "r:id")) ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  });
}

/** How many cells of each sheet hold something, counted by their tags; nothing where parts are not as usual. */
export function countCells(entries: Entries): number[] {
  return sheetParts(entries).map(
    (part) => tags(entryText(entries, part), CELL).filter((cell) => VALUE.test(cell)).length,
  );
}

/** All matches of a pattern in a part. */
export function tags(xml: string, pattern: RegExp): string[] {
  return xml.match(pattern) ?? [];
}
