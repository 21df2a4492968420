import type { Kind } from "./kind.ts";
import { good } from "./parts.ts";

const SECTOR = 512;
/** Places in the header of a compound file ([MS-CFB] 2.2). */
const HEADER = { sectorShift: 30, fatCount: 44, directory: 48, difat: 68, firstFat: 76 };
const END = 0xffff_fffe;

/** A kind that is one change to the bytes of an .xls. */
const stream = (id: string, expected: Kind["expected"], change: (bytes: Buffer) => void): Kind => ({
  id,
  expected,
  make: {
    xls: (cases) => {
      const bytes = Buffer.from(good("xls", cases));
      change(bytes);
      return bytes;
    },
  },
});
const sectorAt = (bytes: Buffer, place: number) => (bytes.readUInt32LE(place) + 1) * SECTOR;
/** The place of the first record of a type. */
const record = (bytes: Buffer, type: number) => {
  const start = bytes.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
  for (let at = start; at + 4 < bytes.length; at += 4 + bytes.readUInt16LE(at + 2))
    if (bytes.readUInt16LE(at) === type) return at;
  throw new Error(`no record: ${type}`);
};
const BROKEN = ["damaged", "not_a_workbook", "landed"];

/** Compound files and records of an .xls that lie. */
export const streams: readonly Kind[] = [
  stream("chain_in_a_circle", BROKEN, (bytes) => {
    const fat = sectorAt(bytes, HEADER.firstFat);
    for (let at = 0; at < 100; at++) bytes.writeUInt32LE(at, fat + at * 4);
  }),
  stream("chain_to_nowhere", BROKEN, (bytes) => {
    const fat = sectorAt(bytes, HEADER.firstFat);
    for (let at = 0; at < 100; at++) bytes.writeUInt32LE(0x00ff_ffff, fat + at * 4);
  }),
  stream("chain_that_ends_at_once", BROKEN, (bytes) => {
    const fat = sectorAt(bytes, HEADER.firstFat);
    for (let at = 0; at < 128; at++) bytes.writeUInt32LE(END, fat + at * 4);
  }),
  stream("sectors_of_nonsense", BROKEN, (bytes) => bytes.writeUInt16LE(31, HEADER.sectorShift)),
  stream("table_of_four_billion", BROKEN, (bytes) => bytes.writeUInt32LE(END, HEADER.fatCount)),
  stream("directory_elsewhere", BROKEN, (bytes) => bytes.writeUInt32LE(7_777, HEADER.directory)),
  stream("second_table_elsewhere", BROKEN, (bytes) => bytes.writeUInt32LE(1, HEADER.difat)),
  stream("directory_in_a_circle", BROKEN, (bytes) => {
    const directory = sectorAt(bytes, HEADER.directory);
    for (let at = 0; at < 4; at++)
      bytes.fill(0, directory + at * 128 + 68, directory + at * 128 + 80);
  }),
  stream("stream_of_four_gigabytes", BROKEN, (bytes) => {
    const directory = sectorAt(bytes, HEADER.directory);
    for (let at = 1; at < 4; at++) bytes.writeUInt32LE(END, directory + at * 128 + 120);
  }),
  stream("record_that_runs_over", ["damaged"], (bytes) => {
    bytes.writeUInt16LE(0xffff, record(bytes, 0x0085) + 2);
  }),
  stream("sheet_that_begins_elsewhere", ["damaged", "empty_file"], (bytes) => {
    bytes.writeUInt32LE(0x7fff_ffff, record(bytes, 0x0085) + 4);
  }),
  stream("sheet_that_begins_in_itself", ["damaged", "empty_file", "landed"], (bytes) => {
    bytes.writeUInt32LE(0, record(bytes, 0x0085) + 4);
  }),
  stream("cells_of_everything", ["damaged", "landed"], (bytes) => {
    const at = record(bytes, 0x0200);
    bytes.writeUInt32LE(0xffff_ffff, at + 8);
    bytes.writeUInt16LE(0xffff, at + 14);
  }),
];
