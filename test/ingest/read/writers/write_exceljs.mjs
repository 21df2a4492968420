// Writes the sheets of a JSON file by exceljs: write_exceljs.mjs MODULES SHEETS.json FILE.xlsx
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, source, path] = process.argv.slice(2);
const { Workbook } = createRequire(`${modules}/`)("exceljs");
const book = new Workbook();
for (const sheet of JSON.parse(readFileSync(source, "utf8"))) {
  const page = book.addWorksheet(sheet.name);
  for (const cell of sheet.cells) {
    const place = page.getCell(cell.at[0] + 1, cell.at[1] + 1);
    place.value = valueFor(cell);
    if (cell.format) place.numFmt = cell.format;
  }
  for (const [top, left, bottom, right] of sheet.merges)
    page.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  for (const row of sheet.hidden_rows) page.getRow(row + 1).hidden = true;
  for (const column of sheet.hidden_columns) page.getColumn(column + 1).hidden = true;
}
await book.xlsx.writeFile(path);

function valueFor({ kind, value, formula }) {
  if (formula) return { formula, result: value };
  if (kind === "date") return new Date(`${value}T00:00:00Z`);
  if (kind !== "rich") return value;
  return {
    richText: [{ font: { bold: true }, text: value.slice(0, 4) }, { text: value.slice(4) }],
  };
}
