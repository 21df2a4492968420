import * as XLSX from "@e965/xlsx";
import type { Note, Sheet } from "./grid.ts";
import { Refusal } from "./refusal.ts";
import { loadCodePages, readSheets } from "./sheetjs.ts";

/** Streams that tell what a compound file is. */
const STREAMS = {
  workbook: /(?:^|\/)(?:Workbook|Book)$/i,
  encrypted: /(?:^|\/)EncryptedPackage$/i,
  word: /(?:^|\/)WordDocument$/i,
};

/** The sheets of an .xls. Throws a Refusal: also for an encrypted .xlsx, which is such a container. */
export function readXls(bytes: Uint8Array): { sheets: Sheet[]; notes: Note[] } {
  const streams = streamsOf(bytes);
  const has = (stream: RegExp) => streams.some((path) => stream.test(path));
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
  loadCodePages();
  return { sheets: readSheets(bytes), notes: [] };
}

function streamsOf(bytes: Uint8Array): string[] {
  try {
    return XLSX.CFB.read(Buffer.from(bytes), { type: "buffer" }).FullPaths;
  } catch {
    throw new Refusal("damaged", "tệp OLE hỏng", "a broken OLE container");
  }
}
