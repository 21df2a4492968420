import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { xlsxFile } from "../../../lib/office/xlsx.ts";
import type { CellFormat, XlsxSheet } from "../../../lib/office/xlsx_sheet.ts";
import { hostile } from "../../dashboards/hostile.ts";
import { parseStrictly } from "../../dashboards/outputs.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** A sheet of the workbook as a general library reads it. */
function open(sheets: readonly XlsxSheet[], name = sheets[0]?.name ?? "") {
  const book = read(xlsxFile(sheets), { cellNF: true, cellStyles: true, cellFormula: true });
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no such sheet: ${name}`);
  return sheet;
}

function partOf(sheets: readonly XlsxSheet[], path: string): string {
  const part = unzipSync(xlsxFile(sheets))[path];
  if (!part) throw new Error(`no such part: ${path}`);
  return strFromU8(part);
}

const sheet1 = "xl/worksheets/sheet1.xml";

test("sheets keep names, numbers, texts, flags, gaps and more columns than letters", () => {
  const wide = Array.from({ length: 29 }, (_, index) => index);
  const sheets = [
    { name: "Số liệu", rows: [["a", "b"], [1.5, null, true], wide] },
    { name: "Nguồn", rows: [["a", "ợ"]] },
  ];
  const book = read(xlsxFile(sheets));
  const rows = (name: string) => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 });
  expect(book.SheetNames).toEqual(["Số liệu", "Nguồn"]);
  expect(rows("Số liệu")).toEqual([["a", "b"], [1.5, undefined, true], wide]);
  expect(rows("Nguồn")).toEqual([["a", "ợ"]]);
  expect(xlsxFile(sheets)).toEqual(xlsxFile(sheets));
});

test("our own reader takes it as it was meant", () => {
  const bytes = xlsxFile([
    {
      name: "Kỳ",
      head: [["TIÊU ĐỀ"], []],
      columns: [{ header: "Mã", style: { format: "text" } }, { header: "Ngày" }],
      rows: [
        ["0310900001", day("2026-10-31"), { value: 0.951, style: { format: { percent: 1 } } }],
      ],
    },
  ]);
  const { format, sheets, notes } = readWorkbook(bytes, "a.xlsx");
  expect({ format, notes }).toEqual({ format: "xlsx", notes: [] });
  expect(sheets[0]?.rows.map((row) => row.map((cell) => cell && [cell.type, cell.text]))).toEqual([
    [["text", "TIÊU ĐỀ"]],
    [],
    [
      ["text", "Mã"],
      ["text", "Ngày"],
    ],
    [
      ["text", "0310900001"],
      ["date", "31/10/2026"],
      ["number", "95.1%"],
    ],
  ]);
});

test.each(hostile)("the text cell %j is that text, and every part is strict XML", (text) => {
  const bytes = xlsxFile([
    {
      name: text,
      columns: [{ header: text, note: text, list: { sheet: text, column: text, is_strict: true } }],
      rows: [[text, " b "]],
      has_filter: true,
      print: { is_landscape: true },
    },
  ]);
  const book = read(bytes);
  const { A2, B2 } = book.Sheets[book.SheetNames[0] ?? ""] as Record<
    string,
    { t: string; f?: string; v: string }
  >;
  // This reader makes one line end of two characters.
  expect(A2).toMatchObject({ t: "s", v: text.replaceAll("\r\n", "\n") });
  expect(A2?.f).toBeUndefined();
  expect(B2?.v).toBe(" b ");
  for (const part of Object.values(unzipSync(bytes))) parseStrictly(strFromU8(part));
});

test.each<[CellFormat, string]>([
  ["text", "@"],
  ["date", "dd/mm/yyyy"],
  ["month", "mm/yyyy"],
  ["year", "yyyy"],
  [{ decimals: 0 }, "#,##0"],
  [{ decimals: 2 }, "#,##0.00"],
  [{ percent: 0 }, "0%"],
  [{ percent: 1 }, "0.0%"],
  [{ digits: 3 }, "000"],
])("the format %j is %s, in a cell and in a column", (format, code) => {
  const style = { format };
  const sheets = [{ name: "a", columns: [{ style }, {}], rows: [[1, { value: 1, style }]] }];
  const { A1, B1 } = open(sheets);
  expect([A1?.z, B1?.z]).toEqual([code, code]);
  expect(partOf(sheets, sheet1)).toMatch(/<col min="1" max="1" style="1"/);
});

test("a date is a calendar day, whatever the hour and the machine's own zone; none before March 1900", () => {
  const rows = [[day("2026-11-06"), new Date("2026-11-06T23:59:59Z"), day("1900-02-28")]];
  const { A1, B1, C1 } = open([{ name: "a", rows }]);
  expect([A1?.v, B1?.v, A1?.z]).toEqual([46332, 46332, "dd/mm/yyyy"]);
  expect(C1).toMatchObject({ t: "s", v: "28/02/1900" });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, new Date("x")])(
  "%s stops the workbook at its cell",
  (value) => {
    expect(() => xlsxFile([{ name: "a", rows: [[1], [1, value]] }])).toThrow(
      "B2: not a number or date",
    );
  },
);

test("a formula has its value with it, and nothing else is a formula", () => {
  const total = { value: 3, formula: "SUM(A1:A2)", style: { look: "total" as const } };
  const { A3, A4 } = open([{ name: "a", rows: [[1], [2], [total], ["=SUM(A1:A2)"]] }]);
  expect(A3).toMatchObject({ t: "n", v: 3, f: "SUM(A1:A2)" });
  expect(A4).toMatchObject({ t: "s", v: "=SUM(A1:A2)" });
  expect(A4?.f).toBeUndefined();
});

test("notes stand at their cells and headers, empty ones too", () => {
  const sheet = open([
    {
      name: "a",
      columns: [{ header: "Mã", note: "chọn trong danh sách" }, { header: "Kỳ" }],
      rows: [[null, { value: null, note: "cần\nmột số", style: { look: "marked" } }]],
    },
  ]);
  const notes = Object.entries(sheet).flatMap(([address, cell]) =>
    cell.c ? [[address, cell.c[0].t]] : [],
  );
  expect(Object.fromEntries(notes)).toEqual({ A1: "chọn trong danh sách", B2: "cần\nmột số" });
});

test("lists offer another sheet's column below the headers, strict or asking", () => {
  const list = (column: string, is_strict: boolean) => ({ sheet: "L'ist", column, is_strict });
  const sheets = [
    {
      name: "Điền",
      head: [["Tiêu đề"]],
      columns: [
        { header: "Mã", list: list("Mã", true) },
        { header: "Kỳ", list: list("Các kỳ", false) },
      ],
      rows: [],
      last_row: 1000,
    },
    {
      name: "L'ist",
      columns: [{ header: "Mã" }, { header: "Các kỳ" }],
      rows: [["A", "2026"], ["B"]],
      is_hidden: true,
    },
  ];
  const rules = [
    ...partOf(sheets, sheet1).matchAll(/errorStyle="(\w+)" sqref="(.*?)"><formula1>(.*?)</g),
  ];
  expect(rules.map(([, ...rule]) => rule.map((part) => part.replaceAll("&#39;", "'")))).toEqual([
    ["stop", "A3:A1000", "'L''ist'!$A$2:$A$3"],
    ["warning", "B3:B1000", "'L''ist'!$B$2:$B$2"],
  ]);
});

test("a cell may have a list of its own", () => {
  const list = { sheet: "L", column: "Mã", is_strict: true };
  const sheets = [
    { name: "a", columns: [{ header: "x" }], rows: [["1"], [{ value: null, list }]] },
    { name: "L", columns: [{ header: "Mã" }], rows: [["A"], ["B"]] },
  ];
  const rules = [
    ...partOf(sheets, sheet1).matchAll(/errorStyle="(\w+)" sqref="(.*?)"><formula1>(.*?)</g),
  ];
  expect(rules.map(([, ...rule]) => rule.map((part) => part.replaceAll("&#39;", "'")))).toEqual([
    ["stop", "A3", "'L'!$A$2:$A$3"],
  ]);
});

test("a list of a column that is not there stops the workbook", () => {
  const list = { sheet: "Danh mục", column: "Mã", is_strict: true };
  expect(() => xlsxFile([{ name: "a", columns: [{ header: "x", list }], rows: [] }])).toThrow(
    "no such column for a list: Danh mục!Mã",
  );
});

test("the head is frozen, filtered and on every printed page; merges and widths are kept", () => {
  const sheets = [
    {
      name: "Bảng",
      head: [["Tiêu đề"], []],
      columns: [{ header: "a", width: 20 }, { header: "b" }],
      rows: [[1, 2]],
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      has_frozen_head: true,
      has_filter: true,
      print: { is_landscape: true },
    },
  ];
  const xml = partOf(sheets, sheet1);
  expect(xml).toContain(
    '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
  );
  expect(xml).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
  const book = partOf(sheets, "xl/workbook.xml").replaceAll("&#39;", "'");
  expect(book).toContain(">'Bảng'!$3:$3<");
  expect(book).toContain(">'Bảng'!$A$3:$B$4<");
  const sheet = open(sheets);
  expect(sheet["!merges"]?.map((merge) => utils.encode_range(merge))).toEqual(["A1:B1"]);
  expect(sheet["!autofilter"]?.ref).toBe("A3:B4");
  expect(sheet["!cols"]?.[0]?.wch).toBeCloseTo(20, 0);
});

test("hidden sheets are hidden, but for the first where all would be", () => {
  const hidden = (name: string) => ({ name, rows: [[1]], is_hidden: true });
  const states = (sheets: XlsxSheet[]) =>
    read(xlsxFile(sheets)).Workbook?.Sheets?.map(({ Hidden }) => Hidden);
  expect(states([hidden("a"), { name: "b", rows: [] }])).toEqual([1, 0]);
  expect(states([hidden("a"), hidden("b")])).toEqual([0, 1]);
});

test("names that a workbook may not have are changed, each stays its own", () => {
  const long = "Tình hình tội phạm trên địa bàn phường";
  const sheets = [`${long} 1`, `${long} 2`, "a/b", "'a'", ""].map((name) => ({
    name,
    rows: [[1]],
  }));
  const { SheetNames } = read(xlsxFile(sheets));
  expect(SheetNames.slice(2)).toEqual(["a_b", "_a_", "Sheet5"]);
  expect(new Set(SheetNames).size).toBe(5);
  expect(SheetNames.every((name) => name.length <= 31)).toBe(true);
});

test("a text longer than a cell holds is cut where it must be, without half a character", () => {
  const { A1 } = open([{ name: "a", rows: [[`${"x".repeat(32_766)}😀y`]] }]);
  expect(A1?.v).toBe(`${"x".repeat(32_766)}\uFFFD`);
});
