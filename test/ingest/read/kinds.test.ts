import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { good, withSheet, xlsxParts, zipped } from "../../hostile/parts.ts";
import { bytes } from "./sources.ts";

/** The texts of the first sheet, or the code of the refusal. */
function read(source: Uint8Array, name = "a.xlsx"): string | (string | null)[][] {
  try {
    const [sheet] = readWorkbook(source, name).sheets;
    return (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? null));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const cell = (attributes: string, content = "") =>
  `<table:table-cell ${attributes}>${content}</table:table-cell>`;
const content = (cells: string, styles = "") =>
  `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>` +
  `<office:spreadsheet><table:table table:name="T10"><table:table-row>${cells}</table:table-row>` +
  `</table:table></office:spreadsheet></office:body></office:document-content>`;
const ods = (xml: string) =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(xml),
  });
const STRING = 'office:value-type="string"';

describe("cells of an .ods as its writers spell them", () => {
  test.each<[string, string, (string | null)[]]>([
    ["an empty text", `${cell(STRING)}${cell(STRING, "<text:p>a</text:p>")}`, [null, "a"]],
    [
      "an empty paragraph",
      `${cell(STRING, "<text:p/>")}${cell(STRING, "<text:p>a</text:p>")}`,
      [null, "a"],
    ],
    [
      "a value without its text",
      '<table:table-cell office:value-type="float" office:value="5"/>',
      ["5"],
    ],
    [
      "a text in an attribute",
      `<table:table-cell ${STRING} office:string-value="Tổ &amp; đội"/>`,
      ["Tổ & đội"],
    ],
    [
      "a percentage without a style",
      cell('office:value-type="percentage" office:value="0.8478"'),
      ["84.78%"],
    ],
    [
      "lines, spaces, spans",
      cell(
        STRING,
        '<text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c</text:p>',
      ),
      ["a  b\nc"],
    ],
    [
      "a note is no text of its cell",
      cell(STRING, "<office:annotation><text:p>ghi</text:p></office:annotation><text:p>a</text:p>"),
      ["a"],
    ],
    [
      "a note alone",
      `${cell("", "<office:annotation><text:p>ghi</text:p></office:annotation>")}${cell(STRING, "<text:p>a</text:p>")}`,
      [null, "a"],
    ],
    ["a formula without a value", cell('table:formula="of:=1+1"'), [""]],
    [
      "a formula of an empty text",
      `${cell(`table:formula="of:=A1" ${STRING} office:string-value=""`)}${cell(STRING, "<text:p>a</text:p>")}`,
      [null, "a"],
    ],
    ["letters behind a number", cell('office:value-type="float" office:value="12abc"'), ["12abc"]],
    [
      "repeated cells",
      cell('table:number-columns-repeated="3" office:value-type="float" office:value="7"'),
      ["7", "7", "7"],
    ],
    [
      "a number shown as true",
      cell('office:value-type="float" office:value="1"', "<text:p>TRUE</text:p>"),
      ["TRUE"],
    ],
  ])("%s", (_what, cells, row) => {
    expect(read(ods(content(cells)), "a.ods")).toEqual([row]);
  });

  test("dates by the style of their column, as far as it shows them", () => {
    const styles =
      '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>' +
      '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>' +
      '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>';
    const xml = content(
      cell('office:value-type="date" office:date-value="2026-10-31"') +
        cell(
          'table:style-name="ce2" office:value-type="date" office:date-value="2026-10-31T08:30:00"',
        ),
      styles,
    ).replace("<table:table-row>", '<table:table-column table:default-cell-style-name="ce1"/>$&');
    expect(read(ods(xml), "a.ods")).toEqual([["10/2026", "10/2026"]]);
  });

  test("values of another file that are kept in this one are no sheet of it", () => {
    const cache =
      "<table:table table:name=\"'file:///b.ods'#T9\"><table:table-source/><table:table-row>";
    const xml = content(cell(STRING, "<text:p>a</text:p>")).replace(
      "</office:spreadsheet>",
      `${cache}${cell('office:value-type="float" office:value="1"')}</table:table-row></table:table>$&`,
    );
    expect(readWorkbook(ods(xml), "a.ods").sheets.map(({ name }) => name)).toEqual(["T10"]);
  });

  test("a table within a table is not guessed at", () => {
    const inner = "<table:table><table:table-row/></table:table>";
    expect(read(ods(content(cell(STRING, inner))), "a.ods")).toBe("damaged");
  });

  test("spaces without end stay a text that no cell holds", () => {
    const spaces = '<text:s text:c="999999999"/>'.repeat(1_000);
    expect(read(ods(content(cell(STRING, `<text:p>a${spaces}b</text:p>`))), "a.ods")).toBe(
      "too_large",
    );
  });
});

