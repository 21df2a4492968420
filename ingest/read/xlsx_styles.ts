import * as XLSX from "@e965/xlsx";
import { type NumberFormat, numberFormat } from "./number_cell.ts";
import { tags } from "./xlsx_parts.ts";
import { attribute } from "./xml_text.ts";

/** The formats that have a number and no text in the file; read before any workbook adds its own. */
const BUILT_IN: Readonly<Record<number, string>> = { ...XLSX.SSF.get_table() };

/** The number format of each cell style of an .xlsx, by its index. */
export function styleFormats(styles: string): NumberFormat[] {
  const own = new Map(
    tags(styles, /<numFmt\s[^>]*>/g).map((tag) => [
      Number(attribute(tag, "numFmtId")),
      attribute(tag, "formatCode") ?? "General",
    ]),
  );
  const formats = new Map<number, NumberFormat>();
  const section = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  return tags(section, /<xf\s[^>]*>/g).map((style) => {
    const id = Number(attribute(style, "numFmtId") ?? 0);
    const format = formats.get(id) ?? numberFormat(own.get(id) ?? BUILT_IN[id] ?? "General");
    formats.set(id, format);
    return format;
  });
}
