import { Refusal } from "./refusal.ts";

/** What the first bytes of a file say it is; `text` is everything that may be read as characters. */
export type Container = "zip" | "cfb" | "text";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Formats that offices send by mistake, so that the refusal can name them. */
const OTHER_KINDS: readonly { starts: readonly number[]; vi: string; en: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46], vi: "tệp PDF", en: "a PDF" },
  { starts: [0xff, 0xd8, 0xff], vi: "ảnh JPEG", en: "a JPEG picture" },
  { starts: [0x89, 0x50, 0x4e, 0x47], vi: "ảnh PNG", en: "a PNG picture" },
  { starts: [0x52, 0x61, 0x72, 0x21], vi: "tệp nén RAR", en: "a RAR archive" },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], vi: "tệp nén 7z", en: "a 7z archive" },
  { starts: [0x1f, 0x8b], vi: "tệp nén gzip", en: "a gzip archive" },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], vi: "văn bản RTF", en: "an RTF text" },
];

/** Tables of other programs, by their first bytes in hex. Some of them are text, which could pass for delimited. */
const OTHER_TABLES: readonly { starts: RegExp; vi: string; en: string }[] = [
  { starts: /^0900040|^090[24]0[46]00/, vi: "sổ tính Excel 2–4", en: "a workbook of Excel 2 to 4" },
  { starts: /^(?:efbbbf)?49443b50/, vi: "bảng SYLK (.slk)", en: "a SYLK table (.slk)" },
  {
    starts: /^(?:efbbbf)?5441424c45(?:0d)?0a302c31/,
    vi: "bảng DIF (.dif)",
    en: "a DIF table (.dif)",
  },
  { starts: /^0000(?:02|1a)00/, vi: "bảng tính Lotus 1-2-3", en: "a Lotus 1-2-3 table" },
  {
    starts: /^(?:0[23]|3[01]|43|8[3b]|f5)..0[1-9a-c](?:0[1-9a-f]|1.).{16}0000/,
    vi: "bảng dBase (.dbf)",
    en: "a dBase table (.dbf)",
  },
];
const LONGEST_START = 32;

/**
 * The container of a file, by its bytes alone. Throws a Refusal: `empty_file`, `not_a_workbook`,
 * `unsupported_format`.
 */
export function sniff(bytes: Uint8Array): Container {
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    throw new Refusal("empty_file");
  }
  if (startsWith(bytes, ZIP)) return "zip";
  if (startsWith(bytes, CFB)) return "cfb";
  const other = OTHER_KINDS.find(({ starts }) => startsWith(bytes, starts));
  if (other) throw new Refusal("not_a_workbook", other.vi, other.en);
  const head = Buffer.from(bytes.subarray(0, LONGEST_START)).toString("hex");
  const table = OTHER_TABLES.find(({ starts }) => starts.test(head));
  if (table) throw new Refusal("unsupported_format", table.vi, table.en);
  return "text";
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
