import { complete } from "./complete.ts";
import { readCsv } from "./csv.ts";
import { decodeSheets } from "./decode.ts";
import type { Note, Sheet, Workbook, WorkbookFormat } from "./grid.ts";
import { countTables } from "./html_count.ts";
import { withLetters } from "./html_text.ts";
import { decodeTexts, type FontEncoding } from "./legacy.ts";
import { extensionNotes, hiddenNotes, NOTES } from "./notes.ts";
import { flatParts } from "./package_format.ts";
import { Refusal } from "./refusal.ts";
import { refuseSecret } from "./secret.ts";
import { readWithSheetJs } from "./sheetjs.ts";
import { sniff } from "./sniff.ts";
import { decodeText } from "./text.ts";
import { type PackageContent, readPackage, readParts } from "./workbook_package.ts";
import { readXls } from "./xls.ts";
import { countXml, withoutRuns } from "./xml_count.ts";

/** What may stand before the first tag of an XML text, and that tag. */
const PROLOG =
  /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*(<[\w.-][^>]*>)/i;
const OPEN_DOCUMENT = /^<office:document\s[^>]*office:mimetype="[^"]*opendocument\.spreadsheet/;
const XML_2003 = /^<(?:[\w.-]+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/;

/** A file as its container gave it: texts not yet decoded from legacy fonts. */
interface Raw {
  format: WorkbookFormat;
  encoding: string | null;
  sheets: Sheet[];
  fonts: Map<string, FontEncoding>[];
  notes: Note[];
}

/**
 * Reads the bytes of a file an office sent, by what they are and not by their name; `decode` makes Unicode of
 * texts in legacy fonts.
 * Throws a Refusal, and nothing else, when the file can't be believed as a whole.
 */
export function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  decode: typeof decodeTexts = decodeTexts,
): Workbook {
  try {
    const raw = readRaw(bytes);
    const { sheets, encoding } = decodeSheets(raw.sheets, raw.fonts, decode);
    refuseSecret(sheets);
    const notes = [...extensionNotes(raw.format, fileName), ...raw.notes, ...hiddenNotes(sheets)];
    return { format: raw.format, encoding: encoding ?? raw.encoding, sheets, notes };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("damaged", "nội dung không đọc được", "content that can't be read");
  }
}

function readRaw(bytes: Uint8Array): Raw {
  const container = sniff(bytes);
  if (container === "zip") return fromPackage(readPackage(bytes));
  if (container === "cfb") return { ...readXls(bytes), format: "xls", encoding: null, fonts: [] };
  return readText(bytes);
}

function fromPackage(content: PackageContent): Raw {
  const { format, sheets, fonts, has_macros, has_external_links, is_degraded } = content;
  const notes = [
    has_macros ? NOTES.macros : [],
    has_external_links ? NOTES.external_links : [],
    is_degraded ? NOTES.degraded : [],
  ].flat();
  return { format, encoding: null, sheets, fonts, notes };
}

/** A workbook in one XML file, read as the package that it could have been. */
function readFlat(text: string): Raw {
  refuseDoctype(text);
  return fromPackage(readParts(flatParts(text)));
}

/** The first tag of an XML text; empty for any other. */
function rootOf(text: string): string {
  return PROLOG.exec(text)?.[1] ?? "";
}

function refuseDoctype(text: string): void {
  if (text.includes("<!DOCTYPE"))
    throw new Refusal("damaged", "khai báo DOCTYPE trong tệp", "a DOCTYPE in a part");
}

function readText(bytes: Uint8Array): Raw {
  const { text, encoding, is_uncertain } = decodeText(bytes);
  if (text.trim() === "") throw new Refusal("empty_file");
  const notes = is_uncertain ? [NOTES.encoding_uncertain] : [];
  const root = rootOf(text);
  if (OPEN_DOCUMENT.test(root)) return readFlat(text);
  if (XML_2003.test(root)) {
    refuseDoctype(text);
    const sheets = complete(readWithSheetJs(withoutRuns(text)), countXml(text));
    return { format: "xml", encoding, sheets, fonts: [], notes };
  }
  if (text.trimStart().startsWith("<") && /<table[\s>]/i.test(text)) {
    return {
      format: "html",
      encoding,
      sheets: complete(readWithSheetJs(withLetters(text)), countTables(text)),
      fonts: [],
      notes,
    };
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    throw new Refusal(
      "not_a_workbook",
      "trang web hoặc XML không có bảng",
      "a web page or XML without a table",
    );
  }
  return { format: "csv", encoding, sheets: [readCsv(text, "CSV")], fonts: [], notes };
}
