import { isUtf8 } from "node:buffer";
import { zipSync } from "fflate";
import { complete } from "./complete.ts";
import { fontCells } from "./fonts.ts";
import { MOST_CELLS, MOST_SHEETS, type Sheet, type WorkbookFormat } from "./grid.ts";
import type { FontEncoding } from "./legacy.ts";
import { countOds } from "./ods_count.ts";
import { readOds } from "./ods_sheets.ts";
import { Refusal } from "./refusal.ts";
import { refuseSecretParts } from "./secret_parts.ts";
import { tooManyCells, tooManySheets } from "./sheet_faults.ts";
import { readWithSheetJs } from "./sheetjs.ts";
import { readPlainXlsx } from "./xlsx_book.ts";
import { countStored } from "./xlsx_count.ts";
import { usualLayout } from "./xlsx_layout.ts";
import { sheetParts } from "./xlsx_parts.ts";
import { withoutComments } from "./xml_text.ts";
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

/** Kinds of package, by a part that only they have. */
const OTHER_KINDS: readonly { part: RegExp; vi: string; en: string }[] = [
  { part: /^word\//, vi: "văn bản Word", en: "a Word document" },
  { part: /^ppt\//, vi: "bài trình chiếu PowerPoint", en: "a PowerPoint presentation" },
];
const DOCTYPE = Buffer.from("<!DOCTYPE");
const WIDE_DOCTYPES = [
  Buffer.from("<!DOCTYPE", "utf16le"),
  Buffer.from("<!DOCTYPE", "utf16le").swap16(),
];
const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

/**
 * Reads an .xlsx, .xlsm, .xlsb or .ods: unfolded under caps by us, stored again without compression,
 * and only then given to the spreadsheet reader. Throws a Refusal.
 */
export function readPackage(bytes: Uint8Array): PackageContent {
  const parts = unzip(bytes);
  refuseInvalidText(parts);
  return readParts(usualLayout(parts));
}

/** Reads a workbook from its parts, of which none is compressed any more. Throws a Refusal. */
export function readParts(entries: Entries): PackageContent {
  const format = formatOf(entries);
  refuseSecretParts(entries);
  const { sheets, is_degraded } = readStored(entries, format);
  return {
    format,
    sheets,
    fonts: format === "xlsx" ? fontCells(entries) : [],
    has_macros: has(entries, /vbaProject\.bin$|^Basic\//),
    has_external_links: has(entries, /^xl\/externalLinks\//),
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
  return sheetParts(entries).map((part) => countStored(entries.get(part) ?? new Uint8Array()));
}

function formatOf(entries: Entries): WorkbookFormat {
  if (/encryption-data/.test(entryText(entries, "META-INF/manifest.xml"))) {
    throw new Refusal("encrypted", "tệp .ods đã mã hóa", "an encrypted .ods");
  }
  if (entryText(entries, "mimetype").trim() === ODS_TYPE) return "ods";
  if (has(entries, /^xl\/workbook\d*\.(xml|bin)$/i)) return "xlsx";
  const other = OTHER_KINDS.find(({ part }) => has(entries, part));
  throw new Refusal(
    "not_a_workbook",
    other?.vi ?? "tệp nén không có bảng tính",
    other?.en ?? "an archive without a workbook",
  );
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

function has(entries: Entries, part: RegExp): boolean {
  return [...entries.keys()].some((name) => part.test(name));
}
