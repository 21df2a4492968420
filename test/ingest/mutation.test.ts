import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSheets } from "../../ingest/file/read_sheets.ts";
import { loadForms } from "../../ingest/forms.ts";
import { loadAreas } from "../../ingest/programme/programme.ts";
import type { Sheet, Workbook } from "../../ingest/read/grid.ts";
import { readWorkbook } from "../../ingest/read/read_workbook.ts";
import { catalogue } from "../../ingest/recognise/form_catalogue.ts";
import { cellAddress } from "../../lib/office/address.ts";

const folder = join(import.meta.dirname, "..", "fixtures");
const forms = await loadForms();
const tools = {
  catalogue: catalogue(forms, await loadAreas()),
  personKey: () => new Uint8Array(32).fill(7),
  log: () => {},
};
const GARBAGE = "không rõ";

const cases = forms.flatMap(({ id, records }) =>
  readdirSync(join(folder, id)).map((name) => {
    const file = readdirSync(join(folder, id, name)).find((each) => each !== "expected.json") ?? "";
    return { form: id, name, file, path: join(folder, id, name, file), isList: Boolean(records) };
  }),
);

/** What a workbook gives: figures and errors by their cell, records by their row. */
function outcomeOf(workbook: Workbook, name: string) {
  const file = { name, hash: "h", bytes: new Uint8Array(), is_ignored: false };
  const read = readSheets(workbook, file, tools);
  if ("refusal" in read) throw new Error(read.refusal.message_en);
  const sheets = read.outcomes.map(({ extracted }) => extracted);
  const figures = sheets.flatMap(({ observations }) =>
    observations.map((row) => [`${row.sheet}!${row.cell}`, JSON.stringify(row)] as const),
  );
  const errors = sheets.flatMap(({ problems }) =>
    problems.flatMap(({ severity, sheet, cell }) =>
      severity === "error" ? `${sheet}!${cell}` : [],
    ),
  );
  const records = sheets.flatMap(({ records }) => records);
  const doubted = sheets.flatMap(({ problems }) =>
    problems.flatMap(({ rule, sheet, cell }) =>
      rule === "value_in_doubt" ? rowOf(`${sheet}!${cell}`) : [],
    ),
  );
  return { figures: new Map<string, string>(figures), errors: errors.sort(), records, doubted };
}

/** `T10!7` of `T10!C7`. */
function rowOf(address: string): string {
  return address.replace(/![A-Z]+/, "!");
}

/** The workbook with one cell made to say something that no figure, date or number says. */
function mutated(workbook: Workbook, sheet: Sheet, row: number, column: number): Workbook {
  const rows = sheet.rows.map((cells, index) =>
    index === row
      ? cells.map((cell, at) => (at === column ? { type: "text" as const, text: GARBAGE } : cell))
      : cells,
  );
  const sheets = workbook.sheets.map((each) => (each === sheet ? { ...sheet, rows } : each));
  return { ...workbook, sheets };
}

function cellsOf(workbook: Workbook) {
  return workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const address = `${sheet.name}!${cellAddress(row, column)}`;
        return cell ? [{ sheet, row, column, address }] : [];
      }),
    ),
  );
}

/** Figures that contradict each other are held back; without one of them nothing is said against the rest. */
describe.each(cases.filter(({ isList }) => !isList))("$form/$name", ({ path, file }) => {
  test("a figure made unreadable is that cell's reject and leaves every other as it was", () => {
    const workbook = readWorkbook(readFileSync(path), file);
    const before = outcomeOf(workbook, file);
    const told = cellsOf(workbook).filter(({ address }) => before.figures.has(address));
    expect(told.length).toBeGreaterThan(0);
    for (const { sheet, row, column, address } of told) {
      const after = outcomeOf(mutated(workbook, sheet, row, column), file);
      const others = new Map([...before.figures].filter(([each]) => each !== address));
      const isFreed = (each: string) =>
        rowOf(each) === rowOf(address) && before.doubted.includes(rowOf(each)) && each !== address;
      const figures = [...after.figures].filter(([each]) => others.has(each) || !isFreed(each));
      expect(new Map(figures), address).toEqual(others);
      const errors = [...before.errors, address].filter((each) => !isFreed(each));
      expect(
        after.errors.filter((each) => !isFreed(each)),
        address,
      ).toEqual(errors.sort());
    }
  });
});

describe.each(cases.filter(({ isList }) => isList))("$form/$name", ({ path, file }) => {
  test("a cell of a list made unreadable touches its own record only", () => {
    const workbook = readWorkbook(readFileSync(path), file);
    const before = outcomeOf(workbook, file);
    const rows = new Set(before.records.map(({ row }) => Number(row) - 1));
    const told = cellsOf(workbook).filter(({ row }) => rows.has(row));
    const landed = new Set(before.records.map(({ row }) => row));
    expect(told.length).toBeGreaterThan(0);
    for (const { sheet, row, column, address } of told) {
      const after = outcomeOf(mutated(workbook, sheet, row, column), file);
      const others = (records: typeof before.records) =>
        records
          .filter((each) => each["row"] !== row + 1 && landed.has(each["row"]))
          .map(({ person_key: _, ...fields }) => fields);
      expect(others(after.records), address).toEqual(others(before.records));
      const rest = after.errors.filter((each) => !before.errors.includes(each));
      expect(
        rest.filter((each) => !new RegExp(`[A-Z]${row + 1}$`).test(each)),
        address,
      ).toEqual([]);
    }
  });
});
