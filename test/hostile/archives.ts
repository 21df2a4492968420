import { strToU8, zipSync } from "fflate";
import { type Kind, noise } from "./kind.ts";
import { changed, good, odsParts, type Parts, SHEET, xlsxParts, zipped } from "./parts.ts";

const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
const LOCAL = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** A field of the first directory entry overwritten. */
const forged = (bytes: Uint8Array, offset: number, value: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, copy.indexOf(CENTRAL) + offset);
  return copy;
};
const both = (make: (parts: Parts) => Uint8Array) => ({
  xlsx: (cases: number) => make(xlsxParts(cases)),
  ods: (cases: number) => make(odsParts(cases)),
});
const without = (parts: Parts, name: string) => {
  const { [name]: _, ...others } = parts;
  return zipped(others);
};
/** A part that unfolds to so many megabytes of one letter. */
const balloon = (megabytes: number) => "a".repeat(megabytes * 2 ** 20);
const DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const REMOTE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const afterHead = (text: string) => (xml: string) => xml.replace("?>\n", `?>\n${text}`);

/** What an .xls is cut off may be only what fills up its last sector. */
const CUT_STREAM = ["damaged", "not_a_workbook", "landed"];

/** A text that stops early is not a table, not a form, or ends a row too soon. */
const CUT_TEXT = ["not_a_workbook", "unknown_form", "landed"];

/** Archives that lie about themselves. */
export const archives: readonly Kind[] = [
  {
    id: "bomb",
    expected: ["too_large"],
    make: both((parts) => zipped({ ...parts, [SHEET]: balloon(100), "content.xml": balloon(100) })),
  },
  {
    id: "bomb_of_many_parts",
    expected: ["too_large"],
    make: both((parts) =>
      zipped({ ...parts, ...Object.fromEntries([1, 2, 3].map((one) => [`p${one}`, balloon(30)])) }),
    ),
  },
  {
    id: "bomb_that_says_it_is_small",
    expected: ["too_large"],
    make: {
      xlsx: (cases) => forged(zipSync({ a: strToU8(balloon(20) + cases) }), 24, 10),
    },
  },
  {
    id: "too_many_parts",
    expected: ["too_large"],
    make: both((parts) =>
      zipped({
        ...parts,
        ...Object.fromEntries(Array.from({ length: 2_000 }, (_, one) => [`p${one}`, "x"])),
      }),
    ),
  },
  {
    id: "false_size",
    expected: ["damaged"],
    make: both((parts) => forged(zipped(parts), 24, 7)),
  },
  {
    id: "false_checksum",
    expected: ["damaged"],
    make: both((parts) => forged(zipped(parts), 16, 7)),
  },
  {
    id: "false_offset",
    expected: ["damaged"],
    make: both((parts) => forged(zipped(parts), 42, 0x7fff_0000)),
  },
  {
    id: "size_of_four_gigabytes",
    expected: ["damaged"],
    make: both((parts) => forged(zipped(parts), 20, 0xffff_ffff)),
  },
  {
    id: "unknown_compression",
    expected: ["damaged"],
    make: both((parts) => forged(zipped(parts), 10, 0x0000_0063)),
  },
  {
    id: "entry_with_a_password",
    expected: ["encrypted"],
    make: both((parts) => forged(zipped(parts), 8, 0x0008_0001)),
  },
  {
    id: "the_same_part_twice",
    expected: ["damaged"],
    make: {
      xlsx: (cases) => {
        const bytes = zipped({ ...xlsxParts(cases), "xl/worksheets/sheet2.xml": "<a/>" });
        const text = Buffer.from(bytes).toString("latin1").replaceAll("sheet2.xml", "sheet1.xml");
        return Buffer.from(text, "latin1");
      },
    },
  },
  {
    id: "without_its_sheet",
    expected: ["damaged", "not_a_workbook"],
    make: {
      xlsx: (cases) => without(xlsxParts(cases), SHEET),
      ods: (cases) => without(odsParts(cases), "content.xml"),
    },
  },
  {
    id: "without_its_texts",
    expected: ["damaged"],
    make: { xlsx: (cases) => without(xlsxParts(cases), "xl/sharedStrings.xml") },
  },
  {
    id: "without_its_list_of_sheets",
    expected: ["not_a_workbook", "damaged"],
    make: {
      xlsx: (cases) => without(xlsxParts(cases), "xl/workbook.xml"),
      ods: (cases) => without(odsParts(cases), "mimetype"),
    },
  },
  {
    id: "without_its_styles",
    expected: "landed",
    make: { xlsx: (cases) => without(xlsxParts(cases), "xl/styles.xml") },
  },
  {
    id: "names_that_climb",
    expected: "landed",
    make: both((parts) =>
      zipped({ ...parts, "../../../../tmp/climbed": "x", "/etc/climbed": "x", "..\\climbed": "x" }),
    ),
  },
  {
    id: "empty_entry_with_a_descriptor",
    expected: "landed",
    make: { xlsx: (cases) => withEmptyDeflated(good("xlsx", cases)) },
  },
  {
    id: "entities",
    expected: ["damaged"],
    make: {
      xlsx: (cases) => zipped(changed(xlsxParts(cases), SHEET, afterHead(DOCTYPE))),
      ods: (cases) => zipped(changed(odsParts(cases), "content.xml", afterHead(DOCTYPE))),
    },
  },
  {
    id: "entities_from_elsewhere",
    expected: ["damaged"],
    make: {
      xlsx: (cases) => zipped(changed(xlsxParts(cases), "xl/workbook.xml", afterHead(REMOTE))),
      ods: (cases) => zipped(changed(odsParts(cases), "content.xml", afterHead(REMOTE))),
    },
  },
  {
    id: "macros_and_links",
    expected: "landed",
    make: {
      xlsx: (cases) =>
        zipped({
          ...xlsxParts(cases),
          "xl/vbaProject.bin": noise(500, cases),
          "xl/externalLinks/externalLink1.xml": '<externalLink r:id="http://127.0.0.1/"/>',
        }),
    },
  },
  {
    id: "overlong_utf8",
    expected: ["damaged"],
    make: {
      xlsx: (cases) => zipped(withBytes(xlsxParts(cases), SHEET, [0xc0, 0xaf])),
      ods: (cases) => zipped(withBytes(odsParts(cases), "content.xml", [0xc0, 0xaf])),
    },
  },
  {
    id: "zero_bytes_in_a_part",
    expected: ["damaged"],
    make: {
      xlsx: (cases) => zipped(withBytes(xlsxParts(cases), SHEET, [0, 0])),
      ods: (cases) => zipped(withBytes(odsParts(cases), "content.xml", [0, 0])),
    },
  },
  {
    id: "binary_workbook_of_noise",
    expected: ["damaged"],
    make: {
      xlsx: (cases) =>
        zipped({
          ...xlsxParts(cases),
          "xl/workbook.xml": "",
          "xl/workbook.bin": noise(900, cases),
        }),
    },
  },
  {
    id: "words_before_the_archive",
    expected: ["not_a_workbook", "damaged"],
    make: { xlsx: (cases) => Buffer.concat([strToU8("MZ ..."), good("xlsx", cases)]) },
  },
  {
    id: "noise_after_the_archive",
    expected: ["damaged"],
    make: { xlsx: (cases) => Buffer.concat([good("xlsx", cases), noise(70_000, cases)]) },
  },
  ...Array.from({ length: 9 }, (_, index): Kind => {
    const cut = (bytes: Uint8Array) => bytes.subarray(0, (bytes.length * (index + 1)) / 10);
    return {
      id: `cut_at_${index + 1}_tenths`,
      expected: { xlsx: ["damaged"], ods: ["damaged"], xls: CUT_STREAM, csv: CUT_TEXT },
      make: {
        xlsx: (cases) => cut(good("xlsx", cases)),
        ods: (cases) => cut(good("ods", cases)),
        xls: (cases) => cut(good("xls", cases)),
        csv: (cases) => cut(good("csv", cases)),
      },
    };
  }),
];

