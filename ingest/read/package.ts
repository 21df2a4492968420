import { zipSync } from "fflate";
import { fontCells } from "./fonts.ts";
import type { Sheet, WorkbookFormat } from "./grid.ts";
import type { FontEncoding } from "./legacy.ts";
import { hiddenTables } from "./ods.ts";
import { Refusal } from "./refusal.ts";
import { readSheets } from "./sheetjs.ts";
import { countCells } from "./xlsx_parts.ts";
import { type Entries, entryText, unzip } from "./zip.ts";

/** A zipped workbook, read: its sheets, what fonts say of its cells, and parts worth a note. */
export interface PackageContent {
  format: WorkbookFormat;
  sheets: Sheet[];
  /** By sheet index, then by A1 address; only cells in fonts of a legacy encoding. */
  fonts: Map<string, FontEncoding>[];
  has_macros: boolean;
  has_external_links: boolean;
  /** Read past broken formatting, every cell accounted for. */
  is_degraded: boolean;
}

/** Kinds of package, by a part that only they have. */
const STRANGERS: readonly { part: RegExp; vi: string; en: string }[] = [
  { part: /^word\//, vi: "văn bản Word", en: "a Word document" },
  { part: /^ppt\//, vi: "bài trình chiếu PowerPoint", en: "a PowerPoint presentation" },
];
const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

/**
 * Reads an .xlsx, .xlsm, .xlsb or .ods: unfolded under caps by us, stored again without compression,
 * and only then given to the spreadsheet reader. Throws a Refusal.
 */
export function readPackage(bytes: Uint8Array): PackageContent {
  const entries = unzip(bytes);
  const format = formatOf(entries);
  forbidDoctype(entries);
  const { sheets, is_degraded } = readStored(entries, format);
  const hidden =
    format === "ods" ? hiddenTables(entryText(entries, "content.xml")) : new Set<string>();
  return {
    format,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      isHidden: sheet.isHidden || hidden.has(sheet.name),
    })),
    fonts: format === "xlsx" ? fontCells(entries) : [],
    has_macros: has(entries, /vbaProject\.bin$|^Basic\//),
    has_external_links: has(entries, /^xl\/externalLinks\//),
    is_degraded,
  };
}

/** Strictly, or past cosmetic trouble if an independent count of an .xlsx finds no cell missing. */
function readStored(
  entries: Entries,
  format: WorkbookFormat,
): { sheets: Sheet[]; is_degraded: boolean } {
  const stored = zipSync(Object.fromEntries(entries), { level: 0 });
  try {
    return { sheets: readSheets(stored), is_degraded: false };
  } catch (error) {
    const isDamaged = error instanceof Refusal && error.code === "damaged";
    const counts = isDamaged && format === "xlsx" ? countCells(entries) : [];
    const sheets = counts.length > 0 ? readSheets(stored, false) : [];
    const agrees = sheets.length > 0 && sheets.every((sheet, i) => filled(sheet) === counts[i]);
    if (agrees && sheets.length === counts.length) return { sheets, is_degraded: true };
    throw error;
  }
}

function filled({ rows }: Sheet): number {
  return rows.flat().filter((cell) => cell !== null).length;
}

function formatOf(entries: Entries): WorkbookFormat {
  if (/encryption-data/.test(entryText(entries, "META-INF/manifest.xml"))) {
    throw new Refusal("encrypted", "tệp .ods đã mã hóa", "an encrypted .ods");
  }
  if (entryText(entries, "mimetype").trim() === ODS_TYPE) return "ods";
  if (has(entries, /^xl\/workbook\d*\.(xml|bin)$/i)) return "xlsx";
  const stranger = STRANGERS.find(({ part }) => has(entries, part));
  throw new Refusal(
    "not_a_workbook",
    stranger?.vi ?? "tệp nén không có bảng tính",
    stranger?.en ?? "an archive without a workbook",
  );
}

/** Workbooks declare no document types; entities can unfold without end. */
function forbidDoctype(entries: Entries): void {
  const marks = [Buffer.from("<!DOCTYPE"), Buffer.from("<!DOCTYPE", "utf16le")];
  for (const [name, { buffer, byteOffset, length }] of entries) {
    const content = Buffer.from(buffer, byteOffset, length);
    if (/\.(xml|rels)$/i.test(name) && marks.some((mark) => content.includes(mark))) {
      throw new Refusal("damaged", "khai báo DOCTYPE trong tệp", "a DOCTYPE in a part");
    }
  }
}

function has(entries: Entries, part: RegExp): boolean {
  return [...entries.keys()].some((name) => part.test(name));
}
