import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { withDatabase } from "../../lib/store/database.ts";
import { homePaths } from "../../lib/store/home.ts";

/** What stands published in a home. */
export interface Published {
  run_id: string;
  published_at: string;
  as_of: string;
  is_sample: boolean;
  /** Tells from what it was made: the landed parts, the code and the date. */
  fingerprint: string;
}

/** What was published last, or null when nothing whole stands there. */
export function readPublished(home: string): Published | null {
  const paths = homePaths(home);
  const parts = [paths.published, paths.warehouse, paths.site, paths.public_site];
  const isWhole = parts.every((path) => existsSync(path));
  return isWhole ? (JSON.parse(readFileSync(paths.published, "utf8")) as Published) : null;
}

/**
 * Makes sure a freshly built warehouse is whole on disk: checkpoint, close, reopen read-only, read.
 * @throws Error when it holds no marts
 */
export async function sealWarehouse(path: string): Promise<void> {
  await withDatabase(path, "READ_WRITE", (ask) => ask("checkpoint"));
  const marts = await withDatabase(path, "READ_ONLY", (ask) =>
    ask("select table_name from duckdb_tables() where schema_name = 'marts'"),
  );
  if (marts.length === 0) throw new Error(`the warehouse holds no marts: ${path}`);
  syncToDisk(path);
}

/**
 * Renames what was built into place; the last good version stands until the very rename. What
 * readers will know is written down before they can know it.
 */
export function publish(home: string, published: Published): void {
  const {
    warehouse,
    site,
    public_site,
    public_memory,
    building,
    published: note,
  } = homePaths(home);
  renameSync(building.warehouse, warehouse);
  rmSync(`${warehouse}.wal`, { force: true });
  writeWhole(public_memory, readFileSync(building.public_memory, "utf8"));
  replace(site, building.site, building.retired_site);
  replace(public_site, building.public_site, building.retired_public_site);
  writeWhole(note, `${JSON.stringify(published, null, 2)}\n`);
  syncToDisk(home);
}

/** Mends what a run that was killed between two renames left behind. */
export function recover(home: string): void {
  const { site, public_site, building } = homePaths(home);
  mkdirSync(dirname(building.site), { recursive: true });
  for (const [folder, retired] of [
    [site, building.retired_site],
    [public_site, building.retired_public_site],
  ] as const) {
    if (!existsSync(folder) && existsSync(retired)) renameSync(retired, folder);
  }
}

function replace(folder: string, built: string, retired: string): void {
  rmSync(retired, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, retired);
  renameSync(built, folder);
  rmSync(retired, { recursive: true, force: true });
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.tmp`, text);
  syncToDisk(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
}

/** Flushes a file or, where the system allows it, a folder. */
function syncToDisk(path: string): void {
  if (process.platform === "win32") return;
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
