import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { observationLine, readBytes } from "../read_outcome.ts";
import { described, expected, type Lacks } from "./writers/grids.ts";
import { handMade, type Spelling } from "./writers/hand_made.ts";
import { sheetJs } from "./writers/sheet_js.ts";
import { report, sheets } from "./writers/table.ts";
import { convert, hasProgram, installWriters, run } from "./writers/tools.ts";

const lowered = (name: string) => name.toLowerCase();
const spellings: Record<string, Spelling> = {
  Excel: { texts: "shared" },
  WPS: { texts: "shared", target: (part) => `/${part}` },
  "Google Sheets": { texts: "shared", space: "\n", prefix: "" },
  "a streaming writer": { texts: "inline" },
  "a writer of results": { texts: "str" },
  "prefixed names": { texts: "shared", prefix: "x:" },
  "prefixed names, texts in cells": { texts: "inline", prefix: "ss:" },
  "no addresses": { texts: "inline", hasAddresses: false },
  "no addresses, shared texts": { texts: "shared", hasAddresses: false },
  backslashes: { texts: "shared", rename: (name) => name.replaceAll("/", "\\") },
  "small letters": { texts: "shared", rename: lowered },
  "backslashes, small letters": {
    texts: "inline",
    rename: (name) => lowered(name).replaceAll("/", "\\"),
    target: (part) => `\\${part.replaceAll("/", "\\")}`,
  },
  "single quotes": { texts: "shared", quote: "'" },
  "Strict OOXML": { texts: "shared", isStrict: true },
  "Strict OOXML with ISO dates": { texts: "shared", isStrict: true, hasIsoDates: true },
  "UTF-16 sheets": { texts: "inline", isWide: true },
  CDATA: { texts: "shared", hasCdata: true },
};
const unstyled: Spelling = { texts: "inline", hasStyles: false };

const folder = mkdtempSync(join(tmpdir(), "writers-"));
const has = { office: hasProgram("soffice"), writers: false };
let reason = "";

beforeAll(() => {
  const tools = installWriters();
  has.writers = typeof tools !== "string";
  if (typeof tools === "string") {
    reason = tools;
    return;
  }
  for (const [name, table] of Object.entries({ table: sheets, report })) {
    const source = join(folder, `${name}.json`);
    mkdirSync(join(folder, name));
    writeFileSync(source, JSON.stringify(table));
    const here = join(import.meta.dirname, "writers");
    const node = [
      join(here, "write_exceljs.mjs"),
      tools.modules,
      source,
      join(folder, name, "exceljs.xlsx"),
    ];
    const failure =
      run(tools.python, [join(here, "write.py"), source, join(folder, name)]) ??
      run(process.execPath, node);
    if (failure) throw new Error(failure);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!process.env["CI"])(
  "LibreOffice and the writers are here, as CI must have them",
  () => {
    expect({ ...has, reason }).toEqual({ office: true, writers: true, reason: "" });
  },
);

function expectTable(bytes: Uint8Array, name: string, lacks: Lacks, table = sheets): void {
  const workbook = readWorkbook(bytes, name);
  expect(described(workbook.sheets)).toEqual(expected(table, lacks));
  expect(workbook.encoding === null || workbook.encoding === "UTF-8").toBe(true);
}

describe("the table lands identically from an .xlsx spelled by hand", () => {
  test.each(Object.entries(spellings))("%s", (_who, spelling) => {
    expectTable(handMade(sheets, spelling), "a.xlsx", {});
  });

  test("without styles", () => {
    const plain = sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(({ kind }) => kind !== "date"),
    }));
    expectTable(handMade(plain, unstyled), "a.xlsx", { percents: true }, plain);
  });
});

describe("the table lands identically from SheetJS", () => {
  test.each(["xlsx", "xlsb", "biff8", "ods", "fods", "xlml"] as const)("%s", (type) =>
    expectTable(sheetJs(sheets, type), `a.${type}`, {}),
  );
});

describe("the table lands identically from", () => {
  const frame: Lacks = { merges: true, percents: true, months: true };
  test.for<[string, Lacks]>([
    ["openpyxl.xlsx", { formulas: { number: "error", text: "error" } }],
    ["xlsxwriter.xlsx", {}],
    ["xlsxwriter_stream.xlsx", { merges: true }],
    ["pandas.xlsx", frame],
    ["pandas_xlsxwriter.xlsx", frame],
    ["pandas.ods", frame],
    ["xlwt.xls", { formulas: { number: "error", text: "empty" } }],
    ["odfpy.ods", { months: true }],
    ["exceljs.xlsx", {}],
  ])("%s", ([name, lacks], { skip }) => {
    skip(!has.writers, reason);
    expectTable(readFileSync(join(folder, "table", name)), name, lacks);
  });
});

describe.skipIf(!has.office)(
  "the table lands identically from LibreOffice (skipped without it)",
  () => {
    test.each<[string, Lacks]>([
      ["xlsx", {}],
      ["ods", {}],
      ["fods", {}],
      ["xls", {}],
    ])("as .%s", (type, lacks) => {
      const source = join(folder, "by_hand.xlsx");
      writeFileSync(source, handMade(sheets, { texts: "shared" }));
      expect(convert(source, type, join(folder, "office"), join(folder, "profile"))).toBeNull();
      expectTable(readFileSync(join(folder, "office", `by_hand.${type}`)), `a.${type}`, lacks);
    });
  },
);

describe("a report lands as the same observations, whatever the format says of types", () => {
  const landed = (bytes: Uint8Array, name: string) => {
    const { rows, file } = readBytes(bytes, name);
    return { status: file.status, lines: (rows.observations ?? []).map(observationLine).sort() };
  };
  const spelledBy = (spelling: Spelling) => handMade(report, spelling);
  const first = landed(spelledBy({ texts: "shared" }), "a.xlsx");

  test("in full", () => {
    expect(first.status).toBe("landed");
    expect(first.lines.length).toBeGreaterThanOrEqual(6);
  });

  test.each(Object.entries(spellings))("spelled by hand: %s", (_who, spelling) => {
    expect(landed(spelledBy(spelling), "a.xlsx")).toEqual(first);
  });

  test.each(["xlsx", "xlsb", "biff8", "ods", "fods", "xlml", "csv", "html", "txt"] as const)(
    "by SheetJS: %s",
    (type) => expect(landed(sheetJs(report, type), `a.${type}`)).toEqual(first),
  );

  test.each(
    "openpyxl.xlsx xlsxwriter.xlsx xlsxwriter_stream.xlsx xlwt.xls odfpy.ods exceljs.xlsx".split(
      " ",
    ),
  )("%s", (name) => {
    if (!has.writers) return expect(reason).not.toBe("");
    return expect(landed(readFileSync(join(folder, "report", name)), name)).toEqual(first);
  });

  test.skipIf(!has.office)("by LibreOffice: .csv, .html", () => {
    const source = join(folder, "report.xlsx");
    writeFileSync(source, spelledBy({ texts: "shared" }));
    for (const [type, end] of [
      ["csv:Text - txt - csv (StarCalc):59,34,65535", "csv"],
      ["html", "html"],
    ] as const) {
      expect(convert(source, type, join(folder, "office"), join(folder, "profile"))).toBeNull();
      const bytes = readFileSync(join(folder, "office", `report.${end}`));
      expect(landed(bytes, `a.${end}`), type).toEqual(first);
    }
  });
});
