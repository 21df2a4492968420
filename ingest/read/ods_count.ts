import { attribute, unescapeEntities } from "./xml_text.ts";

const TAGS = /<table:(table|table-source|table-row|table-cell)(?=[\s/>])[^>]*>/g;
const FORMULA = /\stable:formula\s*=/;
/** Notes and pictures are no text of their cell. */
const ASIDE = /<(office:annotation|draw:[\w-]+|text:note)[\s>][\s\S]*?<\/\1>/g;

/**
 * How many cells of each table of an .ods hold a value, a text or a formula, repeated ones as often as they
 * stand for, counted by their tags; empty texts are none. `content` is content.xml.
 */
export function countOds(content: string): number[] {
  const counts: number[] = [];
  let rows = 1;
  let isCache = false;
  for (const { 0: tag, 1: name, index } of content.matchAll(TAGS)) {
    if (name === "table-source") isCache = counts.pop() !== undefined;
    else if (name === "table") {
      counts.push(0);
      isCache = false;
    } else if (name === "table-row") rows = repeats(tag, "rows");
    else if (!isCache && counts.length > 0 && isHeld(tag, content, index + tag.length))
      counts.push((counts.pop() ?? 0) + rows * repeats(tag, "columns"));
  }
  return counts;
}

/** Whether a cell has a value, a formula that gives more than an empty text, or a text. */
function isHeld(tag: string, content: string, start: number): boolean {
  const type = attribute(tag, "office:value-type");
  if (type !== null && type !== "string") return true;
  if (type === null && FORMULA.test(tag)) return !isEmptyText(tag, content, start);
  const stated = attribute(tag, "office:string-value");
  return stated === null ? textOf(tag, content, start) !== "" : stated.trim() !== "";
}

/** The text of a cell as far as blanks tell: none of its notes and pictures. */
function textOf(tag: string, content: string, start: number): string {
  if (tag.endsWith("/>")) return "";
  const cell = content.slice(start, content.indexOf("</table:table-cell>", start));
  return unescapeEntities(cell.replace(ASIDE, "").replace(/<[^>]*>/g, "")).trim();
}

function isEmptyText(tag: string, content: string, start: number): boolean {
  const isStated = !tag.endsWith("/>") && /^\s*<text:p/.test(content.slice(start, start + 100));
  return isStated && textOf(tag, content, start) === "";
}

function repeats(tag: string, of: "rows" | "columns"): number {
  return Number(attribute(tag, `table:number-${of}-repeated`) ?? 1);
}
