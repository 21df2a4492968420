import { read, utils, write } from "@e965/xlsx";

/** What a person writes into a workbook of a new form: by sheet, by the id of the column (the form's own has none), by header. */
export type FormFilling = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;

/** A workbook of a new form filled in by another program. */
export function filledForm(
  bytes: Uint8Array,
  filling: FormFilling,
  bookType: "xlsx" | "ods" = "xlsx",
): Uint8Array {
  const book = read(bytes);
  for (const [name, rows] of Object.entries(filling)) {
    const sheet = book.Sheets[name] ?? {};
    const found = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const top = found.findIndex((row) => row.includes("form_id"));
    const header = found[top] ?? [];
    const id = header.indexOf("column_id");
    for (const [key, cells] of Object.entries(rows)) {
      const r = found.findIndex((row, index) => index > top && (id < 0 || row[id] === key));
      for (const [column, value] of Object.entries(cells))
        utils.sheet_add_aoa(sheet, [[value]], { origin: { r, c: header.indexOf(column) } });
    }
  }
  return new Uint8Array(write(book, { type: "array", bookType }));
}
