import { crc32, inflateRawSync } from "node:zlib";
import { Refusal } from "./refusal.ts";

/** The most that an archive may unfold to; what it declares about its sizes is not trusted. */
export interface ZipCaps {
  entries: number;
  entry_bytes: number;
  total_bytes: number;
  /** Unfolded : folded, for entries that unfold to more than `ratio_from_bytes`. */
  ratio: number;
  ratio_from_bytes: number;
}

/** A workbook of a ward is a few megabytes; these leave it two orders of room. */
export const zipCaps: ZipCaps = {
  entries: 1_000,
  entry_bytes: 256 * 2 ** 20,
  total_bytes: 512 * 2 ** 20,
  ratio: 100,
  ratio_from_bytes: 100 * 2 ** 10,
};

/** The parts of an archive by name, unfolded. */
export type Entries = ReadonlyMap<string, Uint8Array>;

/** An entry as the central directory describes it. */
interface Entry {
  name: string;
  is_encrypted: boolean;
  method: number;
  crc: number;
  folded: number;
  unfolded: number;
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const IN_64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const LONGEST_COMMENT = 65_535;

/**
 * Unfolds an archive whole and checks each entry's sum. Keys are entry names, folders left out.
 * Throws a Refusal: `too_large` past a cap, `encrypted`, `damaged` when anything disagrees with itself.
 */
export function unzip(bytes: Uint8Array, caps: ZipCaps = zipCaps): Entries {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, Uint8Array>();
  let room = caps.total_bytes;
  for (const entry of within(() => readDirectory(archive, caps))) {
    if (entry.name.endsWith("/")) continue;
    if (entries.has(entry.name)) throw damaged("hai mục trùng tên", "two entries of one name");
    const content = within(() => unfold(archive, entry, caps, room));
    room -= content.length;
    entries.set(entry.name, content);
  }
  return entries;
}

/** An entry as UTF-8 text; empty when there is none. */
export function entryText(entries: Entries, name: string): string {
  return Buffer.from(entries.get(name) ?? []).toString("utf8");
}

/** Reads past the end of the archive are damage, not a fault of ours. */
function within<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged("tệp nén bị cắt cụt", "a truncated archive");
    throw error;
  }
}

function readDirectory(archive: Buffer, caps: ZipCaps): Entry[] {
  const { count, offset } = findDirectory(archive);
  if (count > caps.entries) {
    throw new Refusal(
      "too_large",
      `${count} mục (tối đa ${caps.entries})`,
      `${count} entries (at most ${caps.entries})`,
    );
  }
  const entries: Entry[] = [];
  for (let at = offset; entries.length < count; ) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw noDirectory();
    entries.push(readEntry(archive, at));
    at +=
      46 +
      archive.readUInt16LE(at + 28) +
      archive.readUInt16LE(at + 30) +
      archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findDirectory(archive: Buffer): { count: number; offset: number } {
  const first = Math.max(0, archive.length - 22 - LONGEST_COMMENT);
  for (let at = archive.length - 22; at >= first; at--) {
    if (archive.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const directory = {
      count: archive.readUInt16LE(at + 10),
      offset: archive.readUInt32LE(at + 16),
    };
    return directory.offset === IN_64 || directory.count === 0xffff
      ? findDirectory64(archive, at)
      : directory;
  }
  throw noDirectory();
}

function findDirectory64(archive: Buffer, end: number): { count: number; offset: number } {
  const at = Number(archive.readBigUInt64LE(end - 20 + 8));
  if (archive.readUInt32LE(at) !== END_OF_DIRECTORY_64) throw noDirectory();
  return {
    count: Number(archive.readBigUInt64LE(at + 32)),
    offset: Number(archive.readBigUInt64LE(at + 48)),
  };
}

function readEntry(archive: Buffer, at: number): Entry {
  const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
  const extra = archive.subarray(nameEnd, nameEnd + archive.readUInt16LE(at + 30));
  const [unfolded, folded, offset] = sizes64(extra, [
    archive.readUInt32LE(at + 24),
    archive.readUInt32LE(at + 20),
    archive.readUInt32LE(at + 42),
  ]);
  return {
    name: archive.toString("utf8", at + 46, nameEnd),
    is_encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    folded: folded ?? 0,
    unfolded: unfolded ?? 0,
    offset: offset ?? 0,
  };
}

/** Sizes that do not fit 32 bits stand, in this order, in the extra field of id 1. */
function sizes64(extra: Buffer, sizes: number[]): number[] {
  if (!sizes.includes(IN_64)) return sizes;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return sizes.map((size) => {
      if (size !== IN_64) return size;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return sizes;
}

function unfold(archive: Buffer, entry: Entry, caps: ZipCaps, room: number): Uint8Array {
  if (entry.is_encrypted)
    throw new Refusal("encrypted", "tệp nén có mật khẩu", "an encrypted archive");
  const folded = foldedBytes(archive, entry);
  const content =
    entry.method === STORED ? folded : inflate(folded, capOf(folded.length, caps, room));
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw damaged("kiểu nén không hỗ trợ", "an unsupported compression method");
  }
  if (content.length > room) throw tooLarge(room);
  if (content.length !== entry.unfolded || crc32(content) !== entry.crc) {
    throw damaged("nội dung không khớp mã kiểm tra", "content that fails its checksum");
  }
  return content;
}

function foldedBytes(archive: Buffer, { offset, folded }: Entry): Uint8Array {
  if (archive.readUInt32LE(offset) !== LOCAL_ENTRY) throw noDirectory();
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + folded > archive.length) throw damaged("tệp nén bị cắt cụt", "a truncated archive");
  return archive.subarray(start, start + folded);
}

function capOf(folded: number, caps: ZipCaps, room: number): number {
  return Math.min(Math.max(caps.ratio_from_bytes, folded * caps.ratio), caps.entry_bytes, room);
}

function inflate(folded: Uint8Array, cap: number): Uint8Array {
  try {
    return inflateRawSync(folded, { maxOutputLength: Math.max(cap, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(cap);
    throw damaged("dữ liệu nén không đọc được", "compressed data that can't be read");
  }
}

function tooLarge(cap: number): Refusal {
  const size = `${Math.round(cap / 1024)} KiB`;
  return new Refusal(
    "too_large",
    `một phần nở quá ${size} khi giải nén`,
    `a part unfolds past ${size}`,
  );
}

function noDirectory(): Refusal {
  return damaged("tệp nén không có mục lục đúng", "an archive without a proper directory");
}

function damaged(vi: string, en: string): Refusal {
  return new Refusal("damaged", vi, en);
}
