import { existsSync } from "node:fs";
import { join } from "node:path";
import { programmeTable } from "../programme/declaration.ts";
import { type Programme, sorted } from "../programme/programme.ts";
import { replacePart } from "./land.ts";
import type { ParquetStore } from "./parquet.ts";

/**
 * Lands a programme in an open landed folder: a part for each of its files under the programme's hash, never
 * written again, and at last the row that says since when this version holds. Resolves to whether it is
 * another than the one that held before.
 */
export async function landProgramme(
  { hash, tables }: Programme,
  landed: string,
  parquet: ParquetStore,
  now: Date,
): Promise<boolean> {
  for (const [id, rows] of tables) {
    const table = programmeTable({ id });
    const path = join(landed, table, `${hash}.parquet`);
    const marked = sorted(rows).map((row) => ({ ...row, programme_hash: hash }));
    if (rows.length > 0 && !existsSync(path)) await replacePart(parquet, table, marked, path);
  }
  const last = (await programmeVersions(landed, parquet)).at(-1);
  if (last?.programme_hash === hash) return false;
  const received_at = laterThan(last?.received_at, now);
  const name = `${received_at.replace(/\D/g, "")}_${hash.slice(0, 12)}.parquet`;
  const row = { programme_hash: hash, received_at };
  await replacePart(parquet, "programme_versions", [row], join(landed, "programme_versions", name));
  return true;
}

/** The versions of the programme that were read so far, in their order; one that came back is there again. */
export function programmeVersions(landed: string, parquet: ParquetStore) {
  const parts = join(landed, "programme_versions", "*.parquet");
  return parquet.read("programme_versions", parts, ["received_at"]);
}

/** Versions are told apart by their time: one that comes in the same second is a second later. */
function laterThan(last: string | undefined, now: Date): string {
  const text = (time: number) => new Date(time).toISOString().slice(0, 19).replace("T", " ");
  const received_at = text(now.getTime());
  if (last === undefined || received_at > last) return received_at;
  return text(Date.parse(`${last.replace(" ", "T").slice(0, 19)}Z`) + 1000);
}
