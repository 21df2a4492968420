import { Refusal } from "./refusal.ts";

/** An entry as the central directory describes it; writers on Windows may part names by backslashes. */
export interface ZipEntry {
  name: string;
  is_encrypted: boolean;
  method: number;
  crc: number;
  compressed_size: number;
  uncompressed_size: number;
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const IN_64 = 0xffffffff;
const LONGEST_COMMENT = 65_535;

/**
 * The entries of an archive by its central directory, ZIP64 too.
 * Throws a Refusal (`too_large`, `damaged`), or a RangeError where the archive is cut.
 */
export function readDirectory(archive: Buffer, mostEntries: number): ZipEntry[] {
  const { count, offset } = findDirectory(archive);
  if (count > mostEntries) {
    throw new Refusal(
      "too_large",
      `${count} mục (tối đa ${mostEntries})`,
      `${count} entries (at most ${mostEntries})`,
    );
  }
  const entries: ZipEntry[] = [];
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

function readEntry(archive: Buffer, at: number): ZipEntry {
  const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
  const extra = archive.subarray(nameEnd, nameEnd + archive.readUInt16LE(at + 30));
  const [unfolded, folded, offset] = sizes64(extra, [
    archive.readUInt32LE(at + 24),
    archive.readUInt32LE(at + 20),
    archive.readUInt32LE(at + 42),
  ]);
  return {
    name: archive.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/"),
    is_encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    compressed_size: folded ?? 0,
    uncompressed_size: unfolded ?? 0,
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

/** The refusal of an archive that can't be found its way in. */
export function noDirectory(): Refusal {
  return damaged("tệp nén không có mục lục đúng", "an archive without a proper directory");
}

/** The refusal of an archive that disagrees with itself. */
export function damaged(found_vi: string, found_en: string): Refusal {
  return new Refusal("damaged", found_vi, found_en);
}
