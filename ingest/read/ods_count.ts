import { attribute } from "./xml_text.ts";

const TAGS = /<table:(table|table-row|table-cell)(?=[\s/>])[^>]*>/g;
const HOLDS = /\s(?:office:value-type|table:formula)\s*=/;

/**
 * How many cells of each table of an .ods hold a value or a formula, repeated ones as often as they stand
 * for, counted by their tags. `content` is content.xml.
 */
export function countOds(content: string): number[] {
  const counts: number[] = [];
  let rows = 1;
  for (const [tag, name] of content.matchAll(TAGS)) {
    if (name === "table") counts.push(0);
    else if (name === "table-row") rows = repeats(tag, "rows");
    else if (HOLDS.test(tag) && counts.length > 0)
      counts.push((counts.pop() ?? 0) + rows * repeats(tag, "columns"));
  }
  return counts;
}

function repeats(tag: string, of: "rows" | "columns"): number {
  return Number(attribute(tag, `table:number-${of}-repeated`) ?? 1);
}
