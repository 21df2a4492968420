import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { replacePart } from "../../ingest/land/land.ts";
import type { RecordsTable } from "../../ingest/land/landed.ts";
import { type ParquetStore, withParquetStore } from "../../ingest/land/parquet.ts";
import { rememberPurge } from "../../ingest/land/retention.ts";
import { partsOfPeople } from "../../ingest/people/people.ts";

/** Rows of people that a purge takes from a landed part, as far as they are told: never who. */
export interface PurgedPart {
  table: RecordsTable;
  file_hash: string;
  /** As the file was called in the inbox. */
  file_name: string;
  rows: number;
  /** What stays: rows of the same file and a later date. */
  kept: number;
  first_period_end: string;
  last_period_end: string;
}

/** The parts that hold rows of people of a date before `before`, by table and file. */
export async function listPurgeable(home: string, before: string): Promise<PurgedPart[]> {
  return withParquetStore(async (parquet) => {
    const landed = join(home, "landed");
    const files = existsSync(join(landed, "files"))
      ? await parquet.read("files", join(landed, "files", "*.parquet"), ["file_name"])
      : [];
    const names = new Map(files.map(({ file_hash, file_name }) => [file_hash, file_name]));
    const parts: PurgedPart[] = [];
    for (const { table, path, file_hash } of partsOfPeople(home)) {
      const dates = (await parquet.read(table, path, ["period_end", "row"])).map((row) =>
        String(row["period_end"]),
      );
      const past = dates.filter((date) => date < before);
      const [first_period_end, last_period_end] = [past[0], past.at(-1)];
      if (first_period_end === undefined || last_period_end === undefined) continue;
      const file_name = names.get(file_hash) ?? file_hash;
      const kept = dates.length - past.length;
      const extent = { rows: past.length, kept, first_period_end, last_period_end };
      parts.push({ table, file_hash, file_name, ...extent });
    }
    return parts;
  });
}

/**
 * Deletes the rows of people of a date before `before` and remembers to land none of that age again. What
 * was computed from them stands: their counts landed beside them as observations. To be run under the lock
 * of the home; one that was cut short is finished by running it again.
 */
export async function purge(
  home: string,
  before: string,
  parts: readonly PurgedPart[],
): Promise<void> {
  rememberPurge(home, before);
  await withParquetStore(async (parquet) => {
    for (const { table, file_hash, kept } of parts) {
      const path = join(home, "landed", table, `${file_hash}.parquet`);
      if (kept === 0) rmSync(path);
      else await keepFrom(parquet, table, path, before);
    }
  });
}

async function keepFrom(
  parquet: ParquetStore,
  table: RecordsTable,
  path: string,
  before: string,
): Promise<void> {
  const rows = await parquet.read(table, path, ["sheet", "row"]);
  const kept = rows.filter((row) => String(row["period_end"]) >= before);
  await replacePart(parquet, table, kept, path);
}
