import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { Refusal } from "../../../ingest/read/refusal.ts";
import { type BookType, book, bytes, number, text } from "./sources.ts";

/** The refusal of a file, or its format when it was read. */
function verdict(source: Uint8Array, name = "a.xlsx"): Refusal | string {
  try {
    return readWorkbook(source, name).format;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A workbook whose parts are changed as text. */
function rewritten(source: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(source);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

const formats: [BookType, string, string][] = [
  ["xlsx", "a.xlsx", "xlsx"],
  ["xlsb", "a.xlsb", "xlsx"],
  ["biff8", "a.xls", "xls"],
  ["ods", "a.ods", "ods"],
];

describe.each(formats)("%s", (type, name, format) => {
  const cells = {
    A1: text("Tổ dân phố"),
    C1: text("  Số thẻ "),
    A2: text("Hoà".normalize("NFD")),
    B2: number(1707351, "#,##0"),
    C2: text("0123"),
    A4: number(46326, "dd/mm/yyyy"),
    B4: number(0.8478, "0.00%"),
    C4: { t: "n", v: 5, f: "2+3" } as const,
    D4: { t: "b", v: true } as const,
    E4: text("   "),
  };
  const source = book(cells, type, (workbook) => {
    XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([["danh mục"]]), "Danh mục");
    const [first] = Object.values(workbook.Sheets);
    if (first) first["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  });
  const workbook = readWorkbook(source, name);

  test("cells keep raw number and shown text, their places and their kinds", () => {
    const [sheet] = workbook.sheets;
    expect(workbook).toMatchObject({ format, encoding: null, notes: [] });
    expect(workbook.sheets.map((one) => one.name)).toEqual(["T10", "Danh mục"]);
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(sheet?.rows).toEqual([
      [{ type: "text", text: "Tổ dân phố" }, null, { type: "text", text: "Số thẻ" }],
      [
        { type: "text", text: "Hoà" },
        { type: "number", text: expect.stringMatching(/^1,?707,?351$/), number: 1707351 },
        { type: "text", text: "0123" },
      ],
      [],
      [
        { type: "date", text: "31/10/2026", number: 46326, date: "2026-10-31" },
        { type: "number", text: "84.78%", number: 0.8478 },
        type === "xlsx" || type === "ods"
          ? { type: "number", text: "5", number: 5, is_formula: true }
          : expect.objectContaining({ type: "number", text: "5", number: 5 }),
        { type: "boolean", text: "TRUE" },
      ],
    ]);
  });
});

describe("cells of an .xlsx", () => {
  const row = (source: Uint8Array) => readWorkbook(source, "a.xlsx").sheets[0]?.rows[0];

  test("a formula without a stored value, an error, a month", () => {
    const cells = {
      A1: { t: "n", f: "1+1" } as XLSX.CellObject,
      B1: { t: "e", v: 42 } as const,
      C1: number(46326, "mm/yyyy"),
      D1: number(46326, '"Năm" yyyy'),
      E1: number(0.5, "[h]:mm"),
    };
    expect(row(book(cells))).toEqual([
      { type: "error", text: "", is_formula: true },
      { type: "error", text: "#N/A" },
      { type: "date", text: "10/2026", number: 46326, date: "2026-10-31" },
      { type: "date", text: "2026", number: 46326, date: "2026-10-31" },
      { type: "number", text: "12:00", number: 0.5 },
    ]);
  });

  test("the date system of 1904", () => {
    const source = book({ A1: number(44864, "dd/mm/yyyy") }, "xlsx", (workbook) => {
      workbook.Workbook = { WBProps: { date1904: true } };
    });
    expect(row(source)).toMatchObject([{ date: "2026-10-31" }]);
  });

  test("a false <dimension> loses nothing", () => {
    const source = rewritten(
      book({ A1: text("a"), B60: text("b") }),
      "xl/worksheets/sheet1.xml",
      (xml) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:A1"/>'),
    );
    expect(readWorkbook(source, "a.xlsx").sheets[0]?.rows[59]?.[1]?.text).toBe("b");
  });

  test("names that objects have are text like any other", () => {
    expect(row(book({ A1: text("__proto__"), B1: text("constructor") }))).toMatchObject([
      { text: "__proto__" },
      { text: "constructor" },
    ]);
  });
});

describe("notes", () => {
  const codes = (source: Uint8Array, name: string) =>
    readWorkbook(source, name).notes.map(({ code, sheet }) => [code, sheet]);

  test.each<[BookType, string]>([
    ["xlsx", "a.xlsx"],
    ["biff8", "a.xls"],
  ])("hidden sheets of %s", (type, name) => {
    const source = book({ A1: text("a") }, type, (workbook) => {
      XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([["b"]]), "ẩn");
      workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    });
    const workbook = readWorkbook(source, name);
    expect(workbook.sheets.map(({ is_hidden }) => is_hidden)).toEqual([false, true]);
    expect(workbook.notes).toMatchObject([{ code: "hidden_sheet", sheet: "ẩn" }]);
  });

  test("hidden sheets of .ods", () => {
    const source = rewritten(book({ A1: text("a") }, "ods"), "content.xml", (xml) =>
      xml
        .replace(
          /<office:automatic-styles>/,
          '$&<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>',
        )
        .replace(
          /<table:table table:name="T10"[^>]*>/,
          '<table:table table:name="T10" table:style-name="hid">',
        ),
    );
    expect(codes(source, "a.ods")).toEqual([["hidden_sheet", "T10"]]);
  });

  test.each<[BookType, string]>([
    ["xlsx", "a.xls"],
    ["biff8", "a.xlsx"],
    ["ods", "a.xlsx"],
    ["xlsx", "a"],
  ])("%s named %s is read by its content", (type, name) => {
    expect(codes(book({ A1: text("a") }, type), name)).toEqual([["wrong_extension", undefined]]);
  });

  test("macros and links to other files", () => {
    const parts = unzipSync(book({ A1: text("a") }));
    const source = zipSync({
      ...parts,
      "xl/vbaProject.bin": strToU8("x"),
      "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
    });
    expect(codes(source, "a.xlsm").map(([code]) => code)).toEqual(["macros", "external_links"]);
  });
});

describe("texts", () => {
  test("a page of HTML that is called .xls", () => {
    const html =
      '<html><meta charset="utf-8"><table><tr><td colspan="2">Tổ dân phố&nbsp;</td></tr>' +
      "<tr><td>09</td><td>1.234</td></tr></table></html>";
    const { format, encoding, sheets, notes } = readWorkbook(Buffer.from(html), "T10.xls");
    expect({ format, encoding }).toEqual({ format: "html", encoding: "UTF-8" });
    expect(notes.map(({ code }) => code)).toEqual(["wrong_extension"]);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(sheets[0]?.rows).toEqual([
      [{ type: "text", text: "Tổ dân phố" }],
      [
        { type: "text", text: "09" },
        { type: "text", text: "1.234" },
      ],
    ]);
  });

  test("CSV with semicolons", () => {
    const source = Buffer.from("Tổ dân phố;Số người\nTổ 1; 1.234 \n;\n");
    expect(readWorkbook(source, "a.csv")).toMatchObject({
      format: "csv",
      encoding: "UTF-8",
      notes: [],
      sheets: [
        {
          rows: [
            [{ text: "Tổ dân phố" }, { text: "Số người" }],
            [{ text: "Tổ 1" }, { text: "1.234" }],
          ],
        },
      ],
    });
  });

  test("CSV in TCVN3, and TCVN3 letters saved as UTF-8", () => {
    const written = "Hä vµ tªn;Sè thÎ\nNg­êi lËp biÓu;Tæng céng\n";
    for (const source of [bytes(written), Buffer.from(written)]) {
      const { encoding, sheets } = readWorkbook(source, "a.csv");
      expect(encoding).toBe("TCVN3");
      expect(sheets[0]?.rows[1]?.map((cell) => cell?.text)).toEqual([
        "Người lập biểu",
        "Tổng cộng",
      ]);
    }
  });

  test.each<[string, string, string]>([
    ["TCVN3", "Ng­êi lËp biÓu", "Tæng céng"],
    ["VNI", "Ngöôøi laäp bieåu", "Toång coäng"],
  ])("a workbook in %s says so", (encoding, one, other) => {
    for (const type of ["xlsx", "biff8"] as const) {
      const workbook = readWorkbook(book({ A1: text(one), B1: text(other) }, type), "a.xlsx");
      expect(workbook.encoding).toBe(encoding);
      expect(workbook.sheets[0]?.rows[0]?.map((cell) => cell?.text)).toEqual([
        "Người lập biểu",
        "Tổng cộng",
      ]);
    }
  });

  test("fonts of an .xlsx tell which cells are capitals", () => {
    const source = rewritten(
      rewritten(
        book({ A1: text("tæng céng"), B1: text("Ng­êi lËp biÓu"), C1: text("Số liệu") }),
        "xl/styles.xml",
        (xml) =>
          xml
            .replace(
              /<fonts[\s\S]*<\/fonts>/,
              '<fonts count="2"><font><sz val="12"/><name val="Calibri"/></font>' +
                '<font><sz val="12"/><name val=".VnTimeH"/></font></fonts>',
            )
            .replace(
              /<cellXfs[\s\S]*<\/cellXfs>/,
              '<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>',
            ),
      ),
      "xl/worksheets/sheet1.xml",
      (xml) => xml.replace('<c r="A1"', '<c r="A1" s="1"'),
    );
    const { encoding, sheets } = readWorkbook(source, "a.xlsx");
    expect(encoding).toBe("TCVN3");
    expect(sheets[0]?.rows[0]?.map((cell) => cell?.text)).toEqual([
      "TỔNG CỘNG",
      "Người lập biểu",
      "Số liệu",
    ]);
  });
});

describe("broken formatting", () => {
  const whole = book({ A1: text("Tổ dân phố"), B1: number(12), A9: { t: "n", v: 5, f: "2+3" } });
  const broken = rewritten(
    rewritten(whole, "xl/worksheets/sheet1.xml", (xml) => xml.replace("<sheetData>", "$&<!-- -->")),
    "xl/styles.xml",
    (xml) => xml.replace("</fonts>", "<oddity/></fonts>"),
  );

  test("does not cost a file whose cells are all there", () => {
    const { sheets, notes } = readWorkbook(broken, "a.xlsx");
    expect(notes.map(({ code }) => code)).toEqual(["degraded"]);
    expect(sheets[0]?.rows.flat().map((cell) => cell?.text)).toEqual(["Tổ dân phố", "12", "5"]);
  });

  test("costs it when the count of its cells does not agree", () => {
    const source = rewritten(broken, "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace("</sheetData>", '</sheetData><c r="Z1"><v>1</v></c>'),
    );
    expect(verdict(source)).toMatchObject({ code: "damaged" });
  });
});

describe("refusals", () => {
  const cfb = (stream: string) => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, stream, Buffer.from("x".repeat(5000)));
    return new Uint8Array(XLSX.CFB.write(container, { type: "buffer" }) as Buffer);
  };
  const xlsx = book({ A1: text("a") });

  test.each<[string, string, Uint8Array]>([
    ["empty_file", "no bytes", new Uint8Array()],
    ["empty_file", "only spaces", bytes(" \r\n\t ")],
    ["not_a_workbook", "prose", Buffer.from("Kính gửi các đồng chí\nNội dung như sau\n")],
    ["not_a_workbook", "a PDF", bytes("%PDF-1.7\n")],
    ["not_a_workbook", "zeros", new Uint8Array(5000)],
    ["not_a_workbook", "a web page without a table", bytes("<html><body>a</body></html>")],
    ["not_a_workbook", "a Word document", zipSync({ "word/document.xml": strToU8("<a/>") })],
    ["not_a_workbook", "an old Word document", cfb("/WordDocument")],
    ["not_a_workbook", "another archive", zipSync({ "a.txt": strToU8("a") })],
    ["not_a_workbook", "another OLE file", cfb("/Contents")],
    ["encrypted", "an .xlsx with a password", cfb("/EncryptedPackage")],
    [
      "encrypted",
      "an .ods with a password",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>"),
      }),
    ],
    ["damaged", "half a workbook", xlsx.subarray(0, xlsx.length / 2)],
    ["damaged", "a sheet without its part", removed(xlsx, "xl/worksheets/sheet1.xml")],
    [
      "damaged",
      "a DOCTYPE",
      rewritten(xlsx, "xl/workbook.xml", (xml) =>
        xml.replace("<workbook", "<!DOCTYPE a><workbook"),
      ),
    ],
    ["damaged", "half an .xls", book({ A1: text("a") }, "biff8").subarray(0, 1000)],
    ["too_large", "a bomb", zipSync({ "xl/workbook.xml": new Uint8Array(50_000_000) })],
    ["secret_document", "a mark in a CSV", Buffer.from("CÔNG AN PHƯỜNG;MẬT\na;b\n")],
    ["secret_document", "a mark in TCVN3", bytes("Ng­êi lËp biÓu;Tèi mËt\nTæng céng;b\n")],
    ["secret_document", "a mark in a workbook", book({ C2: text("TUYỆT MẬT") })],
  ])("%s: %s", (code, _what, source) => {
    expect(verdict(source)).toMatchObject({ code });
  });

  test("a secret document's refusal holds nothing of it", () => {
    const refusal = verdict(Buffer.from("CÔNG AN PHƯỜNG;TỐI MẬT\nNguyễn Văn Thử;031090000123\n"));
    expect(JSON.stringify({ ...(refusal as Refusal) })).not.toMatch(/Nguyễn|031090000123/);
  });

  test("the mark counts in the first rows only", () => {
    expect(verdict(book({ A30: text("MẬT") }))).toBe("xlsx");
  });
});

describe("whatever the bytes, the answer is a workbook or a refusal", () => {
  const sources = formats.map(([type]) => book({ A1: text("Tổ"), B2: number(12) }, type));

  test("random bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (source) => {
        expect(verdict(source)).toBeDefined();
      }),
    );
  });

  test("workbooks with bytes changed", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), changes, (source, changed) => {
        const copy = Uint8Array.from(source);
        for (const [at, byte] of changed) copy[at % copy.length] = byte;
        expect(verdict(copy)).toBeDefined();
      }),
      { numRuns: 200, seed: 2026 },
    );
  });
});

function removed(source: Uint8Array, part: string): Uint8Array {
  const { [part]: _, ...others } = unzipSync(source);
  return zipSync(others);
}
