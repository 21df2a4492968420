import { attribute } from "./xml_text.ts";
import { type Entries, entryText } from "./zip.ts";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  name: string;
  part: string;
  /** What its relation says it is: `worksheet`, `chartsheet`, `dialogsheet`, `xlMacrosheet` … */
  kind: string;
  is_hidden: boolean;
}

/** The sheets of an .xlsx in the workbook's order, and whether its dates begin in 1904. */
export function listSheets(entries: Entries): { sheets: ListedSheet[]; is_1904: boolean } {
  const relations = new Map(
    tags(entryText(entries, "xl/_rels/workbook.xml.rels"), /<Relationship\s[^>]*>/g).map((tag) => [
      attribute(tag, "Id"),
      tag,
    ]),
  );
  const workbook = entryText(entries, "xl/workbook.xml");
  const sheets = tags(workbook, /<sheet\s[^>]*>/g).map((tag) => {
    const relation = relations.get(attribute(tag, "r:id")) ?? "";
    const target = attribute(relation, "Target") ?? "";
    return {
      name: attribute(tag, "name") ?? "",
      part: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
      kind: /[^/]*$/.exec(attribute(relation, "Type") ?? "")?.[0] ?? "",
      is_hidden: (attribute(tag, "state") ?? "visible") !== "visible",
    };
  });
  const date1904 = attribute(/<workbookPr\s[^>]*>/.exec(workbook)?.[0] ?? "", "date1904");
  return { sheets, is_1904: date1904 === "1" || date1904 === "true" };
}

/** The names of the parts that hold an .xlsx's sheets, in the workbook's order. */
export function sheetParts(entries: Entries): string[] {
  return listSheets(entries).sheets.map(({ part }) => part);
}

/** All matches of a pattern in a part. */
export function tags(xml: string, pattern: RegExp): string[] {
  return xml.match(pattern) ?? [];
}
