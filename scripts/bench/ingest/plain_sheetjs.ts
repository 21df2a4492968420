import { readFileSync } from "node:fs";
import { DuckDBDataChunk, DuckDBInstance, VARCHAR } from "@duckdb/node-api";
import { read, utils } from "@e965/xlsx";

/** The library alone: `plain_sheetjs.ts <workbook> <parquet>`, every cell a text, nothing checked. */
const [workbook = "", parquet = ""] = process.argv.slice(2);
const book = read(readFileSync(workbook));
const [sheet] = Object.values(book.Sheets);
const rows = sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1 }) : [];
const width = Math.max(...rows.map(({ length }) => length));
const names = Array.from({ length: width }, (_, index) => `c${index}`);

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(`create table part (${names.map((name) => `${name} varchar`).join(", ")})`);
const appender = await connection.createAppender("part");
for (let from = 0; from < rows.length; from += 2048) {
  const slice = rows.slice(from, from + 2048);
  const chunk = DuckDBDataChunk.create(names.map(() => VARCHAR));
  chunk.setColumns(names.map((_, index) => slice.map((row) => textOf(row[index]))));
  appender.appendDataChunk(chunk);
}
appender.closeSync();
await connection.run(`copy part to '${parquet}' (format parquet, compression zstd)`);
process.stdout.write(`${rows.length}\n`);

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
