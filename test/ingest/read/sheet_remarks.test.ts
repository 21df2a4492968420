import { utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";

/** A workbook with a comment on its second cell. */
function commented(bookType: "xlsx" | "ods"): Uint8Array {
  const sheet = utils.aoa_to_sheet([["Tổ dân phố", "Số hộ"]]);
  const book = utils.book_new(sheet, "S");
  Object.assign(sheet["B1"], { c: [{ a: "VP", t: "Chưa gồm Tổ 5" }] });
  return write(book, { type: "array", bookType });
}

const remarksOf = (bytes: Uint8Array) => readWorkbook(bytes, "a.xlsx").sheets[0]?.remarks;

test("comments of cells are remarks of their sheet, no part of its cells", () => {
  const bytes = new Uint8Array(commented("xlsx"));
  expect(remarksOf(bytes)).toEqual(["Chưa gồm Tổ 5"]);
  expect(readWorkbook(bytes, "a.xlsx").sheets[0]?.rows[0]?.map((cell) => cell?.text)).toEqual([
    "Tổ dân phố",
    "Số hộ",
  ]);
});

test("so are the lines printed above and below its pages, without their codes", () => {
  const parts = unzipSync(new Uint8Array(commented("xlsx")));
  const name = "xl/worksheets/sheet1.xml";
  const printed =
    "<headerFooter><oddHeader>&amp;C&amp;B&quot;Arial&quot;HỘ NGHÈO&amp;RTrang &amp;P</oddHeader></headerFooter></worksheet>";
  const xml = strFromU8(parts[name] as Uint8Array).replace("</worksheet>", printed);
  const bytes = zipSync({ ...parts, [name]: strToU8(xml) });
  const [, header] = remarksOf(bytes) ?? [];
  expect(header).toContain("HỘ NGHÈO");
  expect(header).not.toContain("&");
});

test("a sheet without them has none", () => {
  const book = utils.book_new(utils.aoa_to_sheet([["a", 1]]), "S");
  expect(
    remarksOf(new Uint8Array(write(book, { type: "array", bookType: "xlsx" }))),
  ).toBeUndefined();
});
