import { createHash, type Hash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { withDatabase } from "../../lib/store/database.ts";
import { homePaths } from "../../lib/store/home.ts";
import { moveWhole, restoreFolder, swapFolder, writeWhole } from "../../lib/store/write.ts";
import { type Fingerprints, type PartName, partNames } from "./fingerprints.ts";
import type { ModelDay } from "./model_day.ts";

/** A part that stands published, and from what it was made. */
interface PublishedPart extends ModelDay {
  fingerprint: string;
  run_id: string;
  published_at: string;
  /** The fingerprint of the warehouse from which it was made; its own for the warehouse. */
  warehouse: string;
  /** A hash of what was published, by which one sees that it was changed since. */
  contents: string;
}

/** What stands published in a home: the last publication, and each part with its own. */
export interface Published extends Publication {
  /** Tells from what the warehouse was made: the landed parts, the code and the date. */
  fingerprint: string;
  parts: Partial<Record<PartName, PublishedPart>>;
}

/** A run that publishes: what all parts of one publication share. */
export interface Publication extends ModelDay {
  run_id: string;
  published_at: string;
  is_sample: boolean;
}

/** The note on what was published last, or null while no warehouse and both sites stand there. */
export function readPublished(home: string): Published | null {
  const isWhole = partNames.every((name) => existsSync(homePaths(home)[name]));
  return isWhole ? readNote(home) : null;
}

/** The parts that stand in a home as they were published; one that is missing or was changed is none. */
export function intactParts(home: string): Published["parts"] {
  const noted = readNote(home)?.parts ?? {};
  const intact = partNames.filter((name) => isIntact(home, name, noted));
  return Object.fromEntries(intact.map((name) => [name, noted[name]]));
}

function isIntact(home: string, name: PartName, noted: Published["parts"]): boolean {
  const path = homePaths(home)[name];
  return existsSync(path) && noted[name]?.contents === contentsOf(path);
}

/** What is wrong with a part: it is missing, was changed since it was published, or was made of another warehouse. */
export interface Mismatch {
  part: PartName;
  reason: "missing" | "changed" | "other";
}

/** The parts that do not agree with the rest; none when all were made of the warehouse that stands. */
export function mismatchesOf(home: string): Mismatch[] {
  const [noted, intact] = [readNote(home)?.parts ?? {}, intactParts(home)];
  const reasonOf = (part: PartName): Mismatch["reason"] | null => {
    if (!existsSync(homePaths(home)[part])) return "missing";
    if (!intact[part]) return "changed";
    return intact[part].warehouse === noted.warehouse?.fingerprint ? null : "other";
  };
  return partNames.flatMap((part) => {
    const reason = reasonOf(part);
    return reason ? [{ part, reason }] : [];
  });
}

/** From what the warehouse that stands was made; of one that no run published, what it says itself. */
export async function describeWarehouse(
  home: string,
): Promise<ModelDay & Pick<Published, "fingerprint" | "is_sample">> {
  const note = readNote(home);
  const noted = note?.parts.warehouse;
  if (note && noted && isIntact(home, "warehouse", note.parts))
    return { ...noted, is_sample: note.is_sample };
  const { warehouse } = homePaths(home);
  const [found] = await withDatabase(warehouse, "READ_ONLY", (ask) =>
    ask(`select
      (select max(as_of)::varchar from marts.fct_progress) as as_of,
      (select coalesce(bool_or(is_sample), false) from marts.fct_observations) as is_sample`),
  );
  return {
    fingerprint: contentsOf(warehouse),
    as_of: String(found?.["as_of"] ?? ""),
    is_looking_back: false,
    is_sample: found?.["is_sample"] === true,
  };
}

/**
 * Makes sure a freshly built warehouse is whole on disk: checkpoint, close, reopen read-only, read.
 * @throws Error when it holds no marts
 */
export async function verifyWarehouse(path: string): Promise<void> {
  await withDatabase(path, "READ_WRITE", (ask) => ask("checkpoint"));
  const marts = await withDatabase(path, "READ_ONLY", (ask) =>
    ask("select table_name from duckdb_tables() where schema_name = 'marts'"),
  );
  if (marts.length === 0) throw new Error(`the warehouse holds no marts: ${path}`);
}

/**
 * Puts the parts that were built in place, each at once; the last good ones stand until the very rename.
 * The only way in which anything is published. `warehouse` is the fingerprint of the one that all sites
 * given were made of. What readers of the public edition will know is written down before they can know it.
 * A kill in between leaves a part that the note does not name, and the next refresh makes it anew.
 */
export function publish(
  home: string,
  publication: Publication,
  fingerprints: Partial<Fingerprints>,
  warehouse: string,
): void {
  const { run_id, published_at, as_of, is_looking_back } = publication;
  const before = readNote(home);
  const parts = { ...before?.parts };
  for (const name of partNames) {
    const fingerprint = fingerprints[name];
    if (fingerprint === undefined) continue;
    putInPlace(home, name);
    const contents = contentsOf(homePaths(home)[name]);
    parts[name] = {
      fingerprint,
      as_of,
      is_looking_back,
      run_id,
      published_at,
      warehouse,
      contents,
    };
  }
  const note = { ...publication, fingerprint: warehouse, parts };
  writeWhole(homePaths(home).published, `${JSON.stringify(note, null, 2)}\n`);
}

/**
 * Publishes papers: has them written into a folder aside, then puts each in place in `out`. Resolves to
 * their paths.
 */
export async function publishPapers(
  home: string,
  out: string,
  write: (folder: string) => Promise<string[]>,
): Promise<string[]> {
  const folder = homePaths(home).building.papers;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const papers = await write(folder);
  return papers.map((paper) => {
    const path = join(out, basename(paper));
    // `out` may be on another disk, over which nothing can be renamed
    writeWhole(path, readFileSync(paper));
    return path;
  });
}

/** Brings back what a run that was killed between two renames left aside. */
export function recover(home: string): void {
  const { site, public_site, building } = homePaths(home);
  mkdirSync(dirname(building.site), { recursive: true });
  restoreFolder(site, building.retired_site);
  restoreFolder(public_site, building.retired_public_site);
}

function putInPlace(home: string, name: PartName): void {
  const { warehouse, site, public_site, public_memory, building } = homePaths(home);
  if (name === "warehouse") {
    moveWhole(building.warehouse, warehouse);
    rmSync(`${warehouse}.wal`, { force: true });
  } else if (name === "site") {
    swapFolder(building.site, site, building.retired_site);
  } else {
    writeWhole(public_memory, readFileSync(building.public_memory));
    swapFolder(building.public_site, public_site, building.retired_public_site);
  }
}

/** The note as it was left; null when there is none that can be read. */
function readNote(home: string): Published | null {
  try {
    const note = JSON.parse(readFileSync(homePaths(home).published, "utf8")) as Published;
    return { ...note, parts: note.parts ?? {} };
  } catch {
    return null;
  }
}

/** A hash of the bytes of a file, or of all files of a folder with their names. */
function contentsOf(path: string): string {
  const hash = createHash("sha256");
  const files = statSync(path).isFile() ? [path] : filesBelow(path);
  for (const file of files) {
    hash.update(`${relative(path, file).replaceAll("\\", "/")}\t${statSync(file).size}\n`);
    addBytes(hash, file);
  }
  return hash.digest("hex");
}

/** A warehouse may be larger than what can be read at once. */
function addBytes(hash: Hash, path: string): void {
  const buffer = Buffer.alloc(2 ** 20);
  const file = openSync(path, "r");
  try {
    for (let n = readSync(file, buffer); n > 0; n = readSync(file, buffer))
      hash.update(buffer.subarray(0, n));
  } finally {
    closeSync(file);
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
