import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { loadForms } from "../../ingest/forms.ts";
import { outcomeLines, readPath } from "./read_outcome.ts";

const folder = join(import.meta.dirname, "..", "fixtures");
const forms = await loadForms();

const cases = forms.flatMap(({ id }) => {
  const names = existsSync(join(folder, id)) ? readdirSync(join(folder, id)) : [];
  return names.map((name) => ({ form: id, name, path: join(folder, id, name) }));
});

test.each(forms.map(({ id }) => id))("%s has a fixture", (id) => {
  expect(cases.filter(({ form }) => form === id)).not.toEqual([]);
});

describe.each(cases)("$form/$name", ({ form, path }) => {
  const file = readdirSync(path).find((name) => name !== "expected.json") ?? "";

  test("lands what is expected", () => {
    const expected = JSON.parse(readFileSync(join(path, "expected.json"), "utf8"));
    expect(outcomeLines(readPath(join(path, file)))).toEqual(expected);
    expect(expected.form).toBe(form);
  });

  test("accounts for every row that another reader counts", () => {
    const outcome = readPath(join(path, file));
    const { rows_read, rows_landed, rows_rejected, rows_ignored } = outcome.file;
    expect(rows_read).toBe(countRows(join(path, file)));
    expect(rows_landed + rows_rejected + rows_ignored).toBe(rows_read);
    for (const sheet of outcome.rows.sheets ?? []) {
      const ignored: number[] = Object.values(JSON.parse(sheet.ignored_by_rule));
      expect(ignored.reduce((sum, count) => sum + count, 0)).toBe(sheet.rows_ignored);
      expect(sheet.rows_landed + sheet.rows_rejected + sheet.rows_ignored).toBe(sheet.rows_read);
    }
  });
});

/** Rows with anything in them, counted without the project's reader. */
function countRows(path: string): number {
  const isFilled = (row: readonly unknown[]) =>
    row.some((cell) => String(cell ?? "").trim() !== "");
  if (path.endsWith(".csv"))
    return Papa.parse<string[]>(readFileSync(path, "utf8")).data.filter(isFilled).length;
  const book = read(readFileSync(path));
  const rows = book.SheetNames.flatMap((name) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }),
  );
  return rows.filter(isFilled).length;
}
