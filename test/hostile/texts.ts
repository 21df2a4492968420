import { strToU8 } from "fflate";
import type { Kind } from "./kind.ts";
import { csvText, goodRows } from "./parts.ts";

/** A kind that is one text. */
const text = (id: string, expected: Kind["expected"], make: (csv: string) => string): Kind => ({
  id,
  expected,
  make: { csv: (cases) => strToU8(make(csvText(cases))) },
});
const bytes = (
  id: string,
  expected: Kind["expected"],
  make: (csv: string) => Uint8Array,
): Kind => ({
  id,
  expected,
  make: { csv: (cases) => make(csvText(cases)) },
});
/** What patterns choke on when it is long and does not end as they expect. */
const BAITS = [
  ["spaces", " "],
  ["dots", "1."],
  ["dashes", "- "],
  ["commas", "1,"],
  ["brackets", "("],
  ["digits", "9"],
  ["slashes", "1/"],
  ["marks", "ế\u0301"],
  ["words", "trong đó "],
  ["capitals", "AB"],
] as const;

const murder = "Giết người;1";

/** Delimited texts that swell, lie about their encoding or hold what no text should. */
export const texts: readonly Kind[] = [
  text("two_million_columns", ["too_large"], (csv) => `${csv}${"x;".repeat(2_000_000)}\n`),
  text(
    "a_line_of_ten_megabytes",
    ["too_large"],
    (csv) => `${csv}Đánh bạc;1;${"x".repeat(10 * 2 ** 20)}\n`,
  ),
  text("thirty_thousand_bad_rows", "landed", (csv) => `${csv}${"Món lạ;1\n".repeat(30_000)}`),
  text("only_delimiters", ["not_a_workbook", "empty_file"], () => ";;;;\n".repeat(1_000)),
  text("quotation_mark_never_closed", ["damaged"], (csv) => csv.replace("Trộm cắp", '"Trộm cắp')),
  text("zero_bytes", ["not_a_workbook"], (csv) => csv.replace("Trộm", "Tr\u0000m")),
  text("turned_and_unseen_characters", "landed", (csv) =>
    csv.replace("Số vụ xảy ra", "\u202eSố v\u200bụ\u200f xảy\ufeff ra\u202c"),
  ),
  text("names_that_objects_have_as_text", "landed", (csv) =>
    csv.replace("Số vụ xảy ra", "Số vụ xảy ra;__proto__;constructor;hasOwnProperty"),
  ),
  text("not_a_number_as_text", "landed", (csv) => csv.replace(murder, "Giết người;NaN")),
  text("infinity_as_text", "landed", (csv) => csv.replace(murder, "Giết người;-Infinity")),
  text("number_of_a_thousand_digits", "landed", (csv) =>
    csv.replace(murder, `Giết người;${"9".repeat(1_000)}`),
  ),
  text("formulas_as_text", "landed", (csv) => csv.replace(murder, 'Giết người;=cmd|"/c calc"!A1')),
  ...BAITS.map(([name, bait]) =>
    text(`bait_of_${name}`, name === "commas" ? ["too_large"] : "landed", (csv) => {
      const long = bait.repeat(30_000 / bait.length);
      const title = `TÌNH HÌNH ${long}x\nHải Phòng, ngày ${long}x\nTháng 10/2026 ${long}x\n`;
      const header = `Loại tội phạm;Số vụ xảy ra;${long}x;x${long}\n`;
      return `${title}${header}Cướp giật tài sản;1;${long}x\n${long}x;1\nGiết người${long}x;${long}x\n${csv}`;
    }),
  ),
  text("line_ends_of_all_kinds", "landed", (csv) => csv.replaceAll("\n", "\r\n")),
  bytes("overlong_utf8_in_text", ["unknown_form"], (csv) =>
    Buffer.concat([strToU8(csv), Uint8Array.from([0xc0, 0xaf]), strToU8(";1\n")]),
  ),
  bytes("halves_of_characters_in_text", ["not_a_workbook"], (csv) =>
    Buffer.concat([Buffer.from(`\ufeff${csv}`, "utf16le"), Uint8Array.from([0x00, 0xd8])]),
  ),
  bytes("utf16_without_a_mark", "landed", (csv) => Buffer.from(csv, "utf16le")),
  bytes("utf16_turned_without_a_mark", "landed", (csv) => Buffer.from(csv, "utf16le").swap16()),
  bytes("utf16_of_odd_length", ["not_a_workbook"], (csv) =>
    Buffer.from(csv, "utf16le").subarray(0, -1),
  ),
  bytes("shouting_without_sense", ["not_a_workbook", "unknown_form", "missing_period"], () =>
    strToU8(
      goodRows(0)
        .map((row) => row.join(";").toUpperCase().replace(/\p{L}/gu, "Ừ"))
        .join("\n"),
    ),
  ),
];
