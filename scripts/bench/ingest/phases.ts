import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../../../ingest/file/read_file.ts";
import { loadForms } from "../../../ingest/forms.ts";
import { landRows, openLanding } from "../../../ingest/land/land.ts";
import { openParquetStore } from "../../../ingest/land/parquet.ts";
import { loadKey } from "../../../ingest/people/key_file.ts";
import { loadAreas } from "../../../ingest/programme/programme.ts";
import { readWorkbook } from "../../../ingest/read/read_workbook.ts";
import { readPlainXlsx } from "../../../ingest/read/xlsx_book.ts";
import { unzip } from "../../../ingest/read/zip.ts";
import { catalogue } from "../../../ingest/recognise/form_catalogue.ts";

/** Where our time goes: `phases.ts <workbook> <home>` prints milliseconds by phase as JSON. */
const [workbook = "", home = ""] = process.argv.slice(2);
const spent: Record<string, number> = {};
mkdirSync(home, { recursive: true });
const bytes = readFileSync(workbook);
const tools = {
  catalogue: catalogue(await loadForms(), await loadAreas()),
  personKey: () => loadKey(join(home, "person.key")),
  log: () => {},
};
const name = "danh_sach_bhyt.xlsx";
const entries = timed("unzip", () => unzip(bytes));
timed("cells", () => readPlainXlsx(entries));
const whole = timed("workbook", () => readWorkbook(bytes, name));
const outcome = timed("file", () => readFile({ name, bytes, hash: "a", is_ignored: false }, tools));
const parquet = await openParquetStore();
const landed = join(home, "landed");
await openLanding(landed, parquet, new Date());
const begun = performance.now();
await landRows(landed, parquet, outcome.rows, "a");
spent["land"] = performance.now() - begun;
parquet.close();
const { unzip: opened = 0, cells = 0, workbook: read = 0, file = 0, land = 0 } = spent;
const phases = {
  "unzip and checksums": opened,
  "cells of the sheet": cells,
  "guards, encodings, secrecy": read - opened - cells,
  "form, rows, values, person tokens": file - read,
  Parquet: land,
};
process.stdout.write(`${JSON.stringify({ phases, sheets: whole.sheets.length })}\n`);

function timed<T>(phase: string, work: () => T): T {
  const begun = performance.now();
  const result = work();
  spent[phase] = performance.now() - begun;
  return result;
}
