// The one way in which files and folders are put in place: written aside, flushed, renamed, and the
// folder flushed that holds the name. After a crash or a power cut there stands the old or the new.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** How a file is written. */
interface WriteOptions {
  /** Permissions of the file, as 0o600; what the system gives new files unless told otherwise. */
  mode?: number;
}

/** Replaces a file by these bytes; its folder is made where it is missing. Returns the path. */
export function writeWhole(
  path: string,
  content: string | Uint8Array,
  { mode = 0o666 }: WriteOptions = {},
): string {
  mkdirSync(dirname(path), { recursive: true });
  const aside = asideOf(path);
  try {
    writeFlushed(aside, content, mode);
    moveWhole(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  return path;
}

/**
 * Writes a file unless one stands there, whoever wrote it: of two processes at once the first one's stays.
 * A folder that is missing is made for its owner alone where the file is.
 */
export function writeOnce(
  path: string,
  content: string | Uint8Array,
  { mode = 0o666 }: WriteOptions = {},
): void {
  mkdirSync(dirname(path), { recursive: true, mode: mode === 0o600 ? 0o700 : 0o777 });
  const aside = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  try {
    writeFlushed(aside, content, mode);
    linkOnce(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Gives a finished file a name unless that is taken: a link fails where a file stands. */
export function linkOnce(aside: string, path: string): void {
  try {
    linkSync(aside, path);
    syncFolder(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Where a file is written before it is renamed to `path`: beside it, named for this process. */
export function asideOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** Puts a file that was written aside, by whomever, in the place of `path`. */
export function moveWhole(aside: string, path: string): void {
  sync(aside, "r+");
  renameSync(aside, path);
  syncFolder(dirname(path));
}

/** Writes over the bytes of a file where it lies, so that its other names lose them too. */
export function overwrite(path: string, content: Uint8Array): void {
  const file = openSync(path, "r+");
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Puts a folder that was built aside in the place of another, which rests at `retired` between the two
 * renames and then is gone. `restoreFolder` undoes a swap that was cut short.
 */
export function swapFolder(built: string, folder: string, retired: string): void {
  syncTree(built);
  restoreFolder(folder, retired);
  mkdirSync(dirname(folder), { recursive: true });
  if (existsSync(folder)) renameSync(folder, retired);
  renameSync(built, folder);
  syncFolder(dirname(folder));
  rmSync(retired, { recursive: true, force: true });
}

/** Brings back a folder that a killed swap left retired; takes away what is left of a finished one. */
export function restoreFolder(folder: string, retired: string): void {
  if (!existsSync(retired)) return;
  if (existsSync(folder)) rmSync(retired, { recursive: true, force: true });
  else renameSync(retired, folder);
  syncFolder(dirname(folder));
}

function writeFlushed(path: string, content: string | Uint8Array, mode: number): void {
  const file = openSync(path, "w", mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else sync(path, "r+");
  }
  syncFolder(folder);
}

/** Windows does not open folders; there the rename alone must do. */
function syncFolder(path: string): void {
  if (process.platform !== "win32") sync(path, "r");
}

function sync(path: string, flags: "r" | "r+"): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
