import * as XLSX from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { textOfRuns } from "../../../ingest/read/runs.ts";
import { struckCellsOfXls } from "../../../ingest/read/xls_marks.ts";
import { book, number, text } from "./sources.ts";

const cellsOf = (bytes: Uint8Array, name: string) =>
  readWorkbook(bytes, name).sheets[0]?.rows.map((row) =>
    row.map((cell) => cell && (cell.is_struck ? `~${cell.text}~` : cell.text)),
  );

/** A workbook with some of its parts written otherwise. */
function changed(bytes: Uint8Array, change: Record<string, (xml: string) => string>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, make] of Object.entries(change))
    parts[name] = strToU8(make(new TextDecoder().decode(parts[name])));
  return zipSync(parts);
}

const run = (text: string, font = "") => `<r><rPr>${font}</rPr><t>${text}</t></r>`;
const RAISED = '<vertAlign val="superscript"/>';
const items = [
  run("12") + run("1", RAISED),
  run("m") + run("2", RAISED),
  run("1", "<strike/>") + run("21"),
  run("9", "<strike/>"),
  run("7", '<strike val="0"/>'),
];
const words = book(Object.fromEntries("ABCDE".split("").map((at) => [`${at}1`, text(at)])));

test.each(["shared", "inline"])("%s strings of an .xlsx", (kind) => {
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.map((item) => `<si>${item}</si>`).join("")}</sst>`;
  const shared = items.map((_, at) => `<c r="${"ABCDE"[at]}1" t="s"><v>${at}</v></c>`);
  const inline = items.map(
    (item, at) => `<c r="${"ABCDE"[at]}1" t="inlineStr"><is>${item}</is></c>`,
  );
  const cells = (kind === "shared" ? shared : inline).join("");
  const bytes = changed(words, {
    "xl/sharedStrings.xml": () => strings,
    "xl/worksheets/sheet1.xml": (xml) =>
      xml.replace(
        /<sheetData>[\s\S]*<\/sheetData>/,
        `<sheetData><row r="1">${cells}</row></sheetData>`,
      ),
  });
  expect(cellsOf(bytes, "a.xlsx")).toEqual([["12¹", "m²", "21", "~9~", "7"]]);
});

test("a style of an .xlsx whose font is struck through marks numbers and texts", () => {
  const bytes = changed(book({ A1: text("Tổ 1"), B1: number(1900), C1: number(5, "0.0") }), {
    "xl/styles.xml": (xml) => xml.replace(/<font>|<font\/>/, "<font><strike/>"),
  });
  expect(cellsOf(bytes, "a.xlsx")).toEqual([["~Tổ 1~", "~1900~", "~5.0~"]]);
});

test("spans and styles of an .ods", () => {
  const style = (name: string, family: string, said: string) =>
    `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${said}/></style:style>`;
  const styles =
    style("S", "text", 'style:text-line-through-style="solid"') +
    style("U", "text", 'style:text-position="super 58%"') +
    style("C", "table-cell", 'style:text-line-through-type="single"') +
    '<style:style style:name="D" style:family="table-cell" style:parent-style-name="C"/>';
  const cell = (content: string, rest = "") =>
    `<table:table-cell office:value-type="string"${rest}><text:p>${content}</text:p></table:table-cell>`;
  const span = (name: string, content: string) =>
    `<text:span text:style-name="${name}">${content}</text:span>`;
  const row = [
    cell(`12${span("U", "1")}`),
    cell(`${span("S", "1")}21`, ' office:string-value="121"'),
    cell(span("S", "9")),
    '<table:table-cell table:style-name="D" office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>',
  ].join("");
  const bytes = changed(book({ A1: text("x") }, "ods"), {
    "content.xml": (xml) =>
      xml
        .replace(/<office:automatic-styles>/, `$&${styles}`)
        .replace(
          /(<table:table\s[^>]*>)[\s\S]*(<\/table:table>)/,
          `$1<table:table-row>${row}</table:table-row>$2`,
        ),
  });
  expect(cellsOf(bytes, "a.ods")).toEqual([["12¹", "21", "~9~", "~5~"]]);
});

test("fonts of an .xls", () => {
  const bytes = book({ A1: text("Tổ 1"), B1: number(1900) }, "biff8");
  const { FileIndex, FullPaths } = XLSX.CFB.read(Buffer.from(bytes), { type: "buffer" });
  const at = FullPaths.findIndex((path: string) => /Workbook$/i.test(path));
  const stream = Uint8Array.from(FileIndex[at]?.content ?? []);
  expect(struckCellsOfXls(stream)).toEqual([]);
  const view = new DataView(stream.buffer);
  for (let record = 0; record + 4 <= stream.length; record += 4 + view.getUint16(record + 2, true))
    if (view.getUint16(record, true) === 0x31) view.setUint16(record + 6, 8, true);
  const struck = { row: 0, is_struck: true };
  expect(struckCellsOfXls(stream)).toEqual([
    [
      { ...struck, column: 0 },
      { ...struck, column: 1 },
    ],
  ]);
});

test("what stands in letters of old fonts is not raised behind a letter", () => {
  const plain = { is_struck: false, is_raised: false };
  const raised = { is_struck: false, is_raised: true };
  const said = (before: string) =>
    textOfRuns([
      { text: before, ...plain },
      { text: "1", ...raised },
    ]).text;
  expect([said("Hé"), said("Số hộ"), said("120")]).toEqual(["Hé1", "Số hộ¹", "120¹"]);
});
