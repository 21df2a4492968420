import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSheets } from "../../ingest/file/read_sheets.ts";
import type { Cell } from "../../ingest/parse/cell.ts";
import { stripAccents, wordKey } from "../../ingest/parse/key.ts";
import type { Sheet, Workbook } from "../../ingest/read/grid.ts";
import { readWorkbook } from "../../ingest/read/read_workbook.ts";
import { corpusFiles, corpusFolder, corpusTools, expectations, figureKey } from "./corpus.ts";

type Change = (sheet: Sheet) => Sheet;

/** Changes that leave a table the same table. */
const CHANGES: Record<string, Change> = {
  "words in capitals": (sheet) => withTexts(sheet, (text) => text.toUpperCase()),
  "letters and marks apart": (sheet) => withTexts(sheet, (text) => text.normalize("NFD")),
  "words without marks": (sheet) => withTexts(sheet, stripAccents),
  "more spaces": (sheet) => withTexts(sheet, (text) => text.replace(/ /g, "  ")),
  "a column before the others": (sheet) => shifted(sheet, 1, 0),
  "two rows above": (sheet) => shifted(sheet, 0, 2),
  "a column behind": (sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, index) =>
      index === sheet.rows.length - 1 ? [...row, null, textCell("x")] : row,
    ),
  }),
  "columns in the other order": mirrored,
};

function textCell(text: string): Cell {
  return { type: "text", text };
}

function withTexts(sheet: Sheet, change: (text: string) => string): Sheet {
  const changed = (cell: Cell | null) =>
    cell?.type === "text" ? { ...cell, text: change(cell.text) } : cell;
  return {
    ...sheet,
    rows: sheet.rows.map((row) => Array.from(row, (cell) => changed(cell ?? null))),
  };
}

function shifted(sheet: Sheet, right: number, down: number): Sheet {
  const blank = Array.from({ length: right }, () => null);
  const rows = sheet.rows.map((row) => [...blank, ...Array.from(row, (cell) => cell ?? null)]);
  return {
    ...sheet,
    rows: [...Array.from({ length: down }, () => []), ...rows],
    merges: sheet.merges.map(({ top, left, bottom, right: end }) => {
      return { top: top + down, bottom: bottom + down, left: left + right, right: end + right };
    }),
  };
}

/** Only where nothing is merged or stands alone: order is no meaning of a plain table. */
function mirrored(sheet: Sheet): Sheet {
  if (sheet.merges.length > 0) return sheet;
  const width = Math.max(0, ...sheet.rows.map(({ length }) => length));
  const isTable = (row: readonly (Cell | null)[]) => row.filter(Boolean).length > 2;
  const turned = (row: Sheet["rows"][number]) =>
    Array.from({ length: width }, (_, column) => row[width - 1 - column] ?? null);
  return { ...sheet, rows: sheet.rows.map((row) => (isTable(row) ? turned(row) : row)) };
}

function landedOf(workbook: Workbook, name: string): Map<string, number[]> | null {
  const file = { name: "a.xlsx", hash: "h", bytes: new Uint8Array(), is_ignored: false };
  const read = readSheets(workbook, { ...file, name, received_on: "2026-12-01" }, corpusTools);
  if ("refusal" in read) return null;
  const landed = new Map<string, number[]>();
  for (const each of read.outcomes.flatMap(({ extracted }) => extracted.observations)) {
    const category = each.category === null ? null : wordKey(each.category);
    const key = figureKey([each.measure, category, each.area_id, each.period_end]);
    landed.set(key, [...(landed.get(key) ?? []), each.value]);
  }
  return landed;
}

/** A third of the files: each is read many times. */
const honest = corpusFiles
  .filter((name) => expectations[name]?.must === "land")
  .filter((_, index) => index % 3 === 0);
const books = honest.map((name) => {
  const workbook = readWorkbook(readFileSync(join(corpusFolder, name)), name);
  return {
    name: name.normalize("NFC"),
    workbook,
    landed: landedOf(workbook, name.normalize("NFC")),
  };
});

describe("a table that is changed and says the same", () => {
  test.each(Object.entries(CHANGES))(
    "%s: the same figures or a question",
    (_, change) => {
      let compared = 0;
      for (const { name, workbook, landed } of books) {
        if (!landed) continue;
        const sheets = workbook.sheets.map(change);
        const after = landedOf({ ...workbook, sheets }, name) ?? new Map();
        for (const [key, values] of after) {
          const known = (landed.get(key) ?? []).map((value) => value.toFixed(6));
          const others = values.filter((value: number) => !known.includes(value.toFixed(6)));
          expect(others, `${name} ${key}`).toEqual([]);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(300);
    },
    300_000,
  );
});
