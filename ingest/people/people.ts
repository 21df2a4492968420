import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { personalTables, type RecordsTable } from "../land/landed.ts";

/** A landed part whose rows are people. */
export interface PartOfPeople {
  table: RecordsTable;
  file_hash: string;
  path: string;
}

/** The landed parts of a home whose rows are people, by table and file. */
export function partsOfPeople(home: string): PartOfPeople[] {
  return personalTables.flatMap((table) => {
    const folder = join(home, "landed", table);
    const names = globSync("*.parquet", { cwd: folder }).filter((name) => name !== "empty.parquet");
    return names.sort().map((name) => {
      return { table, file_hash: basename(name, ".parquet"), path: join(folder, name) };
    });
  });
}
