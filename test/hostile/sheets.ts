import type { Kind } from "./kind.ts";
import { changed, odsParts, type Parts, withSheet, xlsxParts, zipped } from "./parts.ts";

type Change = (xml: string) => string;

/** A kind that is one change to the sheet of an .xlsx. */
const sheet = (id: string, expected: Kind["expected"], change: Change): Kind => ({
  id,
  expected,
  make: { xlsx: (cases) => withSheet(change, cases) },
});
/** A kind that is one change to another part of an .xlsx. */
const part = (id: string, expected: Kind["expected"], name: string, change: Change): Kind => ({
  id,
  expected,
  make: { xlsx: (cases) => zipped(changed(xlsxParts(cases), name, change), 0) },
});
/** Puts a cell behind the last one, in row 5. */
const adding = (cell: string) => (xml: string) => xml.replace("</row></sheetData>", `${cell}$&`);
const addingRow = (row: string) => (xml: string) => xml.replace("</sheetData>", `${row}$&`);
/** Puts something in the place of the one murder. */
const murders = (cell: string) => (xml: string) => xml.replace('<c r="B5"><v>1</v></c>', cell);
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join("");
const WORKBOOK = "xl/workbook.xml";
const STRINGS = "xl/sharedStrings.xml";

/** Sheets of an .xlsx that lie, swell or hold what no sheet should. */
export const sheets: readonly Kind[] = [
  sheet("dimension_too_small", "landed", (xml) => xml.replace('ref="A1:B5"', 'ref="A1:A1"')),
  sheet("dimension_of_everything", "landed", (xml) => xml.replace("A1:B5", "A1:XFD1048576")),
  sheet("dimension_of_nonsense", "landed", (xml) => xml.replace("A1:B5", "ZZZZZ0:!")),
  sheet("merge_of_everything", ["unknown_form"], (xml) =>
    xml.replace(
      "</worksheet>",
      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
    ),
  ),
  sheet("many_merges", "landed", (xml) =>
    xml.replace(
      "</worksheet>",
      `<mergeCells>${many(50_000, (at) => `<mergeCell ref="A${at + 9}:Z${at + 9}"/>`)}</mergeCells></worksheet>`,
    ),
  ),
  sheet(
    "cell_in_the_last_corner",
    "landed",
    addingRow('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ),
  sheet(
    "row_outside",
    ["damaged"],
    addingRow('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'),
  ),
  sheet("column_outside", ["damaged"], adding('<c r="ZZZZ5"><v>1</v></c>')),
  sheet("two_cells_of_one_address", ["damaged"], adding('<c r="B5"><v>9</v></c>')),
  sheet("cells_without_addresses", "landed", (xml) => xml.replace(/<c r="[A-Z]\d"/g, "<c")),
  sheet(
    "too_many_places",
    ["too_large", "too_much_memory"],
    addingRow(many(3_000, (at) => `<row r="${at + 9}"><c r="XFD${at + 9}"><v>1</v></c></row>`)),
  ),
  sheet("text_that_is_not_there", ["damaged"], adding('<c r="C5" t="s"><v>999</v></c>')),
  sheet("text_of_a_negative_number", ["damaged"], adding('<c r="C5" t="s"><v>-1</v></c>')),
  sheet("date_far_away", "landed", murders('<c r="B5" s="1"><v>99999999999</v></c>')),
  sheet("date_before_all", "landed", murders('<c r="B5" s="1"><v>-5</v></c>')),
  sheet("not_a_number", "landed", murders('<c r="B5"><v>NaN</v></c>')),
  sheet("infinity", "landed", murders('<c r="B5"><v>Infinity</v></c>')),
  sheet("beyond_infinity", "landed", murders('<c r="B5"><v>1e999</v></c>')),
  sheet("number_with_words", "landed", murders('<c r="B5"><v>12abc</v></c>')),
  sheet("formula_without_a_value", "landed", murders('<c r="B5"><f>SUM(B4:B4)</f></c>')),
  sheet("formula_that_calls", "landed", murders('<c r="B5"><f>cmd|"/c calc"!A1</f><v>1</v></c>')),
  sheet("error_cell", "landed", murders('<c r="B5" t="e"><v>#REF!</v></c>')),
  sheet("cell_of_an_unknown_type", ["damaged", "landed"], murders('<c r="B5" t="zz"><v>1</v></c>')),
  sheet(
    "ten_megabytes_in_a_cell",
    ["too_large"],
    adding(`<c r="C5" t="inlineStr"><is><t>${many(700_000, (at) => `chữ ${at} `)}</t></is></c>`),
  ),
  sheet("names_that_objects_have", "landed", (xml) =>
    xml.replace(
      '<c r="B3" t="s"><v>1</v></c>',
      `$&${["__proto__", "constructor", "toString"]
        .map((name, at) => `<c r="${"CDE"[at]}3" t="inlineStr"><is><t>${name}</t></is></c>`)
        .join("")}`,
    ),
  ),
  sheet(
    "halves_of_characters",
    "landed",
    adding('<c r="C5" t="inlineStr"><is><t>&#xD800;x_xDC00_</t></is></c>'),
  ),
  sheet("deep_nesting", ["damaged", "landed"], (xml) =>
    xml.replace("<sheetData>", `${"<a>".repeat(100_000)}<sheetData>`),
  ),
  sheet("cells_that_never_end", ["damaged", "landed"], adding("<c ".repeat(300_000))),
  sheet("tags_that_never_end", ["damaged"], (xml) =>
    xml.replace("</sheetData></worksheet>", "<v".repeat(300_000)),
  ),
  sheet("comments_between_cells", "landed", (xml) => xml.replace("<sheetData>", "$&<!-- x -->")),
  sheet("names_with_a_prefix", "landed", (xml) =>
    xml
      .replace(/<(\/?)(worksheet|dimension|sheetData|row|c|v|is|t)(?=[\s>/])/g, "<$1x:$2")
      .replace("xmlns=", "xmlns:x="),
  ),
  part("a_hundred_thousand_sheets", ["damaged", "too_large"], WORKBOOK, (xml) =>
    xml.replace(
      "</sheets>",
      `${many(100_000, (at) => `<sheet name="S${at}" sheetId="${at + 2}" r:id="rId1"/>`)}$&`,
    ),
  ),
  part("sheets_without_parts", ["damaged"], WORKBOOK, (xml) =>
    xml.replace("</sheets>", '<sheet name="T11" sheetId="2" r:id="rId77"/></sheets>'),
  ),
  part("sheet_name_like_a_path", "landed", WORKBOOK, (xml) =>
    xml.replace("T10", "../../etc/passwd"),
  ),
  part("sheet_name_of_a_prototype", "landed", WORKBOOK, (xml) => xml.replace("T10", "__proto__")),
  part("sheet_name_without_end", "landed", WORKBOOK, (xml) =>
    xml.replace("T10", "T".repeat(100_000)),
  ),
  part("format_without_end", "landed", "xl/styles.xml", (xml) =>
    xml
      .replace(
        "<fonts",
        `<numFmts><numFmt numFmtId="200" formatCode="${"0".repeat(50_000)}"/></numFmts><fonts`,
      )
      .replace('numFmtId="14"', 'numFmtId="200"'),
  ),
  part(
    "styles_of_nonsense",
    "landed",
    "xl/styles.xml",
    () => "<styleSheet><fonts><oops></styleSheet>",
  ),
  part("texts_of_nonsense", ["damaged"], STRINGS, () => "<sst><si><t>Loại"),
  part("sheet_that_climbs_out", ["damaged", "landed"], "xl/_rels/workbook.xml.rels", (xml) =>
    xml.replace("worksheets/sheet1.xml", "../../../../etc/passwd"),
  ),
  {
    id: "repeated_without_end",
    expected: ["too_large"],
    make: { ods: (cases) => odsWith(cases, 'table:number-columns-repeated="16384"', 1_048_576) },
  },
  {
    id: "repeated_negatively",
    expected: ["damaged", "landed"],
    make: { ods: (cases) => odsWith(cases, 'table:number-columns-repeated="-5"', -5) },
  },
  {
    id: "empty_rows_to_the_end",
    expected: "landed",
    make: {
      ods: (cases) =>
        zipped(
          changed(odsParts(cases), "content.xml", (xml) =>
            xml.replace(
              "</table:table>",
              '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>$&',
            ),
          ),
        ),
    },
  },
  {
    id: "deep_nesting_of_an_ods",
    expected: ["damaged", "landed"],
    make: {
      ods: (cases) =>
        zipped(
          changed(odsParts(cases), "content.xml", (xml) =>
            xml.replace("Trộm cắp", `${"<text:span>".repeat(50_000)}Trộm cắp`),
          ),
          0,
        ),
    },
  },
];

function odsWith(cases: number, columns: string, rows: number): Uint8Array {
  const row = `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell ${columns} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>`;
  const parts: Parts = odsParts(cases);
  return zipped(changed(parts, "content.xml", (xml) => xml.replace("</table:table>", `${row}$&`)));
}
