import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { ProgrammeColumn } from "../../../ingest/programme/declaration.ts";
import { readProgramme } from "../../../ingest/programme/programme.ts";
import { toTcvn3 } from "../../../scripts/sample/tcvn3.ts";
import { files, folderWith, freshFolder, hashOf, setting, shipped, toldOf } from "./decisions.ts";

const SHIPPED = await hashOf(folderWith());

const lines = (rows: string[][], delimiter: string) =>
  Papa.unparse(rows, { delimiter, newline: "\r\n" });

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

/** Every cell written otherwise, by its column. */
function rewritten(how: (value: string, column: ProgrammeColumn) => string) {
  return Object.fromEntries(
    files.map(({ id, columns }) => [
      id,
      ([header = [], ...rows]: string[][]) => [
        header,
        ...rows.map((cells) =>
          cells.map((value, index) => {
            const column = columns[header[index] ?? ""];
            return value === "" || !column ? value : how(value, column);
          }),
        ),
      ],
    ]),
  );
}

const dayFirst = (value: string) => value.split("-").reverse().join("/");
const serial = (value: string) => String(Date.parse(`${value}T00:00:00Z`) / 86_400_000 + 25_569);

test("the shipped programme has nothing wrong and nothing odd", async () => {
  expect(await toldOf(folderWith())).toEqual([]);
});

test.each<[string, (rows: string[][]) => string | Uint8Array]>([
  ["a comma, no mark", (rows) => lines(rows, ",")],
  ["a semicolon and a byte order mark", (rows) => `\uFEFF${lines(rows, ";")}`],
  ["a semicolon said in the first line", (rows) => `sep=;\r\n${lines(rows, ";")}`],
  [
    "tabs in UTF-16 LE, Excel's Unicode text",
    (rows) => iconv.encode(lines(rows, "\t"), "utf16le", { addBOM: true }),
  ],
  ["tabs in UTF-16 BE", (rows) => iconv.encode(lines(rows, "\t"), "utf16be", { addBOM: true })],
  ["UTF-16 LE without a mark", (rows) => iconv.encode(lines(rows, ";"), "utf16le")],
])("CSV with %s says the same", async (_, written) => {
  expect(await hashOf(folderWith({}, written))).toBe(SHIPPED);
});

test("Windows-1258 is read, and its reader is told to look again", async () => {
  const folder = folderWith();
  for (const id of ["agencies", "areas"])
    writeFileSync(join(folder, `${id}.csv`), toWindows1258(lines(shipped(id), ";")));
  expect(await hashOf(folder)).toBe(SHIPPED);
  expect(await toldOf(folder)).toEqual(
    ["agencies", "areas"].map(
      (id) =>
        `warning ${id}.csv: đọc theo bảng mã windows-1258; hãy xem lại dấu, lưu CSV UTF-8 thì chắc hơn · read as windows-1258; look at the marks again, CSV UTF-8 is safer`,
    ),
  );
});

test("TCVN3 is read as what it is", async () => {
  const folder = folderWith();
  const rows = shipped("agencies").map((cells) => cells.map(toTcvn3));
  writeFileSync(join(folder, "agencies.csv"), Buffer.from(lines(rows, ";"), "latin1"));
  const { programme } = await readProgramme(folder);
  const names = programme.tables.get("agencies")?.map(({ name_vi }) => name_vi);
  expect(names).toContain("Công an phường");
  expect(names).toContain("Trạm Y tế phường");
});

test("decimals with a comma and days before months say the same", async () => {
  const changes = rewritten((value, { type }) => {
    if (type === "date") return dayFirst(value);
    return type === "decimal" ? value.replace(".", ",") : value;
  });
  expect(await hashOf(folderWith(changes, (rows) => lines(rows, ";")))).toBe(SHIPPED);
});

test("serial days and months before days say the same where the column says so", async () => {
  const serials = rewritten((value, { type }) => (type === "date" ? serial(value) : value));
  expect(await hashOf(folderWith(serials))).toBe(SHIPPED);
  const monthFirst = (value: string) => value.replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1");
  const due = rewritten((value, { type }) => (type === "date" ? monthFirst(value) : value));
  expect(await hashOf(folderWith({ targets: due["targets"] ?? ((rows) => rows) }))).toBe(SHIPPED);
});

test("the column decides what a dot is; alone it is asked about", async () => {
  const targets = (value: string, other: string) => (rows: string[][]) =>
    setting(
      "SI_COVERAGE",
      "target_value",
      other,
    )(setting("HOUSING_UNITS", "target_value", value)(rows));
  const targetOf = async (folder: string) => {
    const { programme } = await readProgramme(folder);
    return programme.tables
      .get("targets")
      ?.find(({ indicator_id }) => indicator_id === "HOUSING_UNITS")?.["target_value"];
  };
  expect(await targetOf(folderWith({ targets: targets("1.700", "66,5") }))).toBe(1700);
  expect(await targetOf(folderWith({ targets: targets("1.700", "66.5") }))).toBe(1.7);
  expect(await targetOf(folderWith({ targets: targets("1.234,5", "66") }))).toBe(1234.5);
  expect(await toldOf(folderWith({ targets: targets("1.700", "66") }))).toEqual([
    'error targets.csv · dòng 12 · target_value: cần số viết rõ: 1.234 có thể là nghìn hoặc thập phân, hãy viết 1234 hoặc 1,2340, thấy "1.700" · expected a number with one meaning: 1.234 may be thousands or decimals, write 1234 or 1,2340, found "1.700"',
  ]);
});

test("headers in other case and order, blank rows and columns say the same", async () => {
  const shuffled = (rows: string[][]) => {
    const turned = rows.map((cells) => ["", ...[...cells].reverse(), "", ""]);
    const [header = [], ...rest] = turned;
    const loud = header.map((name) => name.toUpperCase().replaceAll("_", " "));
    return [[""], loud, [""], ...rest.flatMap((cells) => [cells, cells.map(() => "")])];
  };
  const changes = Object.fromEntries(files.map(({ id }) => [id, shuffled]));
  expect(await hashOf(folderWith(changes))).toBe(SHIPPED);
});

test.each(["xlsx", "xls", "ods"] as const)("one workbook, %s, says the same", async (bookType) => {
  const folder = freshFolder();
  const book = utils.book_new();
  for (const { id } of files)
    utils.book_append_sheet(book, utils.aoa_to_sheet(shipped(id)), id.toUpperCase());
  writeFileSync(
    join(folder, `chuong_trinh.${bookType}`),
    Buffer.from(write(book, { type: "array", bookType })),
  );
  expect(await hashOf(folder)).toBe(SHIPPED);
});
