import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { withBrokenTexts } from "../../../ingest/programme/broken_text.ts";
import { root } from "../../../lib/store/home.ts";
import { files, folderWith, shipped, toldOf } from "./decisions.ts";

/** Opened by a double click in an Excel of this encoding, then saved as CSV UTF-8. */
const openedAs = (encoding: string, text: string) =>
  `\uFEFF${iconv.decode(Buffer.from(text, "utf8"), encoding)}`;

const isVietnamese = (id: string) => /[^\p{ASCII}]/u.test(Papa.unparse(shipped(id)));
const vietnamese = files.map(({ id }) => id).filter(isVietnamese);

function brokenIn(texts: readonly string[]): string[] {
  const grid = texts.map((text) => [{ type: "text" as const, text }]);
  return withBrokenTexts([{ name: "x.csv", grid }], []).map(({ vi }) => vi);
}

test.each(["win1252", "win1258"])("every file opened as %s is refused once", async (encoding) => {
  const folder = folderWith();
  for (const id of vietnamese)
    writeFileSync(join(folder, `${id}.csv`), openedAs(encoding, Papa.unparse(shipped(id))));
  const told = await toldOf(folder);
  expect(vietnamese.length).toBeGreaterThan(8);
  expect(told.map((line) => line.split(":")[0])).toEqual(
    vietnamese.map((id) => `error ${id}.csv`).sort(),
  );
});

test("it says where, what happened and what to do", async () => {
  const folder = folderWith();
  writeFileSync(
    join(folder, "targets.csv"),
    openedAs("win1252", Papa.unparse(shipped("targets"), { delimiter: ";" })),
  );
  expect(await toldOf(folder)).toEqual([
    expect.stringMatching(
      /^error targets\.csv: chữ vỡ ở 15 ô: F2 "ChÆ°Æ¡ng trÃ¬nh.*Lấy lại tệp từ bản sao.*65001 UTF-8.* · broken letters in 15 cells: .*65001 UTF-8/,
    ),
  ]);
});

test("rows that fell into one column tell nothing else", async () => {
  const folder = folderWith();
  const lines = Papa.unparse(shipped("papers")).split("\r\n");
  const oneColumn = Papa.unparse(
    lines.map((line) => [line]),
    { delimiter: ";" },
  );
  writeFileSync(join(folder, "papers.csv"), openedAs("win1258", oneColumn));
  expect(await toldOf(folder)).toEqual([expect.stringMatching(/^error papers\.csv: chữ vỡ/)]);
});

test("a sheet of a workbook is refused like a file", async () => {
  const folder = folderWith();
  rmSync(join(folder, "sections.csv"));
  const rows = shipped("sections").map((cells) =>
    cells.map((text) => iconv.decode(Buffer.from(text, "utf8"), "win1252")),
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "sections");
  writeFileSync(
    join(folder, "so.xlsx"),
    Buffer.from(write(book, { type: "array", bookType: "xlsx" })),
  );
  expect(await toldOf(folder)).toEqual([
    expect.stringMatching(/^error so\.xlsx!sections: chữ vỡ ở \d+ ô/),
  ]);
});

test("one letter that is no letter is enough", () => {
  expect(brokenIn(["Tổ dân ph\uFFFD"])).toEqual([expect.stringMatching(/^chữ vỡ ở 1 ô: A1 /)]);
});

test("honest texts are left alone: every commune, every cell of the programme, rare signs", () => {
  const communes = Papa.parse<string[]>(readFileSync(join(root, "data", "communes.csv"), "utf8"));
  const cells = files.flatMap(({ id }) => shipped(id).flat());
  const rare = [
    "“ĐÃ”",
    "MÃ–SỐ",
    "«nhà lá»",
    "Ă, Â, Đ, Ê, Ô, Ơ, Ư",
    "25 °C · 100 m²",
    "± 5 % – 3 €",
  ];
  const upper = cells.map((text) => text.toUpperCase());
  expect(communes.data.length).toBeGreaterThan(3000);
  expect(brokenIn([...communes.data.flat(), ...cells, ...upper, ...rare])).toEqual([]);
});
