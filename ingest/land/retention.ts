import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../lib/store/write.ts";
import { type LandedRows, personalTables } from "./landed.ts";

/**
 * The date before which a home keeps no rows of people, yyyy-mm-dd; null while nothing was purged.
 * Throws when the file that should say so does not: nothing may land then that was purged.
 */
export function readRetention(home: string): string | null {
  const path = retentionPath(home);
  if (!existsSync(path)) return null;
  const { purged_before } = JSON.parse(readFileSync(path, "utf8")) as { purged_before?: string };
  if (/^\d{4}-\d{2}-\d{2}$/.test(purged_before ?? "")) return purged_before as string;
  throw new Error(`no date before which people's rows are purged: ${path}`);
}

/** Remembers a purge, so that no later ingest lands those rows again. An earlier date changes nothing. */
export function rememberPurge(home: string, before: string): void {
  const known = readRetention(home);
  if (known !== null && known >= before) return;
  writeWhole(retentionPath(home), `${JSON.stringify({ purged_before: before })}\n`);
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
