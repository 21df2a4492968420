import { read, utils } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../../ingest/parse/cell.ts";
import type { Sheet } from "../../../../ingest/read/grid.ts";
import { readWorkbook } from "../../../../ingest/read/read_workbook.ts";
import { markedCopy } from "../../../../scripts/tools/rejects_export/marked_copy.ts";

const text = (text: string): Cell => ({ type: "text", text });
const number = (number: number, shown = String(number)): Cell => ({
  type: "number",
  text: shown,
  number,
});

function sheet(rows: (Cell | null)[][], more: Partial<Sheet> = {}): Sheet {
  return { name: "Tháng 10", is_hidden: false, rows, merges: [], ...more };
}

const mark = (cell: string | null, comment = "cần một số") => ({
  sheet: "Tháng 10",
  cell,
  comment,
});

function open(bytes: Uint8Array) {
  const book = read(bytes, { cellNF: true, cellStyles: true });
  return book.Sheets[book.SheetNames[0] ?? ""] ?? {};
}

describe("a marked copy", () => {
  const rows = [
    [text("TIÊU ĐỀ")],
    [],
    [text("0310900001"), number(0.951, "95,1%"), null, number(31_090_000_001, "31090000001")],
    [{ type: "date", text: "31/10/2026", date: "2026-10-31" } as Cell, number(7, "007")],
  ];
  const copy = markedCopy([sheet(rows)], [mark("C3"), mark("B4", "một"), mark("B4", "hai")]);

  test("has every cell at its address, as it was shown", () => {
    const { sheets } = readWorkbook(copy, "a.xlsx");
    const shown = sheets[0]?.rows.map((row) => row.map((cell) => cell && [cell.type, cell.text]));
    expect(shown?.[2]?.slice(0, 2)).toEqual([
      ["text", "0310900001"],
      ["number", "95.1%"],
    ]);
    expect(shown?.[2]?.[3]).toEqual(["number", "31090000001"]);
    expect(shown?.[3]).toEqual([
      ["date", "31/10/2026"],
      ["number", "007"],
    ]);
  });

  test("carries one comment at each bad cell, empty ones too, and nowhere else", () => {
    const cells = open(copy);
    const comments = Object.entries(cells).flatMap(([address, cell]) =>
      (cell as { c?: { t: string }[] }).c
        ? [[address, (cell as { c: { t: string }[] }).c[0]?.t]]
        : [],
    );
    expect(Object.fromEntries(comments)).toEqual({ C3: "cần một số", B4: "một\n\nhai" });
  });

  test("fills the bad cells and no others", () => {
    const styles = strFromU8(unzipSync(copy)["xl/styles.xml"] ?? new Uint8Array());
    const xml = strFromU8(unzipSync(copy)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const filled = [...styles.matchAll(/<xf [^>]*fillId="(\d)"/g)].slice(1).map(([, fill]) => fill);
    const marked = [...xml.matchAll(/<c r="(\w+)" s="(\d+)"/g)].filter(
      ([, , style]) => filled[Number(style)] === "2",
    );
    expect(marked.map(([, address]) => address)).toEqual(["C3", "B4"]);
    expect(styles).toContain('<fgColor rgb="FFFFC7CE"/>');
  });

  test("is strict XML throughout and the same bytes each time", () => {
    for (const [name, bytes] of Object.entries(unzipSync(copy))) {
      const parser = new SaxesParser({ xmlns: true, fileName: name });
      expect(() => parser.write(strFromU8(bytes)).close()).not.toThrow();
    }
    const again = markedCopy([sheet(rows)], [mark("B4", "một"), mark("B4", "hai"), mark("C3")]);
    expect(Buffer.from(again).equals(Buffer.from(copy))).toBe(true);
  });
});

test.each(["=1+1", "+84912", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "＝1"])(
  "%j is text and never a formula",
  (found) => {
    const cells = open(markedCopy([sheet([[text(found)]])], [mark("A1")]));
    expect(cells["A1"]).toMatchObject({ t: "s", v: found, z: "@" });
    expect(cells["A1"]?.f).toBeUndefined();
  },
);

test("a real negative number stays a number", () => {
  const cells = open(markedCopy([sheet([[number(-5)]])], []));
  expect(cells["A1"]).toMatchObject({ t: "n", v: -5 });
});

test("signs that XML can't hold come back as they were", () => {
  const odd = 'a\u0001b <&>" _x0041_ \n c';
  expect(open(markedCopy([sheet([[text(odd)]])], []))["A1"]?.v).toBe(odd);
});

test("all sheets, their names, merges and hiding are kept; overlapping merges are not", () => {
  const merges = [
    { top: 0, left: 0, bottom: 0, right: 2 },
    { top: 0, left: 1, bottom: 1, right: 1 },
  ];
  const first = sheet([[text("a")]], { merges });
  const hidden = sheet([[text("b")]], { name: "Ẩn", is_hidden: true });
  const book = read(markedCopy([first, hidden], []));
  expect(book.SheetNames).toEqual(["Tháng 10", "Ẩn"]);
  expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 1]);
  const kept = book.Sheets["Tháng 10"]?.["!merges"]?.map((merge) => utils.encode_range(merge));
  expect(kept).toEqual(["A1:C1"]);
});

test("names that a workbook may not have are changed, each stays its own", () => {
  const long = "Tình hình tội phạm trên địa bàn phường";
  const named = [`${long} 1`, `${long} 2`, "a/b"].map((name) => sheet([[text("x")]], { name }));
  const { SheetNames } = read(markedCopy(named, []));
  expect(new Set(SheetNames).size).toBe(3);
  expect(SheetNames.every((name) => name.length <= 31)).toBe(true);
  expect(SheetNames[2]).toBe("a_b");
});

test("a mark without a cell stands at the sheet's first", () => {
  expect(open(markedCopy([sheet([[], [text("a")]])], [mark(null)]))["A1"]?.c?.[0]?.t).toBe(
    "cần một số",
  );
});
