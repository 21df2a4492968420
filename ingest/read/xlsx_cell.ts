import type { Cell } from "../parse/cell.ts";
import { type NumberFormat, numberCell, numberFormat } from "./number_cell.ts";
import { NotPlain } from "./plain.ts";
import { missingString } from "./sheet_faults.ts";
import type { TagScan } from "./tag_scan.ts";
import { richText, utf8Text } from "./xlsx_strings.ts";
import { unescapeText } from "./xml_text.ts";

/** What the cells of a sheet refer to. */
export interface SheetSources {
  /** A cell for each shared string, null for a blank one: one cell stands for all with its text. */
  strings: readonly (Cell | null)[];
  formats: readonly NumberFormat[];
  /** Days between the file's date system and that of 1900. */
  dateOffset: number;
}

/** What stands between the tags of a cell. */
interface Parts {
  value: string | null;
  inline: string | null;
  is_formula: boolean;
}

const GENERAL = numberFormat("General");
const NUMBER = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
const BOOLEANS: ReadonlyMap<string, string> = new Map([
  ["1", "TRUE"],
  ["true", "TRUE"],
  ["0", "FALSE"],
  ["false", "FALSE"],
]);

/** Reads a cell whose opening tag was just read: null for a blank text, undefined for nothing at all. */
export function readCell(scan: TagScan, sources: SheetSources): Cell | null | undefined {
  const { type, style } = scan;
  const index = type === "s" && scan.sees("<v>") ? scan.readWhole(3, "</v></c>") : -1;
  if (index >= 0) return sharedCell(index, sources);
  const { value, inline, is_formula } = readParts(scan);
  if (value === null && inline === null && !is_formula) return undefined;
  if (is_formula && value === null && inline === null)
    return type === "str" ? null : { type: "error", text: "", is_formula };
  const cell =
    type === "inlineStr"
      ? textCell(richText(inline ?? noInline()))
      : cellOf(type, style, value ?? "", sources);
  return cell && is_formula ? { ...cell, is_formula } : cell;
}

function readParts(scan: TagScan): Parts {
  const parts: Parts = { value: null, inline: null, is_formula: false };
  for (scan.skipSpace(); !scan.sees("</c>"); scan.skipSpace()) {
    if (scan.sees("<v>")) parts.value = scan.readContent(3, "</v>") || null;
    else if (scan.sees("<v")) parts.value = readPart(scan, 2, "</v>") || null;
    else if (scan.sees("<is")) parts.inline = readPart(scan, 3, "</is>");
    else if (scan.sees("<f")) {
      readPart(scan, 2, "</f>");
      parts.is_formula = true;
    } else throw new NotPlain("a part of a cell");
  }
  scan.at += "</c>".length;
  return parts;
}

function readPart(scan: TagScan, nameLength: number, close: string): string {
  scan.readTag(nameLength);
  return scan.isClosed ? "" : scan.readContent(0, close);
}

function cellOf(type: string, style: number, value: string, sources: SheetSources): Cell | null {
  if (type === "s") return sharedCell(/^\d*$/.test(value) ? Number(value) : -1, sources);
  if (type === "n") return storedNumber(value, style, sources);
  if (type === "str") return textCell(unescapeText(utf8Text(value)));
  if (type === "e") return { type: "error", text: unescapeText(value) };
  const text = type === "b" ? BOOLEANS.get(value) : undefined;
  if (text === undefined) throw new NotPlain("a cell's type");
  return { type: "boolean", text };
}

function sharedCell(index: number, { strings }: SheetSources): Cell | null {
  const cell = strings[index];
  if (cell === undefined) throw missingString();
  return cell;
}

function storedNumber(value: string, style: number, sources: SheetSources): Cell {
  if (!NUMBER.test(value)) return { type: "error", text: unescapeText(utf8Text(value)) };
  return numberCell(Number(value), sources.formats[style] ?? GENERAL, sources.dateOffset);
}

/** A cell of a text; null for a blank one. */
export function textCell(text: string): Cell | null {
  return text.trim() === "" ? null : { type: "text", text };
}

function noInline(): never {
  throw new NotPlain("a text without its text");
}
