import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { complete } from "../../../ingest/read/complete.ts";
import { countTables } from "../../../ingest/read/html_count.ts";
import { countOds } from "../../../ingest/read/ods_count.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { readWithSheetJs } from "../../../ingest/read/sheetjs.ts";
import { countXls, isEncryptedXls } from "../../../ingest/read/xls_count.ts";
import { countXlsb } from "../../../ingest/read/xlsb_count.ts";
import { countStored } from "../../../ingest/read/xlsx_count.ts";
import { countXml } from "../../../ingest/read/xml_count.ts";
import { unzip } from "../../../ingest/read/zip.ts";
import { book, number, text } from "./sources.ts";

const cells = { A1: text("a"), B1: number(1), C3: number(2.5), A9: { t: "b", v: true } as const };

test("cells of an .xlsx, by their marks", () => {
  const xml =
    '<row><c t="s"><v>0</v></c><c><v></v></c><c/><c t="inlineStr"><is><t>a</t></is></c>' +
    "<c><f>1</f><v>2</v></c></row>";
  expect(countStored(Buffer.from(xml))).toBe(3);
  const other =
    '<c><v xml:space="preserve">1</v></c><c><v xml:space="preserve"/></c><c><v a="b"></v></c><c><is a="b"><t>c</t></is></c>';
  expect(countStored(Buffer.from(other))).toBe(2);
});

test("cells of an .ods, repeated ones as often as they stand for", () => {
  const cell = (more: string) =>
    `<table:table-cell ${more} office:value-type="float"><text:p>1</text:p></table:table-cell>`;
  const content =
    `<table:table table:name="a"><table:table-row>${cell("")}<table:table-cell/></table:table-row>` +
    `<table:table-row table:number-rows-repeated="3">${cell('table:number-columns-repeated="2"')}</table:table-row>` +
    `</table:table><table:table table:name="b"></table:table>`;
  expect(countOds(content)).toEqual([7, 0]);
});

test("cells of an .ods that are empty texts are none", () => {
  const cells =
    '<table:table-cell office:value-type="string"/><table:table-cell office:value-type="string"><text:p/></table:table-cell>' +
    '<table:table-cell office:value-type="string"><text:p>&#160;</text:p></table:table-cell>' +
    '<table:table-cell table:formula="of:=A1" office:value-type="string" office:string-value=""/>' +
    "<table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell table:formula='of:=1'/>";
  expect(countOds(`<table:table><table:table-row>${cells}</table:table-row>`)).toEqual([2]);
});

test("cells of an .xlsb, by their records", () => {
  const parts = unzip(book(cells, "xlsb"));
  expect(countXlsb(parts)).toEqual([4]);
  expect(readWithSheetJs(book(cells, "xlsb")).map(({ stored }) => stored)).toEqual([4]);
});

test("cells of an XML spreadsheet, blank ones left out", () => {
  const xml =
    "<Worksheet><Data>a</Data><Data> </Data><ss:Data><B>b</B></ss:Data></Worksheet><Worksheet/>";
  expect(countXml(xml)).toEqual([2]);
});

describe("cells of an .xls, by their records", () => {
  const bytes = book(cells, "biff8", (workbook) => {
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([["b", "c"]]), "T11");
  });
  const container = XLSX.CFB.read(Buffer.from(bytes), { type: "buffer" });
  const stream = Uint8Array.from(XLSX.CFB.find(container, "Workbook").content);

  test("are counted by sheet", () => expect(countXls(stream)).toEqual([4, 2]));

  test("agree with what is read", () => {
    expect(readWithSheetJs(bytes).map(({ stored }) => stored)).toEqual([4, 2]);
  });

  test("of which several may share a record", () => {
    const record = (type: number, length: number) => {
      const buffer = Buffer.alloc(4 + length);
      buffer.writeUInt16LE(type, 0);
      buffer.writeUInt16LE(length, 2);
      return buffer;
    };
    const shared = Buffer.concat([record(0x0809, 16), record(0x00bd, 24), record(0x000a, 0)]);
    expect(countXls(shared)).toEqual([3]);
  });

  test("are not looked for where the stream is encrypted", () => {
    expect(isEncryptedXls(stream)).toBe(false);
    const locked = Buffer.from(stream);
    locked.writeUInt16LE(0x002f, 4 + locked.readUInt16LE(2));
    expect(isEncryptedXls(locked)).toBe(true);
  });
});

test("cells of a web page, blank ones left out", () => {
  const html =
    "<table><tr><th>a<td> &nbsp;<td><b>c</b></tr></table><table><tr><td>d</td></tr></table>";
  expect(countTables(html)).toEqual([2, 1]);
});

test("a sheet of which fewer cells were read than counted is refused", () => {
  const sheet = { name: "T10", is_hidden: false, rows: [], merges: [] };
  expect(complete([{ sheet, stored: 3 }], [3])).toEqual([sheet]);
  expect(() => complete([{ sheet, stored: 2 }], [3])).toThrow(Refusal);
});
