import { attribute } from "./xml_text.ts";

/** Names of the tables of an .ods that are hidden. `content` is content.xml. */
export function hiddenTables(content: string): Set<string> {
  const hiddenStyles = new Set<string>();
  for (const [style] of content.matchAll(
    /<style:style\b[^>]*family="table"[^>]*>[\s\S]*?<\/style:style>/g,
  )) {
    if (/table:display="false"/.test(style)) hiddenStyles.add(attribute(style, "style:name") ?? "");
  }
  const tables = [...content.matchAll(/<table:table\s[^>]*>/g)].map(([tag]) => tag);
  return new Set(
    tables
      .filter((tag) => hiddenStyles.has(attribute(tag, "table:style-name") ?? ""))
      .map((tag) => attribute(tag, "table:name") ?? ""),
  );
}
