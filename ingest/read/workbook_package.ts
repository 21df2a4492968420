import { isUtf8 } from "node:buffer";
import { zipSync } from "fflate";
import { complete } from "./complete.ts";
import { withFontMarks } from "./font_marks.ts";
import { fontCells } from "./fonts.ts";
import { withoutPlaceholders } from "./formula_result.ts";
import { MOST_CELLS, MOST_SHEETS, type Sheet, type WorkbookFormat } from "./grid.ts";
import type { FontEncoding } from "./legacy.ts";
import { countOds } from "./ods_count.ts";
import { readOds } from "./ods_sheets.ts";
import { formatOf, hasPart } from "./package_format.ts";
import { Refusal } from "./refusal.ts";
import { refuseSecretParts } from "./secret_parts.ts";
import { tooManyCells, tooManySheets } from "./sheet_faults.ts";
import { withRemarks } from "./sheet_remarks.ts";
import { readWithSheetJs } from "./sheetjs.ts";
import { countXlsb } from "./xlsb_count.ts";
import { readPlainXlsx } from "./xlsx_book.ts";
import { countStored } from "./xlsx_count.ts";
import { usualLayout } from "./xlsx_layout.ts";
import { sheetParts } from "./xlsx_parts.ts";
import { attribute, withoutComments } from "./xml_text.ts";
import { type Entries, entryText, unzip } from "./zip.ts";

/** A zipped workbook, read: its sheets, what fonts say of its cells, and parts worth a note. */
export interface PackageContent {
  format: WorkbookFormat;
  sheets: Sheet[];
  /** By sheet index, then by A1 address; only cells in fonts of a legacy encoding. */
  fonts: Map<string, FontEncoding>[];
  has_macros: boolean;
  has_external_links: boolean;
  /** Read past broken formatting, every cell counted. */
  is_degraded: boolean;
}

const DOCTYPE = Buffer.from("<!DOCTYPE");
const WIDE_DOCTYPES = [
  Buffer.from("<!DOCTYPE", "utf16le"),
  Buffer.from("<!DOCTYPE", "utf16le").swap16(),
];

/**
 * Reads an .xlsx, .xlsm, .xlsb or .ods: unfolded under caps by us, stored again without compression,
 * and only then given to the spreadsheet reader. Throws a Refusal.
 */
export function readPackage(bytes: Uint8Array): PackageContent {
  const parts = unzip(bytes);
  refuseEncrypted(parts);
  refuseInvalidText(parts);
  return readParts(usualLayout(parts));
}

/** Reads a workbook from its parts, of which none is compressed any more. Throws a Refusal. */
export function readParts(entries: Entries): PackageContent {
  const format = formatOf(entries);
  refuseSecretParts(entries);
  const { sheets: stored, is_degraded } = readStored(entries, format);
  const marked = format === "xlsx" ? withFontMarks(stored, entries) : stored;
  const sheets = withRemarks(marked, entries, format);
  return {
    format,
    sheets: asksToCompute(entries) ? withoutPlaceholders(sheets) : sheets,
    fonts: format === "xlsx" ? fontCells(entries) : [],
    has_macros: hasPart(entries, /vbaProject\.bin$|^Basic\//),
    has_external_links: hasPart(entries, /^xl\/externalLinks\//),
    is_degraded,
  };
}

/**
 * By the plain reader where it can, else by the library: strictly, or past cosmetic trouble. Nothing is
 * believed of which fewer cells were read than an independent count finds.
 */
function readStored(
  entries: Entries,
  format: WorkbookFormat,
): { sheets: Sheet[]; is_degraded: boolean } {
  const plain = format === "xlsx" ? readPlainXlsx(entries) : null;
  if (plain) return { sheets: plain, is_degraded: false };
  const counts = countParts(entries, format);
  if (counts.length > MOST_SHEETS) throw tooManySheets();
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_CELLS) throw tooManyCells();
  if (format === "ods") {
    const sheets = complete(
      readOds(entryText(entries, "content.xml"), entryText(entries, "styles.xml")),
      counts,
    );
    if (sheets.length === 0) throw new Refusal("damaged", "không có trang tính", "no sheet");
    return { sheets, is_degraded: false };
  }
  const stored = zipSync(Object.fromEntries(entries), { level: 0 });
  try {
    return { sheets: complete(readWithSheetJs(stored), counts), is_degraded: false };
  } catch (error) {
    const mayPass = error instanceof Refusal && error.code === "damaged" && format === "xlsx";
    if (!mayPass || counts.length === 0) throw error;
    const sheets = readWithSheetJs(stored, false);
    if (sheets.length !== counts.length) throw error;
    return { sheets: complete(sheets, counts), is_degraded: true };
  }
}

/** Cells by sheet; none where the parts are not as usual. */
function countParts(entries: Entries, format: WorkbookFormat): number[] {
  if (format === "ods") return countOds(withoutComments(entryText(entries, "content.xml")));
  if (entries.has("xl/workbook.bin")) return countXlsb(entries);
  return sheetParts(entries).map((part) => countStored(entries.get(part) ?? new Uint8Array()));
}

function refuseEncrypted(entries: Entries): void {
  if (/encryption-data/.test(entryText(entries, "META-INF/manifest.xml")))
    throw new Refusal("encrypted", "tệp .ods đã mã hóa", "an encrypted .ods");
}

/**
 * Workbooks declare no document types (entities can unfold without end), and their text is what it says
 * it is: wrong UTF-8 would land as other characters.
 */
function refuseInvalidText(entries: Entries): void {
  for (const [name, { buffer, byteOffset, length }] of entries) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const content = Buffer.from(buffer, byteOffset, length);
    const isWide = length > 1 && [0xfeff, 0xfffe].includes(content.readUInt16BE(0));
    if (content.includes(DOCTYPE) || (isWide && WIDE_DOCTYPES.some((one) => content.includes(one))))
      throw new Refusal("damaged", "khai báo DOCTYPE trong tệp", "a DOCTYPE in a part");
    if (!isWide && (!isUtf8(content) || content.includes(0)))
      throw new Refusal("damaged", "chữ không đúng mã UTF-8", "text that is no UTF-8");
  }
}

function asksToCompute(entries: Entries): boolean {
  const [tag = ""] = /<calcPr\s[^>]*>/.exec(entryText(entries, "xl/workbook.xml")) ?? [];
  return ["1", "true"].includes(attribute(tag, "fullCalcOnLoad") ?? "");
}
