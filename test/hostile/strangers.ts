import * as XLSX from "@e965/xlsx";
import { gzipSync, strToU8 } from "fflate";
import { type Kind, noise } from "./kind.ts";
import { csvText, good, zipped } from "./parts.ts";

const bytesOf = (...values: number[]) => Uint8Array.from(values);
const followed = (start: Uint8Array, cases: number) =>
  Uint8Array.from([...start, ...noise(3_000, cases)]);
const compound = (stream: string, cases: number) => {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, stream, Buffer.from(noise(5_000, cases)));
  return new Uint8Array(XLSX.CFB.write(container, { type: "buffer" }) as Buffer);
};
const NOT_A_WORKBOOK = ["not_a_workbook"] as const;

/** Files that are something else than they are called. */
export const strangers: readonly Kind[] = [
  {
    id: "no_bytes",
    expected: ["empty_file"],
    make: { xlsx: () => bytesOf() },
  },
  {
    id: "only_space",
    expected: ["empty_file"],
    make: { csv: (cases) => strToU8(" \r\n".repeat(cases)) },
  },
  { id: "only_a_mark", expected: ["empty_file"], make: { csv: () => bytesOf(0xef, 0xbb, 0xbf) } },
  {
    id: "random_bytes",
    expected: NOT_A_WORKBOOK,
    make: {
      xlsx: (cases) => noise(5_000, cases),
      xls: (cases) => noise(5_000, cases),
      ods: (cases) => noise(5_000, cases),
      csv: (cases) => noise(5_000, cases),
    },
  },
  {
    id: "random_after_the_magic",
    expected: ["damaged"],
    make: {
      xlsx: (cases) => followed(bytesOf(0x50, 0x4b, 3, 4), cases),
      xls: (cases) => followed(bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), cases),
    },
  },
  {
    id: "gzip",
    expected: NOT_A_WORKBOOK,
    make: { xlsx: (cases) => gzipSync(good("xlsx", cases)) },
  },
  {
    id: "pdf",
    expected: NOT_A_WORKBOOK,
    make: { xlsx: (cases) => strToU8(`%PDF-1.7\n${cases}`) },
  },
  {
    id: "picture",
    expected: NOT_A_WORKBOOK,
    make: { xlsx: (cases) => followed(bytesOf(0xff, 0xd8, 0xff, 0xe0), cases) },
  },
  {
    id: "word_document",
    expected: NOT_A_WORKBOOK,
    make: {
      xlsx: (cases) => zipped({ "word/document.xml": `<w:document>${cases}</w:document>` }),
      xls: (cases) => compound("/WordDocument", cases),
    },
  },
  {
    id: "other_archive",
    expected: NOT_A_WORKBOOK,
    make: {
      xlsx: (cases) => zipped({ "a.txt": `${cases}` }),
      xls: (cases) => compound("/Contents", cases),
      ods: (cases) =>
        zipped({ mimetype: "application/vnd.oasis.opendocument.text", a: `${cases}` }),
    },
  },
  {
    id: "web_page_without_a_table",
    expected: NOT_A_WORKBOOK,
    make: { xls: (cases) => strToU8(`<html><body>${cases}</body></html>`) },
  },
  {
    id: "web_page_of_wide_cells",
    expected: ["unknown_form", "damaged", "too_large"],
    make: {
      xls: (cases) =>
        strToU8(
          `<table><tr><td colspan="999999999" rowspan="999999999">${cases}</td></tr></table>`,
        ),
    },
  },
  {
    id: "web_page_of_nested_tables",
    expected: ["unknown_form", "damaged"],
    make: { xls: (cases) => strToU8(`${"<table><tr><td>".repeat(20_000)}${cases}`) },
  },
  {
    id: "called_otherwise",
    expected: "landed",
    make: {
      xlsx: (cases) => good("xlsx", cases),
      ods: (cases) => good("ods", cases),
      csv: (cases) => good("csv", cases),
    },
    extension: "xls",
  },
  {
    id: "without_an_extension",
    expected: "landed",
    make: { xlsx: (cases) => good("xlsx", cases), xls: (cases) => good("xls", cases) },
    extension: "",
  },
  {
    id: "locked",
    expected: ["encrypted"],
    make: {
      xlsx: (cases) => compound("/EncryptedPackage", cases),
      ods: (cases) =>
        zipped({
          mimetype: "application/vnd.oasis.opendocument.spreadsheet",
          "content.xml": noise(500, cases),
          "META-INF/manifest.xml": "<manifest:encryption-data/>",
        }),
      xls: (cases) => {
        const bytes = good("xls", cases);
        return withRecordAfterStart(bytes);
      },
    },
  },
  {
    id: "json",
    expected: NOT_A_WORKBOOK,
    make: { csv: (cases) => strToU8(`{"a":${cases}}`) },
  },
  {
    id: "utf_32",
    expected: NOT_A_WORKBOOK,
    make: {
      csv: (cases) =>
        Uint8Array.from([
          ...[0xff, 0xfe, 0, 0],
          ...Array.from(csvText(cases)).flatMap((one) => {
            const point = one.codePointAt(0) ?? 0;
            return [point & 0xff, (point >> 8) & 0xff, (point >> 16) & 0xff, 0];
          }),
        ]),
    },
  },
];

/** The record that says "encrypted" (FILEPASS) in the place of the one after the stream's beginning. */
function withRecordAfterStart(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const start = copy.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
  const next = start + 4 + copy.readUInt16LE(start + 2);
  copy.writeUInt16LE(0x002f, next);
  return copy;
}
