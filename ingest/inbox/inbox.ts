import { createHash } from "node:crypto";
import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { InboxFile } from "../file/file_input.ts";
import { isIgnoredName } from "../read/ignored_name.ts";

/** A file found in an inbox, not yet opened further than its hash. */
export interface FoundFile extends Omit<InboxFile, "bytes"> {
  path: string;
  /** Last changed, for files that state no date of their own. */
  modified_at: Date;
  /** Why it can't be read; the hash is then one of its name, so that it can be listed. */
  obstacle: "unreadable_file" | "too_large" | null;
}

/** What operating systems hide (`.DS_Store`) is not there at all. */
const HIDDEN = /(?:^|[/\\])\./;
/** A larger file is not opened at all. */
export const MOST_BYTES = 512 * 2 ** 20;
const CHUNK = 2 ** 20;

/**
 * The files in folders (searched in full) and single files, in the order given, each folder sorted. What
 * can't be read is among them with its obstacle; nothing is left out.
 */
export function listInbox(paths: readonly string[]): FoundFile[] {
  return paths.flatMap((path) => {
    if (statSync(path).isFile()) return [found(path, basename(path))];
    const names = filesBelow(path).map((file) => relative(path, file));
    const shown = names.filter((name) => !HIDDEN.test(name));
    return shown.sort().map((name) => found(join(path, name), name.split(sep).join("/")));
  });
}

/**
 * The paths of all that is no folder, below a folder. Links are not followed into folders, for they may
 * lead anywhere; a folder that can't be opened stands for what is in it.
 */
export function filesBelow(folder: string): string[] {
  return (
    entriesOf(folder)?.flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    }) ?? [folder]
  );
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

function found(path: string, name: string): FoundFile {
  const status = statSync(path, { throwIfNoEntry: false });
  const is_ignored = isIgnoredName(name);
  const shared = {
    path,
    name: name.normalize("NFC"),
    is_ignored,
    modified_at: status?.mtime ?? new Date(0),
  };
  const isTooLarge = status !== undefined && status.size > MOST_BYTES;
  const hash = status?.isFile() && !isTooLarge ? hashOf(path) : null;
  if (hash !== null) return { ...shared, hash, obstacle: null };
  const stand_in = createHash("sha256").update(`not read: ${name}`).digest("hex");
  return { ...shared, hash: stand_in, obstacle: isTooLarge ? "too_large" : "unreadable_file" };
}

/** Read piece by piece, for an inbox may hold more than memory does; null when it can't be opened. */
function hashOf(path: string): string | null {
  try {
    return hashFile(path);
  } catch {
    return null;
  }
}

function hashFile(path: string): string {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(CHUNK);
  const file = openSync(path, "r");
  try {
    for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk))
      hash.update(chunk.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
