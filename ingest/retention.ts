import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type LandedRows, personalTables } from "./landed.ts";

const schema = z.object({ purged_before: z.iso.date() });

/** The date before which a home keeps no rows of people, yyyy-mm-dd; null while nothing was purged. */
export function readRetention(home: string): string | null {
  const path = retentionPath(home);
  return existsSync(path)
    ? schema.parse(JSON.parse(readFileSync(path, "utf8"))).purged_before
    : null;
}

/** Remembers a purge, so that no later ingest lands those rows again. An earlier date changes nothing. */
export function rememberPurge(home: string, before: string): void {
  const known = readRetention(home);
  if (known !== null && known >= before) return;
  const path = retentionPath(home);
  const file = openSync(`${path}.tmp`, "w");
  writeSync(file, `${JSON.stringify({ purged_before: before })}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.tmp`, path);
}

/** What may land of a file's rows: people's rows of a date before the purge may not. */
export function withinRetention(rows: LandedRows, before: string | null): LandedRows {
  if (before === null) return rows;
  const kept = personalTables.map((table) => [
    table,
    (rows[table] ?? []).filter((row) => String(row["period_end"]) >= before),
  ]);
  return { ...rows, ...Object.fromEntries(kept) };
}

function retentionPath(home: string): string {
  return join(home, "retention.json");
}
