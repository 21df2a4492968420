import { expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { changed, odsParts, SHEET, xlsxParts, zipped } from "../../hostile/parts.ts";

function verdict(source: Uint8Array): string {
  try {
    return readWorkbook(source, "a.xlsx").format;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const withHeader = (header: string) =>
  zipped(
    changed(xlsxParts(5), SHEET, (xml) =>
      xml.replace(
        "</worksheet>",
        `<headerFooter><oddHeader>${header}</oddHeader></headerFooter></worksheet>`,
      ),
    ),
  );
const withBox = (text: string) =>
  zipped({
    ...xlsxParts(5),
    "xl/drawings/drawing1.xml": `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`,
  });
const odsWithBox = (text: string) =>
  zipped(
    changed(odsParts(5), "content.xml", (xml) =>
      xml.replace(
        "<table:table-row>",
        `<table:shapes><draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame></table:shapes>$&`,
      ),
    ),
  );

test.each([
  [
    "the middle of a page header",
    withHeader("&amp;LUBND phường&amp;C&amp;&quot;Arial,Bold&quot;&amp;14TỐI MẬT"),
  ],
  ["a text box", withBox("MẬT")],
  ["a text box, letter by letter", withBox("T</a:t></a:r><a:r><a:t>UYỆT MẬT")],
  ["a text box of an .ods", odsWithBox("TUYỆT MẬT")],
])("a mark in %s is one", (_where, source) => {
  expect(verdict(source)).toBe("secret_document");
});

test.each([
  ["a page header", withHeader("&amp;LBảo vệ bí mật&amp;RTrang &amp;P"), "xlsx"],
  ["a text box", withBox("Mật độ dân số"), "xlsx"],
  ["a text box of an .ods", odsWithBox("Bí mật nhà nước"), "ods"],
])("the word within a sentence of %s is none", (_where, source, format) => {
  expect(verdict(source)).toBe(format);
});
