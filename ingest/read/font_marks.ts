import type { Sheet } from "./grid.ts";
import { type RunsText, textOfRuns } from "./runs.ts";
import { sheetParts, tags } from "./xlsx_parts.ts";
import { attribute, unescapeText } from "./xml_text.ts";
import { type Entries, entryText } from "./zip.ts";

/** What a font says of a cell: that it is struck through, and its text without what is. */
export interface FontMark {
  row: number;
  column: number;
  is_struck: boolean;
  text?: string;
}

/** The sheets of an .xlsx with what its fonts say of cells: struck through, raised. */
export function withFontMarks(sheets: Sheet[], entries: Entries): Sheet[] {
  const strings = markedStrings(entryText(entries, "xl/sharedStrings.xml"));
  const styles = struckStyles(entryText(entries, "xl/styles.xml"));
  const parts = sheetParts(entries);
  return sheets.map((sheet, index) => {
    const part = parts[index] ?? "";
    const isMarked = strings.size > 0 || styles.size > 0 || hasMarks(entries.get(part));
    return isMarked ? marked(sheet, marksOf(entryText(entries, part), strings, styles)) : sheet;
  });
}

/** A sheet with the marks of its cells. */
export function marked(sheet: Sheet, marks: Iterable<FontMark>): Sheet {
  const rows = [...sheet.rows];
  const own = new Set<number>();
  for (const { row, column, is_struck, text } of marks) {
    const cell = rows[row]?.[column];
    if (!cell) continue;
    if (!own.has(row)) rows[row] = [...(rows[row] ?? [])];
    own.add(row);
    const shown = cell.type === "text" && text !== undefined ? { ...cell, text } : cell;
    (rows[row] as (typeof sheet.rows)[number])[column] = is_struck
      ? { ...shown, is_struck }
      : shown;
  }
  return own.size > 0 ? { ...sheet, rows } : sheet;
}

const STRUCK = /<strike\b(?![^>]*val\s*=\s*["'](?:0|false)["'])[^>]*>/;
const RAISED = /<vertAlign\s[^>]*val\s*=\s*["']superscript["']/;
const PHONETIC = /<rPh[\s>][\s\S]*?<\/rPh>/g;
const RUN = /<r(?:\s[^>]*)?>([\s\S]*?)<\/r>/g;
const RUN_TEXT = /<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g;
const CELL = /<c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

/** The cell styles whose font is struck through, by their index. */
function struckStyles(styles: string): Set<number> {
  if (!STRUCK.test(styles)) return new Set();
  const fonts = tags(section(styles, "fonts"), /<font(?:\s[^>]*)?>[\s\S]*?<\/font>|<font\s*\/>/g);
  const all = tags(section(styles, "cellXfs"), /<xf\s[^>]*>/g);
  const isStruck = (style: string) =>
    STRUCK.test(fonts[Number(attribute(style, "fontId") ?? 0)] ?? "");
  return new Set(all.flatMap((style, index) => (isStruck(style) ? index : [])));
}

function section(xml: string, name: string): string {
  return new RegExp(`<${name}[\\s>][\\s\\S]*?</${name}>`).exec(xml)?.[0] ?? "";
}

/** The shared strings of which fonts say something, by their index. */
function markedStrings(xml: string): Map<number, RunsText> {
  if (!isOfMarks(xml)) return new Map();
  const items = tags(xml, /<si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/si>)/g);
  return new Map(
    items.flatMap((item, index) => (isOfMarks(item) ? [[index, runsText(item)]] : [])),
  );
}

function isOfMarks(xml: string): boolean {
  return STRUCK.test(xml) || RAISED.test(xml);
}

function hasMarks(bytes: Uint8Array = new Uint8Array()): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return content.includes("<strike") || content.includes("superscript");
}

function runsText(item: string): RunsText {
  const runs = [...item.replace(PHONETIC, "").matchAll(RUN)].map(([, run = ""]) => ({
    text: unescapeText([...run.matchAll(RUN_TEXT)].map(([, text = ""]) => text).join("")),
    is_struck: STRUCK.test(run),
    is_raised: RAISED.test(run),
  }));
  return textOfRuns(runs);
}

function* marksOf(
  xml: string,
  strings: ReadonlyMap<number, RunsText>,
  styles: ReadonlySet<number>,
): Generator<FontMark> {
  for (const [, attributes = "", body = ""] of xml.matchAll(CELL)) {
    const tag = ` ${attributes}`;
    const isStruck = styles.has(Number(attribute(tag, "s") ?? 0));
    const type = attribute(tag, "t");
    const inline = type === "inlineStr" && isOfMarks(body) ? runsText(body) : undefined;
    const said = type === "s" ? strings.get(indexIn(body)) : inline;
    const place = placeIn(attribute(tag, "r") ?? "");
    if (place && (isStruck || said))
      yield { ...place, ...said, is_struck: isStruck || said?.is_struck === true };
  }
}

function indexIn(body: string): number {
  return Number(/<v[^>]*>\s*(\d+)\s*<\/v>/.exec(body)?.[1] ?? -1);
}

function placeIn(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  if (letters === undefined) return null;
  const column = Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}
