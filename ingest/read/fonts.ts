import { type FontEncoding, fontEncoding } from "./legacy.ts";
import { sheetParts, tags } from "./xlsx_parts.ts";
import { attribute } from "./xml_text.ts";
import { type Entries, entryText } from "./zip.ts";

const LEGACY_FONT = /<name\s[^>]*val="(?:\.vn|vni-)/i;

/**
 * The cells of an .xlsx that are set in fonts of a legacy encoding (.VnTime, VNI-Times): for each sheet,
 * in the workbook's order, A1 address → encoding. Empty when the workbook has no such font.
 */
export function fontCells(entries: Entries): Map<string, FontEncoding>[] {
  const styles = entryText(entries, "xl/styles.xml");
  if (!LEGACY_FONT.test(styles)) return [];
  const encodings = styleEncodings(styles);
  return sheetParts(entries).map((part) => cellsOf(entryText(entries, part), encodings));
}

/** The encoding of each cell style, by its index. */
function styleEncodings(styles: string): (FontEncoding | null)[] {
  const fonts = tags(section(styles, "fonts"), /<font>[\s\S]*?<\/font>|<font\s*\/>/g).map((font) =>
    fontEncoding(attribute(/<name\s[^>]*>/.exec(font)?.[0] ?? "", "val") ?? ""),
  );
  return tags(section(styles, "cellXfs"), /<xf\s[^>]*>/g).map(
    (style) => fonts[Number(attribute(style, "fontId") ?? 0)] ?? null,
  );
}

function cellsOf(sheet: string, encodings: (FontEncoding | null)[]): Map<string, FontEncoding> {
  const cells = new Map<string, FontEncoding>();
  for (const cell of tags(sheet, /<c\s[^>]*>/g)) {
    const encoding = encodings[Number(attribute(cell, "s") ?? 0)];
    if (encoding) cells.set(attribute(cell, "r") ?? "", encoding);
  }
  return cells;
}

function section(xml: string, name: string): string {
  return new RegExp(`<${name}[\\s>][\\s\\S]*?</${name}>`).exec(xml)?.[0] ?? "";
}
