import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

const KEY_BYTES = 32;

/**
 * The 32-byte key in a file. Made at first use: the file is its owner's alone (0600) in a folder that
 * is too (0700), and of two processes at once both get the one key that was first.
 * Throws when the file holds anything else than a key; it is never replaced.
 */
export function loadKey(path: string): Uint8Array {
  const key = readKey(path) ?? makeKey(path);
  if (key.length !== KEY_BYTES) throw new Error(`key is not ${KEY_BYTES} bytes: ${path}`);
  return key;
}

function readKey(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Written aside and linked into place: a link fails where a file stands, so that the first key stays. */
function makeKey(path: string): Uint8Array {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  try {
    writeWhole(aside, randomBytes(KEY_BYTES));
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(path);
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
