import { utils, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { toTcvn3 } from "../../../scripts/sample/tcvn3.ts";
import { outcomeLines, readBytes } from "../read_outcome.ts";

const TEXT = [
  "CÔNG AN PHƯỜNG LÊ CHÂN;;;",
  "Thống kê hộ khẩu, nhân khẩu;;;",
  "Tháng 10 năm 2026;;;",
  "Tổ dân phố;Số hộ;Nhân khẩu thường trú;Tạm trú",
  "Tổ dân phố số 1;5;6;7",
  "Tổng cộng;5;6;7",
  "Ghi chú: số liệu tổng hợp trên hệ thống của ngành;;;",
  "Người lập biểu;;;Trưởng công an phường",
].join("\n");

/** Windows-1258 has bases with circumflex, breve and horn; tones follow as marks of their own. */
function toWindows1258(text: string): Uint8Array {
  const parted = text
    .normalize("NFD")
    .replace(
      /([a-z])(\u0323)?([\u0302\u0306\u031b])/giu,
      (_, base, dot = "", mark) => `${(base + mark).normalize("NFC")}${dot}`,
    );
  return iconv.encode(parted, "win1258");
}

/** Marks as VNI fonts write them after the letter: over a plain vowel, and over â, ê, ô or ă. */
const TONES = { "": "", "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï" };
const OVER_CIRCUMFLEX = {
  "": "â",
  "\u0301": "á",
  "\u0300": "à",
  "\u0309": "å",
  "\u0303": "ã",
  "\u0323": "ä",
};
const OVER_BREVE = {
  "": "ê",
  "\u0301": "é",
  "\u0300": "è",
  "\u0309": "ú",
  "\u0303": "ü",
  "\u0323": "ë",
};
const ALONE: Record<string, string> = { ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", đ: "ñ" };

function toVni(text: string): Uint8Array {
  const letters = [...text.normalize("NFC")].map((letter) => {
    const isCapital = letter !== letter.toLowerCase();
    const written = vniLetter(letter.toLowerCase());
    return isCapital ? written.toUpperCase() : written;
  });
  return Buffer.from(letters.join(""), "latin1");
}

function vniLetter(letter: string): string {
  const alone = ALONE[letter];
  if (alone) return alone;
  const parts = letter.normalize("NFD");
  const base = parts[0] ?? "";
  const tone = (/[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? "") as keyof typeof TONES;
  if (parts.includes("\u0302")) return base + OVER_CIRCUMFLEX[tone];
  if (parts.includes("\u0306")) return base + OVER_BREVE[tone];
  if (base === "i") return letter;
  return (parts.includes("\u031b") ? { o: "ô", u: "ö" }[base] : base) + TONES[tone];
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const wide = (text: string) => Buffer.from(text, "utf16le");

test.each<[name: string, content: Uint8Array, encoding: string]>([
  ["UTF-8", bytes(TEXT), "UTF-8"],
  ["UTF-8 with a byte order mark", bytes(`\ufeff${TEXT}`), "UTF-8"],
  ["UTF-8, decomposed", bytes(TEXT.normalize("NFD")), "UTF-8"],
  ["UTF-16", wide(`\ufeff${TEXT}`), "UTF-16LE"],
  ["UTF-16 without a mark", wide(TEXT), "UTF-16LE"],
  ["UTF-16, the bytes the other way", wide(`\ufeff${TEXT}`).swap16(), "UTF-16BE"],
  ["Windows-1258", toWindows1258(TEXT), "windows-1258"],
  [
    "TCVN3",
    Buffer.from(toTcvn3(TEXT.replace("CÔNG AN PHƯỜNG LÊ CHÂN", "Công an phường")), "latin1"),
    "TCVN3",
  ],
  ["VNI", toVni(TEXT), "VNI"],
])("%s lands the same and is named", (_, content, encoding) => {
  const outcome = readBytes(content, "a.csv");
  const { observations, rejects, sheets } = outcomeLines(outcome);
  const when = "le_chan_tdp_01 month 2026-10-31..2026-10-31";
  const whole = "le_chan month 2026-10-31..2026-10-31";
  expect(outcome.file.encoding).toBe(encoding);
  expect(observations).toEqual([
    `B5 households ${when} = 5 households stock`,
    `C5 registered_population ${when} = 6 people stock`,
    `D5 temporary_residents ${when} = 7 people stock`,
    `B6 households ${whole} = 5 households stock total`,
    `C6 registered_population ${whole} = 6 people stock total`,
    `D6 temporary_residents ${whole} = 7 people stock total`,
  ]);
  expect(rejects).toEqual([]);
  expect(sheets[0]).toContain('{"footnote":1,"header":1,"letterhead":1,"signature":1,"title":2}');
});

const TABLE = [
  ["Tháng 10/2026"],
  ["Tổ dân phố", "Số hộ", "Nhân khẩu thường trú", "Tạm trú"],
  ["Tổ 1", 5, 6, 7],
];
const html = `<html><meta charset="utf-8"><table>${TABLE.map(
  (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
).join("")}</table></html>`;
const xlsx = (bookType: "xlsx" | "biff8" | "ods") => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(TABLE), "S");
  return new Uint8Array(write(book, { type: "array", bookType }));
};
const semicolons = bytes(TABLE.map((row) => row.join(";")).join("\n"));

test.each<[name: string, content: Uint8Array, file: string]>([
  ["S10 an .xls that is really HTML", bytes(html), "a.xls"],
  ["S10 an .xlsx named .xls", xlsx("xlsx"), "a.xls"],
  ["S10 an .xls named .xlsx", xlsx("biff8"), "a.xlsx"],
  ["S10 an .ods named .xls", xlsx("ods"), "a.xls"],
  ["S10 a CSV with semicolons named .xls", semicolons, "a.xls"],
  ["S10 a CSV with semicolons", semicolons, "a.csv"],
])("%s lands by what it is", (_, content, file) => {
  const { file: row, rows } = readBytes(content, file);
  expect(row).toMatchObject({ status: "landed", rows_landed: 1, rows_ignored: 2 });
  expect(rows.observations?.map(({ cell, value }) => `${cell} ${value}`)).toEqual([
    "B3 5",
    "C3 6",
    "D3 7",
  ]);
});
