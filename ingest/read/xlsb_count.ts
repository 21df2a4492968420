import { attribute } from "./xml_text.ts";
import { type Entries, entryText } from "./zip.ts";

/** Records of an .xlsb: a sheet of the list, and cells that hold something ([MS-XLSB] 2.3). */
const SHEET = 156;
const CELLS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 62]);

interface BinaryRecord {
  type: number;
  body: Buffer;
}

/** How many cells each sheet of an .xlsb stores, by its records. Throws a RangeError where a part is cut. */
export function countXlsb(entries: Entries): number[] {
  const targets = new Map(
    (entryText(entries, "xl/_rels/workbook.bin.rels").match(/<Relationship\s[^>]*>/g) ?? []).map(
      (tag) => [attribute(tag, "Id"), attribute(tag, "Target") ?? ""],
    ),
  );
  return recordsOf(entries.get("xl/workbook.bin"))
    .filter(({ type }) => type === SHEET)
    .map(({ body }) => {
      const target = targets.get(wideText(body, 8)) ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      return recordsOf(entries.get(part)).filter(({ type }) => CELLS.has(type)).length;
    });
}

function wideText(body: Buffer, at: number): string {
  const start = at + 4;
  return body.toString("utf16le", start, start + 2 * body.readUInt32LE(at));
}

function recordsOf(part: Uint8Array = new Uint8Array()): BinaryRecord[] {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
  const records: BinaryRecord[] = [];
  for (let at = 0; at < bytes.length; ) {
    const type = readNumber(bytes, at, 2);
    const size = readNumber(bytes, type.end, 4);
    const end = size.end + size.value;
    if (end > bytes.length) throw new RangeError("a record past the end");
    records.push({ type: type.value, body: bytes.subarray(size.end, end) });
    at = end;
  }
  return records;
}

/** A number of seven bits a byte, the eighth saying that more follow. */
function readNumber(bytes: Buffer, start: number, most: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < most; index++) {
    const byte = bytes.readUInt8(start + index);
    value |= (byte & 0x7f) << (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  return { value, end: start + most };
}
