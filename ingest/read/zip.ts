import { crc32, inflateRawSync } from "node:zlib";
import { Refusal } from "./refusal.ts";
import { damaged, noDirectory, readDirectory, type ZipEntry } from "./zip_directory.ts";

/** The most that an archive may unfold to; what it declares about its sizes is not trusted. */
export interface ZipCaps {
  entries: number;
  entry_bytes: number;
  total_bytes: number;
  /** Unfolded : compressed, for entries that unfold to more than `ratio_from_bytes`. */
  ratio: number;
  ratio_from_bytes: number;
}

/** A workbook of a ward is a few megabytes; these leave it two orders of room. */
const zipCaps: ZipCaps = {
  entries: 1_000,
  entry_bytes: 256 * 2 ** 20,
  total_bytes: 512 * 2 ** 20,
  ratio: 100,
  ratio_from_bytes: 100 * 2 ** 10,
};

/** The parts of an archive by name, unfolded. */
export type Entries = ReadonlyMap<string, Uint8Array>;

const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const LEAST_CHUNK = 64;

/**
 * Decompresses an archive whole and checks each entry's sum. Keys are entry names, folders left out.
 * Throws a Refusal: `too_large` past a cap, `encrypted`, `damaged` when anything disagrees with itself.
 */
export function unzip(bytes: Uint8Array, caps: ZipCaps = zipCaps): Entries {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, Uint8Array>();
  let bytesLeft = caps.total_bytes;
  for (const entry of within(() => readDirectory(archive, caps.entries))) {
    if (entry.name.endsWith("/")) continue;
    if (entries.has(entry.name)) throw damaged("hai mục trùng tên", "two entries of one name");
    const content = within(() => decompress(archive, entry, caps, bytesLeft));
    bytesLeft -= content.length;
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

function decompress(
  archive: Buffer,
  entry: ZipEntry,
  caps: ZipCaps,
  bytesLeft: number,
): Uint8Array {
  if (entry.is_encrypted)
    throw new Refusal("encrypted", "tệp nén có mật khẩu", "an encrypted archive");
  const compressed = compressedBytes(archive, entry);
  const content =
    entry.method === STORED
      ? compressed
      : inflate(compressed, entry.uncompressed_size, capOf(compressed.length, caps, bytesLeft));
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw damaged("kiểu nén không hỗ trợ", "an unsupported compression method");
  }
  if (content.length > bytesLeft) throw tooLarge(bytesLeft);
  if (content.length !== entry.uncompressed_size || crc32(content) !== entry.crc) {
    throw damaged("nội dung không khớp mã kiểm tra", "content that fails its checksum");
  }
  return content;
}

function compressedBytes(
  archive: Buffer,
  { offset, compressed_size: compressed }: ZipEntry,
): Uint8Array {
  if (archive.readUInt32LE(offset) !== LOCAL_ENTRY) throw noDirectory();
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + compressed > archive.length)
    throw damaged("tệp nén bị cắt cụt", "a truncated archive");
  return archive.subarray(start, start + compressed);
}

function capOf(compressed: number, caps: ZipCaps, bytesLeft: number): number {
  return Math.min(
    Math.max(caps.ratio_from_bytes, compressed * caps.ratio),
    caps.entry_bytes,
    bytesLeft,
  );
}

/** What is declared is only how large a piece is asked for at once: an honest entry comes in one. */
function inflate(compressed: Uint8Array, declared: number, cap: number): Uint8Array {
  const chunkSize = Math.max(Math.min(declared, cap) + 1, LEAST_CHUNK);
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(cap, 1), chunkSize });
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
