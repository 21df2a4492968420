import * as XLSX from "@e965/xlsx";
import { complete } from "./complete.ts";
import { marked } from "./font_marks.ts";
import type { Note, Sheet } from "./grid.ts";
import { Refusal } from "./refusal.ts";
import { withoutCodes } from "./sheet_remarks.ts";
import { loadCodePages, readWithSheetJs } from "./sheetjs.ts";
import { countXls, isEncryptedXls, printedLinesOfXls } from "./xls_count.ts";
import { struckCellsOfXls } from "./xls_marks.ts";

/** Streams that tell what a compound file is. */
const STREAMS = {
  workbook: /(?:^|\/)(?:Workbook|Book)$/i,
  encrypted: /(?:^|\/)EncryptedPackage$/i,
  word: /(?:^|\/)WordDocument$/i,
};

/** A compound file as the library opens it. */
interface Container {
  FullPaths: string[];
  FileIndex: { content?: Uint8Array | number[] }[];
}

/** The sheets of an .xls. Throws a Refusal: also for an encrypted .xlsx, which is such a container. */
export function readXls(bytes: Uint8Array): { sheets: Sheet[]; notes: Note[] } {
  const container = openContainer(bytes);
  const has = (stream: RegExp) => container.FullPaths.some((path) => stream.test(path));
  if (has(STREAMS.encrypted)) {
    throw new Refusal("encrypted", "tệp .xlsx đã mã hóa", "an encrypted .xlsx");
  }
  if (!has(STREAMS.workbook)) {
    throw has(STREAMS.word)
      ? new Refusal("not_a_workbook", "văn bản Word", "a Word document")
      : new Refusal(
          "not_a_workbook",
          "tệp OLE không có bảng tính",
          "an OLE file without a workbook",
        );
  }
  const stream = streamOf(container);
  if (isEncryptedXls(stream)) {
    throw new Refusal("encrypted", "tệp .xls đã mã hóa", "an encrypted .xls");
  }
  loadCodePages();
  const read = readWithSheetJs(bytes);
  const struck = struckCellsOfXls(stream);
  const printed = printedLinesOfXls(stream).map((lines) => lines.map(withoutCodes));
  const sheets = complete(read, countCells(stream)).map((sheet, at) =>
    withSaid(marked(sheet, struck[at] ?? []), [
      ...(read[at]?.comments ?? []),
      ...(printed[at] ?? []),
    ]),
  );
  return { sheets, notes: [] };
}

function withSaid(sheet: Sheet, remarks: readonly string[]): Sheet {
  const said = remarks.filter((text) => /\p{L}{2}/u.test(text));
  return said.length > 0 ? { ...sheet, remarks: said } : sheet;
}

function streamOf({ FullPaths, FileIndex }: Container): Uint8Array {
  const index = FullPaths.findIndex((path) => STREAMS.workbook.test(path));
  return Uint8Array.from(FileIndex[index]?.content ?? []);
}

function countCells(stream: Uint8Array): number[] {
  try {
    return countXls(stream);
  } catch {
    throw new Refusal("damaged", "dòng dữ liệu bị cắt cụt", "a truncated stream");
  }
}

function openContainer(bytes: Uint8Array): Container {
  try {
    return XLSX.CFB.read(Buffer.from(bytes), { type: "buffer" });
  } catch {
    throw new Refusal("damaged", "tệp OLE hỏng", "a broken OLE container");
  }
}
