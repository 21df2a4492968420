import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** All that stands below a folder: names of files, their bytes as text, and the rows of Parquet parts. */
export async function everythingUnder(folder: string): Promise<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const plain = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path}\n${readFileSync(path, "utf8")}`);
  return [...plain, ...(await partRows(folder))].join("\n");
}

async function partRows(folder: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows: string[] = [];
  for (const part of globSync("**/*.parquet", { cwd: folder })) {
    const reader = await connection.runAndReadAll(
      `select to_json(part) from read_parquet('${join(folder, part)}') as part`,
    );
    rows.push(JSON.stringify(reader.getRows()));
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}
