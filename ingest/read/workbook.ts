import { extname } from "node:path";
import { readCsv } from "./csv.ts";
import {
  type Cell,
  cellAddress,
  type Note,
  type Sheet,
  type Workbook,
  type WorkbookFormat,
} from "./grid.ts";
import { decodeTexts, type FontEncoding } from "./legacy.ts";
import { readPackage } from "./package.ts";
import { Refusal } from "./refusal.ts";
import { refuseSecret } from "./secret.ts";
import { readSheets } from "./sheetjs.ts";
import { sniff } from "./sniff.ts";
import { decodeText } from "./text.ts";
import { readXls } from "./xls.ts";

/** A file as its container gave it: texts not yet decoded from legacy fonts. */
interface Raw {
  format: WorkbookFormat;
  encoding: string | null;
  sheets: Sheet[];
  fonts: Map<string, FontEncoding>[];
  notes: Note[];
}

/**
 * Reads the bytes of a file an office sent, by what they are and not by their name.
 * Throws a Refusal, and nothing else, when the file can't be believed as a whole.
 */
export function readWorkbook(bytes: Uint8Array, fileName: string): Workbook {
  try {
    const raw = readRaw(bytes);
    const { sheets, encoding } = decodeSheets(raw);
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
  if (container === "zip") return readZipped(bytes);
  if (container === "cfb") return { ...readXls(bytes), format: "xls", encoding: null, fonts: [] };
  return readText(bytes);
}

function readZipped(bytes: Uint8Array): Raw {
  const { format, sheets, fonts, has_macros, has_external_links } = readPackage(bytes);
  const notes = [
    has_macros ? NOTES.macros : [],
    has_external_links ? NOTES.external_links : [],
  ].flat();
  return { format, encoding: null, sheets, fonts, notes };
}

function readText(bytes: Uint8Array): Raw {
  const { text, encoding, is_uncertain } = decodeText(bytes);
  const notes = is_uncertain ? [NOTES.encoding_uncertain] : [];
  if (text.trimStart().startsWith("<") && /<table[\s>]/i.test(text)) {
    return { format: "html", encoding, sheets: readSheets(text), fonts: [], notes };
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

/** Decodes every text of the file in one judgement, then drops blanks and cuts empty ends. */
function decodeSheets({ sheets, fonts }: Raw): { sheets: Sheet[]; encoding: string | null } {
  const cells = sheets.flatMap(({ rows }, index) =>
    rows.flatMap((row, top) =>
      row.flatMap((cell, left) =>
        cell?.type === "text"
          ? [{ cell, text: cell.text, font: fonts[index]?.get(cellAddress(top, left)) ?? null }]
          : [],
      ),
    ),
  );
  const names = decodeTexts(sheets.map(({ name }) => ({ text: name, font: null }))).texts;
  const { texts, encoding } = decodeTexts(cells);
  const decoded = new Map(cells.map(({ cell }, index) => [cell, texts[index] ?? ""]));
  return {
    encoding,
    sheets: sheets.map((sheet, index) => ({
      ...sheet,
      name: names[index] ?? sheet.name,
      rows: withoutEmptyEnd(
        sheet.rows.map((row) =>
          withoutEmptyEnd(
            row.map((cell) => finish(cell, decoded)),
            isNull,
          ),
        ),
        (row) => row.length === 0,
      ),
    })),
  };
}

function finish(cell: Cell | null, decoded: ReadonlyMap<Cell, string>): Cell | null {
  if (cell === null) return null;
  const text = (decoded.get(cell) ?? cell.text).normalize("NFC").trim();
  return text === "" && cell.type === "text" ? null : { ...cell, text };
}

function withoutEmptyEnd<T>(items: T[], isEmpty: (item: T) => boolean): T[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
}

function isNull(cell: Cell | null): boolean {
  return cell === null;
}

/** What files of a format are usually called. */
const EXTENSIONS: Readonly<Record<WorkbookFormat, readonly string[]>> = {
  xlsx: [".xlsx", ".xlsm", ".xlsb", ".xltx"],
  xls: [".xls", ".xlt"],
  ods: [".ods", ".ots"],
  csv: [".csv", ".txt", ".tsv"],
  html: [".html", ".htm"],
};

const NOTES = {
  macros: {
    code: "macros",
    message_vi: "Tệp có macro; macro không được chạy, chỉ đọc giá trị đã lưu.",
    message_en: "The file has macros; they are not run, only stored values are read.",
  },
  external_links: {
    code: "external_links",
    message_vi: "Tệp liên kết tới tệp khác; chỉ đọc giá trị đã lưu.",
    message_en: "The file links to other files; only stored values are read.",
  },
  encoding_uncertain: {
    code: "encoding_uncertain",
    message_vi: "Không nhận ra bảng mã tiếng Việt của tệp; hãy lưu lại dưới dạng UTF-8 hoặc .xlsx.",
    message_en: "The text encoding was not recognised; save the file as UTF-8 or .xlsx.",
  },
} as const satisfies Record<string, Note>;

function extensionNotes(format: WorkbookFormat, fileName: string): Note[] {
  const extension = extname(fileName).toLowerCase();
  if (EXTENSIONS[format].includes(extension)) return [];
  return [
    {
      code: "wrong_extension",
      message_vi: `Tên tệp có đuôi "${extension}" nhưng nội dung là ${format}; đã đọc theo nội dung.`,
      message_en: `The file is named "${extension}" but holds ${format}; read by its content.`,
    },
  ];
}

function hiddenNotes(sheets: readonly Sheet[]): Note[] {
  return sheets
    .filter(({ isHidden }) => isHidden)
    .map(({ name }) => ({
      code: "hidden_sheet",
      message_vi: "Trang tính bị ẩn.",
      message_en: "The sheet is hidden.",
      sheet: name,
    }));
}