describe("a workbook in one XML file", () => {
  const flat = (xml: string) =>
    Buffer.from(
      xml
        .replace(
          "<office:document-content>",
          '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
        )
        .replace("</office:document-content>", "</office:document>"),
    );
  const excel = (rows: string) =>
    Buffer.from(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="T10"><Table>${rows}</Table></Worksheet></Workbook>`,
    );

  test(".fods", () => {
    const source = flat(content(cell(STRING, "<text:p>Tổ</text:p>")));
    expect(read(source, "a.fods")).toEqual([["Tổ"]]);
    expect(readWorkbook(source, "a.fods")).toMatchObject({ format: "ods", notes: [] });
  });

  test(".xml of Excel 2003, a text in runs too", () => {
    const rows =
      '<Row><Cell><ss:Data ss:Type="String"><B>Trộm</B><Font> cắp</Font></ss:Data></Cell>' +
      '<Cell><Data ss:Type="String"></Data></Cell><Cell><Data ss:Type="Number">5</Data></Cell></Row>';
    expect(read(excel(rows), "a.xml")).toEqual([["Trộm cắp", null, "5"]]);
  });

  test("declares no document types", () => {
    const type = '<!DOCTYPE a [<!ENTITY b "c">]>';
    const opened = (source: Buffer) => Buffer.from(source.toString().replace("?>", `?>${type}`));
    expect(read(opened(excel("<Row/>")), "a.xml")).toBe("damaged");
    expect(read(opened(flat(content(cell(STRING)))), "a.fods")).toBe("damaged");
  });
});

test("a web page's letters may be entities", () => {
  const html =
    "<table><tr><td>T&#7893; c&ocirc;ng &#x1ED5;</td><td>&#160;</td><td>&#60;b&gt;</td></tr></table>";
  expect(read(Buffer.from(html), "a.html")).toEqual([["Tổ công ổ", null, "<b>"]]);
});

describe("parts of an .xlsx", () => {
  const parts = xlsxParts(5);
  const plain = read(zipped(parts));
  const moved = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [
      name.replace("xl/", "book/"),
      String(text).replaceAll("xl/", "book/"),
    ]),
  );
  const relation = (from: string, to: string) => ({
    ...parts,
    "xl/_rels/workbook.xml.rels": String(parts["xl/_rels/workbook.xml.rels"]).replaceAll(from, to),
  });

  test.each([
    ["in another folder", moved],
    ["by a way that climbs", relation('Target="', 'Target="../xl/')],
    ["by a way with dots", relation('Target="', 'Target="./')],
    ["by a full way", relation('Target="', 'Target="/xl/')],
  ])("%s are found", (_how, changed) => {
    expect(read(zipped(changed))).toEqual(plain);
  });

  test("two whose names differ in case only contradict each other", () => {
    const twice = { ...parts, "xl/Worksheets/sheet1.xml": "<worksheet/>" };
    expect(read(zipped(twice))).toBe("damaged");
  });

  test("a sheet of charts holds no cells and costs nothing", () => {
    const chart = `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`;
    const book = {
      ...relation("</Relationships>", chart),
      "xl/chartsheets/sheet1.xml": "<chartsheet/>",
      "xl/workbook.xml": String(parts["xl/workbook.xml"]).replace(
        "</sheets>",
        '<sheet name="Biểu đồ" sheetId="9" r:id="rId9"/></sheets>',
      ),
    };
    expect(readWorkbook(zipped(book), "a.xlsx")).toMatchObject({
      sheets: [{ name: "T10" }, { name: "Biểu đồ", rows: [] }],
      notes: [],
    });
  });

  test("empty texts of every kind are no cells and no damage", () => {
    const empty =
      '<!-- x --><c r="B5"><v>1</v></c><c r="C5" t="inlineStr"><is><t></t></is></c><c r="D5" t="str"><v></v></c><c r="E5" t="inlineStr"><is><t> </t></is></c>';
    const source = withSheet((xml) => xml.replace('<c r="B5"><v>1</v></c>', empty), 5);
    expect(read(source)).toEqual(plain);
  });
});

describe("tables of other programs are refused as such", () => {
  test.each([
    ["Excel 4", bytes("\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00")],
    ["SYLK", Buffer.from("ID;PWXL;N;E\nC;Y1;X1;K1\nE\n")],
    ["DIF", Buffer.from('TABLE\r\n0,1\r\n"EXCEL"\r\n')],
    ["Lotus 1-2-3", bytes("\x00\x00\x02\x00\x06\x04\x06\x00")],
    [
      "dBase",
      bytes(`\x03\x7a\x0a\x1f\x01\x00\x00\x00\x41\x00\x0b\x00\x00\x00${"\x00".repeat(20)}`),
    ],
    ["Numbers", zipSync({ "Index/Document.iwa": strToU8("a") })],
  ])("%s", (_what, source) => expect(read(source)).toBe("unsupported_format"));

  test.each(["xlsx", "xls", "ods", "csv"] as const)("but .%s is not", (format) => {
    expect(read(good(format, 5))).toBeInstanceOf(Array);
  });
});
