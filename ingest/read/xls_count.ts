/** Records that open and close the parts of a BIFF stream. */
const BOF = [0x0009, 0x0209, 0x0409, 0x0809];
const EOF = 0x000a;
const SHEET = 0x0085;
const FILEPASS = 0x002f;
export const MULRK = 0x00bd;
/** Records that hold one cell: integer, number, label, boolean or error, formula, of BIFF2 to BIFF8. */
export const CELLS = new Set([
  0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0203, 0x0204, 0x0205, 0x0206, 0x0406, 0x027e, 0x00fd,
  0x00d6,
]);

interface Start {
  at: number;
  is_worksheet: boolean;
}

/**
 * How many cells each sheet of an .xls stores, by the records of its stream ([MS-XLS] 2.3); charts and
 * macro sheets count none. Throws a RangeError where the stream is cut.
 */
export function countXls(stream: Uint8Array): number[] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  return sheetStarts(bytes).map(({ at, is_worksheet }) =>
    is_worksheet ? countCells(bytes, at) : 0,
  );
}

/** Whether a stream says, before its first sheet, that the rest of it is encrypted. */
export function isEncryptedXls(stream: Uint8Array): boolean {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUInt16LE(at + 2)) {
    const type = bytes.readUInt16LE(at);
    if (type === FILEPASS) return true;
    if (type === EOF) return false;
  }
  return false;
}

/** Where the sheets begin, in the order of the stream; a stream without a list of them is one sheet. */
export function sheetStarts(bytes: Buffer): Start[] {
  const starts: Start[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUInt16LE(at + 2)) {
    const type = bytes.readUInt16LE(at);
    if (type === EOF) break;
    if (type === SHEET)
      starts.push({ at: bytes.readUInt32LE(at + 4), is_worksheet: bytes.readUInt8(at + 9) === 0 });
  }
  return starts.length > 0 ? starts.sort((a, b) => a.at - b.at) : [{ at: 0, is_worksheet: true }];
}

function countCells(bytes: Buffer, start: number): number {
  let count = 0;
  for (const { type, size } of recordsFrom(bytes, start)) {
    if (CELLS.has(type)) count += 1;
    if (type === MULRK) count += (size - 6) / 6;
  }
  return count;
}

/** A record of a stream: what it holds stands behind its type and size. */
interface XlsRecord {
  type: number;
  at: number;
  size: number;
}

/** The records of one sheet, without those of charts within it. */
export function* recordsFrom(bytes: Buffer, start: number): Generator<XlsRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= bytes.length; at += 4 + bytes.readUInt16LE(at + 2)) {
    const type = bytes.readUInt16LE(at);
    if (BOF.includes(type)) depth += 1;
    if (type === EOF) depth -= 1;
    if (depth <= 0) break;
    if (depth === 1) yield { type, at: at + 4, size: bytes.readUInt16LE(at + 2) };
  }
}

/** Records that hold what is printed above and below a page. */
const PRINTED = [0x0014, 0x0015];

/** What each sheet of an .xls (BIFF8) prints above and below its pages, with its codes. */
export function printedLinesOfXls(stream: Uint8Array): string[][] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  return sheetStarts(bytes).map(({ at, is_worksheet }) =>
    is_worksheet ? printedLines(bytes, at) : [],
  );
}

function printedLines(bytes: Buffer, start: number): string[] {
  return [...recordsFrom(bytes, start)]
    .filter(({ type, size }) => PRINTED.includes(type) && size > 3)
    .map(({ at, size }) => {
      const isWide = (bytes.readUInt8(at + 2) & 1) === 1;
      return bytes.toString(isWide ? "utf16le" : "latin1", at + 3, at + size);
    });
}
