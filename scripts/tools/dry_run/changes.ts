import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LandedRow } from "../../../ingest/land/landed.ts";
import { type ParquetStore, withParquetStore } from "../../../ingest/land/parquet.ts";
import { quoteText } from "../../../lib/store/sql.ts";

type Observation = LandedRow<"observations">;

/** A figure of a file that would take the place of another. */
export interface FigureChange {
  observation: Observation;
  before: number;
  /** The share of what was there, null where that is zero. */
  share: number | null;
}

/** What a file would change against what has landed, its own earlier landing aside. */
export interface FileChanges {
  /** The largest first. */
  changed: FigureChange[];
  added: number;
  unchanged: number;
  /** Figures of which a later paper has landed: they stay as they are. */
  outdated: number;
}

/** The file to be compared; `received_at` is when it would count as received. */
type ComparedFile = Pick<LandedRow<"files">, "file_hash" | "is_sample" | "received_at">;

/**
 * Compares a file's figures with the newest ones that have landed of its kind: an office's are not held
 * against the sample's. Null where nothing has.
 */
export async function fileChanges(
  observations: readonly Observation[],
  file: ComparedFile,
  landed: string,
): Promise<FileChanges | null> {
  if (!existsSync(join(landed, "observations"))) return null;
  const { received_at } = file;
  const newest = await withParquetStore((parquet) => newestFigures(parquet, landed, file));
  if (newest.size === 0) return null;
  const changes: FileChanges = { changed: [], added: 0, unchanged: 0, outdated: 0 };
  for (const observation of observations) {
    const known = newest.get(placeOfFigure(observation));
    if (!known) changes.added += 1;
    else if (known.value === observation.value) changes.unchanged += 1;
    else if (known.received_at > received_at) changes.outdated += 1;
    else changes.changed.push(changeOf(observation, known.value));
  }
  changes.changed.sort((a, b) => sizeOf(b) - sizeOf(a));
  return changes;
}

/** Figures by what they are of. */
type Figures = Map<string, { value: number; received_at: string }>;

async function newestFigures(
  parquet: ParquetStore,
  landed: string,
  { file_hash, is_sample }: ComparedFile,
): Promise<Figures> {
  const parts = (table: string) => `read_parquet(${quoteText(join(landed, table, "*.parquet"))})`;
  const rows = await parquet.ask(`
    with files as (
      select file_hash, file_name, received_at from ${parts("files")}
      where is_sample = ${is_sample}
    )
    select form, measure, category, coalesce(area_id, area_text) as area_id,
      period_start::varchar as period_start, period_end::varchar as period_end,
      last(value order by received_at, file_name) as value,
      max(received_at)::varchar as received_at
    from ${parts("observations")}
    inner join files using (file_hash)
    where file_hash <> ${quoteText(file_hash)}
    group by all`);
  return new Map(
    rows.map((row) => [
      placeOfFigure(row as unknown as Observation),
      { value: Number(row["value"]), received_at: String(row["received_at"]) },
    ]),
  );
}

function placeOfFigure(row: Observation): string {
  const { form, measure, category, area_id, area_text, period_start, period_end } = row;
  return JSON.stringify([form, measure, category, area_id ?? area_text, period_start, period_end]);
}

function changeOf(observation: Observation, before: number): FigureChange {
  const share = before === 0 ? null : (observation.value - before) / Math.abs(before);
  return { observation, before, share };
}

/** From nothing to something is the largest change. */
function sizeOf({ share }: FigureChange): number {
  return share === null ? Number.POSITIVE_INFINITY : Math.abs(share);
}