function withBytes(parts: Parts, name: string, bytes: number[]): Parts {
  const [before = "", after = ""] = String(parts[name]).split("Trộm cắp");
  const whole = [strToU8(before), Uint8Array.from(bytes), strToU8(after)];
  return { ...parts, [name]: Buffer.concat(whole) };
}

/** The archive with a first entry that is deflated, of no length, and described only behind itself. */
function withEmptyDeflated(bytes: Uint8Array): Uint8Array {
  const name = Buffer.from("a");
  const local = Buffer.concat([LOCAL, Buffer.from([20, 0, 8, 0, 8, 0]), Buffer.alloc(20), name]);
  local.writeUInt16LE(1, 26);
  const body = Buffer.from([3, 0]);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(2, 8);
  const first = Buffer.concat([local, body, descriptor]);
  return joined(first, bytes);
}

/** Puts a raw first entry before those of an archive, with its line in the directory. */
function joined(first: Buffer, bytes: Uint8Array): Uint8Array {
  const archive = Buffer.from(bytes);
  const directory = archive.indexOf(CENTRAL);
  const entries = Buffer.from(archive.subarray(directory, archive.length - 22));
  for (let at = 0; at < entries.length; ) {
    entries.writeUInt32LE(entries.readUInt32LE(at + 42) + first.length, at + 42);
    at +=
      46 +
      entries.readUInt16LE(at + 28) +
      entries.readUInt16LE(at + 30) +
      entries.readUInt16LE(at + 32);
  }
  const line = Buffer.alloc(47);
  CENTRAL.copy(line, 0);
  line.writeUInt16LE(20, 4);
  line.writeUInt16LE(20, 6);
  line.writeUInt16LE(8, 8);
  line.writeUInt16LE(8, 10);
  line.writeUInt32LE(2, 20);
  line.writeUInt16LE(1, 28);
  line.write("a", 46);
  const end = Buffer.from(archive.subarray(archive.length - 22));
  const count = end.readUInt16LE(10) + 1;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(entries.length + line.length, 12);
  end.writeUInt32LE(directory + first.length, 16);
  return Buffer.concat([first, archive.subarray(0, directory), line, entries, end]);
}
