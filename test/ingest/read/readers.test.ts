import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../ingest/parse/cell.ts";
import type { Sheet } from "../../../ingest/read/grid.ts";
import { readWithSheetJs } from "../../../ingest/read/sheetjs.ts";
import { readPlainXlsx } from "../../../ingest/read/xlsx_book.ts";
import { unzip } from "../../../ingest/read/zip.ts";
import { peopleList } from "../../../scripts/bench/ingest/people_list.ts";
import { writeXlsx } from "../../../scripts/sample/write/xlsx.ts";
import { good, withSheet } from "../../hostile/parts.ts";
import { book, number, text } from "./sources.ts";

const root = join(import.meta.dirname, "../../..");
const workbooks = [
  "test/fixtures/**/*.xlsx",
  "data/sample/*.xlsx",
  "data/reference/*.xlsx",
].flatMap((pattern) => globSync(pattern, { cwd: root }).sort());

/** What the plain reader and the library make of a workbook; the former is null where it declines. */
function both(bytes: Uint8Array): { plain: Sheet[] | null; library: Sheet[] } {
  const entries = unzip(bytes);
  const stored = zipSync(Object.fromEntries(entries), { level: 0 });
  const plain = readPlainXlsx(entries);
  return {
    plain: plain && tidy(plain),
    library: tidy(readWithSheetJs(stored).map(({ sheet }) => sheet)),
  };
}

/** Without comments, and what is empty at the ends of rows and sheets, of which either may keep more. */
function tidy(sheets: readonly Sheet[]): Sheet[] {
  const cut = <T>(items: T[], isEmpty: (item: T) => boolean) =>
    items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1);
  return sheets.map(({ remarks: _, ...sheet }) => ({
    ...sheet,
    rows: cut(
      sheet.rows.map((row) =>
        cut(
          Array.from(row, (cell) => cell ?? null),
          (cell) => cell === null,
        ),
      ),
      (row) => row.length === 0,
    ),
  }));
}

describe("the plain reader and the library agree, cell by cell", () => {
  test("on workbooks enough", () => expect(workbooks.length).toBeGreaterThan(50));

  test.each(workbooks)("%s", (path) => {
    const { plain, library } = both(readFileSync(join(root, path)));
    expect(plain, basename(path)).not.toBeNull();
    expect(plain).toEqual(library);
  });

  test("on a list of people", () => {
    const { plain, library } = both(writeXlsx([peopleList(2_000)]));
    expect(plain?.[0]?.rows).toHaveLength(2_015);
    expect(plain).toEqual(library);
  });

  test("on every kind of cell and format", () => {
    const formats = ["General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "dd/mm/yyyy"];
    const more = ["d-mmm-yy", "mm/yyyy", '"Năm" yyyy', "h:mm", "@", "[Red]-0", "0.00E+00", "# ?/?"];
    const values = [0, 1, -1, 0.5, -2.25, 12345.678, 1e21, 45231, 60, 45231.75, 1e-7];
    const cells = Object.fromEntries(
      [...formats, ...more].flatMap((format, column) =>
        values.map((value, row) => [
          XLSX.utils.encode_cell({ r: row, c: column }),
          number(value, format),
        ]),
      ),
    );
    const { plain, library } = both(
      book({
        ...cells,
        R1: { t: "b", v: true },
        R2: { t: "b", v: false },
        R3: { t: "e", v: 42 },
        R4: { t: "n", v: 5, f: "2+3" },
        R5: { t: "s", v: "ghép", f: '"gh"&"ép"' },
        R6: text("  hai   khoảng  "),
        R7: text("<&>\"'\n\t_x0041_"),
        R8: text("😀 Ừ"),
      }),
    );
    expect(plain).toEqual(library);
  });

  test("on whatever texts and numbers", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.double({ noNaN: true }),
      fc.integer(),
    );
    const table = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const workbook = XLSX.utils.book_new();
        const finite = rows.map((row) =>
          row.filter((one) => typeof one === "string" || Number.isFinite(one)),
        );
        XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(finite), "T10");
        const bytes = new Uint8Array(XLSX.write(workbook, { type: "buffer", bookType: "xlsx" }));
        const { plain, library } = both(bytes);
        expect(plain).not.toBeNull();
        expect(plain).toEqual(library);
      }),
      { numRuns: 150, seed: 2026 },
    );
  });
});

describe("where the library is wrong, the plain reader is right", () => {
  const cell = (xml: string): Cell | null | undefined =>
    readPlainXlsx(unzip(withSheet((sheet) => sheet.replace('<c r="B5"><v>1</v></c>', xml), 5)))?.[0]
      ?.rows[4]?.[1];

  test.each([
    [
      "a formula without a value is not dropped",
      '<c r="B5"><f>1+1</f></c>',
      { type: "error", text: "", is_formula: true },
    ],
    [
      "nor is one with an empty value",
      '<c r="B5"><f>1+1</f><v/></c>',
      { type: "error", text: "", is_formula: true },
    ],
    [
      "words behind a number are no number",
      '<c r="B5"><v>12abc</v></c>',
      { type: "error", text: "12abc" },
    ],
    ["infinity is no number", '<c r="B5"><v>Infinity</v></c>', { type: "error", text: "Infinity" }],
    [
      "a number too large is none",
      '<c r="B5"><v>1e999</v></c>',
      { type: "error", text: "Infinity" },
    ],
    [
      "runs of a text make one",
      '<c r="B5" t="inlineStr"><is><r><t>Trộm</t></r><r><rPr/><t xml:space="preserve"> cắp</t></r></is></c>',
      { type: "text", text: "Trộm cắp" },
    ],
  ])("%s", (_what, xml, expected) => {
    expect(cell(xml)).toEqual(expected);
  });

  test("an empty shared string keeps those behind it in their places", () => {
    const entries = new Map(unzip(good("xlsx", 5)));
    const strings = Buffer.from(entries.get("xl/sharedStrings.xml") ?? []).toString("utf8");
    entries.set("xl/sharedStrings.xml", Buffer.from(strings.replace("<si>", "<si/><si>")));
    const row = readPlainXlsx(entries)?.[0]?.rows[2];
    expect(row).toEqual([null, { type: "text", text: "Loại tội phạm" }]);
  });
});
